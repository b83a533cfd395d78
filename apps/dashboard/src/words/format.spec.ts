import { durationText, instantOfWall, moneyText, wallOfInstant } from './format.js';

const kyiv = 'Europe/Kyiv';

describe('a duration', () => {
  it.each([
    [59_000, 'en', '59s'],
    [14 * 60_000 + 5_000, 'en', '14m 5s'],
    [2 * 3_600_000 + 60_000, 'ru', '2 ч 1 мин'],
    [26 * 3_600_000, 'uk', '1 дн. 2 год'],
    [3 * 3_600_000, 'uk', '3 год'],
    [14 * 60_000, 'en', '14m 0s'],
    [48 * 3_600_000 + 5, 'ru', '2 дн.'],
    [-5, 'en', '0s'],
  ] as const)('of %d ms reads in %s as %s', (ms, language, text) => {
    expect(durationText(ms, language, true).replaceAll('\u00a0', ' ')).toBe(text);
  });
});

describe('a time on the wall of the workspace', () => {
  it.each([
    ['2026-11-22T18:00', '2026-11-22T16:00:00.000Z'],
    ['2026-07-01T09:30', '2026-07-01T06:30:00.000Z'],
    ['2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T03:30', '2026-10-25T00:30:00.000Z'],
  ])('%s in Kyiv is %s', (wall, instant) => {
    expect(instantOfWall(wall, kyiv)?.toISOString()).toBe(instant);
  });

  it('comes back from a moment as it went', () => {
    const at = instantOfWall('2026-11-22T18:05', kyiv);
    expect(at && wallOfInstant(at, kyiv)).toBe('2026-11-22T18:05');
  });

  it('is nothing when it is no date', () => {
    expect(instantOfWall('', kyiv)).toBeUndefined();
    expect(instantOfWall('soon', kyiv)).toBeUndefined();
  });
});

it('money is shown in its currency, from the smallest unit', () => {
  expect(moneyText(12_050, 'EUR', 'en')).toBe('€120.50');
  expect(moneyText(500, 'JPY', 'en')).toBe('¥500');
});
