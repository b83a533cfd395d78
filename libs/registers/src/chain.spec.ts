import { chain, firstBreak, type Happening, hashOf } from './chain.js';

const opened = {
  type: 'case.opened',
  at: new Date('2026-11-20T10:00:00Z'),
  by: { kind: 'heard' },
  mentionId: 'm1',
  postedAt: new Date('2026-11-20T09:58:00Z'),
  signals: ['undelivered'],
  asked: undefined,
} as Happening;

const next = (at: string, words: string): Happening =>
  ({ type: 'case.closed', at: new Date(at), by: { kind: 'customer' }, words }) as Happening;

describe('the chain of a history', () => {
  // Histories are kept for years: another hash for the same event would call every old history forged.
  test('an event has the hash that it had when it was written', () => {
    expect(hashOf(undefined, 'c1', 1, opened).toString('hex')).toBe(
      'eedf73e223b79da2b3633a9898740bc7bbe3a1b3a58e4a9332a93a82c80b5916',
    );
    const first = hashOf(undefined, 'c1', 1, opened);
    expect(hashOf(first, 'c1', 2, next('2026-11-21T10:00:00Z', 'Дякую')).toString('hex')).toBe(
      '4dd70bde863e76dc0f0c91e17a433380449a845ce4ba667b298c652d37c1f33c',
    );
  });

  test('neither the order of keys nor an absent field changes a hash', () => {
    const { asked: _, ...rest } = opened as Happening & { asked?: unknown };
    const turned = Object.fromEntries(Object.entries(rest).reverse()) as unknown as Happening;
    expect(hashOf(undefined, 'c1', 1, turned)).toEqual(hashOf(undefined, 'c1', 1, opened));
  });

  test('numbers go on after the end of the history', () => {
    const first = chain('c1', { version: 0 }, [opened]);
    const [end] = first;
    const more = chain('c1', { version: 1, lastHash: end?.hash }, [next('2026-11-21T10:00:00Z', 'Дякую')]);
    expect([...first, ...more].map(({ seq }) => seq)).toEqual([1, 2]);
    expect(firstBreak('c1', [...first, ...more])).toBeUndefined();
  });

  const whole = chain('c1', { version: 0 }, [
    opened,
    next('2026-11-21T10:00:00Z', 'one'),
    next('2026-11-22T10:00:00Z', 'two'),
  ]);
  test.each([
    ['a fact was changed', whole.map((each) => (each.seq === 2 ? { ...each, words: 'three' } : each)), 2],
    ['the time was changed', whole.map((each) => (each.seq === 3 ? { ...each, at: new Date(0) } : each)), 3],
    ['an event was taken out', whole.filter(({ seq }) => seq !== 2), 2],
    ['the first was taken out', whole.slice(1), 1],
    ['it belongs to another thing', chain('c2', { version: 0 }, [opened]), 1],
  ])('shows where %s', (_, history, place) => {
    expect(firstBreak('c1', history)).toBe(place);
  });
});
