import { createHttpClient } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { readRound } from '../rounds.spec-suite.js';
import type { Cursor } from '../source.js';
import { GooglePlayFake } from './google-play.fake.js';
import { columnsOf, parseReportRow, rowsOf } from './google-play.report.js';
import { validateGooglePlay } from './google-play.settings.js';
import { GooglePlaySource } from './google-play.source.js';

const DAY_MS = 24 * 3_600_000;

async function open(more: Readonly<Record<string, string>> = { reportsBucket: 'pubsite_prod_4711' }) {
  const clock = { at: RIG_TIME, now: () => clock.at };
  const fake = new GooglePlayFake({ clock, pageSize: 50 });
  const { baseUrl } = await fake.listen();
  const http = createHttpClient({ allowPrivateAddresses: [baseUrl] });
  const checked = validateGooglePlay({ ...fake.settings(), ...more });
  if (!checked.ok) throw new Error('settings refused');
  const urls = { baseUrl, oauthUrl: baseUrl, storageUrl: baseUrl };
  const source = new GooglePlaySource(checked.settings, { http, ...urls, clock });
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  const addReview = (text: string, daysAfter: number): string =>
    fake.addReview({ author: 'Ігор', stars: 1, text, at: new Date(RIG_TIME.getTime() + daysAfter * DAY_MS) });
  const later = (days: number): void => {
    clock.at = new Date(RIG_TIME.getTime() + days * DAY_MS);
  };
  const read = async (
    from?: Cursor,
  ): Promise<Awaited<ReturnType<typeof readRound>> & { texts: string[] }> => {
    const round = await readRound(source, from);
    return { ...round, texts: round.mentions.map(({ text }) => text) };
  };
  const asked = (): number => fake.server.arrived.filter(({ call }) => call.includes('/storage/')).length;
  return { fake, source, clock, addReview, later, read, asked, close };
}

describe('the reports of an app in Google Play', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof open>>;
  afterEach(() => rig.close());

  it('give what was written while Heard was away for longer than a week, after what is new', async () => {
    rig = await open();
    rig.addReview('Було', -1);
    const { cursor } = await rig.read();
    const missed = rig.addReview('Третій день, "ніхто",\nне відповідає', 3);
    rig.addReview('', 4);
    rig.addReview('Через місяць', 30);
    rig.addReview('Вчора', 44);
    rig.later(45);
    const again = await rig.read(cursor);
    expect(again.texts).toEqual(['Вчора', 'Було', 'Третій день, "ніхто",\nне відповідає', 'Через місяць']);
    expect(again.mentions[2]).toMatchObject({
      kind: 'review',
      externalId: missed,
      rating: { value: 1, scale: 5 },
      postedAt: new Date(RIG_TIME.getTime() + 3 * DAY_MS),
    });
    const calls = rig.asked();
    expect((await rig.read(again.cursor)).texts).not.toContain('Через місяць');
    expect(rig.asked()).toBe(calls);
  });

  it('are read to their end piece by piece', async () => {
    rig = await open();
    const { cursor } = await rig.read();
    const words = 'ї'.repeat(60_000);
    for (let nth = 0; nth < 40; nth += 1) rig.addReview(`${nth} ${words}`, 1 + nth / 1000);
    rig.later(20);
    const { mentions } = await rig.read(cursor);
    expect(mentions.map(({ text }) => text.split(' ')[0])).toEqual([...Array(40).keys()].map(String));
    expect(mentions.every(({ text }) => text.endsWith(words))).toBe(true);
    expect(rig.asked()).toBeGreaterThan(2);
  });

  it('are left alone after less than a week, and where no bucket is named', async () => {
    rig = await open();
    const { cursor } = await rig.read();
    rig.later(6);
    await rig.read(cursor);
    expect(rig.asked()).toBe(0);
    await rig.close();
    rig = await open({});
    const first = await rig.read();
    rig.addReview('Не знайдене', 3);
    rig.later(45);
    expect((await rig.read(first.cursor)).texts).toEqual([]);
    expect(rig.asked()).toBe(0);
  });

  it('that cannot be read now do not keep the list from being read, and are read later', async () => {
    rig = await open();
    const { cursor } = await rig.read();
    rig.addReview('Пропущене', 3);
    rig.addReview('Вчора', 44);
    rig.later(45);
    rig.fake.failNext(1, '500', /storage/u);
    const without = await rig.read(cursor);
    expect(without.texts).toEqual(['Вчора']);
    rig.later(45.1);
    expect((await rig.read(without.cursor)).texts).toContain('Пропущене');
  });

  it('that are closed to the account are told at once, and by the check', async () => {
    rig = await open();
    const { cursor } = await rig.read();
    expect(await rig.source.check(signal)).toEqual({ ok: true });
    rig.fake.world.isBucketClosed = true;
    expect(await rig.source.check(signal)).toEqual({
      ok: false,
      missing: [expect.stringMatching(/bulk reports.*Users and permissions/u)],
    });
    rig.later(45);
    const list = await rig.source.collect(cursor, signal);
    expect(list.more).toBe(true);
    expect(await rig.source.collect(list.cursor, signal)).toMatchObject({ refused: true, more: false });
  });
});

describe('reading a report', () => {
  const bytes = (text: string): Buffer => Buffer.from(text, 'utf16le');

  it('leaves a row that is cut off to the next piece, and takes it at the end', () => {
    const whole = 'a,"b ""c"", d\ne"\r\n';
    expect(rowsOf(bytes(`${whole}f,"g`), false)).toEqual({
      rows: [['a', 'b "c", d\ne']],
      bytes: bytes(whole).length,
    });
    expect(rowsOf(bytes('f,g'), true).rows).toEqual([['f', 'g']]);
    expect(rowsOf(bytes(whole), true).rows).toHaveLength(1);
  });

  it('passes over a rating without words, which has no id', () => {
    const columns = columnsOf(['\uFEFFStar Rating', 'Review Last Update Millis Since Epoch', 'Review Link']);
    expect(columns[0]).toBe('Star Rating');
    expect(parseReportRow(columns, ['2', '1795255331000', ''], 'ua.app')).toBeUndefined();
    const link = 'https://play.google.com/console/review-details?reviewId=gp%3AAO-1';
    expect(parseReportRow(columns, ['2', '1795255331000', link], 'ua.app')).toMatchObject({
      externalId: 'gp:AO-1',
      rating: { value: 2, scale: 5 },
      postedAt: new Date(1_795_255_331_000),
    });
  });
});
