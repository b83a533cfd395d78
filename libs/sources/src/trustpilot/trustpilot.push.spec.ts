import type { PushDelivery } from '../push.js';
import { trustpilotPush as door } from './trustpilot.push.js';
import { openTrustpilot } from './trustpilot.spec-rig.js';

const basic = (pair: string): PushDelivery['headers'] => ({
  authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
});

describe('webhooks of Trustpilot', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof openTrustpilot>>;
  let settings: Record<string, string>;
  let reviewId: string;
  let delivery: PushDelivery;

  beforeEach(async () => {
    rig = await openTrustpilot();
    settings = rig.fake.settings();
    reviewId = rig.fake.addReview({ name: 'J. Smith', stars: 1, text: 'No reply for 9 days' });
    delivery = rig.fake.notificationOf('created', reviewId);
  });

  afterEach(() => rig.close());

  it('are taken with the secret as the password of the address, or in it', () => {
    const query = { secret: settings['webhookSecret'] ?? '' };
    expect(door.isGenuine(delivery, settings)).toBe(true);
    expect(door.isGenuine({ ...delivery, headers: {}, query }, settings)).toBe(true);
  });

  it.each<[string, Partial<PushDelivery>]>([
    ['nothing', { headers: {} }],
    ['another password', { headers: basic('heard:sim-webhook-secret-2') }],
    ['a part of it', { headers: basic('heard:sim-webhook') }],
    ['the secret as the user', { headers: basic('sim-webhook-secret-1:') }],
    ['the secret unencoded', { headers: { authorization: 'Basic sim-webhook-secret-1' } }],
    ['a bearer', { headers: { authorization: 'Bearer sim-webhook-secret-1' } }],
    ['an empty secret', { headers: {}, query: { secret: '' } }],
    ['another parameter', { headers: {}, query: { key: 'sim-webhook-secret-1' } }],
  ])('are refused with %s', (_, changed) => {
    expect(door.isGenuine({ ...delivery, ...changed }, settings)).toBe(false);
  });

  it('are refused while no secret is set, whatever is given', () => {
    const { webhookSecret: _, ...without } = settings;
    expect(door.isGenuine(delivery, without)).toBe(false);
    expect(door.isGenuine({ ...delivery, headers: basic(':') }, without)).toBe(false);
  });

  it('have the same key when they are delivered again, also written anew by a relay', () => {
    const [event] = door.events(delivery);
    const relayed = Buffer.from(JSON.stringify(JSON.parse(delivery.body.toString()), undefined, 2));
    expect(door.events({ ...delivery, body: relayed })[0]?.key).toBe(event?.key);
    expect(door.events(rig.fake.notificationOf('created', reviewId))[0]?.key).toBe(event?.key);
  });

  it('of two changes of one review are two', () => {
    rig.fake.edit(reviewId, { stars: 3 });
    const [first] = door.events(rig.fake.notificationOf('updated', reviewId));
    rig.fake.edit(reviewId, { stars: 5 });
    const [second] = door.events(rig.fake.notificationOf('updated', reviewId));
    expect(new Set([first?.key, second?.key, door.events(delivery)[0]?.key]).size).toBe(3);
  });

  it.each([
    ['a product review', { events: [{ eventName: 'product-review-created', eventData: { id: 'a1' } }] }],
    ['a review without an id', { events: [{ eventName: 'service-review-created', eventData: {} }] }],
    ['something else', { events: 'none' }],
    ['a list', []],
  ])('of %s tell nothing', (_, body) => {
    expect(door.events({ ...delivery, body: Buffer.from(JSON.stringify(body)) })).toEqual([]);
  });

  it('that are no JSON say so', () => {
    expect(() => door.events({ ...delivery, body: Buffer.from('{"events":') })).toThrow(SyntaxError);
  });

  it('lead to the review as it is now, whatever they say', async () => {
    rig.fake.edit(reviewId, { stars: 4, text: 'They called' });
    const [event] = door.events(delivery);
    const { mentions } = await rig.source.takePushed(JSON.parse(JSON.stringify(event?.event)), signal);
    expect(mentions).toMatchObject([{ kind: 'review', externalId: reviewId, text: 'They called' }]);
  });

  it('of a deletion are believed when the review is not there', async () => {
    const [event] = door.events(rig.fake.notificationOf('deleted', reviewId));
    const forged = await rig.source.takePushed(event?.event, signal);
    expect(forged).toMatchObject({ mentions: [{ externalId: reviewId, platformState: 'visible' }] });
    rig.fake.remove(reviewId);
    expect(await rig.source.takePushed(event?.event, signal)).toEqual({
      mentions: [],
      gone: [{ kind: 'review', externalId: reviewId }],
    });
  });

  it('that were made up lead to nothing', async () => {
    expect(await rig.source.takePushed({ reviewId: '../business-units' }, signal)).toEqual({ mentions: [] });
    expect(await rig.source.takePushed(null, signal)).toEqual({ mentions: [] });
  });

  it('of another business unit lead to nothing', async () => {
    rig.fake.world.access = 'forbidden';
    expect(await rig.source.takePushed({ reviewId }, signal)).toEqual({ mentions: [] });
    rig.fake.world.access = 'open';
    rig.fake.world.businessUnitId = '46ff';
    expect(await rig.source.takePushed({ reviewId }, signal)).toEqual({ mentions: [] });
  });
});
