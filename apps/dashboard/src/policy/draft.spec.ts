import { carriedOver, changedIn, keyOf, moved, replaced, sections, withoutFix } from './draft.js';
import { policy as defaultPolicy } from './policy.fixture.js';

const version = (number: number, policy = defaultPolicy) => ({
  version: number,
  at: '2026-11-24T10:00:00.000Z',
  by: { kind: 'heard' as const },
  sections: [],
  policy,
});

test('every section of a policy stands on the page', () => {
  expect([...sections].toSorted()).toEqual(Object.keys(defaultPolicy).toSorted());
});

test('only what differs is changed, and taking it back is no change', () => {
  const typed = { ...defaultPolicy, handOffs: { budget: 3 } };
  expect(changedIn(defaultPolicy, typed)).toEqual(['handOffs']);
  expect(changedIn(defaultPolicy, { ...typed, handOffs: { ...defaultPolicy.handOffs } })).toEqual([]);
});

test('what was typed is carried over to a newer version, and what both changed is named', () => {
  const draft = {
    base: version(1),
    policy: { ...defaultPolicy, handOffs: { budget: 3 }, suggestFrom: 20 },
  };
  const newer = version(2, { ...defaultPolicy, handOffs: { budget: 5 }, rounds: { limit: 7 } });
  const carried = carriedOver(draft, newer);
  expect(carried.both).toEqual(['handOffs']);
  expect(carried.draft.base.version).toBe(2);
  expect(carried.draft.policy).toMatchObject({
    handOffs: { budget: 3 },
    suggestFrom: 20,
    rounds: { limit: 7 },
  });
});

test('a fix that is taken out leaves the ladders too', () => {
  const { fixes, playbooks } = withoutFix(defaultPolicy, 'full_refund');
  expect(fixes).toHaveLength(defaultPolicy.fixes.length - 1);
  expect(playbooks.flatMap(({ ladder }) => ladder)).not.toContain('full_refund');
});

test.each([
  [1, -1, ['b', 'a', 'c']],
  [1, 1, ['a', 'c', 'b']],
  [0, -1, ['a', 'b', 'c']],
  [2, 1, ['a', 'b', 'c']],
] as const)('moving the thing at %i by %i gives %j', (from, by, list) => {
  expect(moved(['a', 'b', 'c'], from, by)).toEqual(list);
});

test('one thing of a list is replaced', () => {
  expect(replaced(['a', 'b', 'c'], 1, 'x')).toEqual(['a', 'x', 'c']);
});

test.each([
  ['Gift with a note', 'gift_with_a_note'],
  ['  50% off! ', 'off'],
  ['Подарунок', 'new_fix'],
  ['x'.repeat(80), 'x'.repeat(60)],
])('%j has the key %s', (title, key) => {
  expect(keyOf(title)).toBe(key);
});
