/** A moment as JSON: ISO 8601 in UTC, `2026-11-22T10:00:00.000Z`. */
export type Instant = string;

/** A moment as JSON. */
export function instant(at: Date): Instant {
  return at.toISOString();
}

/** A moment as JSON, where there is one. */
export function instantOf(at: Date | null | undefined): Instant | undefined {
  return at?.toISOString();
}

/** A row's field as a view has it: null is absent. */
export type Present<T> = {
  [K in keyof T]: null extends T[K] ? Exclude<T[K], null> | undefined : T[K];
};

/** The same fields without those that are null or undefined: an absent fact is an absent field. */
export function present<T extends object>(fields: T): Present<T> {
  const kept = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept) as Present<T>;
}
