import fc from 'fast-check';
import { type CensoredTime, quantileOf, survival } from './kaplan-meier.js';

const read = (text: string): CensoredTime[] =>
  text.split(' ').map((each) => ({ time: Number.parseFloat(each), happened: !each.endsWith('+') }));
const median = (times: readonly CensoredTime[]) => quantileOf(survival(times), 0.5);
const rounded = (times: readonly CensoredTime[]) =>
  survival(times).map(({ time, waiting }) => [time, Number(waiting.toFixed(4))]);

test('the example of Kaplan and Meier comes out as they printed it', () => {
  expect(rounded(read('0.8 1.0+ 2.7+ 3.1 5.4 7.0+ 9.2 12.1+'))).toEqual([
    [0.8, 0.875],
    [3.1, 0.7],
    [5.4, 0.525],
    [9.2, 0.2625],
  ]);
});

describe('the remissions of leukaemia of Freireich and others (1963)', () => {
  const treated = read('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');
  const placebo = read('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23');

  it('has the curve of the textbooks', () => {
    expect(rounded(treated)).toEqual([
      [6, 0.8571],
      [7, 0.8067],
      [10, 0.7529],
      [13, 0.6902],
      [16, 0.6275],
      [22, 0.5378],
      [23, 0.4482],
    ]);
  });

  it('has its medians, with an upper bound only where enough happened', () => {
    expect(median(treated)).toEqual({ reached: true, time: 23, from: 13 });
    expect(median(placebo)).toEqual({ reached: true, time: 8, from: 4, to: 11 });
  });
});

test.each([
  ['nobody', [], undefined],
  ['one who has it', read('5'), 5],
  ['one who waits', read('5+'), undefined],
  ['half of them, at the second of four', read('1 2 3+ 4+'), 2],
  ['fewer than half', read('1 2+ 3+ 4+'), undefined],
  ['what happens at the time at which another is lost comes first', read('3 3+'), 3],
])('the median of %s', (_who, times, expected) => {
  const found = median(times);
  expect(found.reached ? found.time : undefined).toBe(expected);
});

const times = fc.array(
  fc
    .record({
      time: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constant(Infinity)),
      happened: fc.boolean(),
    })
    .map((each) => (each.time === Infinity ? { ...each, happened: false } : each)),
  { minLength: 1, maxLength: 40 },
);
const share = fc.constantFrom(0.5, 0.9, 0.25);
const valueOf = (all: readonly CensoredTime[], of: number): number => {
  const found = quantileOf(survival(all), of);
  return found.reached ? found.time : Infinity;
};

test('without censoring it is the quantile of the times themselves', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 60 }),
      share,
      (all, of) => {
        const sorted = all.toSorted((a, b) => a - b);
        const expected = sorted[Math.ceil(of * sorted.length - 1e-9) - 1];
        expect(
          valueOf(
            all.map((time) => ({ time, happened: true })),
            of,
          ),
        ).toBe(expected);
      },
    ),
  );
});

test('one more who still waits makes no quantile better', () => {
  fc.assert(
    fc.property(times, fc.integer({ min: 0, max: 80 }), share, (all, time, of) => {
      expect(valueOf([...all, { time, happened: false }], of)).toBeGreaterThanOrEqual(valueOf(all, of));
    }),
  );
});

test('waiting longer, or for ever, makes no quantile better', () => {
  fc.assert(
    fc.property(times, fc.nat(), fc.constantFrom(1, 30, Infinity), share, (all, pick, more, of) => {
      const index = pick % all.length;
      const later = all.map((each, at) =>
        at === index && !each.happened ? { ...each, time: each.time + more } : each,
      );
      expect(valueOf(later, of)).toBeGreaterThanOrEqual(valueOf(all, of));
    }),
  );
});

test('taking back that it happened makes no quantile better', () => {
  fc.assert(
    fc.property(times, fc.nat(), share, (all, pick, of) => {
      const lost = all.map((each, at) =>
        at === pick % all.length ? { ...each, time: Infinity, happened: false } : each,
      );
      expect(valueOf(lost, of)).toBeGreaterThanOrEqual(valueOf(all, of));
    }),
  );
});

test('the bounds lie about what they bound', () => {
  fc.assert(
    fc.property(times, (all) => {
      for (const { waiting, from, to } of survival(all)) {
        expect(from).toBeLessThanOrEqual(waiting + 1e-9);
        expect(to).toBeGreaterThanOrEqual(waiting - 1e-9);
      }
    }),
  );
});
