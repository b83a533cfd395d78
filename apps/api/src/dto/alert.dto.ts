import { OneOf } from './fields.js';
import { PageDto } from './page.dto.js';

/** Which alerts to list. */
export class AlertsQuery extends PageDto {
  @OneOf(['firing', 'taken', 'resolved', 'all'], { optional: true, about: '`all` when absent.' })
  state?: 'firing' | 'taken' | 'resolved' | 'all';
}
