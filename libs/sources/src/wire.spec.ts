import { dateOf, listOf } from './wire.js';

describe('reading times', () => {
  it.each([
    ['2026-11-21T10:02:11+0000', '2026-11-21T10:02:11.000Z'],
    ['2026-11-21T12:02:11+02:00', '2026-11-21T10:02:11.000Z'],
    ['2026-11-20T18:11:09.120331987Z', '2026-11-20T18:11:09.120Z'],
    ['2026-11-20T18:11:09.5Z', '2026-11-20T18:11:09.500Z'],
    ['2026-11-20T18:11:09', '2026-11-20T18:11:09.000Z'],
    ['2026-11-20 18:11', '2026-11-20T18:11:00.000Z'],
    [1795255331, new Date(1795255331000).toISOString()],
  ])('%s is %s (P07)', (value, expected) => {
    expect(dateOf(value)?.toISOString()).toBe(expected);
  });

  it.each(['', 'yesterday', '2026-13-45T00:00:00Z', null, {}, Number.NaN])(
    'does not guess at %s',
    (value) => {
      expect(dateOf(value)).toBeUndefined();
    },
  );
});

describe('reading lists', () => {
  it('takes an answer without its list for broken, not for empty', () => {
    expect(() => listOf(undefined, 'list of posts')).toThrow(
      expect.objectContaining({ kind: 'unavailable' }),
    );
  });
});
