import { createHttpClient } from '@heard/http';
import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { ago, readRound } from '../rounds.spec-suite.js';
import type { Page, ReplyTarget } from '../source.js';
import type { OzonFakeHabits } from './ozon.fake-api.js';
import { OzonFake } from './ozon.fake.js';
import { validateOzon } from './ozon.settings.js';
import { OzonSource } from './ozon.source.js';

const HOUR_MS = 3_600_000;

async function open(habits: OzonFakeHabits = { pageSize: 2 }, settings: Record<string, string> = {}) {
  let now = RIG_TIME;
  const clock = { now: () => now };
  const fake = new OzonFake({ clock, ...habits });
  const { baseUrl } = await fake.listen();
  const http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
  const checked = validateOzon({ ...fake.settings(), ...settings });
  if (!checked.ok) throw new Error('settings refused');
  const source = new OzonSource(checked.settings, { http, baseUrl, clock });
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  const pass = (ms: number): void => void (now = new Date(now.getTime() + ms));
  return { fake, source, pass, close };
}

interface RigParts {
  readonly habits?: OzonFakeHabits;
  readonly add: (fake: OzonFake, text: string, at?: Date) => string;
}

function rigOf({ habits, add }: RigParts): () => Promise<SourceRig> {
  return async () => {
    const { fake, source, close } = await open({ pageSize: 2, ...habits });
    return {
      source,
      add: (text, at) => add(fake, text, at),
      remove: (id) => fake.remove(id),
      failNext: (count, kind) => fake.failNext(count, kind),
      emptyPages: (count) => fake.emptyPages(count),
      expireToken: () => fake.setAccess('expired'),
      dropReadPermission: () => fake.setAccess('no_plan'),
      requests: () => fake.server.counters.requests,
      secrets: [fake.world.apiKey],
      close,
    };
  };
}

const asReview = (fake: OzonFake, text: string, at?: Date) => fake.addReview({ rating: 1, text, at });
const asQuestion = (fake: OzonFake, text: string, at?: Date) => fake.addQuestion({ text, at });

describeSource('Ozon reviews', rigOf({ add: asReview }));
describeSource('Ozon questions', rigOf({ add: asQuestion }));
describeSource(
  'Ozon questions of an earlier version',
  rigOf({ add: asQuestion, habits: { silentEnd: true } }),
);

