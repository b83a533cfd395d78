import { areaUnderCurve, calibrationError } from './ranking.js';
import { type JudgedPost, sentimentFigures } from './sentiment-figures.js';

const judged = (wanted: 0 | 1 | 2, given: 0 | 1 | 2, negative: number): JudgedPost => ({
  wanted,
  given,
  negative,
});

test('the area under the curve is the share of pairs in the right order, ties counting half', () => {
  const ranked = (cases: number[], others: number[]) => [
    ...cases.map((score) => ({ score, is: true })),
    ...others.map((score) => ({ score, is: false })),
  ];
  expect(areaUnderCurve(ranked([0.9, 0.8], [0.1, 0.2]))).toBe(1);
  expect(areaUnderCurve(ranked([0.1], [0.9, 0.2]))).toBe(0);
  expect(areaUnderCurve(ranked([0.5, 0.9], [0.5, 0.1]))).toBe(0.875);
  expect(areaUnderCurve(ranked([0.5], [0.5]))).toBe(0.5);
  expect(areaUnderCurve(ranked([0.5], []))).toBe(0.5);
});

test('the calibration error is how far the probabilities of a bin lie from what came true', () => {
  const foretold = (probability: number, isOf: number, all: number) =>
    Array.from({ length: all }, (_, at) => ({ probability, is: at < isOf }));
  expect(calibrationError(foretold(0.25, 1, 4))).toBe(0);
  expect(calibrationError(foretold(0.75, 1, 4))).toBe(0.5);
  expect(calibrationError([...foretold(0.25, 1, 4), ...foretold(1, 3, 4)])).toBe(0.125);
  expect(calibrationError([])).toBe(0);
});

test('figures of negative and the mean F1 of the labels that occur, by hand', () => {
  const figures = sentimentFigures([
    judged(0, 0, 0.9),
    judged(0, 1, 0.4),
    judged(2, 2, 0.1),
    judged(2, 0, 0.6),
  ]);
  expect(figures).toEqual({
    posts: 4,
    // Negative 0.5, positive 0.6667; neutral was given and does not occur.
    macroF1: 0.5834,
    macroF1OfGiven: 0.3889,
    negative: { precision: 0.5, recall: 0.5, f1: 0.5, auc: 0.75 },
  });
});

test('a set of one label tells no macro F1, and one without negatives nothing of negatives', () => {
  expect(sentimentFigures([judged(1, 0, 0.6), judged(1, 1, 0.2)])).toEqual({ posts: 2, negative: {} });
  const negatives = sentimentFigures([judged(0, 0, 0.6), judged(0, 1, 0.2)]).negative;
  expect(negatives).toEqual({ precision: 1, recall: 0.5, f1: 0.6667 });
});

test('calibration is told of readers that give probabilities to every post', () => {
  const sure = { ...judged(0, 0, 0.8), probabilities: [0.8, 0.1, 0.1] } as const;
  expect(sentimentFigures([sure]).calibration).toEqual({ negative: 0.2, likeliest: 0.2 });
  expect(sentimentFigures([sure, judged(0, 0, 0.8)]).calibration).toBeUndefined();
});
