/** A part of a list: up to `limit` items after the opaque cursor that the page before gave. */
export interface PageAsked {
  readonly cursor?: string;
  readonly limit: number;
}
