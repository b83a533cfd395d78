import { createHmac } from 'node:crypto';
import { ago } from '../rounds.spec-suite.js';
import type { PushDelivery } from '../push.js';
import { instagramPush } from './instagram.push.js';
import { openInstagram } from './instagram.spec-rig.js';

const { signal } = new AbortController();
const secret = 'the secret of the app';
const comment = {
  id: '17950001',
  text: 'Третий раз звоню',
  from: { id: '66770001' },
  media: { id: '17800001' },
};

function delivery(entry: object, by = secret): PushDelivery {
  const body = Buffer.from(
    JSON.stringify({ object: 'instagram', entry: [{ id: '17841400', time: 1, ...entry }] }),
  );
  const signature = createHmac('sha256', by).update(body).digest('hex');
  return { method: 'POST', query: {}, headers: { 'x-hub-signature-256': `sha256=${signature}` }, body };
}

test.each([
  ['in a list of changes', { changes: [{ field: 'comments', value: comment }] }],
  [
    'as the entry itself',
    { field: 'comments', value: { ...comment, id: undefined, comment_id: comment.id } },
  ],
])('a comment that is told %s is known by its ids, without its words', (_name, entry) => {
  const told = delivery(entry);
  expect(instagramPush.isGenuine(told, { appSecret: secret })).toBe(true);
  expect(instagramPush.events(told)).toEqual([
    { key: expect.any(String), account: '17841400', event: { mediaId: '17800001', commentId: '17950001' } },
  ]);
});

test('direct messages and what other objects tell are let be', () => {
  expect(instagramPush.events(delivery({ messaging: [{ message: { text: 'Привіт' } }] }))).toEqual([]);
});

test('what another app signed is not genuine, nor is anything where no secret is known', () => {
  const told = delivery({ changes: [] }, 'another secret');
  expect(instagramPush.isGenuine(told, { appSecret: secret })).toBe(false);
  expect(instagramPush.isGenuine(told, {})).toBe(false);
});

describe.each(['facebook', 'instagram'] as const)('an account connected by %s that was told', (flavour) => {
  let rig: Awaited<ReturnType<typeof openInstagram>>;
  let mediaId: string;
  beforeEach(async () => {
    rig = await openInstagram(flavour);
    mediaId = rig.fake.addMedia({ accountId: rig.account.id, text: 'Вітрина', at: ago(60) });
  });
  afterEach(() => rig.close());

  test('of a comment reads it as it is now, with its replies', async () => {
    const commentId = rig.fake.addComment({
      mediaId,
      username: 'reader_kyiv',
      text: 'Де книга?',
      at: ago(5),
    });
    rig.fake.addComment({ mediaId, parentId: commentId, username: 'ihor.s', text: 'І моя?', at: ago(4) });
    const { mentions } = await rig.source.takePushed({ mediaId, commentId }, signal);
    expect(mentions.map(({ kind, text, rootExternalId }) => [kind, text, rootExternalId])).toEqual([
      ['comment', 'Де книга?', mediaId],
      ['reply', 'І моя?', mediaId],
    ]);
  });

  test('of a comment that was deleted meanwhile says that it is gone', async () => {
    const commentId = rig.fake.addComment({
      mediaId,
      username: 'reader_kyiv',
      text: 'Де книга?',
      at: ago(5),
    });
    rig.fake.remove(commentId);
    const { mentions, gone } = await rig.source.takePushed({ mediaId, commentId }, signal);
    expect([mentions, gone?.map(({ externalId }) => externalId)]).toEqual([[], [commentId, commentId]]);
  });

  test('of a mention elsewhere fetches it', async () => {
    const theirs = rig.fake.addMedia({
      username: 'ihor.s',
      text: 'Дяка @lihtar.books',
      mentions: [rig.account.id],
    });
    const { mentions } = await rig.source.takePushed({ mediaId: theirs, elsewhere: true }, signal);
    expect(mentions).toMatchObject([{ kind: 'post', externalId: theirs }]);
  });
});
