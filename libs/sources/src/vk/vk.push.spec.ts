import { ago, readRound } from '../rounds.spec-suite.js';
import type { PushDelivery } from '../push.js';
import { openVk } from './vk.spec-rig.js';
import { vkPush } from './vk.push.js';

describe("VK's Callback API", () => {
  const { signal } = new AbortController();
  const olga = 'Ольга Крылова';
  let rig: Awaited<ReturnType<typeof openVk>>;
  let settings: Record<string, string>;
  let postId: string;
  let commentId: string;

  beforeEach(async () => {
    rig = await openVk(100);
    settings = rig.fake.settings();
    postId = rig.fake.addPost({ text: 'Новинки', at: ago(50) });
    commentId = rig.fake.addComment({
      postId,
      author: olga,
      text: '[club2200|Маяк], где заказ?',
      at: ago(40),
    });
  });

  afterEach(() => rig.close());

  const changed = (delivery: PushDelivery, change: Record<string, unknown>): PushDelivery => {
    const body = { ...(JSON.parse(delivery.body.toString()) as object), ...change };
    return { ...delivery, body: Buffer.from(JSON.stringify(body)) };
  };
  const eventOf = (delivery: PushDelivery): unknown => vkPush.events(delivery)[0]?.event;
  const take = (delivery: PushDelivery) => rig.source.takePushed(eventOf(delivery), signal);

  it('is greeted with the confirmation string, as plain text', () => {
    const hello = rig.fake.envelope('confirmation');
    const expected = { status: 200, type: 'text/plain', body: 'c0nf1rm' };
    expect(vkPush.greet?.(hello, settings)).toEqual(expected);
    expect(vkPush.greet?.(changed(hello, { secret: undefined }), settings)).toEqual(expected);
  });

  it('greets nobody else', () => {
    const hello = rig.fake.envelope('confirmation');
    expect(vkPush.greet?.(changed(hello, { group_id: 9 }), settings)).toBeUndefined();
    expect(vkPush.greet?.(changed(hello, { secret: 'guessed-secret' }), settings)).toBeUndefined();
    expect(vkPush.greet?.(rig.fake.deliver('wall_reply_new', commentId), settings)).toBeUndefined();
    expect(vkPush.greet?.(hello, { groupId: '2200' })).toBeUndefined();
  });

  it('is greeted with the string that VK expects now, and with the one given while VK cannot tell', async () => {
    const given = vkPush.greet?.(rig.fake.envelope('confirmation'), settings);
    if (given === undefined) throw new Error('not greeted');
    const { http, baseUrl, clock } = rig.context;
    const context = { address: 'https://heard.example', http, baseUrls: { vk: baseUrl }, clock };
    rig.fake.world.callback.confirmation = 'an0ther';
    expect(await vkPush.greetAnew?.(given, settings, context)).toEqual({ ...given, body: 'an0ther' });
    rig.fake.failNext(1, '500');
    expect(await vkPush.greetAnew?.(given, settings, context)).toEqual(given);
    rig.fake.setToken('community', 'expired');
    expect(await vkPush.greetAnew?.(given, settings, context)).toEqual(given);
  });

  it('takes what holds the secret, and answers ok (S07)', () => {
    const genuine = rig.fake.deliver('wall_reply_new', commentId);
    expect(vkPush.isGenuine(genuine, settings)).toBe(true);
    expect(vkPush.answer).toEqual({ status: 200, type: 'text/plain', body: 'ok' });
  });

  it.each<[string, (delivery: PushDelivery) => PushDelivery]>([
    ['without a secret', (delivery) => changed(delivery, { secret: undefined })],
    ['with a wrong secret', (delivery) => changed(delivery, { secret: 'sim-callback-secreT' })],
    ['with a secret that is no text', (delivery) => changed(delivery, { secret: ['sim-callback-secret'] })],
    ['of another community', (delivery) => changed(delivery, { group_id: 2201 })],
    ['cut off', (delivery) => ({ ...delivery, body: delivery.body.subarray(0, -2) })],
    ['empty', (delivery) => ({ ...delivery, body: Buffer.alloc(0) })],
  ])('does not take a delivery %s (S07)', (_name, forge) => {
    expect(vkPush.isGenuine(forge(rig.fake.deliver('wall_reply_new', commentId)), settings)).toBe(false);
  });

  it('takes nothing while no secret is set', () => {
    const genuine = rig.fake.deliver('wall_reply_new', commentId);
    expect(vkPush.isGenuine(genuine, { ...settings, callbackSecret: '' })).toBe(false);
    expect(vkPush.isGenuine(genuine, { groupId: '2200' })).toBe(false);
  });

  it('takes a body that was written anew for the same: the secret is the whole proof, VK signs nothing', () => {
    const delivery = rig.fake.deliver('wall_reply_new', commentId);
    const anew = {
      ...delivery,
      body: Buffer.from(JSON.stringify(JSON.parse(delivery.body.toString()), null, 2)),
    };
    expect(vkPush.isGenuine(anew, settings)).toBe(true);
    expect(vkPush.events(anew)).toEqual(vkPush.events(delivery));
  });

  it('knows a replayed delivery by its key, and stores no secret', () => {
    const delivery = rig.fake.deliver('wall_reply_new', commentId);
    const [event] = vkPush.events(delivery);
    expect(vkPush.events({ ...delivery, headers: { 'x-retry-counter': '1' } })[0]?.key).toBe(event?.key);
    expect(vkPush.events(rig.fake.deliver('wall_reply_new', commentId))[0]?.key).not.toBe(event?.key);
    expect(event?.account).toBe(settings[vkPush.accountSetting ?? '']);
    expect(JSON.stringify(event)).not.toContain('secret');
  });

  it.each(['wall_reply_new', 'wall_reply_edit', 'wall_reply_restore'])(
    'reads %s as polling would',
    async (type) => {
      const { mentions } = await take(rig.fake.deliver(type, commentId));
      const polled = (await readRound(rig.source)).mentions.find(({ kind }) => kind === 'comment');
      expect(mentions).toMatchObject([{ ...polled, raw: expect.anything() }]);
      expect(mentions[0]).toMatchObject({ text: 'Маяк, где заказ?', author: { displayName: olga } });
    },
  );

  it('reads a reply, a post and a comment on the board under the ids that polling gives them', async () => {
    const replyId = rig.fake.addComment({ postId, replyTo: commentId, text: 'Ищем', at: ago(9) });
    const topicId = rig.fake.addTopic('Отзывы', ago(60));
    const onBoard = rig.fake.addComment({ topicId, author: olga, text: 'И тут', at: ago(8) });
    const told = [
      await take(rig.fake.deliver('wall_reply_new', replyId)),
      await take(rig.fake.deliver('wall_post_new', postId)),
      await take(rig.fake.deliver('board_post_new', onBoard)),
    ].flatMap(({ mentions }) => mentions);
    const keys = ({ kind, externalId, author }: (typeof told)[number]) => [
      kind,
      externalId,
      author.displayName,
    ];
    const polled = (await readRound(rig.source)).mentions.map(keys);
    expect(polled).toEqual(expect.arrayContaining(told.map(keys)));
    expect(told).toHaveLength(3);
  });

  it('tells of deletions, whichever name the deleter has', async () => {
    const expected = [
      { kind: 'comment', externalId: commentId },
      { kind: 'reply', externalId: commentId },
    ];
    expect((await take(rig.fake.deliver('wall_reply_delete', commentId))).gone).toEqual(expected);
    const [, post, id] = /_(\d+)_(\d+)$/.exec(commentId) ?? [];
    const old = { owner_id: -2200, post_id: Number(post), id: Number(id), user_id: 7 };
    expect((await take(rig.fake.envelope('wall_reply_delete', old))).gone).toEqual(expected);
  });

  it('hears what is said under a thing for sale', async () => {
    const object = {
      id: 31,
      from_id: 1001,
      date: 1795255331,
      text: 'Пришло битым',
      market_owner_id: -2200,
      item_id: 9,
    };
    expect(await take(rig.fake.envelope('market_comment_new', object))).toMatchObject({
      mentions: [
        {
          kind: 'comment',
          externalId: 'market-2200_9_31',
          text: 'Пришло битым',
          rootExternalId: 'market-2200_9',
        },
      ],
    });
  });

  it.each(['photo', 'video'])(
    'hears what is said under a %s, and leaves answering it to the community',
    async (kind) => {
      const object = { id: 31, from_id: 1001, date: 1795255331, text: 'Книга не та' };
      const place = { [`${kind}_owner_id`]: -2200, [`${kind}_id`]: 9 };
      const externalId = `${kind}-2200_9_31`;
      const event = rig.fake.envelope(`${kind}_comment_new`, { ...object, ...place });
      expect((await take(event)).mentions).toMatchObject([
        { kind: 'comment', externalId, text: 'Книга не та', url: `https://vk.com/${kind}-2200_9` },
      ]);
      const deleted = rig.fake.envelope(`${kind}_comment_delete`, {
        id: 31,
        user_id: 7,
        owner_id: -2200,
        ...place,
      });
      expect((await take(deleted)).gone).toContainEqual({ kind: 'comment', externalId });
      const answering = rig.source.reply({ kind: 'comment', externalId }, 'Заменим', signal);
      await expect(answering).rejects.toMatchObject({ kind: 'rejected', code: 'no_answers_here' });
    },
  );

  it('hears a complaint without its author, when the names were asked for too often today', async () => {
    rig.fake.spend('users.get');
    const { mentions } = await take(rig.fake.deliver('wall_reply_new', commentId));
    expect(mentions).toMatchObject([{ author: { externalId: '1001', isBrand: false } }]);
  });

  describe.each(['photo', 'video'] as const)('of a comment on a %s', (place) => {
    let id: string;

    beforeEach(() => {
      id = rig.fake.addMediaComment(place, 456, olga, 'На снимке не моя книга');
    });

    it.each(['new', 'edit', 'restore'])('hears %s', async (what) => {
      const { mentions } = await take(rig.fake.deliver(`${place}_comment_${what}`, id));
      expect(mentions).toMatchObject([
        {
          kind: 'comment',
          externalId: id,
          parentExternalId: `${place}-2200_456`,
          rootExternalId: `${place}-2200_456`,
          text: 'На снимке не моя книга',
          author: { externalId: '1001', displayName: olga, isBrand: false },
          url: `https://vk.com/${place}-2200_456`,
        },
      ]);
    });

    it('hears its new words under the same id', async () => {
      rig.fake.edit(id, 'Уже разобрались');
      const { mentions } = await take(rig.fake.deliver(`${place}_comment_edit`, id));
      expect(mentions).toMatchObject([{ externalId: id, text: 'Уже разобрались' }]);
    });

    it('takes it off when it was deleted', async () => {
      expect(await take(rig.fake.deliver(`${place}_comment_delete`, id))).toEqual({
        mentions: [],
        gone: [
          { kind: 'comment', externalId: id },
          { kind: 'reply', externalId: id },
        ],
      });
    });
  });

  it('hears a comment on a photo that is named as older versions do', async () => {
    const object = { id: 31, from_id: 1001, date: 1795255331, text: 'Не то', owner_id: -2200, pid: 456 };
    expect(await take(rig.fake.envelope('photo_comment_new', object))).toMatchObject({
      mentions: [{ externalId: 'photo-2200_456_31' }],
    });
  });

  it('hears a complaint without its author, when only the name cannot be had', async () => {
    rig.fake.setToken('user', 'expired');
    const { mentions } = await take(rig.fake.deliver('wall_reply_new', commentId));
    expect(mentions).toMatchObject([{ author: { externalId: '1001', isBrand: false } }]);
  });

  it('is tried again later when VK is down', async () => {
    rig.fake.failNext(1, '500');
    await expect(take(rig.fake.deliver('wall_reply_new', commentId))).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });

  it.each([
    [
      'a suggested post',
      'wall_post_new',
      { id: 5, owner_id: -2200, from_id: 1001, post_type: 'suggest', text: 'x' },
    ],
    ['a member who joined', 'group_join', { user_id: 1001 }],
    ['a comment without a photo', 'photo_comment_new', { id: 5, from_id: 1001, text: 'x' }],
    ['a new photo', 'photo_new', { id: 456, owner_id: -2200 }],
    ['a comment without a post', 'wall_reply_new', { id: 5, from_id: 1001, text: 'x' }],
    ['nothing', 'wall_reply_new', undefined],
  ])('makes no mention of %s', async (_name, type, object) => {
    expect(await take(rig.fake.envelope(type, object))).toEqual({ mentions: [] });
  });
});
