import { type LocationKind, locationKinds } from '@heard/places';
import { Flag, OneOf, Text, TextList, Uuid } from './fields.js';

/** Adds a brand. */
export class AddBrandDto {
  @Text({ max: 200 })
  name: string;
}

/** Changes a brand. */
export class ChangeBrandDto {
  @Text({ max: 200, optional: true })
  name?: string;

  @Flag({ optional: true, about: 'True: not offered any more. What was heard of it stays.' })
  retired?: boolean;
}

/** Adds a location. */
export class AddLocationDto {
  @Text({ max: 200 })
  name: string;

  @OneOf(locationKinds)
  kind: LocationKind;

  @Uuid({ optional: true, about: 'The brand whose location it is; it stays so.' })
  brandId?: string;

  @TextList({ max: 200, most: 50, optional: true, about: 'Other names by which it comes with mentions.' })
  aliases?: string[];
}

/** Changes a location. */
export class ChangeLocationDto {
  @Text({ max: 200, optional: true })
  name?: string;

  @OneOf(locationKinds, { optional: true })
  kind?: LocationKind;

  @TextList({ max: 200, most: 50, optional: true, about: 'All its other names, also those that stay.' })
  aliases?: string[];

  @Flag({
    optional: true,
    about: 'True: not offered any more, and not found by its names. What was heard of it stays.',
  })
  retired?: boolean;
}
