import type { CauseTraits, Named } from './cause.js';
import { groupByCause } from './common-cause.js';
import { likeness, sketchOf } from './sketch.js';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 20, 10, minutes));
const limits = { cases: 3, withinHours: 6 };
const named = (key: string): Named => ({ key, shown: key });

function trait(caseId: string, more: Partial<CauseTraits> = {}): CauseTraits {
  return {
    caseId,
    scope: 'brand',
    at: at(Number(caseId.replace(/\D/gu, '')) || 0),
    author: `author of ${caseId}`,
    isFresh: false,
    failure: 'not_delivered',
    couriers: [],
    products: [],
    places: [],
    ...more,
  };
}

const complaint =
  'Курьер не приехал ни вчера, ни сегодня, деньги списали, трубку никто не берёт, верните деньги немедленно';
const sketch = sketchOf(complaint);
const oleg = { couriers: [named('oleg')] };
const codes = (cases: readonly CauseTraits[]): string[][] =>
  groupByCause(cases, limits).map(({ shares }) => shares.map(({ code }) => code));

describe('likeness of texts', () => {
  const like = (a: string, b: string): number => {
    const [first, second] = [sketchOf(a), sketchOf(b)];
    return first && second ? likeness(first, second) : -1;
  };
  test.each([
    ['the same', complaint, 1, 1],
    ['other marks, figures and case', `${complaint.toUpperCase()}!!! 12345 😡`, 1, 1],
    ['a word put in', complaint.replace('трубку', 'а трубку'), 0.7, 1],
    ['another matter', 'Вчера заказала платье, а привезли чужие туфли, обмен предлагают через месяц', 0, 0.3],
  ])('%s', (_, other, from, to) => {
    expect(like(complaint, other)).toBeGreaterThanOrEqual(from);
    expect(like(complaint, other)).toBeLessThanOrEqual(to);
  });

  test('short texts are alike by chance and are not compared', () => {
    expect(sketchOf('Где мой заказ???')).toBeUndefined();
  });
});

describe('cases are grouped by', () => {
  test.each<[string, CauseTraits[], string[][]]>([
    ['the courier', ['c1', 'c2', 'c3'].map((id) => trait(id, oleg)), [['courier', 'hour']]],
    ['nothing, when only two people name him', ['c1', 'c2'].map((id) => trait(id, oleg)), []],
    [
      'nothing, when one person complains three times',
      ['c1', 'c2', 'c3'].map((id) => trait(id, { ...oleg, author: 'one' })),
      [],
    ],
    [
      'nothing, when they are of different brands',
      ['c1', 'c2', 'c3'].map((id, index) => trait(id, { ...oleg, scope: `brand ${index}` })),
      [],
    ],
    [
      'nothing, when days lie between',
      ['c1', 'c2', 'c3'].map((id, index) => trait(id, { ...oleg, at: at(index * 24 * 60) })),
      [],
    ],
    ['the text', ['c1', 'c2', 'c3'].map((id) => trait(id, { sketch })), [['near_duplicate', 'hour']]],
    [
      'the product',
      ['c1', 'c2', 'c3'].map((id) => trait(id, { products: [named('кобзар')] })),
      [['product', 'hour']],
    ],
    [
      'the place, when the same goes wrong there',
      ['c1', 'c100', 'c200'].map((id) => trait(id, { location: named('podil') })),
      [['location']],
    ],
    [
      'the place, when it is at the same time',
      ['c1', 'c2', 'c3'].map((id) => trait(id, { failure: 'other', places: [named('podil')] })),
      [['location', 'hour']],
    ],
    [
      'nothing, when different things go wrong at one place over hours',
      [
        trait('c1', { location: named('podil') }),
        trait('c100', { location: named('podil'), failure: 'rude_staff' }),
        trait('c200', { location: named('podil'), failure: 'no_answer' }),
      ],
      [],
    ],
    ['nothing, when only the hour is the same', ['c1', 'c2', 'c3'].map((id) => trait(id)), []],
  ])('%s', (_, cases, expected) => {
    expect(codes(cases)).toEqual(expected);
  });

  test('several things shared by the same cases are one incident, and make it surer', () => {
    const cases = ['c1', 'c2', 'c3'].map((id) => trait(id, { ...oleg, sketch, location: named('podil') }));
    const [group, ...others] = groupByCause(cases, limits);
    expect(others).toEqual([]);
    expect(group?.shares.map(({ code }) => code)).toEqual(['near_duplicate', 'courier', 'location', 'hour']);
    expect(group?.sure).toBeGreaterThan(0.95);
  });

  test('two causes at the same time are two incidents', () => {
    const maria = { couriers: [named('maria')] };
    const cases = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((id, index) =>
      trait(id, index % 2 ? oleg : maria),
    );
    expect(groupByCause(cases, limits).map(({ caseIds }) => caseIds)).toEqual([
      ['c1', 'c3', 'c5'],
      ['c2', 'c4', 'c6'],
    ]);
  });

  test('a case is in one incident only', () => {
    const cases = [
      ...['c1', 'c2', 'c3', 'c4'].map((id) => trait(id, oleg)),
      ...['c5', 'c6', 'c7', 'c8'].map((id) => trait(id, { products: [named('kobzar')] })),
      trait('c9', { ...oleg, products: [named('kobzar')] }),
    ];
    const all = groupByCause(cases, limits).flatMap(({ caseIds }) => caseIds);
    expect(all.toSorted()).toEqual([...new Set(all)].toSorted());
    expect(all).toHaveLength(9);
  });
});

