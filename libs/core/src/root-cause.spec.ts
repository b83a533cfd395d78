import fc from 'fast-check';
import { beforeAndAfter, type Cause, recurrencesOf, windowsAround } from './root-cause.js';
import { type CauseCommand, decideCause } from './decide-cause.js';
import { evolveCause, rebuildCause } from './evolve-cause.js';
import { rateRatio } from './rate-ratio.js';
import { isRefusal } from './refusal.js';
import type { Actor } from './staff.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 10, number, 10));
const lead: Actor = { kind: 'person', staffId: 'iryna', role: 'lead' };
const taras: Actor = { kind: 'person', staffId: 'taras', role: 'manager' };
const olha: Actor = { kind: 'person', staffId: 'olha', role: 'manager' };
const named: Cause = rebuildCause('c1', [
  {
    type: 'cause.named',
    title: 'Кур’єр Подолу без замін',
    failures: ['not_delivered'],
    answerable: 'taras',
    at: day(1),
    by: lead,
  },
]);
const fix = { type: 'fix', what: 'Найнято другого кур’єра', evidence: 'наказ №7' } as const;
const link = (caseId: string, on: number): CauseCommand => ({ type: 'link_case', caseId, postedAt: day(on) });

/** What becomes of it; one command a day from the second on. */
function after(...commands: CauseCommand[]): Cause {
  return commands.reduce<Cause>((state, command, index) => {
    const events = decideCause(state, command, lead, day(index + 2));
    if (isRefusal(events)) throw new Error(events.refused);
    return events.reduce((current, event) => evolveCause(current, event, 'c1'), state);
  }, named);
}

describe('the way of a cause', () => {
  test.each<[string, Cause, CauseCommand, Actor, string]>([
    [
      'is worked at by the person answerable',
      named,
      { type: 'begin_work', plan: 'Найняти' },
      olha,
      'not_assignee',
    ],
    ['is worked at with a plan', named, { type: 'begin_work', plan: ' ' }, taras, 'text_needed'],
    ['is fixed with what was changed', named, { ...fix, what: '' }, taras, 'text_needed'],
    ['is fixed with evidence', named, { ...fix, evidence: '' }, taras, 'evidence_needed'],
    ['is fixed once', after(fix), fix, taras, 'cause_fixed'],
    ['is fixed by a lead too', named, fix, lead, 'allowed'],
    ['is fixed again after it came back', after(fix, link('k2', 9)), fix, taras, 'allowed'],
  ])('%s', (_, state, command, by, expected) => {
    const decision = decideCause(state, command, by, day(12));
    expect(isRefusal(decision) ? decision.refused : 'allowed').toBe(expected);
  });

  test('a complaint from after the fix is a recurrence; one from before it is not', () => {
    const recurred = after(link('k1', 1), fix, link('k2', 2), link('k3', 9));
    expect(recurred.state).toBe('recurred');
    expect(recurrencesOf(recurred).map(({ caseId }) => caseId)).toEqual(['k3']);
    expect(after(link('k1', 1), fix, link('k2', 2)).state).toBe('fixed');
  });

  test('a recurrence with another cause was none', () => {
    expect(after(fix, link('k3', 9), { type: 'unlink_case', caseId: 'k3' }).state).toBe('fixed');
  });

  test('a second fix has to hold against what comes after it only', () => {
    const again = after(fix, link('k3', 4), fix);
    expect(again.state).toBe('fixed');
    expect(recurrencesOf(again)).toEqual([]);
  });

  test('the same case twice is one', () => {
    expect(after(link('k1', 1), link('k1', 1)).cases).toHaveLength(1);
  });
});

describe('before and after', () => {
  test('the stretches are equal, and no longer than half a year', () => {
    const short = windowsAround(day(10), day(17));
    expect([short.beforeFrom, short.afterTo, short.weeks]).toEqual([day(3), day(17), 1]);
    expect(windowsAround(day(10), new Date(Date.UTC(2029, 0))).weeks).toBe(26);
  });

  test('what lies outside of them does not count', () => {
    const complaints = [day(1), day(4), day(9), day(10), day(11), day(18)];
    expect(beforeAndAfter(complaints, windowsAround(day(10), day(17)))).toMatchObject({
      before: 3,
      after: 1,
      weeks: 1,
    });
  });

  // Limits by sums of exact binomial terms, as odds.
  test.each([
    [10, 2, 0.2, 0.0213, 0.9385],
    [10, 10, 1, 0.3735, 2.677],
    [30, 5, 0.1667, 0.0505, 0.4338],
    [5, 0, 0, 0, 1.0913],
  ])('%i before and %i after', (before, after_, ratio, low, high) => {
    const found = rateRatio(before, after_);
    expect(found.ratio).toBeCloseTo(ratio, 3);
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
  });

  test('nothing before leaves no ratio and no upper limit', () => {
    expect(rateRatio(0, 3)).toEqual({ low: expect.closeTo(0.4132, 3) });
    expect(rateRatio(0, 0)).toEqual({ low: 0 });
  });

  test('the interval holds the ratio, and many cases do not break it', () => {
    const count = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(
        count.filter((n) => n > 0),
        count,
        (before, after_) => {
          const { ratio = NaN, low, high = Infinity } = rateRatio(before, after_);
          return low <= ratio && ratio <= high;
        },
      ),
      { numRuns: 50 },
    );
  });
});
