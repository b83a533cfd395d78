import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseJson } from '@heard/http';
import { isSameSecret } from './same-secret.js';
import type { PushAnswer, PushDelivery, PushDoor, PushEvent } from './push.js';
import type { SettingField } from './settings.js';
import { textOf, wireOf, type Wire } from './wire.js';

/** The word that a person types both here and in the webhook settings of their Meta app. */
export const verifyTokenField: SettingField = {
  key: 'verifyToken',
  label: {
    ru: 'Проверочное слово вебхука (Verify token), если он нужен',
    uk: 'Перевірне слово вебхука (Verify token), якщо він потрібен',
    en: 'Verify token of the webhook, if you use one',
  },
  required: false,
  secret: true,
  pattern: '\\S{8,200}',
};

/** One change of one object, as Meta's webhooks bring it. */
export interface GraphChange {
  readonly field: string;
  readonly value: Wire;
}

/** The webhooks of one object of a Meta app: handshake and signature are the same for all. */
export function graphPush(
  object: string,
  accountSetting: string,
  eventOf: (change: GraphChange) => unknown,
): PushDoor {
  return {
    accountSetting,
    greet: (delivery, { verifyToken }) => greet(delivery, verifyToken),
    isGenuine: ({ headers, body }, { appSecret }) =>
      appSecret !== undefined && isSigned(body, headers['x-hub-signature-256'], appSecret),
    events: ({ body }) => {
      const wire = wireOf(parseJson(body.toString('utf8')));
      if (wire['object'] !== object) return [];
      return entriesOf(wire).flatMap((entry) => eventsOf(entry, eventOf));
    },
  };
}

/** True when the bytes were signed with the secret (`sha256=<hex>`); takes the same time for every wrong signature. */
export function isSigned(body: Buffer, signature: string | undefined, secret: string): boolean {
  const given = /^sha256=([0-9a-f]{64})$/iu.exec(signature ?? '')?.[1];
  const expected = createHmac('sha256', secret).update(body).digest();
  return timingSafeEqual(Buffer.from(given ?? '00'.repeat(32), 'hex'), expected) && given !== undefined;
}

function greet({ method, query }: PushDelivery, verifyToken: string | undefined): PushAnswer | undefined {
  if (method !== 'GET') return undefined;
  const known = isSameSecret(query['hub.verify_token'], verifyToken);
  if (query['hub.mode'] !== 'subscribe' || !known) return { status: 403, body: '' };
  return { status: 200, type: 'text/plain', body: query['hub.challenge'] ?? '' };
}

function entriesOf(wire: Wire): Wire[] {
  return Array.isArray(wire['entry']) ? wire['entry'].map(wireOf) : [];
}

/** Changes come in a list, or, in one shape of Instagram's, as the entry itself. */
function eventsOf(entry: Wire, eventOf: (change: GraphChange) => unknown): PushEvent[] {
  const account = textOf(entry['id']);
  const changes = Array.isArray(entry['changes']) ? entry['changes'].map(wireOf) : [entry];
  return changes.flatMap((change) => {
    const field = textOf(change['field']);
    const value = wireOf(change['value']);
    const event = field === undefined ? undefined : eventOf({ field, value });
    if (event === undefined) return [];
    // With the time of sending: a state that comes back (hidden, shown, hidden) is news every time.
    const key = createHmac('sha256', 'key').update(JSON.stringify([account, entry['time'], field, value]));
    return [{ key: key.digest('base64url'), ...(account !== undefined && { account }), event }];
  });
}
