import { costOf, fateOf, isRecovered, middleOf, moneyOf } from './money.js';
import type { CaseMeasures } from './measures.js';
import { policy } from './policy.spec-suite.js';

const now = new Date('2026-11-20T12:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

function contact(facts: Partial<CaseMeasures> = {}): CaseMeasures {
  return {
    id: 'c1',
    status: 'open',
    language: 'uk',
    category: 'delivery',
    failure: 'not_delivered',
    policyVersion: 1,
    assignee: 'taras',
    postedAt: daysAgo(3),
    assignedAt: daysAgo(3),
    urgency: 'normal',
    threatened: false,
    rounds: 1,
    brokenPromises: 0,
    handOffs: 0,
    points: {
      treated_as_human: 'no',
      knows_what_they_pay_for: 'not_due',
      got_report: 'no',
      got_response: 'no',
      heard_and_wanted: 'no',
      not_deceived: 'yes',
    },
    promises: [],
    fixes: [],
    ...facts,
  };
}
const closed = { status: 'closed', closedAt: daysAgo(1), answeredAt: daysAgo(2) } as const;

test('situation 8: fifty lost contacts a week at 90 to 140 euros each are over 5,000 euros', () => {
  const money = { ...policy.money, currency: 'EUR', valueFromMinor: 90_00, valueToMinor: 140_00 };
  const lost = Array.from({ length: 50 }, () =>
    moneyOf(contact({ ...closed, behaviour: 'left' }), money, now),
  );
  const sum = {
    fromMinor: lost.reduce((all, { fromMinor }) => all + fromMinor, 0),
    toMinor: lost.reduce((all, { toMinor }) => all + toMinor, 0),
  };
  expect(new Set(lost.map(({ fate }) => fate))).toEqual(new Set(['lost']));
  expect(sum).toEqual({ fromMinor: 4_500_00, toMinor: 7_000_00 });
  expect(middleOf(sum)).toBe(5_750_00);
});

test.each<[string, Partial<CaseMeasures>, string]>([
  ['an open case', {}, 'at_risk'],
  ['an open case that nobody answered for two weeks', { postedAt: daysAgo(14) }, 'lost'],
  ['an old case that was answered', { postedAt: daysAgo(40), answeredAt: daysAgo(39) }, 'at_risk'],
  ['a customer who left, although the case is open', { behaviour: 'left' }, 'lost'],
  ['closed, and they were not helped', { ...closed, verdict: 'not_recovered' }, 'lost'],
  [
    'open again, because they were not helped',
    { verdict: 'not_recovered', answeredAt: daysAgo(2) },
    'at_risk',
  ],
  ['closed, and they say it is put right', { ...closed, verdict: 'recovered' }, 'saved'],
  ['closed, and they raised the rating', { ...closed, behaviour: 'rating_up' }, 'saved'],
  ['they said it is put right, and left', { ...closed, verdict: 'recovered', behaviour: 'left' }, 'lost'],
  ['closed, put right in part', { ...closed, verdict: 'partly' }, 'undecided'],
  ['closed, and they are silent', { ...closed, behaviour: 'silent' }, 'undecided'],
  ['closed', closed, 'undecided'],
])('%s', (_what, facts, fate) => {
  expect(fateOf(contact(facts), now)).toBe(fate);
});

test('at risk and saved are worth the chance that they would have left', () => {
  expect(moneyOf(contact(), policy.money, now)).toMatchObject({ fromMinor: 18_00, toMinor: 28_00 });
  const again = contact({ rounds: 2, brokenPromises: 1 });
  // 1 - 0.8 x 0.85 x 0.85
  expect(moneyOf(again, policy.money, now)).toMatchObject({ fromMinor: 37_98, toMinor: 59_08 });
  const saved = contact({ ...closed, threatened: true, verdict: 'recovered' });
  expect(moneyOf(saved, policy.money, now)).toMatchObject({
    fate: 'saved',
    fromMinor: 63_00,
    toMinor: 98_00,
  });
  expect(moneyOf(contact(closed), policy.money, now)).toMatchObject({ fromMinor: 0, toMinor: 0 });
});

test('what somebody wrote down with the outcome stands instead of the reckoning', () => {
  const known = contact({ ...closed, behaviour: 'left', lostMinor: 500_00, currency: 'EUR' });
  expect(moneyOf(known, policy.money, now)).toEqual({
    fate: 'lost',
    currency: 'EUR',
    fromMinor: 500_00,
    toMinor: 500_00,
  });
});

test('only fixes that were done cost, each currency by itself', () => {
  const cost = (amountMinor: number, currency = 'UAH') => ({ amountMinor, currency });
  const fixes: CaseMeasures['fixes'] = [
    { kind: 'refund', state: 'done', cost: cost(100) },
    { kind: 'compensation', state: 'done', cost: cost(20) },
    { kind: 'compensation', state: 'done', cost: cost(7, 'EUR') },
    { kind: 'redelivery', state: 'declined', cost: cost(1_000) },
    { kind: 'apology', state: 'done' },
  ];
  expect([costOf(contact({ fixes }), 'UAH'), costOf(contact({ fixes }), 'EUR')]).toEqual([120, 7]);
});

test('a recovery worked when the customer says or shows it, and not when they complain again', () => {
  const of = (facts: Partial<CaseMeasures>) => isRecovered(contact(facts));
  expect([of({ verdict: 'recovered' }), of({ behaviour: 'praise' }), of({})]).toEqual([true, true, false]);
  expect(of({ verdict: 'recovered', behaviour: 'new_complaint' })).toBe(false);
});
