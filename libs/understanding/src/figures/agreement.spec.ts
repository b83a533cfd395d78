import { agreement, f1Of, f1OfSets, quadraticKappa } from './agreement.js';

test('agreement and F1 by hand', () => {
  const pairs = [
    ['a', 'a'],
    ['a', 'b'],
    ['b', 'b'],
    ['c', 'a'],
  ] as const;
  expect(agreement<string>(pairs)).toBe(0.5);
  expect(f1Of<string>('a', pairs)).toBe(0.5);
  expect(f1Of<string>('b', pairs)).toBe(0.6667);
  expect(f1Of<string>('z', pairs)).toBeUndefined();
  expect(agreement([])).toBeUndefined();
});

test('kappa is 1 for the same, 0 for chance, below 0 for the contrary, and far off counts more', () => {
  expect(
    quadraticKappa(
      [
        [0, 0],
        [4, 4],
        [2, 2],
      ],
      5,
    ),
  ).toBe(1);
  expect(
    quadraticKappa(
      [
        [0, 0],
        [0, 4],
        [4, 0],
        [4, 4],
      ],
      5,
    ),
  ).toBe(0);
  expect(
    quadraticKappa(
      [
        [0, 4],
        [4, 0],
      ],
      5,
    ),
  ).toBe(-1);
  const near =
    quadraticKappa(
      [
        [0, 0],
        [4, 4],
        [2, 3],
      ],
      5,
    ) ?? 0;
  const far =
    quadraticKappa(
      [
        [0, 0],
        [4, 4],
        [0, 4],
      ],
      5,
    ) ?? 0;
  expect(near).toBeGreaterThan(far);
});

test('F1 of sets counts their members together', () => {
  const set = (...members: string[]): ReadonlySet<string> => new Set(members);
  expect(
    f1OfSets([
      [set('a', 'b'), set('a')],
      [set(), set('c')],
    ]),
  ).toBe(0.5);
  expect(f1OfSets([[set(), set()]])).toBeUndefined();
});
