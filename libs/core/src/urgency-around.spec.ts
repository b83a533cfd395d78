import fc from 'fast-check';
import { type Assessment, type Urgency, urgencyRank } from './assessment.js';
import { spreadOthers, urgencyAround, wideReach } from './urgency-around.js';

const levels: readonly Urgency[] = ['none', 'low', 'normal', 'high', 'critical'];
const complaint: Assessment = {
  language: 'en',
  sentiment: 'negative',
  pNegative: 0.9,
  intent: 'complaint',
  urgency: 'normal',
  urgencyReasons: ['definite_breach'],
  category: 'product',
  signals: [],
  model: 'test-1',
};
const nothing = { complaintsBefore: 0, othersInThread: 0 };

describe('urgency by what is around a text', () => {
  it.each([
    ['wide_reach', { ...nothing, reach: wideReach }],
    ['repeat_complaint', { ...nothing, complaintsBefore: 1 }],
    ['spreading', { ...nothing, othersInThread: spreadOthers }],
  ] as const)('is one level higher for %s, and says so first', (reason, around) => {
    expect(urgencyAround(complaint, around)).toMatchObject({
      urgency: 'high',
      urgencyReasons: [reason, 'definite_breach'],
    });
  });

  it('is one level higher for all of them together', () => {
    const all = { reach: 5_000_000, complaintsBefore: 9, othersInThread: 40 };
    expect(urgencyAround({ ...complaint, urgency: 'low' }, all).urgency).toBe('normal');
  });

  it('stays what the words say without them, also for the small', () => {
    expect(urgencyAround(complaint, nothing)).toBe(complaint);
    expect(urgencyAround(complaint, { ...nothing, reach: 0 })).toBe(complaint);
    expect(urgencyAround(complaint, { ...nothing, reach: wideReach - 1 })).toBe(complaint);
  });

  it('stays what it is where nobody complains', () => {
    const praise: Assessment = { ...complaint, sentiment: 'positive', intent: 'praise', urgency: 'none' };
    expect(urgencyAround(praise, { ...nothing, reach: wideReach })).toBe(praise);
  });

  it('is never lower, never more than a level higher, and never critical by surroundings alone', () => {
    const around = fc.record(
      { reach: fc.nat(10_000_000), complaintsBefore: fc.nat(9), othersInThread: fc.nat(99) },
      { requiredKeys: ['complaintsBefore', 'othersInThread'] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...levels), around, (urgency, known) => {
        const after = urgencyAround({ ...complaint, urgency }, known).urgency;
        const step = urgencyRank(after) - urgencyRank(urgency);
        expect(step).toBeGreaterThanOrEqual(0);
        expect(step).toBeLessThanOrEqual(1);
        expect(after === 'critical').toBe(urgency === 'critical');
      }),
    );
  });
});
