import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { OpenApi } from '../open-api.spec-suite.js';
import { ago, readRound } from '../rounds.spec-suite.js';
import type { Page, ReplyTarget } from '../source.js';
import { YandexMarketFake } from './yandex-market.fake.js';
import { openCabinet } from './yandex-market.spec-rig.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const document = new OpenApi(new URL('./fixtures/yandex-market-openapi.json', import.meta.url));

async function reviewsRig(): Promise<SourceRig> {
  const { fake, source, close } = await openCabinet();
  return {
    source,
    add: (comment, at) => fake.addReview({ rating: 1, author: 'Мария', comment, at }),
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    emptyPages: (count) => fake.emptyPages(count),
    expireToken: () => fake.setAccess('expired'),
    dropReadPermission: () => fake.setScopes('PRICING'),
    requests: () => fake.server.counters.requests,
    secrets: [fake.world.apiKey, fake.world.notificationSecret],
    close,
  };
}

/** The same as a place to reply to is a comment: one review, and everything is said below it. */
async function commentsRig(): Promise<SourceRig> {
  const { fake, source, pass, close } = await openCabinet();
  const reviewId = fake.addReview({ rating: 1, comment: 'Всё плохо', at: ago(60) });
  let ended = false;
  return {
    source: {
      check: (signal) => source.check(signal),
      collect: async (cursor, signal) => {
        if (ended) pass(HOUR_MS); // The counters that tell of comments are looked at every hour.
        const page = await source.collect(cursor, signal);
        ended = !page.more;
        return page;
      },
    },
    add: (text, at) => {
      // Comments have no time of their own: one that is too old hangs below a review that is.
      const isOld = at !== undefined && at < ago(30 * 24 * 60);
      const parent = isOld ? fake.addReview({ rating: 1, comment: 'Давно', at }) : reviewId;
      return fake.addComment({ reviewId: parent, text });
    },
    remove: (id) => fake.judge(id, 'DELETED'),
    failNext: (count, kind) => fake.failNext(count, kind),
    expireToken: () => fake.setAccess('expired'),
    dropReadPermission: () => fake.setScopes('PRICING'),
    requests: () => fake.server.counters.requests,
    secrets: [fake.world.apiKey],
    close,
  };
}

describeSource('Yandex Market, reviews', reviewsRig);
describeSource('Yandex Market, comments', commentsRig);

