import {
  type CaseMeasures,
  costOf,
  type InThreeLanguages,
  isRecovered,
  type LaterBehaviour,
  type Verdict,
  wilson,
} from '@heard/core';
import type { OutcomeRow, OutcomesReport } from '../views.js';
import { grouped, type ReportCase, type ReportWorld } from './report-case.js';

const verdicts: readonly Verdict[] = ['recovered', 'partly', 'not_recovered', 'unknown'];
const behaviours: readonly LaterBehaviour[] = [
  'rating_up',
  'praise',
  'came_back',
  'new_complaint',
  'left',
  'silent',
];

/** A recovery with what it cost. */
interface Costed {
  readonly measures: CaseMeasures;
  readonly costMinor: number;
}

/** Customers who said or showed how it was; silence is no verdict. */
function hasOutcome({ verdict, behaviour }: CaseMeasures): boolean {
  const said = verdict !== undefined && verdict !== 'unknown';
  return said || (behaviour !== undefined && behaviour !== 'silent');
}

function rowOf<K extends string>(key: K, all: readonly Costed[]): OutcomeRow & { readonly key: K } {
  const known = all.filter(({ measures }) => hasOutcome(measures));
  const costs = all.map(({ costMinor }) => costMinor).filter((cost) => cost > 0);
  const middle = costs.toSorted((a, b) => a - b)[Math.ceil(costs.length / 2) - 1];
  return {
    key,
    cases: all.length,
    costing: costs.length,
    ...(middle === undefined ? {} : { medianCostMinor: middle }),
    recovered: wilson(known.filter(({ measures }) => isRecovered(measures)).length, known.length),
  };
}

/** One entry for each fix that was done in a case, under its key; a key that came twice is one entry with both costs. */
function byFix<K extends string>(
  cases: readonly ReportCase[],
  currency: string,
  keyOf: (fix: CaseMeasures['fixes'][number]) => K | undefined,
): (OutcomeRow & { readonly key: K })[] {
  const entries = cases.flatMap(({ measures }) => {
    const done = measures.fixes.filter((fix) => fix.state === 'done' && keyOf(fix) !== undefined);
    return grouped(done, keyOf).map(([key, fixes]) => {
      return { key, measures, costMinor: costOf({ ...measures, fixes }, currency) };
    });
  });
  return grouped(entries, ({ key }) => key).flatMap(([key, all]) =>
    key === undefined ? [] : [rowOf(key, all)],
  );
}

function byCase<K extends string>(
  cases: readonly ReportCase[],
  currency: string,
  keyOf: (each: ReportCase) => K | undefined,
): (OutcomeRow & { readonly key: K })[] {
  return grouped(cases, keyOf).flatMap(([key, all]) => {
    if (key === undefined) return [];
    return [
      rowOf(
        key,
        all.map(({ measures }) => ({ measures, costMinor: costOf(measures, currency) })),
      ),
    ];
  });
}

/** What recoveries did, against what they cost: closed cases only, since the others are not over. */
export function outcomesReport(
  cases: readonly ReportCase[],
  world: ReportWorld,
  titleOf: (catalogueKey: string) => InThreeLanguages | undefined,
): OutcomesReport {
  const closed = cases.filter(({ measures }) => measures.status === 'closed');
  const { currency } = world;
  const named = (rows: readonly OutcomeRow[]): OutcomeRow[] =>
    rows.map((row) => ({ ...row, name: world.nameOf(row.key) ?? '' }));
  return {
    ...world.head,
    cases: cases.length,
    closed: closed.length,
    currency,
    verdicts: [...verdicts, 'not_asked' as const].map((verdict) => ({
      verdict,
      cases: closed.filter(({ measures }) => (measures.verdict ?? 'not_asked') === verdict).length,
    })),
    behaviours: behaviours.map((behaviour) => ({
      behaviour,
      cases: closed.filter(({ measures }) => measures.behaviour === behaviour).length,
    })),
    fixKinds: byFix(closed, currency, ({ kind }) => kind),
    catalogue: byFix(closed, currency, ({ catalogueKey }) => catalogueKey).map((row) => {
      const title = titleOf(row.key);
      return { ...row, ...(title ? { title } : {}) };
    }),
    failures: byCase(closed, currency, ({ measures }) => measures.failure),
    locations: named(byCase(closed, currency, ({ locationId }) => locationId)),
    managers: named(byCase(closed, currency, ({ measures }) => measures.assignee)),
  };
}
