import { Fault } from '@heard/core';
import { createHttpClient, type HttpClient } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { ago } from '../rounds.spec-suite.js';
import type { Cursor, Page } from '../source.js';
import { FacebookFake } from './facebook.fake.js';
import { validateFacebook } from './facebook.settings.js';
import { FacebookSource } from './facebook.source.js';

const minute = 60_000;
const roman = { name: 'Роман Гай' };

/** A page whose calls are scarce or not, on a clock that goes on with each call. */
async function open({ perHour, callMs = 0 }: { perHour?: number; callMs?: number } = {}) {
  let nowMs = RIG_TIME.getTime();
  const clock = { now: () => new Date(nowMs) };
  const fake = new FacebookFake({ clock, pageSize: 3 });
  const page = fake.addPage('Книгарня «Ліхтар»', '500600');
  const { baseUrl } = await fake.listen();
  const plain = createHttpClient({ allowPrivateAddresses: [baseUrl] });
  const asked: string[] = [];
  let backfillSpent = false;
  const http: HttpClient = {
    ...plain,
    request(request) {
      if (backfillSpent && request.purpose === 'backfill') {
        const retryAt = new Date(nowMs + 30 * minute);
        throw new Fault('throttled', 'No calls for old things now', { code: 'calls_spent', retryAt });
      }
      nowMs += callMs;
      asked.push(new URL(request.url).pathname.split('/').slice(2).join('/'));
      return plain.request(request);
    },
  };
  const checked = validateFacebook(fake.settingsOf(page.id));
  if (!checked.ok) throw new Error('settings refused');
  const source = new FacebookSource(checked.settings, { http, baseUrl, clock, pace: { perHour } });
  const { signal } = new AbortController();
  return {
    ...{ fake, page, asked, clock },
    wait: (ms: number) => void (nowMs += ms),
    spendBackfill: (spent: boolean) => void (backfillSpent = spent),
    /** Reads until nothing is left for this round; gives all pages. */
    async round(
      from?: Cursor,
      between: (call: number) => void = () => undefined,
    ): Promise<{ pages: Page[]; cursor: Cursor; texts: string[] }> {
      const pages: Page[] = [];
      for (let cursor = from; ;) {
        const next = await source.collect(cursor && (JSON.parse(JSON.stringify(cursor)) as Cursor), signal);
        pages.push(next);
        cursor = next.cursor;
        between(pages.length);
        if (!next.more)
          return { pages, cursor, texts: pages.flatMap(({ mentions }) => mentions.map(({ text }) => text)) };
      }
    },
    async close() {
      plain.close();
      await fake.close();
    },
  };
}

