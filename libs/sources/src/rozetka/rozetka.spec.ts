import { createHttpClient } from '@heard/http';
import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { ago, readRound } from '../rounds.spec-suite.js';
import type { ReplyTarget } from '../source.js';
import type { RozetkaFakeHabits } from './rozetka.fake-api.js';
import { RozetkaFake } from './rozetka.fake.js';
import { validateRozetka } from './rozetka.settings.js';
import { RozetkaSource } from './rozetka.source.js';

const HOUR_MS = 3_600_000;

async function open({ reads = 'all', ...habits }: RozetkaFakeHabits & { reads?: string } = { pageSize: 2 }) {
  let now = RIG_TIME;
  const clock = { now: () => now };
  const fake = new RozetkaFake({ clock, ...habits });
  const { baseUrl } = await fake.listen();
  const http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
  const checked = validateRozetka({ ...fake.settings(), reads });
  if (!checked.ok) throw new Error('settings refused');
  const source = new RozetkaSource(checked.settings, { http, baseUrl, clock });
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  const pass = (ms: number): void => void (now = new Date(now.getTime() + ms));
  return { fake, source, pass, close };
}

function rigOf(add: (fake: RozetkaFake, text: string, at?: Date) => string): () => Promise<SourceRig> {
  return async () => {
    const { fake, source, close } = await open();
    return {
      source,
      add: (text, at) => add(fake, text, at),
      remove: (id) => fake.remove(Number(id.replace(/\D/g, ''))),
      // Not the login: it is the list that fails.
      failNext: (count, kind) => fake.failNext(count, kind, /search/),
      // No empty pages: numbered pages have none before the last.
      expireToken: () => fake.setAccess('wrong_password'),
      dropReadPermission: () => fake.setAccess('no_rights'),
      requests: () => fake.server.counters.requests,
      secrets: [
        fake.world.password,
        Buffer.from(fake.world.password).toString('base64'),
        'sim-rozetka-session',
      ],
      close,
    };
  };
}

describeSource(
  'Rozetka, reviews of the shop',
  rigOf((fake, text, at) => `shop-${fake.addShopReview({ text, at })}`),
);
describeSource(
  'Rozetka, reviews of goods',
  rigOf((fake, text, at) => `item-${fake.addComment({ text, mark: 1, at })}`),
);

