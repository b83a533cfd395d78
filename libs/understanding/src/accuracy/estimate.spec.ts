import { wilson } from '@heard/core';
import { randomFrom } from '../random.js';
import { type CheckedStratum, rightness } from './estimate.js';
import { allocate, allStrata, fewestOfStratum, strata } from './strata.js';

/** A made-up page: how many texts each part has, and the share of them that is negative. */
const page = {
  urgent_negative: { population: 150, share: 0.9 },
  urgent_other: { population: 12, share: 0.4 },
  negative: { population: 600, share: 0.7 },
  doubtful: { population: 500, share: 0.25 },
  rest: { population: 3_000, share: 0.02 },
};
const populations = Object.fromEntries(allStrata.map((each) => [each, page[each].population])) as Record<
  (typeof allStrata)[number],
  number
>;

/** Draws a sample of a page and looks at it, as people would. */
function checkedPage(
  size: number,
  random: () => number,
): { parts: CheckedStratum[]; precision: number; recall: number } {
  const drawn = allocate(populations, size);
  let [found, said, all] = [0, 0, 0];
  const parts = allStrata.map((each) => {
    const { population, share } = page[each];
    const truth = Array.from({ length: population }, () => random() < share);
    const are = truth.filter(Boolean).length;
    all += are;
    if (strata[each].negative) [found, said] = [found + are, said + population];
    const places = truth.map((is) => ({ is, at: random() })).toSorted((a, b) => a.at - b.at);
    const sample = places.slice(0, drawn[each]);
    return {
      said: strata[each].negative,
      population,
      checked: sample.length,
      are: sample.filter(({ is }) => is).length,
    };
  });
  return { parts, precision: found / said, recall: found / all };
}

describe('precision and recall from a sample drawn apart from each part', () => {
  test('the true figures lie within the bounds about as often as promised, and the bounds narrow with the sample', () => {
    const random = randomFrom(20261126);
    const rounds = 60;
    const hits = { precision: 0, recall: 0 };
    const wide: number[] = [];
    const narrow: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { parts, ...truth } = checkedPage(120, random);
      const { precision, recall } = rightness(parts);
      if (!precision || !recall) throw new Error('enough was checked');
      if (truth.precision >= precision.from && truth.precision <= precision.to) hits.precision += 1;
      if (truth.recall >= recall.from && truth.recall <= recall.to) hits.recall += 1;
      wide.push(recall.to - recall.from);
      if (round >= 10) continue;
      const more = rightness(checkedPage(480, random).parts).recall;
      narrow.push((more?.to ?? 1) - (more?.from ?? 0));
    }
    expect(hits.precision / rounds).toBeGreaterThan(0.9);
    expect(hits.recall / rounds).toBeGreaterThan(0.9);
    const mean = (some: number[]): number => some.reduce((sum, each) => sum + each, 0) / some.length;
    expect(mean(narrow)).toBeLessThan(0.75 * mean(wide));
  }, 300_000);

  test('a checked text counts as often as the texts that it stands for', () => {
    const { precision, recall } = rightness([
      { said: true, population: 100, checked: 10, are: 8 },
      { said: false, population: 1_000, checked: 20, are: 1 },
    ]);
    expect(precision?.value).toBe(0.8);
    expect(recall?.value).toBeCloseTo(80 / (80 + 50), 3);
    expect([precision?.of, recall?.of]).toEqual([10, 30]);
  });

  test('finding nothing overlooked in a few of many is no proof that nothing is', () => {
    const { recall } = rightness([
      { said: true, population: 100, checked: 20, are: 20 },
      { said: false, population: 5_000, checked: 20, are: 0 },
    ]);
    expect(recall).toMatchObject({ value: 1, to: 1 });
    expect(recall?.from).toBeLessThan(0.5);
  });

  test('of one part the bounds are about those of Wilson', () => {
    for (const [are, checked] of [
      [3, 10],
      [17, 40],
      [55, 60],
    ] as const) {
      const { precision } = rightness([{ said: true, population: 100_000, checked, are }]);
      const plain = wilson(are, checked);
      expect(Math.abs((precision?.from ?? 0) - plain.from)).toBeLessThan(0.06);
      expect(Math.abs((precision?.to ?? 0) - plain.to)).toBeLessThan(0.06);
    }
  });

  test('where all was checked nothing is uncertain', () => {
    expect(
      rightness([
        { said: true, population: 8, checked: 8, are: 6 },
        { said: false, population: 6, checked: 6, are: 2 },
      ]),
    ).toEqual({
      precision: { value: 0.75, from: 0.75, to: 0.75, of: 8 },
      recall: { value: 0.75, from: 0.75, to: 0.75, of: 14 },
    });
  });

  test('a figure that too little was checked for is not given', () => {
    const said = { said: true, population: 100, checked: 10, are: 8 };
    expect(rightness([said, { said: false, population: 900, checked: 4, are: 0 }])).toEqual({
      precision: expect.objectContaining({ value: 0.8 }),
    });
    expect(rightness([{ ...said, checked: 4, are: 3 }])).toEqual({});
    expect(
      rightness([
        { ...said, are: 0 },
        { said: false, population: 90, checked: 9, are: 0 },
      ]),
    ).not.toHaveProperty('recall');
    expect(rightness([])).toEqual({});
  });
});

describe('how many are drawn from each part', () => {
  test('all that are asked for, some of every part, and never more than there are', () => {
    for (const size of [40, 60, 200]) {
      const drawn = allocate(populations, size);
      expect(Object.values(drawn).reduce((sum, each) => sum + each, 0)).toBe(size);
      for (const each of allStrata) {
        expect(drawn[each]).toBeGreaterThanOrEqual(fewestOfStratum);
        expect(drawn[each]).toBeLessThanOrEqual(populations[each]);
      }
    }
    expect(allocate({ ...populations, rest: 3, urgent_other: 0 }, 60)).toMatchObject({
      rest: 3,
      urgent_other: 0,
    });
    const few = { urgent_negative: 1, urgent_other: 0, negative: 2, doubtful: 3, rest: 4 };
    expect(allocate(few, 60)).toEqual(few);
  });

  test('large and uncertain parts get more', () => {
    const drawn = allocate(populations, 200);
    expect(drawn.rest).toBeGreaterThan(drawn.doubtful);
    expect(drawn.negative).toBeGreaterThan(drawn.urgent_negative);
  });
});
