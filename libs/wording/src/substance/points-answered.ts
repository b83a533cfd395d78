import type { PointHandled, RaisedPoint } from '@heard/core';
import { checkSubstance } from './check-substance.js';

/** A point with what became of it, and the answer that did it by its place in the list. */
export interface PointAnswered extends RaisedPoint {
  readonly handled: PointHandled;
  readonly by?: number;
}

/** A point that got its date may still be answered; one that was answered or refused is settled. */
const weight: Readonly<Record<PointHandled, number>> = { open: 0, dated: 1, refused: 2, answered: 3 };

/** What a customer's text raises, each open until one of the answers after it answers, dates or refuses it. */
export function pointsAnswered(complaint: string, answers: readonly string[]): readonly PointAnswered[] {
  const nothing = checkSubstance({ complaint, answer: '', previous: [] }).points;
  const each = answers.map((answer) => checkSubstance({ complaint, answer, previous: [] }).points);
  return nothing.map((point, index) => {
    let best: PointAnswered = { ...point, handled: 'open' };
    for (const [by, points] of each.entries()) {
      const handled = points[index]?.handled ?? 'open';
      if (weight[handled] > weight[best.handled]) best = { ...best, handled, by };
    }
    return best;
  });
}
