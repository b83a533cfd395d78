import type { ReplyTarget } from '../source.js';
import { ago, readRound, targetOf } from '../rounds.spec-suite.js';
import { openFacebook } from './facebook.spec-rig.js';

describe('answering as a Facebook Page', () => {
  const { signal } = new AbortController();
  const olena = { name: 'Олена Приходько' };
  let rig: Awaited<ReturnType<typeof openFacebook>>;
  let postId: string;
  let commentId: string;
  const since = ago(1);

  beforeEach(async () => {
    rig = await openFacebook(100);
    postId = rig.fake.addPost({ pageId: rig.page.id, text: 'Новинки', at: ago(50) });
    commentId = rig.fake.addComment({ postId, author: olena, text: 'Де моя книга?', at: ago(40) });
  });

  afterEach(() => rig.close());

  it('puts the answer under the comment and finds it there', async () => {
    const to = targetOf((await readRound(rig.source)).mentions, 'Де моя книга?');
    const sent = await rig.source.reply(to, 'Привеземо сьогодні', signal);
    expect(rig.fake.thread(postId).at(-1)).toMatchObject({
      parentId: commentId,
      text: 'Привеземо сьогодні',
    });
    const seen = await rig.source.findReply(to, 'Привеземо сьогодні', since, signal);
    expect(seen).toEqual({ externalId: sent.externalId, state: 'visible' });
  });

  it('needs no more than the ids to call a comment', async () => {
    const externalId = commentId.slice(commentId.indexOf('_') + 1);
    await rig.source.reply({ kind: 'comment', externalId, rootExternalId: postId }, 'Так', signal);
    expect(rig.fake.thread(postId).at(-1)).toMatchObject({ parentId: commentId, text: 'Так' });
  });

  it("answers a visitor's post with a comment", async () => {
    const visitor = rig.fake.addPost({ pageId: rig.page.id, author: olena, text: 'Алло?', at: ago(5) });
    const to: ReplyTarget = { kind: 'post', externalId: visitor };
    await rig.source.reply(to, 'Ми тут', signal);
    expect(await rig.source.findReply(to, 'Ми тут', since, signal)).toMatchObject({ state: 'visible' });
  });

  it('answers a reply under its top comment', async () => {
    rig.fake.addComment({
      postId,
      parentId: commentId,
      author: { name: 'Ігор Савчук' },
      text: 'І моя?',
      at: ago(3),
    });
    const to = targetOf((await readRound(rig.source)).mentions, 'І моя?');
    await rig.source.reply(to, 'І ваша', signal);
    expect(await rig.source.findReply(to, 'І ваша', since, signal)).toMatchObject({ state: 'visible' });
  });

  it('finds the answer whose response was lost, and does not double it (W05)', async () => {
    const to = targetOf((await readRound(rig.source)).mentions, 'Де моя книга?');
    rig.fake.failNext(1, 'lost');
    await expect(rig.source.reply(to, 'Вже їдемо', signal)).rejects.toMatchObject({ kind: 'unavailable' });
    const found = await rig.source.findReply(to, 'Вже їдемо', since, signal);
    const again = await rig.source.reply(to, 'Вже їдемо', signal);
    expect(again.externalId).toBe(found?.externalId);
    expect(rig.fake.thread(postId).filter(({ text }) => text === 'Вже їдемо')).toHaveLength(1);
  });

  it('does not take the same words to somebody else for the answer', async () => {
    rig.fake.addComment({ postId, author: { name: 'Ігор Савчук' }, text: 'Мені теж', at: ago(3) });
    const { mentions } = await readRound(rig.source);
    await rig.source.reply(targetOf(mentions, 'Де моя книга?'), 'Напишіть номер', signal);
    const other = targetOf(mentions, 'Мені теж');
    expect(await rig.source.findReply(other, 'Напишіть номер', since, signal)).toBeUndefined();
  });

  it('does not take an older answer for this one, and tells a hidden one', async () => {
    const to = targetOf((await readRound(rig.source)).mentions, 'Де моя книга?');
    rig.fake.addComment({ postId, parentId: commentId, text: 'Перевіряємо', at: ago(30) });
    expect(await rig.source.findReply(to, 'Перевіряємо', since, signal)).toBeUndefined();
    const { externalId } = await rig.source.reply(to, 'Знайшли', signal);
    rig.fake.hide(externalId);
    expect(await rig.source.findReply(to, 'Знайшли', since, signal)).toMatchObject({ state: 'rejected' });
  });

  it('is rejected without the permission, which it names', async () => {
    const to = targetOf((await readRound(rig.source)).mentions, 'Де моя книга?');
    rig.fake.dropPermission(rig.page.id, 'pages_manage_engagement');
    await expect(rig.source.reply(to, 'Ой', signal)).rejects.toMatchObject({
      kind: 'rejected',
      missing: [expect.stringContaining('pages_manage_engagement')],
    });
  });

  it('misses a comment that is gone', async () => {
    const to = targetOf((await readRound(rig.source)).mentions, 'Де моя книга?');
    rig.fake.remove(commentId);
    await expect(rig.source.reply(to, 'Запізно', signal)).rejects.toMatchObject({ kind: 'missing' });
  });
});
