import type { WeekDigest } from '@heard/core';
import type { Instant } from '../instant.js';

/** A digest in the list of weeks. */
export interface DigestListItem {
  /** The Monday of the week. */
  readonly week: string;
  readonly madeAt: Instant;
}

/** What the director was told of a week. */
export interface DigestView extends WeekDigest {
  readonly madeAt: Instant;
}
