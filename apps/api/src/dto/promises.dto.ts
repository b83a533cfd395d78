import type { PromiseState } from '@heard/core';
import { OneOf } from './fields.js';
import { PageDto } from './page.dto.js';

/** Which promises to list. */
export class PromisesQuery extends PageDto {
  @OneOf(['open', 'kept', 'broken'], {
    optional: true,
    about: 'When absent: those that are open, and those that broke in the last 7 days.',
  })
  state?: PromiseState;

  @OneOf(['true', 'false'], { optional: true, about: 'Only those of cases that are yours; for people.' })
  mine?: 'true' | 'false';
}
