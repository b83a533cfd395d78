import { scorePoints, wilson } from '@heard/core';
import type { ScoresReport } from '../views.js';
import type { ReportCase, ReportWorld } from './report-case.js';

/** What customers could say at the end: of closed cases, since the others are not at their end. */
export function scoresReport(cases: readonly ReportCase[], world: ReportWorld): ScoresReport {
  const closed = cases.filter(({ measures }) => measures.status === 'closed');
  const missing = closed.map(
    ({ measures }) => Object.values(measures.points).filter((each) => each === 'no').length,
  );
  return {
    ...world.head,
    cases: closed.length,
    points: scorePoints.map((point) => {
      const count = (holds: string): number =>
        closed.filter(({ measures }) => measures.points[point] === holds).length;
      const [yes, no] = [count('yes'), count('no')];
      return { point, yes, no, notDue: count('not_due'), share: wilson(yes, yes + no) };
    }),
    missing: Array.from({ length: scorePoints.length + 1 }, (_, lacking) => ({
      missing: lacking,
      cases: missing.filter((each) => each === lacking).length,
    })),
  };
}
