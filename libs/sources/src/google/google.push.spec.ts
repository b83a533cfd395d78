import type { PushDelivery } from '../push.js';
import { googlePush } from './google.push.js';

const pushToken = 'a-word-of-the-shop-1';
const told = {
  type: 'NEW_REVIEW',
  review: 'accounts/1001/locations/2002/reviews/AbFv',
  location: 'accounts/1001/locations/2002',
};

function delivery(data: unknown, token = pushToken, messageId = '7001'): PushDelivery {
  const message = { data: Buffer.from(JSON.stringify(data)).toString('base64'), messageId, attributes: {} };
  const body = Buffer.from(JSON.stringify({ message, subscription: 'projects/p/subscriptions/s' }));
  return { method: 'POST', query: { token }, headers: {}, body };
}

test('names the review and its location; a message that comes again has the same key', () => {
  const event = { key: '7001', account: '2002', event: { reviewId: 'AbFv' } };
  expect(googlePush.events(delivery(told))).toEqual([event]);
  expect(googlePush.events(delivery(told))).toEqual(googlePush.events(delivery(told)));
});

test.each([
  ['with another word', delivery(told, 'another-word-of-shop')],
  ['with a shorter one', delivery(told, pushToken.slice(0, -1))],
  ['with none', { ...delivery(told), query: {} }],
])('a delivery %s is not genuine', (_name, given) => {
  expect(googlePush.isGenuine(given, { pushToken })).toBe(false);
});

test('the right word is; where none is set, nothing is', () => {
  expect(googlePush.isGenuine(delivery(told), { pushToken })).toBe(true);
  expect(googlePush.isGenuine(delivery(told, ''), {})).toBe(false);
});

test('what is about no review is let be', () => {
  expect(googlePush.events(delivery({ type: 'GOOGLE_UPDATE', location: told.location }))).toEqual([]);
});
