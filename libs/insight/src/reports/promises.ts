import { type MeasuredPromise, wilson } from '@heard/core';
import type { PromiseFigures, PromisesReport } from '../views.js';
import { byWeek } from './period.js';
import { grouped, type ReportCase, type ReportWorld } from './report-case.js';

/** How promises ended. A broken one stays broken, also when the same was promised and kept later. */
export function promiseFigures(promises: readonly MeasuredPromise[]): PromiseFigures {
  const count = (state: MeasuredPromise['state']): number =>
    promises.filter((each) => each.state === state).length;
  const [kept, broken] = [count('kept'), count('broken')];
  return {
    made: promises.length,
    kept,
    broken,
    open: count('open'),
    again: promises.filter(({ again }) => again).length,
    keptRate: wilson(kept, kept + broken),
  };
}

/** What was promised to the customers of these cases, and by whom; weeks are those in which it was promised. */
export function promisesReport(cases: readonly ReportCase[], world: ReportWorld): PromisesReport {
  const promises = cases.flatMap(({ measures }) => measures.promises);
  return {
    ...world.head,
    cases: cases.length,
    all: promiseFigures(promises),
    managers: grouped(promises, ({ madeBy }) => madeBy).map(([id, theirs]) => ({
      ...(id === undefined ? {} : { manager: { id, name: world.nameOf(id) ?? '' } }),
      ...promiseFigures(theirs),
    })),
    weeks: byWeek(world.weeks, promises, ({ madeAt }) => madeAt).map(({ week, items }) => ({
      week,
      ...promiseFigures(items),
    })),
  };
}
