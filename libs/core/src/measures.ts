import type { Category, Language, Urgency } from './assessment.js';
import { type Case, type ClosedBecause, fixedAt, type PromiseState } from './case.js';
import { answeredAt } from './counted-answers.js';
import type { LaterBehaviour, Verdict } from './outcome.js';
import type { FailureKind } from './failure.js';
import type { Cost, FixKind, FixState } from './fix.js';
import { riskFacts } from './flags.js';
import type { CensoredTime } from './kaplan-meier.js';
import { type PointHolds, type ScorePoint, scoreOf } from './score.js';

/** A promise as reports count it. */
export interface MeasuredPromise {
  readonly state: PromiseState;
  /** Says an earlier one again. */
  readonly again: boolean;
  readonly madeBy?: string;
  readonly madeAt: Date;
  readonly due: Date;
  readonly settledAt?: Date;
}

/** A fix as reports count it. */
export interface MeasuredFix {
  readonly kind: FixKind;
  readonly state: FixState;
  readonly catalogueKey?: string;
  readonly cost?: Cost;
}

/** What reports count of a case: facts of its history alone, nothing that moves with the time of asking. */
export interface CaseMeasures {
  readonly id: string;
  readonly status: 'open' | 'closed';
  readonly language: Language;
  readonly category: Category;
  readonly failure: FailureKind;
  readonly policyVersion: number;
  readonly assignee: string;
  readonly reach?: number;
  /** The customer's clock starts here. */
  readonly postedAt: Date;
  readonly seenAt?: Date;
  /** When somebody first was answerable. Later assignees do not move it: reassigned is not completed. */
  readonly assignedAt: Date;
  /** The first visible, substantive answer of a person, where the customer asked for it. */
  readonly answeredAt?: Date;
  readonly firstOfferAt?: Date;
  readonly fixedAt?: Date;
  readonly closedAt?: Date;
  readonly closedBecause?: ClosedBecause;
  readonly urgency: Urgency;
  readonly threatened: boolean;
  readonly rounds: number;
  readonly brokenPromises: number;
  readonly handOffs: number;
  readonly verdict?: Verdict;
  readonly behaviour?: LaterBehaviour;
  readonly outcomeAt?: Date;
  readonly savedMinor?: number;
  readonly lostMinor?: number;
  readonly currency?: string;
  readonly causeId?: string;
  readonly points: Readonly<Record<ScorePoint, PointHolds>>;
  readonly promises: readonly MeasuredPromise[];
  readonly fixes: readonly MeasuredFix[];
}

/** Reads what reports count off a case. */
export function measuresOf(state: Case): CaseMeasures {
  const { outcome } = state;
  return {
    id: state.id,
    status: state.status,
    language: state.language,
    category: state.category,
    failure: state.failure,
    policyVersion: state.policyVersion,
    assignee: state.assignee,
    reach: state.reach,
    postedAt: state.postedAt,
    seenAt: state.seenAt,
    assignedAt: state.openedAt,
    answeredAt: answeredAt(state),
    firstOfferAt: firstOfferAt(state),
    fixedAt: fixedAt(state),
    closedAt: state.closedAt,
    closedBecause: state.closedBecause,
    ...riskFacts(state),
    handOffs: state.handOffs.length,
    verdict: outcome?.verdict,
    behaviour: outcome?.behaviour,
    outcomeAt: outcome?.at,
    savedMinor: outcome?.savedMinor,
    lostMinor: outcome?.lostMinor,
    currency: outcome?.currency,
    causeId: state.causeId,
    points: scoreOf(state).points,
    promises: state.promises.map(({ repeats, madeBy, madeAt, due, settledAt, state: stands }) => {
      return { state: stands, again: repeats !== undefined, madeBy, madeAt, due, settledAt };
    }),
    fixes: state.fixes.map(({ kind, state: stands, catalogueKey, cost }) => {
      return { kind, state: stands, catalogueKey, cost };
    }),
  };
}

/** When the first thing was offered. */
export function firstOfferAt(state: Case): Date | undefined {
  return state.fixes[0]?.offeredAt;
}

/** The clocks that reports show; each runs from the customer's posting. */
export type ReportClock = 'seen' | 'assigned' | 'answered' | 'offered' | 'fixed' | 'closed';

/** Every clock, in the order in which they go. */
export const reportClocks: readonly ReportClock[] = [
  'seen',
  'assigned',
  'answered',
  'offered',
  'fixed',
  'closed',
];

/** When a clock stopped; undefined while it runs. */
export function stoppedAt(measures: CaseMeasures, clock: ReportClock): Date | undefined {
  switch (clock) {
    case 'seen':
      return measures.seenAt;
    case 'assigned':
      return measures.assignedAt;
    case 'answered':
      return measures.answeredAt;
    case 'offered':
      return measures.firstOfferAt;
    case 'fixed':
      return measures.fixedAt;
    case 'closed':
      return measures.closedAt;
  }
}

/**
 * A clock of a case as censored statistics take it. An open case has waited until now. What a case was closed without
 * never comes any more: it waits for ever, so that closing unanswered improves no number. `measure` says how much lies
 * between the posting and a moment, by the customer's clock or by our own.
 */
export function waitOf(
  measures: CaseMeasures,
  clock: ReportClock,
  now: Date,
  measure: (from: Date, to: Date) => number,
): CensoredTime {
  const stopped = stoppedAt(measures, clock);
  if (stopped) return { time: measure(measures.postedAt, stopped), happened: true };
  if (measures.status === 'closed') return { time: Infinity, happened: false };
  return { time: measure(measures.postedAt, now), happened: false };
}

/** The customer's clock: milliseconds, day and night. */
export function customersTime(from: Date, to: Date): number {
  return Math.max(0, to.getTime() - from.getTime());
}

/** How far a voice carries, in steps of ten. */
export type ReachBand = 'unknown' | 'under_100' | 'under_1000' | 'under_10000' | 'from_10000';

/** Every band, the quietest first. */
export const reachBands: readonly ReachBand[] = [
  'unknown',
  'under_100',
  'under_1000',
  'under_10000',
  'from_10000',
];

/** The band of an author; unknown where the platform tells nothing. */
export function reachBandOf(reach: number | undefined): ReachBand {
  if (reach === undefined) return 'unknown';
  if (reach < 100) return 'under_100';
  if (reach < 1_000) return 'under_1000';
  return reach < 10_000 ? 'under_10000' : 'from_10000';
}
