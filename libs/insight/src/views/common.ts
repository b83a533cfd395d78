/** A page of a list; `nextCursor` is absent on the last page. */
export interface PageOf<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

/** A person of the staff, as others see them. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
}

/** Where something was said. */
export interface SourceRef {
  readonly id: string;
  readonly platform: string;
  readonly name: string;
  /** A made-up platform of the demo. */
  readonly demo: boolean;
}

/** A brand or a location by its name. */
export interface PlaceRef {
  readonly id: string;
  readonly name: string;
}