describe('a shop on Rozetka', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof open>>;
  let reviewId: number;
  let commentId: number;
  let toReview: ReplyTarget;
  let toComment: ReplyTarget;

  async function reopen(habits: RozetkaFakeHabits & { reads?: string } = {}): Promise<void> {
    rig = await open(habits);
    reviewId = rig.fake.addShopReview({ text: 'Скасували', at: ago(90) });
    commentId = rig.fake.addComment({ text: 'Брак', mark: 1, at: ago(80) });
    toReview = { kind: 'review', externalId: `shop-${reviewId}` };
    toComment = { kind: 'review', externalId: `item-${commentId}` };
  }

  beforeEach(() => reopen());

  afterEach(() => rig.close());

  const idsOf = (round: { mentions: readonly { externalId: string }[] }): string[] =>
    round.mentions.map(({ externalId }) => externalId);

  it('reads both lists by turns, with the answers below comments', async () => {
    const theirs = rig.fake.addComment({ parentId: commentId, text: 'Чекаю' });
    const ours = rig.fake.addComment({ parentId: commentId, byShop: true, text: 'Замінимо' });
    const { mentions } = await readRound(rig.source);
    expect(idsOf({ mentions })).toEqual(
      expect.arrayContaining([toReview.externalId, toComment.externalId, `item-${theirs}`, `item-${ours}`]),
    );
    expect(mentions.find(({ externalId }) => externalId === `item-${ours}`)?.author.isBrand).toBe(true);
  });

  it.each([
    ['shop', () => [toReview.externalId]],
    ['goods', () => [toComment.externalId]],
  ])('reads only %s when told so', async (reads, expected) => {
    await rig.close();
    await reopen({ reads });
    expect(idsOf(await readRound(rig.source))).toEqual(expected());
  });

  it('goes on with one list while the other is refused, says so, and asks for it again a day after', async () => {
    rig.fake.setAccess('shop_only');
    const first = await rig.source.collect(undefined, signal);
    const second = await rig.source.collect(first.cursor, signal);
    expect([first.refused, second.refused]).toEqual([undefined, true]);
    const { mentions, cursor } = await readRound(rig.source);
    expect(idsOf({ mentions })).toEqual([toReview.externalId]);
    expect(JSON.stringify(await rig.source.check(signal))).toContain('item-comments');
    const late = rig.fake.addShopReview({ text: 'І досі тиша' });
    rig.fake.setAccess('open');
    expect(idsOf(await readRound(rig.source, cursor))).toEqual([`shop-${late}`, toReview.externalId]);
    rig.pass(24 * HOUR_MS);
    expect(idsOf(await readRound(rig.source, cursor))).toContain(toComment.externalId);
  });

  it('hears what the customer says to our answer below a review of the shop', async () => {
    const { cursor } = await readRound(rig.source);
    const reply = {
      id: 77,
      text: 'Це не відповідь',
      at: RIG_TIME.toISOString(),
      status: 4,
      userType: 2,
    } as const;
    for (const review of rig.fake.world.reviews) review.reply = { ...reply };
    const { mentions } = await readRound(rig.source, cursor);
    expect(mentions.find(({ externalId }) => externalId === 'shop-reply-77')).toMatchObject({
      ...{ kind: 'comment', text: 'Це не відповідь', author: { isBrand: false }, postedAt: RIG_TIME },
      ...{ parentExternalId: toReview.externalId, rootExternalId: toReview.externalId },
    });
  });

  it('neither list waits for the backfill of the other', async () => {
    await rig.close();
    await reopen({ pageSize: 2 });
    for (let day = 29; day > 2; day -= 1) rig.fake.addShopReview({ at: ago(day * 24 * 60) });
    const first = await rig.source.collect(undefined, signal);
    const second = await rig.source.collect(first.cursor, signal);
    expect(idsOf(second)).toContain(toComment.externalId);
  });

  it('opens a new session when the old one ends between two pages', async () => {
    const { cursor } = await rig.source.collect(undefined, signal);
    rig.fake.expireSession();
    await expect(readRound(rig.source, cursor)).resolves.toBeDefined();
    expect(rig.fake.world.sessions).toBe(3);
  });

  it('waits out maintenance, which comes with status 200', async () => {
    rig.fake.setAccess('maintenance');
    await expect(readRound(rig.source)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('hears an answer below an old comment, and a changed text', async () => {
    const { cursor } = await readRound(rig.source);
    const id = rig.fake.addComment({ parentId: commentId, text: 'Досі чекаю' });
    rig.pass(7 * HOUR_MS);
    rig.fake.editComment(commentId, 'Брак, гроші не повернули');
    const { mentions } = await readRound(rig.source, cursor);
    expect(idsOf({ mentions })).toContain(`item-${id}`);
    const edited = mentions.find(({ externalId }) => externalId === toComment.externalId);
    expect(edited).toMatchObject({ text: 'Брак, гроші не повернули', editedAt: expect.any(Date) });
  });

  it('says what is whole only when both lists are', async () => {
    const first = await rig.source.collect(undefined, signal);
    expect(first).not.toHaveProperty('whole');
    const rest = await readRound(rig.source, first.cursor);
    expect(rest.whole).toEqual([{ from: ago(30 * 24 * 60), startedAt: RIG_TIME }]);
    expect((await readRound(rig.source, rest.cursor)).whole).toEqual([]);
  });

  it('starts a list over when something went from it between two pages', async () => {
    await rig.close();
    await reopen({ pageSize: 2, reads: 'shop' });
    const ids = [9, 8, 7, 6, 5].map((n) => rig.fake.addShopReview({ text: `${n}`, at: ago(n) }));
    const first = await rig.source.collect(undefined, signal);
    rig.fake.remove(ids[4] ?? 0);
    const { mentions } = await readRound(rig.source, first.cursor);
    expect(idsOf({ mentions })).toEqual(expect.arrayContaining(ids.slice(0, 4).map((id) => `shop-${id}`)));
  });

  it('finds a good account good, and says which right is missing', async () => {
    expect(await rig.source.check(signal)).toEqual({ ok: true });
    rig.fake.setAccess('no_rights');
    const check = await rig.source.check(signal);
    expect(JSON.stringify(check)).toContain('/market-reviews/search');
    expect(JSON.stringify(check)).toContain('/item-comments/search');
    rig.fake.setAccess('wrong_password');
    expect(await rig.source.check(signal)).toMatchObject({
      ok: false,
      missing: [expect.stringContaining('login')],
    });
  });

  it('answers a review of the shop once, and overwrites nobody', async () => {
    const answer = await rig.source.reply(toReview, 'Вибачте', signal);
    await rig.source.reply(toReview, 'Вибачте', signal);
    expect(rig.fake.review(reviewId).reply?.text).toBe('Вибачте');
    expect(await rig.source.findReply(toReview, 'Вибачте', ago(1), signal)).toEqual({
      ...answer,
      state: 'visible',
    });
    const second = rig.source.reply(toReview, 'Інакше', signal);
    await expect(second).rejects.toMatchObject({ kind: 'rejected', code: 'reply_exists' });
  });

  it('answers below a comment, and below an answer to it, and finds both', async () => {
    const answer = await rig.source.reply(toComment, 'Замінимо', signal);
    expect(await rig.source.findReply(toComment, 'Замінимо', ago(1), signal)).toEqual({
      ...answer,
      state: 'visible',
    });
    const id = rig.fake.addComment({ parentId: commentId, text: 'Коли?' });
    const below: ReplyTarget = {
      kind: 'comment',
      externalId: `item-${id}`,
      rootExternalId: toComment.externalId,
    };
    const second = await rig.source.reply(below, "До п'ятниці", signal);
    expect(await rig.source.findReply(below, "До п'ятниці", ago(1), signal)).toMatchObject(second);
    expect(await rig.source.findReply(toComment, 'Коли?', ago(1), signal)).toBeUndefined();
  });

  it.each([
    ['unapproved', 'pending'],
    ['locked', 'rejected'],
    ['active', 'visible'],
  ] as const)('tells that an answer below a comment that is %s is %s', async (status, state) => {
    await rig.close();
    await reopen({ moderated: true });
    const answer = await rig.source.reply(toComment, 'Замінимо', signal);
    rig.fake.comment(Number(answer.externalId.slice('item-'.length))).status = status;
    expect(await rig.source.findReply(toComment, 'Замінимо', ago(1), signal)).toEqual({ ...answer, state });
  });

  it('takes the same words of last week for an answer of last week', async () => {
    rig.fake.addComment({ parentId: commentId, byShop: true, text: 'Дякуємо', at: ago(7 * 24 * 60) });
    expect(await rig.source.findReply(toComment, 'Дякуємо', ago(1), signal)).toBeUndefined();
  });

  it('rejects an answer of a manager who may only read, and goes on reading', async () => {
    rig.fake.setAccess('read_only');
    for (const to of [toReview, toComment])
      await expect(rig.source.reply(to, 'Вибачте', signal)).rejects.toMatchObject({
        kind: 'rejected',
        code: 'permission_missing',
      });
    expect((await readRound(rig.source)).mentions.length).toBeGreaterThan(1);
  });

  it('misses what is gone, and sends nothing empty', async () => {
    await expect(rig.source.reply(toReview, ' ', signal)).rejects.toMatchObject({ kind: 'rejected' });
    rig.fake.remove(reviewId);
    rig.fake.remove(commentId);
    for (const to of [toReview, toComment, { ...toReview, externalId: '5' }])
      await expect(rig.source.reply(to, 'Пізно', signal)).rejects.toMatchObject({ kind: 'missing' });
  });

  it('comes back as it was from what it saved', () => {
    const copy = RozetkaFake.from(JSON.parse(JSON.stringify(rig.fake)), { clock: { now: () => RIG_TIME } });
    expect(copy.review(reviewId).text).toBe('Скасували');
  });
});
