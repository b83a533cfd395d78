import fc from 'fast-check';
import { candidatesAfter, nextEscalationAt, readPolicy, roundStart, usualPolicy } from './escalation.js';

const anna = '019bf0a1-0000-7000-8000-00000000aaaa';
const policy = readPolicy({ afterMinutes: 10, steps: [{ to: 'on_call' }, { to: anna }, { to: 'director' }] });

test('the next ones are asked in the order of the policy, and after the last one it starts over', () => {
  expect(candidatesAfter(policy, -1).map((step) => step.to)).toEqual(['on_call', anna, 'director']);
  expect(candidatesAfter(policy, 1)).toEqual([
    { level: 2, to: 'director' },
    { level: 3, to: 'on_call' },
    { level: 4, to: anna },
  ]);
});

test.each([
  [0, 0],
  [2, 0],
  [3, 3],
  [7, 6],
])('level %i belongs to the round that began at level %i', (level, start) => {
  expect(roundStart(policy, level)).toBe(start);
});

test('the pause is the one of the policy', () => {
  const next = nextEscalationAt(policy, new Date('2031-03-04T23:55:00Z'));
  expect(next).toEqual(new Date('2031-03-05T00:05:00Z'));
});

test.each([
  [undefined],
  [null],
  ['nonsense'],
  [{ afterMinutes: Number.NaN, steps: [] }],
  [{ afterMinutes: '5', steps: [{ to: 'nobody' }, null, 7] }],
])('a policy that cannot be used, %j, is replaced by the usual one', (stored) => {
  expect(readPolicy(stored)).toEqual(usualPolicy);
});

test.each([
  [0, 1],
  [-5, 1],
  [15, 15],
  [1e9, 1_440],
])('a pause of %d minutes counts as %d', (asked, used) => {
  expect(readPolicy({ afterMinutes: asked, steps: [{ to: 'lead' }] }).afterMinutes).toBe(used);
});

test('from every level one round asks every step once, at levels that only rise', () => {
  const targets = fc.array(fc.constantFrom('on_call', 'lead', 'director', 'administrator', anna), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(targets, fc.nat(100), (steps, level) => {
      const any = readPolicy({ afterMinutes: 10, steps: steps.map((to) => ({ to })) });
      const next = candidatesAfter(any, level);
      expect(next.map((step) => step.level)).toEqual(steps.map((_, index) => level + 1 + index));
      expect(next.map((step) => step.to).sort()).toEqual([...steps].sort());
    }),
  );
});
