import type { PromiseState, Share, Urgency } from '@heard/core';
import type { Instant } from '../instant.js';
import type { PersonView } from './common.js';

/** A promise with the case and the customer it was made to. */
export interface PromiseDue {
  readonly id: string;
  readonly what: string;
  readonly due: Instant;
  readonly state: PromiseState;
  readonly madeAt: Instant;
  readonly madeBy?: PersonView;
  /** When the assignee was warned that little time is left. */
  readonly warnedAt?: Instant;
  /** When it was kept, or broke. */
  readonly settledAt?: Instant;
  /** The first promise of the same thing. */
  readonly repeats?: string;
  readonly assignee: PersonView;
  readonly case: {
    readonly id: string;
    readonly number: number;
    readonly status: 'open' | 'closed';
    readonly customer?: string;
    readonly urgency: Urgency;
  };
  readonly demo: boolean;
}

/** How many promises were kept of those that came to their end: kept / (kept + broken). */
export interface KeptCount {
  readonly kept: number;
  readonly broken: number;
  /** Of these, promises of what had been promised before. */
  readonly again: number;
  readonly rate: Share;
}

/** Who keeps their word, by those that were kept or broke in the days before now. */
export interface KeptRateView extends KeptCount {
  readonly days: number;
  readonly since: Instant;
  /** By the person who gave the promise; the one without a person is of programs. Most promises first. */
  readonly people: readonly (KeptCount & { readonly person?: PersonView })[];
}
