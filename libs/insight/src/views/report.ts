import type {
  FailureKind,
  FixKind,
  InThreeLanguages,
  LaterBehaviour,
  MoneyRange,
  ReachBand,
  ReportClock,
  ScorePoint,
  Share,
  Verdict,
} from '@heard/core';
import type { Instant } from '../instant.js';
import type { PersonView } from './common.js';

/** What every report says of itself. */
export interface ReportHead {
  /** Local dates of the workspace, `2026-12-31`; cases posted on them are counted. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly madeAt: Instant;
  readonly cases: number;
  /** Nothing real is there yet: these are the cases of the demo. */
  readonly demo: boolean;
}

/** A time by which a share has it, in milliseconds; `ms` is absent while too few have it to say. */
export interface QuantileView {
  readonly ms?: number;
  /** Bounds, 95 %; the upper one is absent where it is not reached. */
  readonly fromMs?: number;
  readonly toMs?: number;
}

/** A clock over many cases: what happened, what still waits, what never comes any more. */
export interface ClockFigures {
  readonly happened: number;
  readonly waiting: number;
  /** Closed without it; counted as waiting for ever. */
  readonly never: number;
  readonly median: QuantileView;
  readonly p90: QuantileView;
}

/** One clock, by the customer's time and by our working hours. */
export interface ClockView {
  readonly clock: ReportClock;
  readonly customer: ClockFigures;
  readonly working: ClockFigures;
}

/** How long customers wait. */
export interface ClocksReport extends ReportHead {
  readonly unanswered: number;
  readonly clocks: readonly ClockView[];
  /** By the Monday of the week of posting. */
  readonly weeks: readonly {
    readonly week: string;
    readonly cases: number;
    readonly unanswered: number;
    readonly answered: ClockFigures;
  }[];
}

/** How long authors wait for an answer, by how many listen to them. */
export interface ReachReport extends ReportHead {
  readonly bands: readonly {
    readonly band: ReachBand;
    readonly cases: number;
    readonly unanswered: number;
    readonly answered: ClockFigures;
  }[];
}

/** Promises, and how they ended. */
export interface PromiseFigures {
  readonly made: number;
  readonly kept: number;
  readonly broken: number;
  readonly open: number;
  /** The same promise said again; its first time stands. */
  readonly again: number;
  /** Of those that ended. */
  readonly keptRate: Share;
}

/** What was promised, and what was kept. */
export interface PromisesReport extends ReportHead {
  readonly all: PromiseFigures;
  readonly managers: readonly ({ readonly manager?: PersonView } & PromiseFigures)[];
  readonly weeks: readonly ({ readonly week: string } & PromiseFigures)[];
}

/** What a group of recoveries cost, and what it did. */
export interface OutcomeRow {
  /** A kind, a key of the catalogue, or an id. */
  readonly key: string;
  /** Of a place or a person. */
  readonly name?: string;
  /** Of a fix of the catalogue. */
  readonly title?: InThreeLanguages;
  readonly cases: number;
  /** Of those that cost something. */
  readonly medianCostMinor?: number;
  readonly costing: number;
  /** Of those whose customers said or showed how it was. */
  readonly recovered: Share;
}

/** What recoveries did, against what they cost. */
export interface OutcomesReport extends ReportHead {
  readonly currency: string;
  readonly closed: number;
  readonly verdicts: readonly { readonly verdict: Verdict | 'not_asked'; readonly cases: number }[];
  readonly behaviours: readonly { readonly behaviour: LaterBehaviour; readonly cases: number }[];
  readonly fixKinds: readonly (OutcomeRow & { readonly key: FixKind })[];
  readonly catalogue: readonly OutcomeRow[];
  readonly failures: readonly (OutcomeRow & { readonly key: FailureKind })[];
  readonly locations: readonly OutcomeRow[];
  readonly managers: readonly OutcomeRow[];
}

/** Contacts, and what they are worth from and to. */
export interface MoneySum extends MoneyRange {
  readonly contacts: number;
}

/** Money of many cases. */
export interface MoneyFigures {
  readonly atRisk: MoneySum;
  readonly lost: MoneySum;
  readonly saved: MoneySum;
  /** Closed, and the customer has not said: counted neither way. */
  readonly undecided: number;
  readonly costMinor: number;
}

/** What was lost and saved, and what may be lost. */
export interface MoneyReport extends ReportHead {
  readonly currency: string;
  /** Cases whose amounts are in another currency; they are in no sum. */
  readonly otherCurrency: number;
  readonly all: MoneyFigures;
  readonly weeks: readonly ({ readonly week: string } & MoneyFigures)[];
  readonly brands: readonly ({ readonly id?: string; readonly name?: string } & MoneyFigures)[];
  readonly locations: readonly ({ readonly id?: string; readonly name?: string } & MoneyFigures)[];
}

/** What customers could say at the end. */
export interface ScoresReport extends ReportHead {
  readonly points: readonly {
    readonly point: ScorePoint;
    readonly yes: number;
    readonly no: number;
    readonly notDue: number;
    readonly share: Share;
  }[];
  /** How many cases have so many of the points that were due, from none missing to all missing. */
  readonly missing: readonly { readonly missing: number; readonly cases: number }[];
}

/** What reports can be narrowed to. */
export interface ReportFilters {
  readonly brands: readonly { readonly id: string; readonly name: string }[];
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  readonly platforms: readonly string[];
  readonly managers: readonly PersonView[];
}
