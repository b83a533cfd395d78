import { Flag, Text, Token, Uuid } from './fields.js';
import { Settings } from './free-fields.js';

const idOrNone = /^(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u;
const noneAbout = 'An id, or `none`. What was heard before stays with what it was about.';

/** Connects a source. */
export class ConnectSourceDto {
  @Token({ pattern: /^[a-z][a-z0-9_-]{0,39}$/u, example: 'facebook' })
  platform: string;

  @Text({ max: 200 })
  name: string;

  @Uuid({ optional: true, about: 'What is said there is about this brand.' })
  brandId?: string;

  @Uuid({
    optional: true,
    about: 'What is said there is about this location, unless a mention names another.',
  })
  locationId?: string;

  @Settings()
  settings: Record<string, string>;
}

/** Changes a source; secrets that are not given stay. */
export class ChangeSourceDto {
  @Text({ max: 200, optional: true })
  name?: string;

  @Settings({ optional: true })
  settings?: Record<string, string>;

  @Token({ optional: true, pattern: idOrNone, about: noneAbout })
  brandId?: string;

  @Token({ optional: true, pattern: idOrNone, about: noneAbout })
  locationId?: string;

  @Flag({ optional: true })
  paused?: boolean;
}
