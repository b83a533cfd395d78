import type { PushDelivery } from '../push.js';
import { yandexMarketPush as door } from './yandex-market.push.js';
import { openCabinet } from './yandex-market.spec-rig.js';

describe('notifications of Yandex Market', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof openCabinet>>;
  let settings: Record<string, string>;
  let reviewId: string;
  let delivery: PushDelivery;

  beforeEach(async () => {
    rig = await openCabinet();
    settings = rig.fake.settings();
    reviewId = rig.fake.addReview({ rating: 1, author: 'Мария', comment: 'Не ответили' });
    delivery = rig.fake.notificationOf(reviewId);
  });

  afterEach(() => rig.close());

  it('are taken from the address with the secret, also with the path that Market adds to it', () => {
    expect(door.isGenuine(delivery, settings)).toBe(true);
    const query = { secret: `${settings['notificationSecret'] ?? ''}/notification` };
    expect(door.isGenuine({ ...delivery, query }, settings)).toBe(true);
  });

  it.each([
    ['no secret', {}],
    ['an empty one', { secret: '' }],
    ['another one', { secret: 'sim-notification-secreT' }],
    ['a part of it', { secret: 'sim-notification' }],
    ['another parameter', { key: 'sim-notification-secret' }],
  ])('are refused with %s', (_, query) => {
    expect(door.isGenuine({ ...delivery, query: query as Record<string, string> }, settings)).toBe(false);
  });

  it('are refused while no secret is set, whatever is given', () => {
    const { notificationSecret: _, ...without } = settings;
    expect(door.isGenuine({ ...delivery, query: { secret: '' } }, without)).toBe(false);
    expect(door.isGenuine(delivery, without)).toBe(false);
  });

  it('are greeted when they are a PING with the secret, and only then', () => {
    const ping = rig.fake.notification({ notificationType: 'PING', time: '2026-11-22T10:00:00Z' });
    const answer = door.greet?.(ping, settings);
    expect(answer).toMatchObject({ status: 200, type: 'application/json' });
    expect(JSON.parse(answer?.body ?? '')).toEqual({
      version: '1.0.0',
      name: 'Heard',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    expect(door.greet?.(delivery, settings)).toBeUndefined();
    expect(door.greet?.({ ...ping, query: { secret: 'guessed' } }, settings)).toBeUndefined();
  });

  it('name the cabinet, and have the same key when they are delivered again', () => {
    const [event] = door.events(delivery);
    expect(event).toMatchObject({ key: `review/${reviewId}`, account: '4400' });
    expect(door.events(rig.fake.notificationOf(reviewId))[0]?.key).toBe(event?.key);
    expect(door.accountSetting).toBe('businessId');
  });

  it('lose no digit of an id, which a body written anew by a careless relay would', () => {
    expect(BigInt(reviewId) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
    const relayed = Buffer.from(JSON.stringify(JSON.parse(delivery.body.toString())));
    expect(door.events({ ...delivery, body: relayed })[0]?.key).not.toBe(door.events(delivery)[0]?.key);
  });

  it.each([
    ['an order', { notificationType: 'ORDER_CREATED', businessId: 4400, orderId: 1 }],
    ['a review without an id', { notificationType: 'GOODS_FEEDBACK_CREATED', businessId: 4400 }],
    ['a comment without an id', { notificationType: 'GOODS_FEEDBACK_COMMENT_CREATED', feedbackId: 1 }],
    ['a list', []],
  ])('of %s tell nothing', (_, body) => {
    expect(door.events(rig.fake.notification(body))).toEqual([]);
  });

  it('that are no JSON tell nothing, and do not stop what comes after', () => {
    expect(door.events({ ...delivery, body: Buffer.from('{"notificationType":') })).toEqual([]);
    expect(door.answer).toMatchObject({ status: 200 });
  });

  it('of a review lead to its text', async () => {
    const [event] = door.events(delivery);
    const { mentions } = await rig.source.takePushed(event?.event, signal);
    expect(mentions).toMatchObject([{ kind: 'review', externalId: reviewId, text: 'Не ответили' }]);
  });

  it('of a comment lead to its text, with the time that only they know', async () => {
    const id = rig.fake.addComment({ reviewId, text: 'И всё ещё молчат' });
    const [event] = door.events(rig.fake.notificationOf(id));
    expect(event?.key).toBe(`comment/${id}`);
    const { mentions } = await rig.source.takePushed(JSON.parse(JSON.stringify(event?.event)), signal);
    expect(mentions).toMatchObject([
      {
        kind: 'comment',
        externalId: id,
        rootExternalId: reviewId,
        postedAt: new Date('2026-11-22T10:00:00Z'),
      },
    ]);
  });

  it('of what is not there, or was made up, lead to nothing', async () => {
    rig.fake.remove(reviewId);
    const [event] = door.events(delivery);
    expect(await rig.source.takePushed(event?.event, signal)).toEqual({ mentions: [] });
    expect(await rig.source.takePushed({ feedbackId: "1'; drop table" }, signal)).toEqual({ mentions: [] });
    expect(await rig.source.takePushed(null, signal)).toEqual({ mentions: [] });
  });
});
