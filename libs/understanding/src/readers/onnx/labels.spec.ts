import { meaningsOf, probabilitiesOf } from './labels.js';

describe('the labels of a model', () => {
  it.each([
    [['NEGATIVE', 'NEUTRAL', 'POSITIVE'], [], ['negative', 'neutral', 'positive']],
    [['positive', 'negative'], [], ['positive', 'negative']],
    [
      ['1 star', '2 stars', '3 stars', '4 stars', '5 stars'],
      [],
      ['negative', 'negative', 'neutral', 'positive', 'positive'],
    ],
    [
      ['LABEL_0', 'LABEL_1', 'LABEL_2'],
      ['neutral', 'positive', 'negative'],
      ['neutral', 'positive', 'negative'],
    ],
    [['Very_Negative', 'very positive'], [], ['negative', 'positive']],
  ] as const)('%j with %j mean %j', (labels, given, meanings) => {
    expect([...meaningsOf(labels, given).values()]).toEqual(meanings);
  });

  it.each([
    [['LABEL_0', 'LABEL_1'], [], /LABEL_0/],
    [['joy', 'anger'], [], /joy/],
    [['NEGATIVE', 'POSITIVE'], ['negative'], /2 labels .* names 1/],
    [['NEUTRAL', 'POSITIVE'], [], /a label for negative/],
  ] as const)('%j with %j are refused, with the reason', (labels, given, why) => {
    expect(() => meaningsOf(labels, given)).toThrow(why);
  });

  test('five stars become three probabilities that add up to 1', () => {
    const meanings = meaningsOf(['1 star', '2 stars', '3 stars', '4 stars', '5 stars']);
    const scores = { '1 star': 0.4, '2 stars': 0.2, '3 stars': 0.2, '4 stars': 0.1, '5 stars': 0.1 };
    const { negative, neutral, positive } = probabilitiesOf(scores, meanings) ?? {};
    expect([negative, neutral, positive].map((each) => each?.toFixed(2))).toEqual(['0.60', '0.20', '0.20']);
  });

  test('what a broken model answers is no opinion', () => {
    const meanings = meaningsOf(['neg', 'pos']);
    expect(probabilitiesOf({ neg: Number.NaN, pos: 0.5 }, meanings)).toBeUndefined();
    expect(probabilitiesOf({}, meanings)).toBeUndefined();
  });
});
