import { parseJson } from '@heard/http';
import { fingerprint } from '../fingerprint.js';
import type { PushDoor, PushEvent } from '../push.js';
import { isSameSecret } from '../same-secret.js';
import { textOf, wireOf, type Wire } from '../wire.js';

/** What a webhook leaves for the source to fetch. */
export interface TrustpilotHint {
  readonly reviewId: string;
}

const EVENT = /^service-review-(?:created|updated|deleted)$/;

/**
 * Webhooks of Trustpilot are not signed. What proves them is a secret in the address that was entered there, as the
 * password of the address or as `?secret=…`; and they are only a hint: what they tell of is fetched.
 */
export const trustpilotPush: PushDoor = {
  isGenuine: ({ headers, query }, settings) => {
    const expected = settings['webhookSecret'];
    const byPassword = isSameSecret(passwordOf(headers['authorization']), expected);
    return isSameSecret(query['secret'], expected) || byPassword;
  },
  events: (delivery) => {
    const { events } = wireOf(parseJson(delivery.body.toString('utf8')));
    return Array.isArray(events) ? events.flatMap((each) => eventOf(wireOf(each))) : [];
  },
};

/** The review that a kept event is about; ids that look like none lead nowhere. */
export function hintOf(event: unknown): string | undefined {
  const id = textOf(wireOf(event)['reviewId']);
  return id !== undefined && /^\w{1,64}$/.test(id) ? id : undefined;
}

/** Two changes of one review are two events, the same one delivered again is not: what it says tells them apart. */
function eventOf(wire: Wire): PushEvent[] {
  const name = textOf(wire['eventName']) ?? '';
  const data = wireOf(wire['eventData']);
  const reviewId = textOf(data['id']);
  if (reviewId === undefined || !EVENT.test(name)) return [];
  const hint: TrustpilotHint = { reviewId };
  return [{ key: `${name}/${reviewId}/${fingerprint(data)}`, event: hint }];
}

function passwordOf(authorization: string | undefined): string | undefined {
  const [, encoded] = /^Basic\s+([\w+/=-]+)$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}
