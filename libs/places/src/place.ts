/** What a location is. */
export type LocationKind = 'branch' | 'shop' | 'depot' | 'other';

/** Every kind of location. */
export const locationKinds: readonly LocationKind[] = ['branch', 'shop', 'depot', 'other'];

/** What a workspace is complained about under a name of its own. */
export interface Brand {
  readonly id: string;
  readonly name: string;
  /** Not offered any more; what was heard of it stays. */
  readonly retired: boolean;
  readonly demo: boolean;
}

/** What changes of a brand. */
export interface BrandChange {
  readonly name?: string;
  readonly retired?: boolean;
}

/** A branch, shop or courier depot. */
export interface Location {
  readonly id: string;
  readonly name: string;
  readonly kind: LocationKind;
  readonly brandId?: string;
  /** Other names by which it comes with mentions. */
  readonly aliases: readonly string[];
  /** Not offered any more, and not found by its names; what was heard of it stays. */
  readonly retired: boolean;
  readonly demo: boolean;
}

/** A new location. */
export interface NewLocation {
  readonly name: string;
  readonly kind: LocationKind;
  readonly brandId?: string;
  readonly aliases?: readonly string[];
}

/** What changes of a location; its brand stays what it is. */
export interface LocationChange {
  readonly name?: string;
  readonly kind?: LocationKind;
  readonly aliases?: readonly string[];
  readonly retired?: boolean;
}
