import { parseJson } from '@heard/http';
import type { PushDoor } from '../push.js';
import { isSameSecret } from '../same-secret.js';
import { textOf, wireOf } from '../wire.js';
import { parseUpdate } from './telegram.parse.js';

/** Telegram signs nothing: it sends the secret that the webhook was set with, in a header. */
export const telegramPush: PushDoor = {
  isGenuine: ({ headers }, { receive, webhookSecret }) =>
    receive === 'webhook' && isSameSecret(headers['x-telegram-bot-api-secret-token'], webhookSecret),
  events: ({ body }) => {
    const update = wireOf(parseJson(body.toString('utf8')));
    const id = textOf(update['update_id']);
    if (id === undefined) return [];
    const { message, gone, lost } = parseUpdate(update);
    if (message === undefined && lost === undefined && gone.length === 0) return [];
    // Numbers of updates may start anew after a week of silence; the time tells such twins apart.
    const at = textOf(message?.['edit_date']) ?? textOf((message ?? lost)?.['date']) ?? '';
    return [{ key: `${id}/${at}`, event: update }];
  },
};
