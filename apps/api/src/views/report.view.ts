import { failureKinds, type InThreeLanguages, reachBands, reportClocks, scorePoints } from '@heard/core';
import type * as shape from '@heard/insight';
import { PersonView } from './people.view.js';
import { ShareView } from './policy.view.js';
import { At, Bool, Int, Key, ListOf, Num, Of, Str, Strs, Texts, Word } from './shown.js';
import { words } from './words.js';

/** What every report says of itself. */
export class ReportHead implements shape.ReportHead {
  @Str({ about: 'The first day of posting that is counted, in the time zone of the workspace.' })
  from: string;
  @Str({ about: 'The last day.' }) to: string;
  @Str() timeZone: string;
  @At() madeAt: string;
  @Int() cases: number;
  @Bool({ about: 'Nothing real is there yet: these are the cases of the demo.' }) demo: boolean;
}

/** A time by which a share has it. */
export class QuantileView implements shape.QuantileView {
  @Num({ optional: true, about: 'Milliseconds; absent while too few have it to say.' }) ms?: number;
  @Num({ optional: true, about: 'Lower bound, 95 %.' }) fromMs?: number;
  @Num({ optional: true, about: 'Upper bound, 95 %; absent where it is not reached.' }) toMs?: number;
}

/** A clock over many cases (Kaplan-Meier: those who still wait are counted). */
export class ClockFigures implements shape.ClockFigures {
  @Int() happened: number;
  @Int() waiting: number;
  @Int({ about: 'Closed without it: counted as waiting for ever.' }) never: number;
  @Of(() => QuantileView) median: QuantileView;
  @Of(() => QuantileView, { about: 'By then 90 of 100 have it.' }) p90: QuantileView;
}

/** One clock, by the customer's time and by our working hours. */
export class ClockView implements shape.ClockView {
  @Word(reportClocks) clock: shape.ClockView['clock'];
  @Of(() => ClockFigures) customer: ClockFigures;
  @Of(() => ClockFigures) working: ClockFigures;
}

/** How a week answered. */
export class ClockWeekView {
  @Str({ about: 'The Monday.' }) week: string;
  @Int() cases: number;
  @Int() unanswered: number;
  @Of(() => ClockFigures) answered: ClockFigures;
}

/** How long customers wait. */
export class ClocksReport extends ReportHead implements shape.ClocksReport {
  @Int() unanswered: number;
  @ListOf(() => ClockView) clocks: ClockView[];
  @ListOf(() => ClockWeekView) weeks: ClockWeekView[];
}

/** Authors whom about as many follow. */
export class ReachBandView {
  @Word(reachBands) band: shape.ReachReport['bands'][number]['band'];
  @Int() cases: number;
  @Int() unanswered: number;
  @Of(() => ClockFigures) answered: ClockFigures;
}

/** How long authors wait for an answer, by how many follow them. */
export class ReachReport extends ReportHead implements shape.ReachReport {
  @ListOf(() => ReachBandView) bands: ReachBandView[];
}

/** Promises, and how they ended. */
export class PromiseFigures implements shape.PromiseFigures {
  @Int() made: number;
  @Int() kept: number;
  @Int() broken: number;
  @Int() open: number;
  @Int({ about: 'The same promise said again; its first time stands.' }) again: number;
  @Of(() => ShareView, { about: 'Of those that ended.' }) keptRate: ShareView;
}

/** What one person promised; without a manager, what programs did. */
export class PromisesOfManager extends PromiseFigures {
  @Of(() => PersonView, { optional: true }) manager?: PersonView;
}

/** What was promised in a week. */
export class PromisesOfWeek extends PromiseFigures {
  @Str() week: string;
}

/** What was promised, and what was kept. */
export class PromisesReport extends ReportHead implements shape.PromisesReport {
  @Of(() => PromiseFigures) all: PromiseFigures;
  @ListOf(() => PromisesOfManager) managers: PromisesOfManager[];
  @ListOf(() => PromisesOfWeek) weeks: PromisesOfWeek[];
}

class CostedRow {
  @Str({ optional: true }) name?: string;
  @Texts({ optional: true }) title?: InThreeLanguages;
  @Int() cases: number;
  @Int({ optional: true, about: 'Of those that cost something.' }) medianCostMinor?: number;
  @Int() costing: number;
  @Of(() => ShareView, { about: 'Of those whose customers said or showed how it was.' }) recovered: ShareView;
}

