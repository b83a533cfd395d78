import type { SignalCode } from '@heard/core';

/** What customers say for each signal, and what only looks like it; in our own words. */
export interface Said {
  readonly says: Readonly<Record<SignalCode, readonly string[]>>;
  /** Each text with the signal that it must not be taken for. */
  readonly doesNotSay: readonly (readonly [SignalCode, string])[];
}
