import type { CollectedMention } from '@heard/core';
import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { ago, readRound } from '../rounds.spec-suite.js';
import { FacebookFake } from './facebook.fake.js';
import { openFacebook } from './facebook.spec-rig.js';

async function postsRig(): Promise<SourceRig> {
  const { fake, page, source, close } = await openFacebook();
  return {
    source,
    add: (text, at) => fake.addPost({ pageId: page.id, author: { name: 'Олена Приходько' }, text, at }),
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    emptyPages: (count) => fake.emptyPages(count),
    linkElsewhere: (origin) => fake.linkElsewhere(origin),
    expireToken: () => fake.expireToken(page.id),
    dropReadPermission: () => fake.dropPermission(page.id, 'pages_read_engagement'),
    requests: () => fake.server.counters.requests,
    secrets: [page.token, fake.world.appSecret],
    close,
  };
}

async function commentsRig(): Promise<SourceRig> {
  const { fake, page, source, close } = await openFacebook();
  const postId = fake.addPost({
    pageId: page.id,
    text: 'Новинки тижня',
    at: new Date(RIG_TIME.getTime() - 3_600_000),
  });
  return {
    source,
    close,
    add: (text, at) =>
      fake.addComment({ postId, author: { name: 'Ігор Савчук' }, text, at }).split('_')[1] ?? '',
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    emptyPages: (count) => fake.emptyPages(count),
    expireToken: () => fake.expireToken(page.id),
    dropReadPermission: () => fake.dropPermission(page.id, 'pages_read_engagement'),
    requests: () => fake.server.counters.requests,
    secrets: [page.token, fake.world.appSecret],
  };
}

describeSource('Facebook, by its posts,', postsRig);
describeSource('Facebook, by its comments,', commentsRig);

