import { isFault } from '@heard/core';
import { parseJson } from '@heard/http';
import { hostUrl } from '../platform-entry.js';
import type { PushAnswer, PushDelivery, PushDoor } from '../push.js';
import { isSameSecret } from '../same-secret.js';
import { textOf, wireOf, type Wire } from '../wire.js';
import { VkApi } from './vk.api.js';
import { validateVk } from './vk.settings.js';

/** VK waits a few seconds for its confirmation. */
const ASK_MS = 3_000;

/**
 * The Callback API. VK signs nothing: it repeats the secret key in each body, which is why the secret is taken out of
 * what is stored.
 */
export const vkPush: PushDoor = {
  greet: (delivery, settings) => {
    const body = bodyOf(delivery);
    if (body['type'] !== 'confirmation' || textOf(body['group_id']) !== settings['groupId']) return undefined;
    // A server is confirmed before it has its secret; one that names a wrong secret is not greeted.
    if (body['secret'] !== undefined && !isSameSecret(textOf(body['secret']), settings['callbackSecret']))
      return undefined;
    const confirmation = settings['callbackConfirmation'];
    return confirmation === undefined ? undefined : greetingWith(confirmation);
  },
  // VK changes the string whenever the server's settings change.
  greetAnew: async (greeting, settings, context) => {
    const checked = validateVk(settings);
    if (!checked.ok) return greeting;
    const api = new VkApi(checked.settings, { ...context, baseUrl: hostUrl(context, 'vk') });
    try {
      const confirmation = await api.confirmation(AbortSignal.timeout(ASK_MS));
      return confirmation === undefined ? greeting : greetingWith(confirmation);
    } catch (error) {
      if (isFault(error)) return greeting;
      throw error;
    }
  },
  isGenuine: (delivery, settings) => {
    const body = bodyOf(delivery);
    const isOurs = textOf(body['group_id']) === settings['groupId'];
    return isSameSecret(textOf(body['secret']), settings['callbackSecret']) && isOurs;
  },
  events: (delivery) => {
    const { secret: _secret, ...event } = bodyOf(delivery);
    const key = textOf(event['event_id']);
    if (key === undefined) return [];
    return [{ key, account: textOf(event['group_id']), event }];
  },
  answer: { status: 200, type: 'text/plain', body: 'ok' },
  accountSetting: 'groupId',
};

function greetingWith(confirmation: string): PushAnswer {
  return { status: 200, type: 'text/plain', body: confirmation };
}

function bodyOf({ body }: PushDelivery): Wire {
  try {
    return wireOf(parseJson(body.toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
