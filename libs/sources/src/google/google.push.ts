import { parseJson } from '@heard/http';
import type { PushDoor } from '../push.js';
import { isSameSecret } from '../same-secret.js';
import type { SettingField } from '../settings.js';
import { isGoogleToken } from './google.push-token.js';
import { textOf, wireOf } from '../wire.js';

/** The service account that the Pub/Sub subscription signs its deliveries as. */
export const pushAccountField: SettingField = {
  key: 'pushAccount',
  label: {
    ru: 'Сервисный аккаунт подписки Pub/Sub (e-mail), если она с аутентификацией',
    uk: 'Сервісний акаунт підписки Pub/Sub (e-mail), якщо вона з автентифікацією',
    en: 'Service account of the Pub/Sub subscription (e-mail), if it authenticates',
  },
  required: false,
  pattern: '[^\\s@]{1,64}@[^\\s@]{3,190}',
};

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
 * Push of Cloud Pub/Sub, at least once: the message names a review, which is then asked for. It is genuine when Google
 * signed it for the service account of the source, and its address holds the word of the source: whichever of the two is
 * set, or both. https://cloud.google.com/pubsub/docs/push
 */
export const googlePush: PushDoor = {
  isGenuine: ({ query }, { pushToken, pushAccount }) =>
    pushToken === undefined ? pushAccount !== undefined : isSameSecret(query['token'], pushToken),
  isSigned: async ({ headers }, { pushToken, pushAccount: account }, context) => {
    if (account === undefined) return true;
    // Google signs for the whole address of the subscription, unless another audience was chosen there.
    const audiences = [context.address, ...(pushToken ? [`${context.address}?token=${pushToken}`] : [])];
    return isGoogleToken(headers['authorization'], { account, audiences }, context);
  },
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
