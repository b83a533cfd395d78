import { expectedComments, learnRate, shareUntil } from './comment-rate.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('the rate of comments under a post', () => {
  it.each([
    [0, 0],
    [30 * minute, 0.5],
    [day, 0.917],
    [14 * day, 0.978],
  ])('takes it that until an age of %i ms this share has come: %f', (age, share) => {
    expect(shareUntil(age)).toBeCloseTo(share, 2);
  });

  it('expects most of a young post, little of an old one, and never nothing', () => {
    const inAnHour = (age: number): number =>
      expectedComments(undefined, { fromAgeMs: age, toAgeMs: age + hour });
    const falling = [0, hour, day, 7 * day, 30 * day].map(inAnHour);
    expect(falling).toEqual(falling.toSorted((a, b) => b - a));
    expect(falling.at(-1)).toBeGreaterThan(0);
  });

  it('expects more where more came, and less where nothing did', () => {
    const ages = { fromAgeMs: 0, toAgeMs: hour } as const;
    const next = { fromAgeMs: hour, toAgeMs: 2 * hour };
    const [none, many] = [learnRate(undefined, 0, ages), learnRate(undefined, 40, ages)];
    expect(expectedComments(none, next)).toBeLessThan(expectedComments(undefined, next));
    expect(expectedComments(many, next)).toBeGreaterThan(4 * expectedComments(undefined, next));
  });

  it('hears of an old post that wakes up, and forgets it again', () => {
    const asleep = learnRate(undefined, 0, { fromAgeMs: 0, toAgeMs: 10 * day });
    const awake = learnRate(asleep, 6, { fromAgeMs: 10 * day, toAgeMs: 10 * day + hour });
    const later = learnRate(awake, 0, { fromAgeMs: 10 * day + hour, toAgeMs: 30 * day });
    const expected = [asleep, awake, later].map((rate) =>
      expectedComments(rate, { fromAgeMs: 30 * day, toAgeMs: 30 * day + hour }),
    );
    expect(expected[1]).toBeGreaterThan(3 * (expected[0] ?? 0));
    expect(expected[2]).toBeLessThan((expected[1] ?? 0) / 2);
  });
});