describe('a cabinet of Yandex Market', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof openCabinet>>;
  let to: ReplyTarget;

  beforeEach(async () => {
    rig = await openCabinet({ pageSize: 50 });
    to = { kind: 'review', externalId: rig.fake.addReview({ rating: 2, comment: 'Помята', at: ago(90) }) };
  });

  afterEach(() => rig.close());

  /** The pages of a round, with what they say beside the mentions. */
  async function pagesOf(from?: Page['cursor']): Promise<Page[]> {
    const pages: Page[] = [];
    for (let cursor = from; ;) {
      const page = await rig.source.collect(cursor, signal);
      pages.push(page);
      if (!page.more) return pages;
      cursor = page.cursor;
    }
  }

  it('asks once a round while nothing changes', async () => {
    const { cursor } = await readRound(rig.source);
    const before = rig.fake.server.counters.requests;
    await readRound(rig.source, cursor);
    expect(rig.fake.server.counters.requests - before).toBe(1);
  });

  it('hears a review that was moderated for days, although newer ones were heard before', async () => {
    rig.fake.addReview({ rating: 5, comment: 'Новее', at: ago(5) });
    const { cursor } = await readRound(rig.source);
    const late = rig.fake.addReview({ rating: 1, comment: 'Проверяли неделю', at: ago(7 * 24 * 60) });
    const { mentions } = await readRound(rig.source, cursor);
    expect(mentions.map(({ externalId }) => externalId)).toContain(late);
  });

  it('hears what is new before it has read what is old', async () => {
    await rig.close();
    rig = await openCabinet();
    for (let day = 25; day > 2; day -= 1) rig.fake.addReview({ rating: 1, at: ago(day * 24 * 60) });
    const fresh = rig.fake.addReview({ rating: 1, at: ago(5) });
    const first = await rig.source.collect(undefined, signal);
    expect(first.mentions.map(({ externalId }) => externalId)).toEqual([fresh]);
    const old = await rig.source.collect(first.cursor, signal);
    const late = rig.fake.addReview({ rating: 1 });
    rig.pass(60_000);
    const next = await rig.source.collect(old.cursor, signal);
    const heard = next.mentions.map(({ externalId }) => externalId);
    expect([old.more, heard]).toEqual([true, expect.arrayContaining([late])]);
  });

  it('finds within the hour that a counter of comments grew, and reads that thread', async () => {
    const { cursor } = await readRound(rig.source);
    const id = rig.fake.addComment({ reviewId: to.externalId, text: 'Ну что?' });
    rig.pass(HOUR_MS);
    const { mentions } = await readRound(rig.source, cursor);
    expect(mentions).toContainEqual(expect.objectContaining({ kind: 'comment', externalId: id }));
  });

  it('reads threads from before it listened after the new ones, with what is left of the calls', async () => {
    const old = [9, 8].map((day) =>
      rig.fake.addReview({ rating: 1, comment: `${day}`, at: ago(day * 24 * 60) }),
    );
    for (const reviewId of old) rig.fake.addComment({ reviewId, text: `Давно ${reviewId}` });
    rig.fake.addComment({ reviewId: to.externalId, text: 'Сегодня' });
    const { mentions, cursor } = await readRound(rig.source);
    const said = mentions.filter(({ kind }) => kind === 'comment').map(({ text }) => text);
    expect([said[0], said.length]).toEqual(['Сегодня', 3]);
    const purposes = (): unknown[] =>
      rig.http.exchanges
        .filter(({ request }) => request.url.endsWith('comments'))
        .map(({ request }) => request.purpose);
    expect(purposes()).toEqual([undefined, 'backfill', 'backfill']);
    const bare = rig.fake.addReview({ rating: 1, comment: 'Тишина', at: ago(7 * 24 * 60) });
    rig.pass(HOUR_MS);
    const { cursor: later } = await readRound(rig.source, cursor);
    rig.fake.addComment({ reviewId: bare, text: 'Поздно, но сказано' });
    rig.pass(HOUR_MS);
    const before = purposes().length;
    await readRound(rig.source, later);
    expect(purposes().slice(before)).not.toContain('backfill');
  });

  it('hears the customer answer our answer, which no counter tells of', async () => {
    const ours = rig.fake.addComment({ reviewId: to.externalId, byShop: true, text: 'Заменим' });
    const { cursor } = await readRound(rig.source);
    const id = rig.fake.addComment({ reviewId: to.externalId, parentId: ours, text: 'Когда?' });
    const { mentions } = await readRound(rig.source, cursor);
    expect(mentions).toContainEqual(expect.objectContaining({ externalId: id, parentExternalId: ours }));
  });

  it('tells which lists and threads it read whole', async () => {
    rig.fake.addComment({ reviewId: to.externalId, text: 'Ну что?' });
    const { cursor } = await readRound(rig.source);
    rig.pass(HOUR_MS);
    const whole = (await pagesOf(cursor)).flatMap((page) => page.whole ?? []);
    const startedAt = new Date(RIG_TIME.getTime() + HOUR_MS);
    expect(whole).toContainEqual({ from: new Date(startedAt.getTime() - 14 * DAY_MS), startedAt });
    expect(whole).toContainEqual({ rootExternalId: to.externalId, startedAt });
  });

  it('says that a review is gone when its thread is', async () => {
    rig.fake.addComment({ reviewId: to.externalId, text: 'Ну что?' });
    const { cursor } = await readRound(rig.source);
    rig.fake.remove(to.externalId);
    const gone = (await pagesOf(cursor)).flatMap((page) => page.gone ?? []);
    expect(gone).toEqual([{ kind: 'review', externalId: to.externalId }]);
  });

  it('looks once a day at all that waits for a reaction', async () => {
    const { cursor } = await readRound(rig.source);
    rig.pass(DAY_MS);
    await readRound(rig.source, cursor);
    const bodies = rig.http.exchanges.map(({ request }) => String(request.body));
    expect(bodies.filter((body) => body.includes('NEED_REACTION'))).toHaveLength(1);
  });

  it('reads more than six months in stretches that the market takes', async () => {
    await rig.close();
    rig = await openCabinet({ pageSize: 50, backfillDays: '700' });
    const ids = [650, 400, 200, 1].map((days) => rig.fake.addReview({ rating: 1, at: ago(days * 24 * 60) }));
    const { mentions, cursor } = await readRound(rig.source);
    expect(new Set(mentions.map(({ externalId }) => externalId))).toEqual(new Set(ids));
    rig.pass(300 * DAY_MS);
    await expect(readRound(rig.source, cursor)).resolves.toBeDefined();
  });

  it('starts over from two weeks back when its place in the list is not known any more', async () => {
    const { cursor } = await readRound(rig.source);
    const stale = { ...cursor, pageToken: Buffer.from('gone').toString('base64url') };
    const { mentions } = await readRound(rig.source, stale);
    expect(mentions.map(({ externalId }) => externalId)).toContain(to.externalId);
  });

  it.each([
    ['no key', () => rig.fake.setAccess('expired'), 'Api-Key'],
    ['no access to reviews', () => rig.fake.setScopes('PRICING'), 'Общение с покупателями'],
    ['reading only', () => rig.fake.setScopes('ALL_METHODS_READ_ONLY'), 'Answering'],
    ['another cabinet', () => void (rig.fake.world.businessId = '4401'), 'cabinet'],
  ])('with %s says what is missing', async (_, spoil, words) => {
    spoil();
    const check = await rig.source.check(signal);
    expect(check.ok).toBe(false);
    expect(JSON.stringify(check)).toContain(words);
  });

  it('answers a review and a comment, each in its place, and finds the answers', async () => {
    const id = rig.fake.addComment({ reviewId: to.externalId, text: 'Ну что?' });
    const below: ReplyTarget = { kind: 'comment', externalId: id, rootExternalId: to.externalId };
    const first = await rig.source.reply(to, 'Заменим', signal);
    expect(await rig.source.findReply(below, 'Заменим', ago(1), signal)).toBeUndefined();
    const second = await rig.source.reply(below, 'Заменим', signal);
    expect(await rig.source.findReply(to, 'Заменим', ago(1), signal)).toEqual({ ...first, state: 'visible' });
    expect(await rig.source.findReply(below, 'Заменим', ago(1), signal)).toEqual({
      ...second,
      state: 'visible',
    });
  });

  it("does not take a customer's equal words for ours", async () => {
    rig.fake.addComment({ reviewId: to.externalId, text: 'Спасибо' });
    expect(await rig.source.findReply(to, 'Спасибо', ago(1), signal)).toBeUndefined();
  });

  it.each([
    ['UNMODERATED', { state: 'pending' }],
    ['BANNED', { state: 'rejected' }],
    ['PUBLISHED', { state: 'visible' }],
    ['DELETED', undefined],
  ] as const)('tells an answer that is %s', async (status, expected) => {
    await rig.close();
    rig = await openCabinet({ moderated: true });
    const externalId = rig.fake.addReview({ rating: 1 });
    const answer = await rig.source.reply({ kind: 'review', externalId }, 'Здравствуйте', signal);
    rig.fake.judge(answer.externalId, status);
    const seen = await rig.source.findReply({ kind: 'review', externalId }, 'Здравствуйте', ago(1), signal);
    if (expected === undefined) expect(seen).toBeUndefined();
    else expect(seen).toEqual({ ...answer, ...expected });
  });

  it('finds its answer on any page of a long thread', async () => {
    for (let nth = 0; nth < 60; nth += 1) rig.fake.addComment({ reviewId: to.externalId, text: `${nth}` });
    const answer = await rig.source.reply(to, 'Заменим', signal);
    expect(await rig.source.findReply(to, 'Заменим', ago(1), signal)).toEqual({
      ...answer,
      state: 'visible',
    });
  });

  it('misses a review that is gone, and an id that is none', async () => {
    rig.fake.remove(to.externalId);
    await expect(rig.source.reply(to, 'Поздно', signal)).rejects.toMatchObject({ kind: 'missing' });
    const odd = { ...to, externalId: 'abc' };
    await expect(rig.source.reply(odd, 'Куда?', signal)).rejects.toMatchObject({ kind: 'missing' });
  });

  it('does not send an answer of more than 4096 characters', async () => {
    const long = rig.source.reply(to, 'я'.repeat(4097), signal);
    await expect(long).rejects.toMatchObject({ kind: 'rejected', code: 'too_long' });
  });

  it('speaks with the made-up market as the specification says, both ways', async () => {
    const id = rig.fake.addComment({ reviewId: to.externalId, text: 'Ну что?' });
    const { cursor } = await readRound(rig.source);
    rig.pass(DAY_MS);
    await readRound(rig.source, cursor);
    await rig.source.reply(
      { kind: 'comment', externalId: id, rootExternalId: to.externalId },
      'Заменим',
      signal,
    );
    await rig.source.reply(to, 'Заменим', signal);
    await rig.source.takePushed({ feedbackId: to.externalId }, signal);
    await rig.source.takePushed({ feedbackId: to.externalId, commentId: id }, signal);
    await rig.source.check(signal);
    await rig.source.reply({ kind: 'review', externalId: '1' }, 'Куда?', signal).catch(() => undefined);
    rig.fake.failNext(1, 'throttle');
    await rig.source.collect(undefined, signal).catch(() => undefined);
    rig.fake.setScopes('PRICING');
    await rig.source.collect(undefined, signal).catch(() => undefined);
    rig.fake.setAccess('expired');
    await rig.source.collect(undefined, signal).catch(() => undefined);
    expect(rig.http.exchanges.flatMap((exchange) => document.problemsOf(exchange))).toEqual([]);
    const statuses = new Set(rig.http.exchanges.map(({ response }) => response.status));
    expect(statuses).toEqual(new Set([200, 401, 403, 404, 420]));
  });

  it('comes back as it was from what it saved', () => {
    const copy = YandexMarketFake.from(JSON.parse(JSON.stringify(rig.fake)), {
      clock: { now: () => RIG_TIME },
    });
    expect(copy.review(to.externalId).rating).toBe(2);
  });
});
