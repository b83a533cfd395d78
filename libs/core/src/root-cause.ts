import type { FailureKind } from './failure.js';
import { rateRatio, type RateRatio } from './rate-ratio.js';

/** Where a root cause stands: `recurred` when a case named after it says that the fix did not hold. */
export type CauseState = 'open' | 'fixing' | 'fixed' | 'recurred';

/** Every state, in the order of a cause's way. */
export const causeStates: readonly CauseState[] = ['open', 'fixing', 'fixed', 'recurred'];

/** A case that has this cause. */
export interface CaseOfCause {
  readonly caseId: string;
  /** When the customer complained. */
  readonly postedAt: Date;
  readonly linkedAt: Date;
}

/** A try to remove the cause. */
export interface CauseFix {
  readonly at: Date;
  /** What was changed. */
  readonly what: string;
  readonly evidence: string;
}

/** Why customers keep failing at the same place, as its history tells it. */
export interface Cause {
  readonly id: string;
  readonly title: string;
  readonly failures: readonly FailureKind[];
  readonly brandId?: string;
  readonly locationId?: string;
  /** The one person answerable for it. */
  readonly answerable: string;
  readonly state: CauseState;
  readonly namedAt: Date;
  /** What is being done. */
  readonly plan?: string;
  readonly fixes: readonly CauseFix[];
  readonly cases: readonly CaseOfCause[];
}

/** The fix that has to hold now. */
export function lastFix(current: Cause): CauseFix | undefined {
  return current.fixes.at(-1);
}

/** Cases whose customers complained after the last fix. */
export function recurrencesOf(current: Cause): readonly CaseOfCause[] {
  const fix = lastFix(current);
  return fix ? current.cases.filter(({ postedAt }) => postedAt > fix.at) : [];
}

const dayMs = 24 * 60 * 60 * 1000;
/** Half a year on either side: longer ago the firm was another one. */
const longestWindowMs = 26 * 7 * dayMs;

/** Equal stretches of time before and after a fix. */
export interface FixWindows {
  readonly beforeFrom: Date;
  readonly fixedAt: Date;
  readonly afterTo: Date;
  readonly weeks: number;
}

/** The stretches to compare at a moment: as long after the fix as there was time, and as long before it. */
export function windowsAround(fixedAt: Date, now: Date): FixWindows {
  const length = Math.min(Math.max(now.getTime() - fixedAt.getTime(), 0), longestWindowMs);
  return {
    beforeFrom: new Date(fixedAt.getTime() - length),
    fixedAt,
    afterTo: new Date(fixedAt.getTime() + length),
    weeks: length / (7 * dayMs),
  };
}

/** How many complaints there were before and after a fix, and whether that is more than chance. */
export interface BeforeAndAfter {
  readonly before: number;
  readonly after: number;
  readonly weeks: number;
  readonly ratio: RateRatio;
}

/** Counts moments of complaints in the stretches before and after. */
export function beforeAndAfter(complaints: readonly Date[], windows: FixWindows): BeforeAndAfter {
  const { beforeFrom, fixedAt, afterTo, weeks } = windows;
  const before = complaints.filter((at) => at >= beforeFrom && at <= fixedAt).length;
  const after = complaints.filter((at) => at > fixedAt && at <= afterTo).length;
  return { before, after, weeks, ratio: rateRatio(before, after) };
}
