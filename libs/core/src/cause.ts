import type { FailureKind } from './failure.js';
import type { Sketch } from './sketch.js';

/** What cases can have in common. */
export type SharedCode = 'near_duplicate' | 'courier' | 'product' | 'location' | 'hour';

/** A courier, product or place that a text names: `key` is one for all its forms, `shown` is as it was written. */
export interface Named {
  readonly key: string;
  readonly shown: string;
}

/** What a case can share with others. */
export interface CauseTraits {
  readonly caseId: string;
  /** Cases of different brands, and made-up ones, are never grouped with each other. */
  readonly scope: string;
  /** When the customer posted. */
  readonly at: Date;
  /** One for all cases of a person; of an unknown author the case itself. */
  readonly author: string;
  /** Nothing of this author was known before. */
  readonly isFresh: boolean;
  readonly failure: FailureKind;
  readonly sketch?: Sketch;
  readonly location?: Named;
  readonly couriers: readonly Named[];
  readonly products: readonly Named[];
  readonly places: readonly Named[];
}

/** Something that cases of an incident share, in words. */
export interface Shared {
  readonly code: SharedCode;
  /** What it is found again by; the same in all forms of a name. */
  readonly key: string;
  readonly shown: string;
  /** How many of the cases share it. */
  readonly cases: number;
}

/** Cases that seem to have one cause. */
export interface CauseGroup {
  readonly scope: string;
  /** By the time of posting. */
  readonly caseIds: readonly string[];
  /** The strongest first. */
  readonly shares: readonly Shared[];
  /** 0 to 1. */
  readonly sure: number;
  /** How sure it is of each case that it belongs here. */
  readonly sureOf: ReadonlyMap<string, number>;
  /** Distinct people. */
  readonly authors: number;
  /** Many nearly the same texts by people not known before, within minutes. */
  readonly coordinated: boolean;
}

/** So many people within so many hours. */
export interface CauseLimits {
  readonly cases: number;
  readonly withinHours: number;
}

/** What each thing shared is worth by itself; several together make it surer. */
export const strengths: Readonly<Record<SharedCode, number>> = {
  near_duplicate: 0.85,
  courier: 0.8,
  product: 0.65,
  location: 0.6,
  hour: 0.3,
};

/** Cases that share one thing; `key` names the thing, and with it what besides has to be the same. */
export interface Bucket {
  readonly key: string;
  readonly shared: Omit<Shared, 'cases'>;
  readonly withinMs: number;
  readonly members: CauseTraits[];
}

/** Cases of a bucket that lie close enough together. */
export interface Run {
  readonly shared: Omit<Shared, 'cases'>;
  readonly caseIds: readonly string[];
}
