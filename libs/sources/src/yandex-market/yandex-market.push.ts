import { parseJson } from '@heard/http';
import type { PushAnswer, PushDelivery, PushDoor, PushEvent } from '../push.js';
import { isSameSecret } from '../same-secret.js';
import { dateOf, textOf, wireOf, type Wire } from '../wire.js';

/** What a notification leaves for the source to fetch; ids only. */
export interface YandexMarketHint {
  readonly feedbackId: string;
  readonly commentId?: string;
  readonly createdAt?: string;
}

/**
 * Notifications of Yandex Market are not signed. What proves them is a secret in the address that was entered there
 * (`?secret=…`), and they are only a hint: what they tell of is fetched with the cabinet's own token.
 */
export const yandexMarketPush: PushDoor = {
  greet: (delivery, settings) =>
    wireOf(bodyOf(delivery))['notificationType'] === 'PING' && isGenuine(delivery, settings)
      ? taken()
      : undefined,
  isGenuine,
  events,
  // Market wants the time at which the notification was dealt with.
  get answer() {
    return taken();
  },
  accountSetting: 'businessId',
};

function isGenuine({ query }: PushDelivery, settings: Readonly<Record<string, string>>): boolean {
  // Market adds the path of the method to the address that was entered, after its query too.
  const given = (query['secret'] ?? '').replace(/\/notification\/?$/, '');
  return isSameSecret(given, settings['notificationSecret']);
}

function events(delivery: PushDelivery): PushEvent[] {
  const body = wireOf(bodyOf(delivery));
  const hint = hintOf(body);
  if (hint === undefined) return [];
  const { feedbackId, commentId } = hint;
  const account = textOf(body['businessId']);
  const key = commentId === undefined ? `review/${feedbackId}` : `comment/${commentId}`;
  return [{ key, ...(account && { account }), event: hint }];
}

/** Orders, chats and questions are told of too, and are not ours. */
function hintOf(body: Wire): YandexMarketHint | undefined {
  const feedbackId = textOf(body['feedbackId']);
  const commentId = textOf(body['commentId']);
  const createdAt = dateOf(body['createdAt'])?.toISOString();
  if (feedbackId === undefined) return undefined;
  if (body['notificationType'] === 'GOODS_FEEDBACK_CREATED') return { feedbackId };
  if (body['notificationType'] !== 'GOODS_FEEDBACK_COMMENT_CREATED' || commentId === undefined)
    return undefined;
  return { feedbackId, commentId, ...(createdAt && { createdAt }) };
}

function bodyOf({ body }: PushDelivery): unknown {
  try {
    return parseJson(body.toString('utf8'));
  } catch {
    return undefined; // Refusing it would stop all that comes after: Market delivers in order.
  }
}

function taken(): PushAnswer {
  const body = { version: '1.0.0', name: 'Heard', time: new Date().toISOString() };
  return { status: 200, type: 'application/json', body: JSON.stringify(body) };
}
