import { f1Of, type Pair } from './agreement.js';
import type { Label } from '../train/sample.js';
import type { Three } from '../model/weights.js';
import { areaUnderCurve, calibrationError } from './ranking.js';

/** A post with its label, and what a reader made of it. */
export interface JudgedPost {
  readonly wanted: Label;
  readonly given: Label;
  /** The higher, the more negative the reader holds it to be; on any scale. */
  readonly negative: number;
  /** Of a reader that gives some: negative, neutral, positive. */
  readonly probabilities?: Three;
}

/** How well a reader tells sentiments; `undefined` where the labels cannot tell. */
export interface SentimentFigures {
  readonly posts: number;
  /** Mean of the F1 of the labels that occur; `undefined` where there is but one. */
  readonly macroF1?: number;
  /** The same over all three labels, one that does not occur counting 0 where it was given. */
  readonly macroF1OfGiven?: number;
  readonly negative: {
    readonly precision?: number;
    readonly recall?: number;
    readonly f1?: number;
    readonly auc?: number;
  };
  /** Expected calibration error of the probability of negative, and of that of the likeliest label. */
  readonly calibration?: { readonly negative: number; readonly likeliest: number };
}

const labels: readonly Label[] = [0, 1, 2];

/** Measures a reader on one set. */
export function sentimentFigures(judged: readonly JudgedPost[]): SentimentFigures {
  const pairs = judged.map(({ wanted, given }): Pair<Label> => [wanted, given]);
  const occurs = labels.filter((label) => pairs.some(([wanted]) => wanted === label));
  const named = labels.filter((label) => pairs.some((pair) => pair.includes(label)));
  const f1 = (label: Label): number => f1Of(label, pairs) ?? 0;
  const said = pairs.filter(([, given]) => given === 0);
  const are = pairs.filter(([wanted]) => wanted === 0);
  const isNegative = occurs.includes(0);
  return {
    posts: judged.length,
    ...(occurs.length > 1 && { macroF1: mean(occurs.map(f1)), macroF1OfGiven: mean(named.map(f1)) }),
    negative: isNegative
      ? {
          ...(said.length > 0 && { precision: share(said, ([wanted]) => wanted === 0) }),
          recall: share(are, ([, given]) => given === 0),
          f1: f1(0),
          ...(occurs.length > 1 && {
            auc: areaUnderCurve(judged.map((each) => ({ score: each.negative, is: each.wanted === 0 }))),
          }),
        }
      : {},
    ...calibrationOf(judged),
  };
}

function calibrationOf(judged: readonly JudgedPost[]): Pick<SentimentFigures, 'calibration'> {
  const known = judged.flatMap(({ wanted, probabilities }) =>
    probabilities ? [{ wanted, probabilities }] : [],
  );
  if (known.length === 0 || known.length < judged.length) return {};
  const negative = known.map(({ wanted, probabilities }) => ({
    probability: probabilities[0],
    is: wanted === 0,
  }));
  const likeliest = known.map(({ wanted, probabilities }) => {
    const most = Math.max(...probabilities);
    return { probability: most, is: probabilities.indexOf(most) === wanted };
  });
  return { calibration: { negative: calibrationError(negative), likeliest: calibrationError(likeliest) } };
}

/** The mean of what is known, to four places; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return Number((values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)).toFixed(4));
}

function share<T>(items: readonly T[], is: (item: T) => boolean): number {
  return Number((items.filter(is).length / Math.max(items.length, 1)).toFixed(4));
}
