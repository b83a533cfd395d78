import {
  type CensoredQuantile,
  type CensoredTime,
  customersTime,
  quantileOf,
  reachBandOf,
  reachBands,
  type ReportClock,
  reportClocks,
  survival,
  waitOf,
} from '@heard/core';
import type { ClockFigures, ClocksReport, QuantileView, ReachReport } from '../views.js';
import { byWeek } from './period.js';
import { grouped, type ReportCase, type ReportWorld } from './report-case.js';

/** What censored times say: counts of all three ends, and the quantiles that count all of them. */
export function figuresOf(times: readonly CensoredTime[]): ClockFigures {
  const happened = times.filter((each) => each.happened).length;
  const never = times.filter((each) => each.time === Infinity).length;
  const curve = survival(times);
  return {
    happened,
    never,
    waiting: times.length - happened - never,
    median: quantileView(quantileOf(curve, 0.5)),
    p90: quantileView(quantileOf(curve, 0.9)),
  };
}

function quantileView(found: CensoredQuantile): QuantileView {
  if (!found.reached) return {};
  const { time, from, to } = found;
  return { ms: time, fromMs: from, ...(to === undefined ? {} : { toMs: to }) };
}

function customerFigures(cases: readonly ReportCase[], clock: ReportClock, now: Date): ClockFigures {
  return figuresOf(cases.map(({ measures }) => waitOf(measures, clock, now, customersTime)));
}

function workingFigures(cases: readonly ReportCase[], clock: ReportClock, world: ReportWorld): ClockFigures {
  return figuresOf(
    cases.map(({ measures }) => waitOf(measures, clock, world.now, world.axisOf(measures.policyVersion))),
  );
}

const unanswered = (cases: readonly ReportCase[]): number =>
  cases.filter(({ measures }) => measures.answeredAt === undefined).length;

/** How long customers wait, with those who still wait. */
export function clocksReport(cases: readonly ReportCase[], world: ReportWorld): ClocksReport {
  return {
    ...world.head,
    cases: cases.length,
    unanswered: unanswered(cases),
    clocks: reportClocks.map((clock) => ({
      clock,
      customer: customerFigures(cases, clock, world.now),
      working: workingFigures(cases, clock, world),
    })),
    weeks: byWeek(world.weeks, cases, ({ measures }) => measures.postedAt).map(({ week, items }) => ({
      week,
      cases: items.length,
      unanswered: unanswered(items),
      answered: customerFigures(items, 'answered', world.now),
    })),
  };
}

/** How long authors wait for an answer, by how many follow them: small ones must not starve. */
export function reachReport(cases: readonly ReportCase[], world: ReportWorld): ReachReport {
  const groups = new Map(grouped(cases, ({ measures }) => reachBandOf(measures.reach)));
  return {
    ...world.head,
    cases: cases.length,
    bands: reachBands.map((band) => {
      const theirs = groups.get(band) ?? [];
      const answered = customerFigures(theirs, 'answered', world.now);
      return { band, cases: theirs.length, unanswered: unanswered(theirs), answered };
    }),
  };
}
