import { defaultPolicy, forCurrency } from '../index.js';

const limitsOf = (currency: string) =>
  forCurrency(defaultPolicy, currency).fixes.find(({ key }) => key === 'full_refund')?.approval;

it('in its own currency the policy is the same', () => {
  expect(forCurrency(defaultPolicy, 'UAH')).toBe(defaultPolicy);
});

it('in euros a contact is worth 90 to 140 and a manager approves up to 10', () => {
  expect(forCurrency(defaultPolicy, 'EUR').money).toMatchObject({
    valueFromMinor: 9_000,
    valueToMinor: 14_000,
  });
  expect(limitsOf('EUR')).toEqual([
    { role: 'manager', upToMinor: 1_000 },
    { role: 'lead', upToMinor: 6_000 },
    { role: 'director', upToMinor: 40_000 },
  ]);
});

it('a currency without small coins is counted in whole units', () => {
  expect(limitsOf('JPY')?.[0]).toEqual({ role: 'manager', upToMinor: 1_600 });
});

it('in a currency that is not known the limits are rather small', () => {
  expect(limitsOf('XPF')?.[0]?.upToMinor).toBeLessThanOrEqual(1_000);
});

it('texts, clocks and the policy before it stay as they are', () => {
  const before = JSON.stringify(defaultPolicy);
  const { playbooks, outcome } = forCurrency(defaultPolicy, 'EUR');
  expect({ playbooks, outcome }).toEqual({
    playbooks: defaultPolicy.playbooks,
    outcome: defaultPolicy.outcome,
  });
  expect(JSON.stringify(defaultPolicy)).toBe(before);
});
