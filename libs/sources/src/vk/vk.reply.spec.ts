import { ago, readRound, targetOf } from '../rounds.spec-suite.js';
import type { ReplyTarget } from '../source.js';
import { openVk } from './vk.spec-rig.js';

describe('answering on VK', () => {
  const { signal } = new AbortController();
  const olga = 'Ольга Крылова';
  const words = 'Здравствуйте, Ольга! Позвоним до 12:00.';
  let rig: Awaited<ReturnType<typeof openVk>>;
  let post: ReplyTarget;
  let comment: ReplyTarget;
  let reply: ReplyTarget;
  let onBoard: ReplyTarget;
  let underAThing: ReplyTarget;

  beforeEach(async () => {
    rig = await openVk(100);
    const postId = rig.fake.addPost({ author: olga, text: 'Третий день молчите', at: ago(50) });
    const top = rig.fake.addComment({ postId, author: olga, text: 'Ау', at: ago(40) });
    rig.fake.addComment({ postId, replyTo: top, author: 'Пётр Лапин', text: 'И мне', at: ago(30) });
    const topicId = rig.fake.addTopic('Отзывы', ago(60));
    rig.fake.addComment({ topicId, author: olga, text: 'Пишу сюда', at: ago(20) });
    rig.fake.addMarketComment(9, olga, 'Пришло битым');
    const { mentions } = await readRound(rig.source);
    post = targetOf(mentions, 'Третий день молчите');
    comment = targetOf(mentions, 'Ау');
    reply = targetOf(mentions, 'И мне');
    onBoard = targetOf(mentions, 'Пишу сюда');
    underAThing = targetOf(mentions, 'Пришло битым');
  });

  afterEach(() => rig.close());

  it.each<[string, () => ReplyTarget]>([
    ['a post', () => post],
    ['a comment', () => comment],
    ['a reply', () => reply],
    ['a comment on the board', () => onBoard],
    ['what is said under a thing for sale', () => underAThing],
  ])('answers %s as the community, and finds the answer', async (_name, target) => {
    expect(await rig.source.findReply(target(), words, ago(1), signal)).toBeUndefined();
    const { externalId } = await rig.source.reply(target(), words, signal);
    expect(await rig.source.findReply(target(), words, ago(1), signal)).toEqual({
      externalId,
      state: 'visible',
    });
    expect(rig.fake.comment(externalId)).toMatchObject({ text: words, fromId: -rig.fake.world.groupId });
  });

  it('is heard again as the answer it gave, under the same id', async () => {
    const { externalId } = await rig.source.reply(comment, words, signal);
    const { mentions } = await readRound(rig.source);
    expect(mentions).toContainEqual(
      expect.objectContaining({
        externalId,
        text: words,
        author: expect.objectContaining({ isBrand: true }),
      }),
    );
  });

  it('answers once though the first response was lost', async () => {
    rig.fake.failNext(1, 'lost', /createComment/);
    await expect(rig.source.reply(comment, words, signal)).rejects.toMatchObject({ kind: 'unavailable' });
    await rig.source.reply(comment, words, signal);
    expect(rig.fake.world.comments.filter(({ text }) => text === words)).toHaveLength(1);
  });

  it('takes neither an older answer nor somebody else for ours', async () => {
    rig.fake.addComment({ postId: post.externalId, author: olga, text: words, at: ago(0) });
    rig.fake.addComment({ postId: post.externalId, text: words, at: ago(45) });
    expect(await rig.source.findReply(post, words, ago(10), signal)).toBeUndefined();
  });

  it('knows its own words in the way VK writes names', async () => {
    rig.fake.addComment({ postId: post.externalId, text: '[id1001|Ольга],  позвоним', at: ago(1) });
    expect(await rig.source.findReply(post, 'Ольга, позвоним', ago(2), signal)).toMatchObject({
      state: 'visible',
    });
  });

  it.each<[string, string, () => void, string]>([
    ['links are forbidden', 'Смотрите https://spam.example', () => undefined, 'links_forbidden'],
    ['the right to write is missing', words, () => (rig.fake.world.rights = []), 'permission_missing'],
    ['the words are none', ' ', () => undefined, 'bad_request'],
  ])('is rejected with a reason when %s', async (_name, text, spoil, code) => {
    spoil();
    await expect(rig.source.reply(comment, text.trim(), signal)).rejects.toMatchObject({
      kind: 'rejected',
      code,
    });
  });

  it('cannot answer on the board with a service token, and says what is missing', async () => {
    await rig.close();
    rig = await openVk(100, 'service');
    await expect(rig.source.reply(onBoard, words, signal)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'token_kind',
      missing: [expect.stringContaining('token')],
    });
  });
});