describe('a Facebook Page', () => {
  const { signal } = new AbortController();
  const olena = { name: 'Олена Приходько' };
  let rig: Awaited<ReturnType<typeof openFacebook>>;

  beforeEach(async () => {
    rig = await openFacebook(100);
  });

  afterEach(() => rig.close());

  const textsOf = ({ mentions }: { mentions: CollectedMention[] }): string[] =>
    mentions.map(({ text }) => text);

  it('hears its own posts, visitors, tags, comments and replies, each as what it is', async () => {
    const { fake, page } = rig;
    const own = fake.addPost({ pageId: page.id, text: 'Новинки', at: ago(50) });
    const comment = fake.addComment({ postId: own, author: olena, text: 'Де моя книга?', at: ago(40) });
    fake.addComment({ postId: own, parentId: comment, text: 'Шукаємо', at: ago(30) });
    fake.addPost({ pageId: page.id, author: olena, text: 'Третій день мовчите', at: ago(20) });
    fake.addPost({ author: { name: 'Hugh Larkin' }, text: 'Never again', tags: [page.id], at: ago(10) });
    const { mentions } = await readRound(rig.source);
    const seen = mentions.map(({ kind, text, author }) => [kind, text, author.isBrand]);
    expect(new Set(seen)).toEqual(
      new Set([
        ['post', 'Новинки', true],
        ['comment', 'Де моя книга?', false],
        ['reply', 'Шукаємо', true],
        ['post', 'Третій день мовчите', false],
        ['post', 'Never again', false],
      ]),
    );
  });

  it('hears a late comment on an old post', async () => {
    const { fake, page } = rig;
    const old = fake.addPost({ pageId: page.id, text: 'Торік', at: ago(400 * 1440) });
    const { cursor } = await readRound(rig.source);
    fake.addComment({ postId: old, author: olena, text: 'І досі чекаю', at: ago(1) });
    expect(textsOf(await readRound(rig.source, cursor))).toEqual(['І досі чекаю']);
  });

  it('hears a post that only shares something', async () => {
    const attachments = [{ title: 'Де моє замовлення?', description: 'Третій тиждень тиші' }];
    const shared = { author: olena, text: '', story: 'Олена поділилася дописом', attachments, at: ago(9) };
    rig.fake.addPost({ pageId: rig.page.id, ...shared });
    expect(textsOf(await readRound(rig.source))).toEqual(['Де моє замовлення?\nТретій тиждень тиші']);
  });

  it('hears a comment even when a deleted one kept the counter the same', async () => {
    const { fake, page } = rig;
    const postId = fake.addPost({ pageId: page.id, text: 'Новинки', at: ago(50) });
    const gone = fake.addComment({ postId, author: olena, text: 'Приберу', at: ago(40) });
    const { cursor } = await readRound(rig.source);
    fake.remove(gone);
    fake.addComment({ postId, author: olena, text: 'Лишу', at: ago(1) });
    expect(textsOf(await readRound(rig.source, cursor))).toContain('Лишу');
  });

  it('hears a comment that shows up late, a little older than the newest one seen', async () => {
    const { fake, page } = rig;
    const postId = fake.addPost({ pageId: page.id, text: 'Новинки', at: ago(50) });
    fake.addComment({ postId, author: olena, text: 'Найновіший', at: ago(2) });
    const { cursor } = await readRound(rig.source);
    fake.addComment({ postId, author: olena, text: 'Запізнілий', at: ago(8) });
    expect(textsOf(await readRound(rig.source, cursor))).toContain('Запізнілий');
  });

  it('hands an unchanged post over once, and an edited one again', async () => {
    const { fake, page } = rig;
    const id = fake.addPost({ pageId: page.id, author: olena, text: 'Було', at: ago(9) });
    const first = await readRound(rig.source);
    const second = await readRound(rig.source, first.cursor);
    fake.edit(id, 'Стало');
    const third = await readRound(rig.source, second.cursor);
    expect([textsOf(first), textsOf(second), textsOf(third)]).toEqual([['Було'], [], ['Стало']]);
  });

  it('keeps mentions without their authors when the permission to see them is missing', async () => {
    const { fake, page } = rig;
    fake.addPost({ pageId: page.id, author: olena, text: 'Хто я?', at: ago(9) });
    fake.dropPermission(page.id, 'pages_read_user_content');
    const { mentions } = await readRound(rig.source);
    expect(mentions[0]?.author).toEqual({ isBrand: false });
    expect(await rig.source.check(signal)).toEqual({
      ok: false,
      missing: [expect.stringContaining('pages_read_user_content')],
    });
  });

  it('is asked whether recommendations are given out again, and nothing else is made of them', async () => {
    expect(await rig.source.check(signal)).toEqual({ ok: true });
    rig.fake.giveRatings();
    expect(await rig.source.check(signal)).toEqual({
      ok: true,
      unheard: [expect.stringContaining('recommendations')],
    });
  });

  it('works without the permission for private answers, and says where it is granted', async () => {
    rig.fake.dropPermission(rig.page.id, 'pages_messaging');
    expect(await rig.source.check(signal)).toEqual({
      ok: true,
      optional: [expect.stringMatching(/^pages_messaging: .*App Review/u)],
    });
  });

  it('is checked for a token of the wrong type', async () => {
    rig.page.tokenState = 'user';
    expect(await rig.source.check(signal)).toEqual({
      ok: false,
      missing: [expect.stringContaining('type USER')],
    });
  });

  it('goes on without tags when only that list is closed, and says so', async () => {
    rig.fake.addPost({ pageId: rig.page.id, author: olena, text: 'Є хто живий?', at: ago(9) });
    rig.fake.closeTagged();
    expect(textsOf(await readRound(rig.source))).toEqual(['Є хто живий?']);
    let page = await rig.source.collect(undefined, signal);
    while (page.more && page.refused !== true) page = await rig.source.collect(page.cursor, signal);
    expect(page.refused).toBe(true);
    const missing = [expect.stringContaining('tag the page')];
    expect(await rig.source.check(signal)).toEqual({ ok: false, missing });
  });

  it('shows people a page with what was said, escaped (T05)', async () => {
    rig.fake.addPost({ pageId: rig.page.id, author: olena, text: '<script>alert(1)</script>', at: ago(9) });
    const html = await (await fetch(rig.fake.server.baseUrl)).text();
    expect(html).toContain('&#60;script&#62;');
    expect(html).not.toContain('<script>');
  });

  it('lets nobody control the made-up platform without its key', async () => {
    const url = `${rig.fake.server.baseUrl}/__sim/post`;
    const answer = await fetch(url, { method: 'POST', headers: { 'x-sim-control': '' }, body: '{}' });
    expect([answer.status, rig.fake.world.posts.length]).toEqual([404, 0]);
  });

  it('comes back as it was from what it saved', async () => {
    const id = rig.fake.addPost({ pageId: rig.page.id, author: olena, text: 'Пам’ятаєте?', at: ago(9) });
    const copy = FacebookFake.from(JSON.parse(JSON.stringify(rig.fake)), { clock: { now: () => RIG_TIME } });
    expect(copy.post(id).text).toBe('Пам’ятаєте?');
    expect(copy.addPost({ pageId: rig.page.id, text: 'x' })).not.toBe(id);
  });
});
