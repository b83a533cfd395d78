import { Flag, Text, Token, Uuid } from './fields.js';
import { Settings } from './free-fields.js';

/** Connects a source. */
export class ConnectSourceDto {
  @Token({ pattern: /^[a-z][a-z0-9_-]{0,39}$/u, example: 'facebook' })
  platform: string;

  @Text({ max: 200 })
  name: string;

  @Uuid({ optional: true })
  brandId?: string;

  @Settings()
  settings: Record<string, string>;
}

/** Changes a source; secrets that are not given stay. */
export class ChangeSourceDto {
  @Text({ max: 200, optional: true })
  name?: string;

  @Settings({ optional: true })
  settings?: Record<string, string>;

  @Flag({ optional: true })
  paused?: boolean;
}
