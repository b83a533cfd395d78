import type { CauseEvent, CauseState, FailureKind } from '@heard/core';
import type { Instant } from '../instant.js';
import type { PersonView } from './common.js';
import type { PlaceName, RegisterStep } from './suggestion.js';

/** Complaints in equal stretches of time before and after the last fix. */
export interface ChangeView {
  readonly before: number;
  readonly after: number;
  /** How long each stretch is. */
  readonly weeks: number;
  /** After by before, with its 95 % interval; absent where there is none. */
  readonly ratio?: number;
  readonly low: number;
  readonly high?: number;
}

/** A root cause in a list. */
export interface CauseItem {
  readonly id: string;
  readonly state: CauseState;
  readonly title: string;
  readonly failures: readonly FailureKind[];
  readonly brand?: PlaceName;
  readonly location?: PlaceName;
  readonly answerable: PersonView;
  readonly cases: number;
  /** Cases whose customers complained after the last fix. */
  readonly recurrences: number;
  readonly namedAt: Instant;
  readonly fixedAt?: Instant;
  /** Cases said to have this cause. */
  readonly linked?: ChangeView;
  readonly demo: boolean;
}

/** A case of a cause. */
export interface CaseOfCauseView {
  readonly id: string;
  readonly number: number;
  readonly customer?: string;
  readonly status: 'open' | 'closed';
  readonly postedAt: Instant;
  readonly recurrence: boolean;
}

/** A try to remove a cause. */
export interface CauseFixView {
  readonly at: Instant;
  readonly what: string;
  readonly evidence: string;
}

/** Everything of one root cause. */
export interface CauseView extends CauseItem {
  readonly plan?: string;
  readonly fixes: readonly CauseFixView[];
  readonly caseList: readonly CaseOfCauseView[];
  /** All cases of its kinds of failure at its place, whether or not somebody linked them. */
  readonly ofKind?: ChangeView;
  readonly history: readonly RegisterStep<CauseEvent['type']>[];
}
