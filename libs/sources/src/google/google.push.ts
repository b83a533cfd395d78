import { parseJson } from '@heard/http';
import type { PushDoor } from '../push.js';
import { isSameSecret } from '../same-secret.js';
import type { SettingField } from '../settings.js';
import { textOf, wireOf } from '../wire.js';

/** The word that a person puts into the address of the Pub/Sub push subscription. */
export const pushTokenField: SettingField = {
  key: 'pushToken',
  label: {
    ru: 'Слово для адреса подписки Pub/Sub (?token=…), если она нужна',
    uk: 'Слово для адреси підписки Pub/Sub (?token=…), якщо вона потрібна',
    en: 'Word for the address of the Pub/Sub subscription (?token=…), if you use one',
  },
  required: false,
  secret: true,
  pattern: '[\\w-]{16,200}',
};

/**
 * Push of Cloud Pub/Sub, at least once: the message names a review, which is then asked for. It is genuine when its
 * address holds the word of the source. https://cloud.google.com/pubsub/docs/push
 */
export const googlePush: PushDoor = {
  isGenuine: ({ query }, { pushToken }) => isSameSecret(query['token'], pushToken),
  events: ({ body }) => {
    const message = wireOf(wireOf(parseJson(body.toString('utf8')))['message']);
    const key = textOf(message['messageId']) ?? textOf(message['message_id']);
    const data = Buffer.from(textOf(message['data']) ?? '', 'base64').toString('utf8');
    const told = data === '' ? {} : wireOf(parseJson(data));
    const reviewId = /\/reviews\/([^/]+)$/u.exec(textOf(told['review']) ?? '')?.[1];
    const account = /(?:^|\/)locations\/([^/]+)/u.exec(
      textOf(told['location']) ?? textOf(told['review']) ?? '',
    )?.[1];
    if (key === undefined || reviewId === undefined) return [];
    return [{ key, ...(account !== undefined && { account }), event: { reviewId } }];
  },
  accountSetting: 'locationId',
};