describe('a Facebook Page under a plan', () => {
  let rig: Awaited<ReturnType<typeof open>>;
  afterEach(() => rig.close());

  const ownPost = (text: string, at: Date): string => rig.fake.addPost({ pageId: rig.page.id, text, at });
  const comment = (postId: string, text: string, at?: Date): string =>
    rig.fake.addComment({ postId, author: roman, text, at });
  const times = (path: string): number => rig.asked.filter((each) => each === path).length;

  it('looks at the newest posts often and at all of them now and then, where calls are few', async () => {
    rig = await open({ perHour: 60 });
    for (let nth = 0; nth < 7; nth += 1) ownPost(`Новина ${nth}`, ago(600 - nth));
    let { cursor, pages } = await rig.round();
    const feeds: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const dueAt = pages.at(-1)?.dueAt;
      expect(dueAt?.getTime()).toBeGreaterThan(rig.clock.now().getTime() + minute);
      rig.wait((dueAt?.getTime() ?? 0) - rig.clock.now().getTime());
      rig.asked.length = 0;
      ({ cursor, pages } = await rig.round(cursor));
      feeds.push(times(`${rig.page.id}/feed`));
    }
    expect(feeds.toSorted((a, b) => a - b)).toEqual([1, 1, 3, 3]);
  });

  it('reads on at the usual pace, and all lists, where calls are plenty', async () => {
    rig = await open();
    for (let nth = 0; nth < 7; nth += 1) ownPost(`Новина ${nth}`, ago(600 - nth));
    const first = await rig.round();
    rig.asked.length = 0;
    const { pages } = await rig.round(first.cursor);
    expect([times(`${rig.page.id}/feed`), times(`${rig.page.id}/tagged`)]).toEqual([3, 1]);
    expect(pages.at(-1)?.dueAt).toBeUndefined();
  });

  it('hears what is new while hundreds of old comments wait, and reads each page of those once', async () => {
    rig = await open({ callMs: 10_000 });
    const news = ownPost('Сьогоднішня', ago(60));
    const old = ownPost('Торішня', ago(20 * 1440));
    for (let nth = 0; nth < 60; nth += 1) comment(old, `Старий ${nth}`, ago(19 * 1440 - nth));
    const { texts } = await rig.round(undefined, (call) => {
      if (call === 8) comment(news, 'Де замовлення?');
    });
    const oldOnes = texts.filter((text) => text.startsWith('Старий'));
    expect(new Set(oldOnes).size).toBe(60);
    expect(times(`${old}/comments`)).toBe(20);
    expect(texts.indexOf('Де замовлення?')).toBeGreaterThan(0);
    expect(texts.indexOf('Де замовлення?')).toBeLessThan(texts.indexOf('Старий 20'));
  });

  it('reads the newest page of a thread first, and leaves what is older than its listening for later', async () => {
    rig = await open({ perHour: 60 });
    const { cursor } = await rig.round();
    rig.wait(10 * minute);
    const talked = ownPost('Давня, щойно показана', ago(1440));
    const quiet = ownPost('Тиха', ago(2 * 1440));
    for (let nth = 0; nth < 30; nth += 1) comment(talked, `Старий ${nth}`, ago(1440 - nth));
    comment(talked, 'Новий', rig.clock.now());
    comment(quiet, 'Теж новий', rig.clock.now());
    const { texts } = await rig.round(cursor);
    const before = texts.slice(0, texts.indexOf('Теж новий'));
    expect(before).toContain('Новий');
    expect(before.filter((text) => text.startsWith('Старий')).length).toBeLessThanOrEqual(2);
  });

  it('does not wait for old things when the budget has no calls for them', async () => {
    rig = await open();
    const news = ownPost('Сьогоднішня', ago(60));
    const old = ownPost('Торішня', ago(20 * 1440));
    comment(old, 'Старий', ago(19 * 1440));
    rig.spendBackfill(true);
    const first = await rig.round();
    comment(news, 'Де замовлення?');
    const second = await rig.round(first.cursor);
    expect([...first.texts, ...second.texts]).toEqual(
      expect.arrayContaining(['Сьогоднішня', 'Торішня', 'Де замовлення?']),
    );
    rig.spendBackfill(false);
    expect((await rig.round(second.cursor)).texts).not.toContain('Старий');
    rig.wait(31 * minute);
    expect((await rig.round(second.cursor)).texts).toContain('Старий');
  });

  it('reads threads again from end to end, which shows what was deleted, and takes no empty answer for proof', async () => {
    rig = await open();
    const post = ownPost('Новини', ago(600));
    for (const nth of [1, 2, 3, 4, 5]) comment(post, `Слово ${nth}`, ago(500 - nth));
    const wholeOf = ({ pages }: { pages: Page[] }): unknown[] => pages.flatMap(({ whole = [] }) => whole);
    const first = await rig.round();
    expect(wholeOf(first)).toEqual([]);
    rig.wait(2 * minute);
    const startedAt = rig.clock.now();
    const again = await rig.round(first.cursor);
    expect(wholeOf(again)).toEqual([expect.objectContaining({ rootExternalId: post, startedAt })]);
    expect(new Set(again.texts)).toEqual(new Set([1, 2, 3, 4, 5].map((nth) => `Слово ${nth}`)));
    for (const each of rig.fake.thread(post)) rig.fake.hide(each.id);
    expect(wholeOf(await rig.round(again.cursor))).toEqual([]);
  });

  it('finds a post gone under which nobody wrote', async () => {
    rig = await open({ perHour: 60 });
    const gone = ownPost('Піде', ago(800));
    const stays = ownPost('Лишиться', ago(900));
    let { cursor } = await rig.round();
    rig.fake.remove(gone);
    const found: unknown[] = [];
    for (let hour = 0; hour < 48; hour += 1) {
      rig.wait(60 * minute);
      const round = await rig.round(cursor);
      cursor = round.cursor;
      found.push(...round.pages.flatMap((page) => page.gone ?? []));
    }
    expect(found).toEqual([{ kind: 'post', externalId: gone }]);
    expect(times(`${stays}/comments`)).toBeLessThan(10);
  });

  it('reads threads whose counters are not shown, too', async () => {
    rig = await open({ perHour: 60 });
    rig.fake.hideCounters();
    const post = ownPost('Новини', ago(600));
    const first = await rig.round();
    rig.wait(10 * minute);
    comment(post, 'А лічильника немає');
    expect((await rig.round(first.cursor)).texts).toContain('А лічильника немає');
  });

  it.each([
    ['', false],
    [', which is told of without a subcode', true],
  ])(
    'goes on to read the other threads again when a post is gone%s, and tells that it is',
    async (_, silent) => {
      rig = await open();
      rig.fake.world.silentOnGone = silent;
      const gone = ownPost('Піде', ago(800));
      const stays = ownPost('Лишиться', ago(900));
      comment(gone, 'Де моє замовлення?', ago(700));
      const asked = comment(stays, 'А моє?', ago(700));
      let { cursor } = await rig.round();
      rig.fake.remove(gone);
      rig.fake.edit(asked, 'А моє? Відповіли, дякую');
      const pages: Page[] = [];
      for (let hour = 0; hour < 12; hour += 1) {
        rig.wait(60 * minute);
        const round = await rig.round(cursor);
        cursor = round.cursor;
        pages.push(...round.pages);
      }
      const texts = pages.flatMap(({ mentions }) => mentions.map(({ text }) => text));
      expect(texts).toContain('А моє? Відповіли, дякую');
      expect(pages.flatMap((page) => page.gone ?? [])).toEqual([{ kind: 'post', externalId: gone }]);
      const whole = pages
        .flatMap((page) => page.whole ?? [])
        .filter(({ rootExternalId }) => rootExternalId === gone);
      // What stood under it went with it.
      expect(whole.length).toBeGreaterThanOrEqual(2);
      expect(times(`${gone}/comments`)).toBeLessThan(5);
    },
  );
});
