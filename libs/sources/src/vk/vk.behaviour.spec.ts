import type { CollectedMention } from '@heard/core';
import { ago, readRound } from '../rounds.spec-suite.js';
import type { Cursor, Page } from '../source.js';
import { VkFake } from './vk.fake.js';
import { openVk } from './vk.spec-rig.js';

describe('a VK community', () => {
  const { signal } = new AbortController();
  const olga = 'Ольга Крылова';
  let rig: Awaited<ReturnType<typeof openVk>>;

  beforeEach(async () => {
    rig = await openVk(100);
  });

  afterEach(() => rig.close());

  const textsOf = ({ mentions }: { mentions: readonly CollectedMention[] }): string[] =>
    mentions.map(({ text }) => text);

  /** A round with what it told of besides mentions. */
  async function readPages(from?: Cursor): Promise<{ pages: Page[]; cursor: Cursor | undefined }> {
    const pages: Page[] = [];
    let cursor = from;
    for (let page: Page | undefined; page?.more !== false;) {
      page = await rig.source.collect(cursor, signal);
      pages.push(page);
      cursor = page.cursor;
    }
    return { pages, cursor };
  }

  it('hears posts, comments, replies, the board and mentions elsewhere, each as what it is', async () => {
    const { fake } = rig;
    const own = fake.addPost({ text: 'Новинки', at: ago(50) });
    const comment = fake.addComment({ postId: own, author: olga, text: 'Заказ потеряли', at: ago(40) });
    fake.addComment({ postId: own, replyTo: comment, text: '[id1001|Ольга], ищем', at: ago(30) });
    fake.addPost({ author: olga, text: 'Третий день молчите', at: ago(20) });
    const topicId = fake.addTopic('Отзывы', ago(300));
    fake.addComment({ topicId, author: 'Пётр Лапин', text: 'Не перезвонили', at: ago(15) });
    fake.addPost({ author: 'Пётр Лапин', text: 'Никогда больше', elsewhere: true, at: ago(10) });
    const { mentions } = await readRound(rig.source);
    const seen = mentions.map(({ kind, text, author }) => [kind, text, author.displayName, author.isBrand]);
    expect(new Set(seen)).toEqual(
      new Set([
        ['post', 'Новинки', fake.world.title, true],
        ['comment', 'Заказ потеряли', olga, false],
        ['reply', 'Ольга, ищем', fake.world.title, true],
        ['post', 'Третий день молчите', olga, false],
        ['comment', 'Не перезвонили', 'Пётр Лапин', false],
        ['post', 'Никогда больше', undefined, false],
      ]),
    );
  });

  it('reads with a service token, but for mentions elsewhere', async () => {
    await rig.close();
    rig = await openVk(100, 'service');
    const postId = rig.fake.addPost({ text: 'Новинки', at: ago(50) });
    rig.fake.addComment({ postId, author: olga, text: 'Заказ потеряли', at: ago(40) });
    rig.fake.addPost({ author: olga, text: 'Не услышат', elsewhere: true, at: ago(10) });
    const first = await readRound(rig.source);
    expect(new Set(textsOf(first))).toEqual(new Set(['Новинки', 'Заказ потеряли']));
    await readRound(rig.source, first.cursor);
    expect(rig.fake.server.counters.requests).toBe(8);
    expect(await rig.source.check(signal)).toEqual({ ok: true });
  });

  it('hears a late comment on an old post, and a late reply under an old comment', async () => {
    const { fake } = rig;
    const postId = fake.addPost({ text: 'В прошлом году', at: ago(400 * 1440) });
    const old = fake.addComment({ postId, author: olga, text: 'Старый', at: ago(399 * 1440) });
    for (let day = 20; day > 1; day -= 1)
      fake.addComment({ postId, author: olga, text: `День ${day}`, at: ago(day * 1440) });
    const { cursor } = await readRound(rig.source);
    fake.addComment({ postId, replyTo: old, author: 'Пётр Лапин', text: 'И у меня так', at: ago(1) });
    const late = await readRound(rig.source, cursor);
    expect(textsOf(late)).toContain('И у меня так');
  });

  it('hears every reply of a thread that is too long to come along', async () => {
    const { fake } = rig;
    const postId = fake.addPost({ text: 'Спор', at: ago(600) });
    const top = fake.addComment({ postId, author: olga, text: 'Начало', at: ago(590) });
    const said = Array.from({ length: 30 }, (_, nth) => `Ответ ${nth}`);
    for (const [nth, text] of said.entries())
      fake.addComment({ postId, replyTo: top, author: olga, text, at: ago(500 - nth) });
    const first = await readRound(rig.source);
    expect(textsOf(first)).toEqual(expect.arrayContaining(said));
    fake.addComment({ postId, replyTo: top, author: olga, text: 'Ещё один', at: ago(1) });
    expect(textsOf(await readRound(rig.source, first.cursor))).toContain('Ещё один');
  });

  it('hears a comment even when a deleted one kept the counter the same', async () => {
    const { fake } = rig;
    const postId = fake.addPost({ text: 'Новинки', at: ago(50) });
    const gone = fake.addComment({ postId, author: olga, text: 'Уберу', at: ago(40) });
    const { cursor } = await readRound(rig.source);
    fake.remove(gone);
    fake.addComment({ postId, author: olga, text: 'Оставлю', at: ago(1) });
    expect(textsOf(await readRound(rig.source, cursor))).toContain('Оставлю');
  });

  it('hears what is said under things for sale, a few of them in every round', async () => {
    const { fake } = rig;
    const said = Array.from({ length: 12 }, (_, nth) => `Под товаром ${nth}`);
    const ids = said.map((text, nth) => fake.addMarketComment(40 + nth, olga, text, ago(30)));
    let { cursor, mentions } = await readRound(rig.source);
    expect(mentions).toHaveLength(5);
    for (let round = 0; round < 2; round += 1) {
      const next = await readRound(rig.source, cursor);
      cursor = next.cursor;
      mentions = [...mentions, ...next.mentions];
    }
    expect(new Set(textsOf({ mentions }))).toEqual(new Set(said));
    expect(mentions[0]).toMatchObject({
      kind: 'comment',
      externalId: ids[0],
      rootExternalId: 'market-2200_40',
    });
    expect(fake.api.calls.filter(({ method }) => method === 'market.get')).toHaveLength(1);
  });

  it('reads the whole text of a long comment', async () => {
    const postId = rig.fake.addPost({ text: 'Новинки', at: ago(50) });
    const text = 'Очень долго ждали. '.repeat(30).trim();
    rig.fake.addComment({ postId, author: olga, text, at: ago(40) });
    expect(textsOf(await readRound(rig.source))).toContain(text);
  });

  it('does not stop at an old pinned post', async () => {
    const { fake } = rig;
    const pinned = fake.addPost({ text: 'Правила', at: ago(500 * 1440) });
    fake.pin(pinned);
    fake.addPost({ author: olga, text: 'Свежий', at: ago(5) });
    expect(textsOf(await readRound(rig.source))).toEqual(['Свежий']);
  });

  it('hands an unchanged post over once, an edited one again, and an edited comment when its thread is read whole', async () => {
    const { fake } = rig;
    const postId = fake.addPost({ author: olga, text: 'Было', at: ago(9) });
    const comment = fake.addComment({ postId, author: olga, text: 'И это было', at: ago(8) });
    const first = await readRound(rig.source);
    const second = await readRound(rig.source, first.cursor);
    fake.edit(postId, 'Стало');
    fake.edit(comment, 'И это стало');
    const third = await readRound(rig.source, second.cursor);
    expect(textsOf(second)).not.toContain('Было');
    expect(third.mentions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ text: 'Стало', editedAt: ago(0) }),
        expect.objectContaining({ text: 'И это стало' }),
      ]),
    );
  });

  it('asks for few threads at once and only for those that changed', async () => {
    const { fake } = rig;
    const posts = Array.from({ length: 30 }, (_, nth) =>
      fake.addPost({ text: `Пост ${nth}`, at: ago(200 - nth) }),
    );
    for (const postId of posts) fake.addComment({ postId, author: olga, text: 'Да', at: ago(100) });
    const { cursor } = await readRound(rig.source);
    fake.addComment({ postId: posts[7] ?? '', author: olga, text: 'Новый', at: ago(1) });
    fake.api.calls.length = 0;
    const before = fake.server.counters.requests;
    const { mentions } = await readRound(rig.source, cursor);
    const threads = fake.api.calls.filter(({ method }) => method === 'wall.getComments');
    expect(mentions.map(({ text }) => text)).toContain('Новый');
    // The one that changed, and the one whose turn it is to be read whole; wall, mentions, board and threads are a request each.
    expect(threads.map(({ args }) => args['count'])).toEqual(['11', '100']);
    expect(fake.server.counters.requests - before).toBe(4);
  });

  it('tells what is gone: a post with its comments, a deleted comment that has replies', async () => {
    const { fake } = rig;
    const lost = fake.addPost({ author: olga, text: 'Удалят', at: ago(50) });
    const postId = fake.addPost({ text: 'Новинки', at: ago(40) });
    const comment = fake.addComment({ postId, author: olga, text: 'Удалят и это', at: ago(30) });
    fake.addComment({ postId, replyTo: comment, text: 'Ответ', at: ago(20) });
    const { cursor } = await readRound(rig.source);
    fake.remove(lost);
    fake.remove(comment);
    const { pages } = await readPages(cursor);
    expect(pages.flatMap(({ gone = [] }) => gone)).toEqual([
      { kind: 'post', externalId: lost },
      { kind: 'comment', externalId: comment },
    ]);
    const whole = pages.flatMap((page) => page.whole ?? []).map(({ rootExternalId }) => rootExternalId);
    // The deleted post's list counts for two: a thread's absence must be seen twice.
    expect(whole).toEqual([lost, lost, postId]);
  });

  it('says that a thread was read whole only after its last page, with everything of it handed over', async () => {
    await rig.close();
    rig = await openVk(2);
    const postId = rig.fake.addPost({ text: 'Новинки', at: ago(50) });
    const ids = [4, 3, 2, 1].map((nth) =>
      rig.fake.addComment({ postId, author: olga, text: `${nth}`, at: ago(nth) }),
    );
    const { cursor } = await readRound(rig.source);
    const { pages } = await readPages(cursor);
    const ends = pages.flatMap(({ whole = [] }, at) => whole.map((list) => ({ ...list, at })));
    const deepPages = pages.filter(({ mentions }) => mentions.length > 0);
    expect(ends).toEqual([
      { rootExternalId: postId, from: expect.any(Date), startedAt: ago(0), at: pages.length - 1 },
    ]);
    expect(
      new Set(deepPages.flatMap(({ mentions }) => mentions.map(({ externalId }) => externalId))),
    ).toEqual(new Set(ids));
  });

  it('goes on without a board and without one closed thread', async () => {
    const { fake } = rig;
    fake.world.boardOpen = false;
    const closed = fake.addPost({ text: 'Удалён, пока читали', at: ago(50) });
    const postId = fake.addPost({ text: 'Новинки', at: ago(40) });
    fake.addComment({ postId: closed, author: olga, text: 'Не увидят', at: ago(30) });
    fake.addComment({ postId, author: olga, text: 'Увидят', at: ago(20) });
    let page = await rig.source.collect(undefined, signal);
    fake.remove(closed);
    const texts = textsOf(page);
    while (page.more) {
      page = await rig.source.collect(page.cursor, signal);
      texts.push(...textsOf(page));
    }
    expect(texts).toContain('Увидят');
  });

  it('asks for fewer threads at once when their answer is too large', async () => {
    const { fake } = rig;
    for (const nth of [1, 2, 3]) {
      const postId = fake.addPost({ text: `Пост ${nth}`, at: ago(50) });
      fake.addComment({ postId, author: olga, text: `Под ${nth}`, at: ago(20) });
    }
    fake.failNext(1, 'huge', /execute/);
    const texts = textsOf(await readRound(rig.source));
    expect(texts).toEqual(expect.arrayContaining(['Под 1', 'Под 2', 'Под 3']));
  });

  it.each([
    [
      'a token that may not read walls',
      () => rig.fake.settings('user')['communityToken'] ?? '',
      'token_kind',
    ],
    ['a token nobody knows', () => 'vk1.unknown-token', 'token_invalid'],
  ])('is disconnected with %s', async (_name, token, code) => {
    await rig.close();
    rig = await openVk(100, 'user', { accessToken: token() });
    await expect(rig.source.collect(undefined, signal)).rejects.toMatchObject({ kind: 'disconnected', code });
  });

  it.each<[string, () => void, RegExp]>([
    ['the right to write', () => (rig.fake.world.rights = ['manage']), /"wall"/],
    ['the right to manage', () => (rig.fake.world.rights = ['wall']), /"manage"/],
    [
      'the new confirmation string',
      () => (rig.fake.world.callback.confirmation = 'changed'),
      /confirmation string/,
    ],
    ['a living Callback API server', () => (rig.fake.world.callback.status = 'failed'), /can reach/],
    [
      'a Callback API server with our secret',
      () => (rig.fake.world.callback.secret = 'another-secret'),
      /secret key/,
    ],
    ['a living community token', () => rig.fake.setToken('community', 'expired'), /living token/],
    ['the right community', () => (rig.fake.world.groupId = 3300), /this community/],
  ])('names that this is missing: %s', async (_name, spoil, words) => {
    spoil();
    const check = await rig.source.check(signal);
    expect(check.ok ? '' : check.missing.join()).toMatch(words);
  });

  it('comes back as it was from what it saved', () => {
    const id = rig.fake.addPost({ author: olga, text: 'Помните?', at: ago(9) });
    const copy = VkFake.from(JSON.parse(JSON.stringify(rig.fake)), { clock: { now: () => ago(0) } });
    expect(copy.post(id).text).toBe('Помните?');
    expect(copy.addPost({ text: 'x' })).not.toBe(id);
  });

  it('shows people a page with what was said, escaped (T05)', async () => {
    rig.fake.addPost({ author: olga, text: '<script>alert(1)</script>', at: ago(9) });
    const html = await (await fetch(rig.fake.server.baseUrl)).text();
    expect(html).not.toContain('<script>');
  });
});
