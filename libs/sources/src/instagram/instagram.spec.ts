import type { CollectedMention } from '@heard/core';
import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { ago, readRound, targetOf } from '../rounds.spec-suite.js';
import type { ReplyTarget } from '../source.js';
import { InstagramFake } from './instagram.fake.js';
import { validateInstagram } from './instagram.settings.js';
import { openInstagram } from './instagram.spec-rig.js';

async function rigOf(flavour: 'facebook' | 'instagram', how: 'tags' | 'comments'): Promise<SourceRig> {
  const { fake, account, source, close } = await openInstagram(flavour);
  const mediaId = fake.addMedia({ accountId: account.id, text: 'Вітрина', at: ago(60) });
  const add =
    how === 'tags'
      ? (text: string, at?: Date) => fake.addMedia({ username: 'reader_kyiv', text, at, tags: [account.id] })
      : (text: string, at?: Date) => fake.addComment({ mediaId, username: 'reader_kyiv', text, at });
  return {
    source,
    add,
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    emptyPages: (count) => fake.emptyPages(count),
    expireToken: () => fake.expireToken(account.id),
    dropReadPermission: () => {
      fake.dropPermission(account.id, 'instagram_basic');
      fake.dropPermission(account.id, 'instagram_business_basic');
    },
    requests: () => fake.server.counters.requests,
    secrets: [account.token, fake.world.appSecret],
    close,
  };
}

async function mediaRig(): Promise<SourceRig> {
  const { fake, account, source, close } = await openInstagram('instagram');
  return {
    source,
    close,
    add: (text, at) => fake.addMedia({ accountId: account.id, text, at }),
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    emptyPages: (count) => fake.emptyPages(count),
    linkElsewhere: (origin) => fake.linkElsewhere(origin),
    expireToken: () => fake.expireToken(account.id),
    dropReadPermission: () => fake.dropPermission(account.id, 'instagram_business_basic'),
    requests: () => fake.server.counters.requests,
    secrets: [account.token],
  };
}

describeSource('Instagram, by its media,', mediaRig);
describeSource('Instagram, by its tags,', () => rigOf('facebook', 'tags'));
describeSource('Instagram, by its comments,', () => rigOf('instagram', 'comments'));