/** What a group of recoveries cost, and what it did. */
export class OutcomeRow extends CostedRow implements shape.OutcomeRow {
  @Str({ about: 'A key of the catalogue, or an id.' }) key: string;
}

/** Recoveries by a kind of fix. */
export class FixKindRow extends CostedRow {
  @Word(words.fixKind) key: shape.OutcomesReport['fixKinds'][number]['key'];
}

/** Recoveries by a kind of failure. */
export class FailureRow extends CostedRow {
  @Word(failureKinds) key: shape.OutcomesReport['failures'][number]['key'];
}

/** How many customers said so. */
export class VerdictCount {
  @Word([...words.verdict, 'not_asked']) verdict: shape.OutcomesReport['verdicts'][number]['verdict'];
  @Int() cases: number;
}

/** How many customers did so. */
export class BehaviourCount {
  @Word(words.behaviour) behaviour: shape.OutcomesReport['behaviours'][number]['behaviour'];
  @Int() cases: number;
}

/** What recoveries did, against what they cost. */
export class OutcomesReport extends ReportHead implements shape.OutcomesReport {
  @Str() currency: string;
  @Int() closed: number;
  @ListOf(() => VerdictCount) verdicts: VerdictCount[];
  @ListOf(() => BehaviourCount) behaviours: BehaviourCount[];
  @ListOf(() => FixKindRow) fixKinds: FixKindRow[];
  @ListOf(() => OutcomeRow) catalogue: OutcomeRow[];
  @ListOf(() => FailureRow) failures: FailureRow[];
  @ListOf(() => OutcomeRow) locations: OutcomeRow[];
  @ListOf(() => OutcomeRow) managers: OutcomeRow[];
}

/** Contacts, and what they are worth from and to. */
export class MoneySum implements shape.MoneySum {
  @Int() contacts: number;
  @Int() fromMinor: number;
  @Int() toMinor: number;
}

/** Money of many cases. */
export class MoneyFigures implements shape.MoneyFigures {
  @Of(() => MoneySum, { about: 'Open: value times chance of leaving.' }) atRisk: MoneySum;
  @Of(() => MoneySum, { about: 'The customer left, was not helped, or had no answer for two weeks.' })
  lost: MoneySum;
  @Of(() => MoneySum, { about: 'Put right: value times the chance that they would have left.' })
  saved: MoneySum;
  @Int({ about: 'Closed, and the customer has not said: counted neither way.' }) undecided: number;
  @Int({ about: 'What the fixes cost that were done.' }) costMinor: number;
}

/** Money of a week, by posting. */
export class MoneyOfWeek extends MoneyFigures {
  @Str() week: string;
}

/** Money of a brand or a location; without an id, of what belongs to none. */
export class MoneyOfPlace extends MoneyFigures {
  @Key({ optional: true }) id?: string;
  @Str({ optional: true }) name?: string;
}

/** What was lost and saved, and what may be lost. */
export class MoneyReport extends ReportHead implements shape.MoneyReport {
  @Str() currency: string;
  @Int({ about: 'Cases whose amounts are in another currency; they are in no sum.' }) otherCurrency: number;
  @Of(() => MoneyFigures) all: MoneyFigures;
  @ListOf(() => MoneyOfWeek) weeks: MoneyOfWeek[];
  @ListOf(() => MoneyOfPlace) brands: MoneyOfPlace[];
  @ListOf(() => MoneyOfPlace) locations: MoneyOfPlace[];
}

/** One of the six things a customer should be able to say. */
export class PointFigures {
  @Word(scorePoints) point: shape.ScoresReport['points'][number]['point'];
  @Int() yes: number;
  @Int() no: number;
  @Int() notDue: number;
  @Of(() => ShareView) share: ShareView;
}

/** How many cases lack so many points. */
export class MissingPoints {
  @Int() missing: number;
  @Int() cases: number;
}

/** What customers could say at the end. */
export class ScoresReport extends ReportHead implements shape.ScoresReport {
  @ListOf(() => PointFigures) points: PointFigures[];
  @ListOf(() => MissingPoints) missing: MissingPoints[];
}

/** Something with a name. */
export class NamedView {
  @Key() id: string;
  @Str() name: string;
}

/** What reports can be narrowed to. */
export class ReportFilters implements shape.ReportFilters {
  @ListOf(() => NamedView) brands: NamedView[];
  @ListOf(() => NamedView) locations: NamedView[];
  @Strs() platforms: string[];
  @ListOf(() => PersonView) managers: PersonView[];
}