describe('a seller on Ozon', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof open>>;
  let to: ReplyTarget;

  async function reopen(habits: OzonFakeHabits = {}): Promise<void> {
    rig = await open(habits);
    to = { kind: 'review', externalId: rig.fake.addReview({ rating: 1, text: 'Не то', at: ago(90) }) };
  }

  beforeEach(() => reopen());

  afterEach(() => rig.close());

  async function pagesOf(from?: Page['cursor']): Promise<Page[]> {
    const pages: Page[] = [];
    for (let cursor = from; ;) {
      const page = await rig.source.collect(cursor, signal);
      pages.push(page);
      if (!page.more) return pages;
      cursor = page.cursor;
    }
  }

  it('takes no missing subscription for an empty list', async () => {
    rig.fake.setAccess('no_plan');
    await expect(readRound(rig.source)).rejects.toMatchObject({ kind: 'disconnected', code: 'plan_missing' });
  });

  it('hears comments of customers below reviews, and its own', async () => {
    const theirs = rig.fake.addComment({ reviewId: to.externalId, text: 'У меня так же' });
    const ours = rig.fake.addComment({
      reviewId: to.externalId,
      parentId: theirs,
      byShop: true,
      text: 'Заменим',
    });
    const { mentions } = await readRound(rig.source);
    expect(mentions.filter(({ kind }) => kind === 'comment')).toMatchObject([
      { externalId: theirs, parentExternalId: to.externalId, author: { isBrand: false } },
      { externalId: ours, parentExternalId: theirs, author: { isBrand: true } },
    ]);
  });

  it('reads a thread only when its counter changed, a long one page by page', async () => {
    for (let nth = 0; nth < 101; nth += 1) rig.fake.addComment({ reviewId: to.externalId, text: `${nth}` });
    const { mentions, cursor } = await readRound(rig.source);
    expect(mentions.filter(({ kind }) => kind === 'comment')).toHaveLength(101);
    const before = rig.fake.server.counters.requests;
    await readRound(rig.source, cursor);
    // One for each list.
    expect(rig.fake.server.counters.requests - before).toBe(2);
  });

  it('finds within an hour a comment below an old review', async () => {
    const old = rig.fake.addReview({ rating: 1, text: 'Давно', at: ago(20 * 24 * 60) });
    const { cursor } = await readRound(rig.source);
    const id = rig.fake.addComment({ reviewId: old, text: 'И у меня' });
    rig.pass(HOUR_MS);
    const { mentions } = await readRound(rig.source, cursor);
    expect(mentions.map(({ externalId }) => externalId)).toContain(id);
  });

  it('tells which lists and threads it read whole', async () => {
    rig.fake.addComment({ reviewId: to.externalId, text: 'И у меня' });
    const whole = (await pagesOf()).flatMap((page) => page.whole ?? []);
    const from = new Date(RIG_TIME.getTime() - 30 * 24 * HOUR_MS);
    expect(whole).toEqual([
      { kind: 'review', from, startedAt: RIG_TIME },
      { kind: 'post', from, startedAt: RIG_TIME },
      { rootExternalId: to.externalId, startedAt: RIG_TIME },
    ]);
  });

  it('says that a review is gone when its thread is', async () => {
    rig.fake.addComment({ reviewId: to.externalId, text: 'И у меня' });
    const { cursor } = await rig.source.collect(undefined, signal);
    rig.fake.remove(to.externalId);
    const gone = (await pagesOf(cursor)).flatMap((page) => page.gone ?? []);
    expect(gone).toEqual([{ kind: 'review', externalId: to.externalId }]);
  });

  it('starts over when its place in the list is not known any more', async () => {
    await rig.close();
    await reopen({ pageSize: 2 });
    for (const minutes of [4, 3, 2, 1]) rig.fake.addReview({ rating: 5, at: ago(minutes) });
    const { cursor } = await rig.source.collect(undefined, signal);
    rig.fake.world.reviews = rig.fake.world.reviews.filter(({ at }) => at !== ago(2).toISOString());
    const { mentions } = await readRound(rig.source, cursor);
    expect(mentions.map(({ externalId }) => externalId)).toContain(to.externalId);
  });

  it('says when the key ends', async () => {
    expect(await rig.source.check(signal)).toEqual({
      ok: true,
      expiresAt: new Date('2027-02-06T08:09:07.738Z'),
    });
  });

  it.each([
    ['no living key', () => rig.fake.setAccess('expired'), 'living API key'],
    ['no subscription', () => rig.fake.setAccess('no_plan'), 'Управление отзывами'],
    ['no role for reviews', () => rig.fake.setRoles('Product'), 'Reading'],
    ['a role that only reads', () => rig.fake.setRoles('Review read only'), 'Answering'],
  ])('with %s says what is missing', async (_, spoil, words) => {
    spoil();
    const check = await rig.source.check(signal);
    expect(check.ok).toBe(false);
    expect(JSON.stringify(check)).toContain(words);
  });

  it('answers a review and a comment, marks the review, and finds the answers', async () => {
    const id = rig.fake.addComment({ reviewId: to.externalId, text: 'И у меня' });
    const below: ReplyTarget = { kind: 'comment', externalId: id, rootExternalId: to.externalId };
    const first = await rig.source.reply(to, 'Заменим', signal);
    expect(rig.fake.review(to.externalId).status).toBe('PROCESSED');
    expect(await rig.source.findReply(below, 'Заменим', ago(1), signal)).toBeUndefined();
    const second = await rig.source.reply(below, 'Заменим', signal);
    expect(await rig.source.findReply(to, 'Заменим', ago(1), signal)).toEqual({ ...first, state: 'visible' });
    expect(await rig.source.findReply(below, 'Заменим', ago(1), signal)).toEqual({
      ...second,
      state: 'visible',
    });
  });

  it('does not take an answer of before for this one', async () => {
    await rig.source.reply(to, 'Спасибо', signal);
    expect(
      await rig.source.findReply(to, 'Спасибо', new Date(RIG_TIME.getTime() + 61_000), signal),
    ).toBeUndefined();
  });

  it('tells the state of an answer in moderation where Ozon does', async () => {
    await rig.close();
    await reopen({ moderation: 'told' });
    const { externalId } = await rig.source.reply(to, 'Заменим', signal);
    const seen = () => rig.source.findReply(to, 'Заменим', ago(1), signal);
    expect(await seen()).toEqual({ externalId, state: 'pending' });
    rig.fake.judge(externalId, 'rejected', 'Ссылка');
    expect(await seen()).toEqual({ externalId, state: 'rejected', reason: 'Ссылка' });
    rig.fake.judge(externalId, 'published');
    expect(await seen()).toEqual({ externalId, state: 'visible' });
  });

  it('waits for an answer that is not listed before it has passed', async () => {
    await rig.close();
    await reopen({ moderation: 'silent' });
    const { externalId } = await rig.source.reply(to, 'Заменим', signal);
    expect(await rig.source.findReply(to, 'Заменим', ago(1), signal)).toBeUndefined();
    rig.fake.judge(externalId, 'published');
    expect(await rig.source.findReply(to, 'Заменим', ago(1), signal)).toMatchObject({ state: 'visible' });
  });

  it('does not call an answer unsent that was taken although the connection broke', async () => {
    await rig.close();
    await reopen({ moderation: 'silent' });
    rig.fake.failNext(1, 'lost', /comment\/create/);
    await expect(rig.source.reply(to, 'Заменим', signal)).resolves.toBeDefined();
    expect(rig.fake.review(to.externalId).comments).toHaveLength(1);
  });

  it('says nothing twice when no word of the first try came through (W05)', async () => {
    await rig.close();
    await reopen({ moderation: 'silent' });
    rig.fake.failNext(1, 'lost', /comment\/create/);
    const first = rig.source.reply(to, 'Заменим', signal).catch((error: unknown) => error);
    await first;
    expect(await rig.source.findReply(to, 'Заменим', ago(1), signal)).toBeUndefined();
    await expect(rig.source.reply({ ...to, again: true }, 'Заменим', signal)).resolves.toBeDefined();
    expect(rig.fake.review(to.externalId).comments).toHaveLength(1);
  });

  it('finds its answer on a platform whose clock is a little behind', async () => {
    const { externalId } = await rig.source.reply(to, 'Заменим', signal);
    const since = new Date(RIG_TIME.getTime() + 30_000);
    expect(await rig.source.findReply(to, 'Заменим', since, signal)).toMatchObject({ externalId });
  });

  it('calls an answer unsent that was not taken', async () => {
    rig.fake.failNext(1, '500', /comment\/create/);
    await expect(rig.source.reply(to, 'Заменим', signal)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(rig.fake.review(to.externalId).comments).toEqual([]);
  });

  it('misses a review that is gone, and sends nothing empty', async () => {
    await expect(rig.source.reply(to, ' ', signal)).rejects.toMatchObject({ kind: 'rejected' });
    rig.fake.remove(to.externalId);
    await expect(rig.source.reply(to, 'Поздно', signal)).rejects.toMatchObject({ kind: 'missing' });
  });

  it('rejects at once what Ozon does not take', async () => {
    const link = rig.source.reply(to, 'Пишите на https://shop.example', signal);
    await expect(link).rejects.toMatchObject({ kind: 'rejected', code: 'not_taken' });
  });

  it('rejects an answer that the key may not give, and goes on reading', async () => {
    rig.fake.world.roles = ['Review read only'];
    const answer = rig.source.reply(to, 'Заменим', signal);
    await expect(answer).rejects.toMatchObject({ kind: 'rejected', code: 'permission_missing' });
    expect((await pagesOf()).flatMap(({ mentions }) => mentions)).not.toEqual([]);
  });

  it('comes back as it was from what it saved', () => {
    const copy = OzonFake.from(JSON.parse(JSON.stringify(rig.fake)), { clock: { now: () => RIG_TIME } });
    expect(copy.review(to.externalId).rating).toBe(1);
  });
});