describe.each(['facebook', 'instagram'] as const)('an Instagram account connected by %s', (flavour) => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof openInstagram>>;
  let mediaId: string;

  beforeEach(async () => {
    rig = await openInstagram(flavour, 50);
    mediaId = rig.fake.addMedia({ accountId: rig.account.id, text: 'Вітрина', at: ago(60) });
  });

  afterEach(() => rig.close());

  const textsOf = ({ mentions }: { mentions: CollectedMention[] }): string[] =>
    mentions.map(({ text }) => text);

  it('goes on without tags when only that list is closed, and says so', async () => {
    rig.fake.closeTags();
    rig.fake.addComment({ mediaId, username: 'reader_kyiv', text: 'Є хто живий?', at: ago(9) });
    expect(textsOf(await readRound(rig.source))).toContain('Є хто живий?');
    let page = await rig.source.collect(undefined, signal);
    while (page.more && page.refused !== true) page = await rig.source.collect(page.cursor, signal);
    expect(page.refused).toBe(true);
    const missing = [expect.stringContaining('tag the account')];
    expect(await rig.source.check(signal)).toEqual({ ok: false, missing });
  });

  it('works without the permission for private answers; where the token can be looked into, the check says so', async () => {
    const permission = `instagram${flavour === 'facebook' ? '' : '_business'}_manage_messages`;
    rig.fake.dropPermission(rig.account.id, permission);
    const optional = [expect.stringMatching(/^instagram_manage_messages: .*App Review/u)];
    const checked = await rig.source.check(signal);
    expect(checked).toMatchObject({ ok: true, ...(flavour === 'facebook' && { optional }) });
    expect('optional' in checked).toBe(flavour === 'facebook');
  });

  it('hears media, comments, replies and tags, each as what it is', async () => {
    const parentId = rig.fake.addComment({
      mediaId,
      username: 'reader_kyiv',
      text: 'Третій раз дзвоню',
      at: ago(40),
    });
    rig.fake.addComment({ mediaId, parentId, text: '@reader_kyiv напишіть номер', at: ago(30) });
    rig.fake.addMedia({ username: 'ihor.s', text: 'Ось що приїхало', tags: [rig.account.id], at: ago(20) });
    const { mentions } = await readRound(rig.source);
    expect(new Set(mentions.map(({ kind, text, author }) => [kind, text, author.isBrand]))).toEqual(
      new Set([
        ['post', 'Вітрина', true],
        ['comment', 'Третій раз дзвоню', false],
        ['reply', '@reader_kyiv напишіть номер', true],
        ['post', 'Ось що приїхало', false],
      ]),
    );
  });

  it('hears a late comment on an old media, and a late reply to a comment of last week', async () => {
    const old = rig.fake.addMedia({ accountId: rig.account.id, text: 'Торік', at: ago(400 * 1440) });
    const parentId = rig.fake.addComment({
      mediaId,
      username: 'reader_kyiv',
      text: 'Чекаю',
      at: ago(7 * 1440),
    });
    const { cursor } = await readRound(rig.source);
    rig.fake.addComment({ mediaId: old, username: 'ihor.s', text: 'І я чекаю', at: ago(1) });
    rig.fake.addComment({ mediaId, parentId, username: 'ihor.s', text: 'Ще хтось?', at: ago(1) });
    expect(textsOf(await readRound(rig.source, cursor))).toEqual(
      expect.arrayContaining(['І я чекаю', 'Ще хтось?']),
    );
  });

  it('reads replies that did not fit inside their comment', async () => {
    const parentId = rig.fake.addComment({ mediaId, username: 'reader_kyiv', text: 'Чекаю', at: ago(59) });
    const replies = Array.from({ length: 60 }, (_, nth) => `Відповідь ${nth}`);
    replies.forEach((text, nth) =>
      rig.fake.addComment({ mediaId, parentId, username: 'ihor.s', text, at: ago(58 - nth / 2) }),
    );
    expect(textsOf(await readRound(rig.source))).toEqual(expect.arrayContaining(replies));
  });

  it('keeps comments without names when the permission to see them is missing', async () => {
    rig.fake.addComment({ mediaId, username: 'reader_kyiv', text: 'Хто я?', at: ago(5) });
    rig.fake.dropPermission(
      rig.account.id,
      flavour === 'facebook' ? 'instagram_manage_comments' : 'instagram_business_manage_comments',
    );
    const { mentions } = await readRound(rig.source);
    expect(mentions.find(({ text }) => text === 'Хто я?')?.author).toEqual({ isBrand: false });
  });

  it('fetches what a mention webhook hinted at, and answers it', async () => {
    const theirs = rig.fake.addMedia({ username: 'ihor.s', text: 'Моя полиця', at: ago(9) });
    const commentId = rig.fake.addComment({
      mediaId: theirs,
      username: 'reader_kyiv',
      text: '@lihtar.books де книги',
      mentions: [rig.account.id],
      at: ago(8),
    });
    const mention = await rig.source.lookup({ mediaId: theirs, commentId }, signal);
    expect(mention).toMatchObject({
      kind: 'comment',
      externalId: commentId,
      rootExternalId: theirs,
      text: 'lihtar.books де книги',
    });
    if (mention === undefined) throw new Error('nothing found');
    await rig.source.reply(mention, 'Їдуть', signal);
    expect(rig.fake.thread(theirs).at(-1)).toMatchObject({ parentId: commentId, text: 'Їдуть' });
  });

  it('finds a caption that mentions the account, and misses what is gone', async () => {
    const media = rig.fake.addMedia({
      username: 'ihor.s',
      text: 'Дяка @lihtar.books',
      mentions: [rig.account.id],
      at: ago(9),
    });
    expect(await rig.source.lookup({ mediaId: media }, signal)).toMatchObject({
      kind: 'post',
      author: { isBrand: false },
    });
    expect(await rig.source.lookup({ mediaId: '404' }, signal)).toBeUndefined();
    await expect(rig.source.lookup({ mediaId: '1){id}' }, signal)).rejects.toMatchObject({ kind: 'invalid' });
  });

  describe('answering', () => {
    beforeEach(() => {
      rig.fake.addComment({ mediaId, username: 'reader_kyiv', text: 'Де книга?', at: ago(40) });
    });

    it('puts the answer under the comment and finds it there', async () => {
      const to = targetOf((await readRound(rig.source)).mentions, 'Де книга?');
      const { externalId } = await rig.source.reply(to, 'Привеземо', signal);
      expect(await rig.source.findReply(to, 'Привеземо', ago(1), signal)).toEqual({
        externalId,
        state: 'visible',
      });
      rig.fake.hide(externalId);
      expect(await rig.source.findReply(to, 'Привеземо', ago(1), signal)).toMatchObject({
        state: 'rejected',
      });
    });

    it('finds an answer whose response was lost (W05)', async () => {
      const to = targetOf((await readRound(rig.source)).mentions, 'Де книга?');
      rig.fake.failNext(1, 'lost');
      await expect(rig.source.reply(to, 'Вже їде', signal)).rejects.toMatchObject({ kind: 'unavailable' });
      expect(await rig.source.findReply(to, 'Вже їде', ago(1), signal)).toMatchObject({ state: 'visible' });
    });

    it('does not take an older or a foreign text for the answer', async () => {
      const to = targetOf((await readRound(rig.source)).mentions, 'Де книга?');
      rig.fake.addComment({ mediaId, parentId: to.externalId, text: 'Шукаємо', at: ago(30) });
      rig.fake.addComment({
        mediaId,
        parentId: to.externalId,
        username: 'ihor.s',
        text: 'Знайшли',
        at: ago(0),
      });
      expect(await rig.source.findReply(to, 'Шукаємо', ago(1), signal)).toBeUndefined();
      expect(await rig.source.findReply(to, 'Знайшли', ago(1), signal)).toBeUndefined();
    });

    it('says that a tag cannot be answered', async () => {
      rig.fake.addMedia({ username: 'ihor.s', text: 'Ось', tags: [rig.account.id], at: ago(20) });
      const to: ReplyTarget = targetOf((await readRound(rig.source)).mentions, 'Ось');
      await expect(rig.source.reply(to, 'Дякуємо', signal)).rejects.toMatchObject({
        kind: 'rejected',
        code: 'not_supported',
      });
    });

    it('is rejected without the permission, which it names', async () => {
      const to = targetOf((await readRound(rig.source)).mentions, 'Де книга?');
      const permission =
        flavour === 'facebook' ? 'instagram_manage_comments' : 'instagram_business_manage_comments';
      rig.fake.dropPermission(rig.account.id, permission);
      await expect(rig.source.reply(to, 'Ой', signal)).rejects.toMatchObject({
        kind: 'rejected',
        missing: [expect.stringContaining(permission)],
      });
    });
  });

  it('comes back as it was from what it saved', () => {
    const copy = InstagramFake.from(JSON.parse(JSON.stringify(rig.fake)), { clock: { now: () => RIG_TIME } });
    expect(copy.media(mediaId).text).toBe('Вітрина');
  });
});

describe('the settings of an Instagram account', () => {
  const good = { accountId: '17841400', token: 'IGAtoken123' };

  it('have defaults', () => {
    expect(validateInstagram(good)).toMatchObject({
      ok: true,
      settings: { flavour: 'facebook', apiVersion: 'v26.0' },
    });
  });

  it.each([
    [{ ...good, flavour: 'meta' }, 'flavour'],
    [{ ...good, apiVersion: 'latest' }, 'apiVersion'],
    [{ ...good, accountId: '@lihtar' }, 'accountId'],
  ])('%# name what is wrong', (values, key) => {
    expect(validateInstagram(values)).toEqual({ ok: false, errors: [{ key, code: 'malformed' }] });
  });
});
