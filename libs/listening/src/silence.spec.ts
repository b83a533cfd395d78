import { isSilent, type Rhythm, rhythmOf } from './silence.js';

const hourMs = 3_600_000;
const start = Date.parse('2031-03-03T00:00:00Z');
const zone = 'Europe/Kyiv';

/** Five weeks of a shop that hears something every hour from nine to nine, and nothing at night. */
const byDay: Date[] = [];
for (let hour = 0; hour < 35 * 24; hour += 1) {
  const at = new Date(start + hour * hourMs + ((hour * 7) % 50) * 60_000);
  const local = (at.getUTCHours() + 2) % 24;
  if (local >= 9 && local < 21) byDay.push(at);
}
const rhythm = (times: readonly Date[]): Rhythm => {
  const found = rhythmOf(times, zone);
  if (!found) throw new Error('no rhythm');
  return found;
};
const last = byDay.at(-1)?.getTime() ?? 0;
const after = (hours: number): Date => new Date(last + hours * hourMs);

test('a night is no silence', () => {
  expect(isSilent(rhythm(byDay), after(12), zone)).toBe(false);
});

test('a morning and half a day without a word is', () => {
  expect(isSilent(rhythm(byDay), after(24), zone)).toBe(true);
});

test('a source that speaks twice a day may be quiet for a day, and not for a week', () => {
  const rare = byDay.filter((_, index) => index % 6 === 0);
  const quiet = (hours: number): boolean =>
    isSilent(rhythm(rare), new Date((rare.at(-1)?.getTime() ?? 0) + hours * hourMs), zone);
  expect([quiet(24), quiet(7 * 24)]).toEqual([false, true]);
});

test('what comes in bursts has long gaps that are usual', () => {
  const bursts = Array.from({ length: 60 }, (_, index) => {
    const burst = Math.floor(index / 5);
    return new Date(start + burst * 72 * hourMs + (index % 5) * 60_000);
  });
  const from = bursts.at(-1)?.getTime() ?? 0;
  expect(isSilent(rhythm(bursts), new Date(from + 4 * 24 * hourMs), zone)).toBe(false);
});

test('a source that speaks by chance is hardly ever called silent', () => {
  let seed = 7;
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const times: Date[] = [];
  for (let at = start; at < start + 8 * 7 * 24 * hourMs; at += -Math.log(random()) * 2 * hourMs) {
    times.push(new Date(at));
  }
  const half = Math.floor(times.length / 2);
  const learnt = rhythm(times.slice(0, half));
  const alarms = times.slice(half + 1).filter((at, index) => {
    const before = times[half + index] ?? at;
    return isSilent({ ...learnt, lastAt: before }, at, zone);
  });
  expect(times.length - half).toBeGreaterThan(250);
  expect(alarms.length).toBeLessThanOrEqual(1);
});

test.each([
  ['twenty words', byDay.slice(0, 20)],
  ['a week', byDay.filter((at) => at.getTime() < start + 7 * 24 * hourMs)],
  ['nothing', []],
])('after %s nothing is usual yet', (_name, times) => {
  expect(rhythmOf(times, zone)).toBeUndefined();
});