describe('a flood', () => {
  const flood = (count: number, more: Partial<CauseTraits> = {}): CauseTraits[] =>
    Array.from({ length: count }, (_, index) =>
      trait(`c${index}`, { at: new Date(at(0).getTime() + index * 1_000), sketch, isFresh: true, ...more }),
    );

  test('of one text by new people within minutes is flagged, and nobody is dropped', () => {
    const [group, ...others] = groupByCause(flood(300), limits);
    expect(others).toEqual([]);
    expect(group?.caseIds).toHaveLength(300);
    expect(group?.authors).toBe(300);
    expect(group?.coordinated).toBe(true);
  });

  test.each<[string, CauseTraits[]]>([
    ['nine people', flood(9)],
    ['people who were known before', flood(50, { isFresh: false })],
    [
      'one person',
      flood(50, { author: 'one' }).concat(flood(3).map((each) => ({ ...each, caseId: `x${each.caseId}` }))),
    ],
    ['different texts about one courier', flood(50, { sketch: undefined, ...oleg })],
  ])('of %s is none', (_, cases) => {
    expect(groupByCause(cases, limits).every(({ coordinated }) => !coordinated)).toBe(true);
  });
});

describe('grouping', () => {
  /** The same numbers at every run. */
  function numbers(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 0x1_0000_0000;
    };
  }
  const madeUp = (count: number, next: () => number): CauseTraits[] =>
    Array.from({ length: count }, (_, index) => {
      const pick = (many: number): number => Math.floor(next() * many);
      const maybe = (name: string, many: number): Named[] =>
        next() < 0.4 ? [named(`${name}${pick(many)}`)] : [];
      return trait(`c${index}`, {
        at: at(pick(3_000)),
        author: `a${pick(count)}`,
        failure: (['not_delivered', 'rude_staff', 'other'] as const)[pick(3)] ?? 'other',
        couriers: maybe('courier', 6),
        products: maybe('product', 8),
        places: maybe('place', 5),
        sketch: next() < 0.3 ? sketchOf(`${complaint} ${pick(4)} ${'слово '.repeat(pick(3))}`) : undefined,
      });
    });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('does not depend on the order of the cases (%i)', (seed) => {
    const next = numbers(seed);
    const cases = madeUp(120, next);
    const shuffled = cases.map((each) => [next(), each] as const).toSorted(([a], [b]) => a - b);
    const again = groupByCause(
      shuffled.map(([, each]) => each),
      limits,
    );
    expect(again).toEqual(groupByCause(cases, limits));
    expect(again.length).toBeGreaterThan(0);
  });

  test.each([1, 2, 3, 4])('gives each case one group of enough people (%i)', (seed) => {
    const groups = groupByCause(madeUp(200, numbers(seed)), limits);
    const ids = groups.flatMap(({ caseIds }) => caseIds);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { authors, caseIds } of groups) {
      expect(authors).toBeGreaterThanOrEqual(limits.cases);
      expect(authors).toBeLessThanOrEqual(caseIds.length);
    }
  });

  // Three seconds on a machine of its own: what is ruled out is work that grows with the square.
  test('of 2,000 cases with texts of 10 kB takes seconds at most', () => {
    const next = numbers(9);
    const words = Array.from({ length: 500 }, () =>
      Math.floor(next() * 1e9)
        .toString(36)
        .replace(/\d/gu, 'я'),
    );
    const text = (): string => Array.from({ length: 1_400 }, () => words[Math.floor(next() * 500)]).join(' ');
    const cases = madeUp(2_000, next).map((each) => ({ ...each, text: text() }));
    const began = performance.now();
    groupByCause(
      cases.map(({ text: words, ...each }) => ({ ...each, sketch: sketchOf(words) })),
      limits,
    );
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
