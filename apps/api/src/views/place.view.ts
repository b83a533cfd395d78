import { type Brand, type Location, type LocationKind, locationKinds } from '@heard/places';
import { Bool, Key, ListOf, Str, Strs, Word } from './shown.js';

/** What is complained about under a name of its own. */
export class BrandView implements Brand {
  @Key() id: string;
  @Str() name: string;
  @Bool({ about: 'Not offered any more.' }) retired: boolean;
  @Bool() demo: boolean;
}

/** Brands by name, those in use first. */
export class BrandPage {
  @ListOf(() => BrandView) items: BrandView[];
}

/** A branch, shop or courier depot. */
export class LocationView implements Location {
  @Key() id: string;
  @Str() name: string;
  @Word(locationKinds) kind: LocationKind;
  @Key({ optional: true }) brandId?: string;
  @Strs({ about: 'Other names by which it comes with mentions.' }) aliases: string[];
  @Bool({ about: 'Not offered any more, and not found by its names.' }) retired: boolean;
  @Bool() demo: boolean;
}

/** Locations by name, those in use first. */
export class LocationPage {
  @ListOf(() => LocationView) items: LocationView[];
}

/** A brand or a location by its name. */
export class PlaceRef {
  @Key() id: string;
  @Str() name: string;
}
