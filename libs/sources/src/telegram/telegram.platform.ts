import { definePlatform, hostUrl } from '../platform-entry.js';
import { telegramPush } from './telegram.push.js';
import { MAX_LENGTH } from './telegram.reply.js';
import { telegramFields, validateTelegram } from './telegram.settings.js';
import { TelegramSource } from './telegram.source.js';

/** A request for updates is held back for so long until there are some: a turn is short, and others wait for it. */
const WAIT_SECONDS = 10;

/** A bot on Telegram. */
export const telegram = definePlatform({
  platform: 'telegram',
  title: 'Telegram',
  settings: telegramFields,
  hosts: { telegram: 'https://api.telegram.org' },
  canReply: true,
  answers: { maxLength: MAX_LENGTH, unit: 'utf16', links: true, replaces: false, moderated: false },
  push: telegramPush,
  limits: {
    account: { by: ['botToken'], windows: [] },
    streams: [
      // 20 messages a minute is what one group takes; 30 a second all together.
      { name: 'send', calls: /\/sendMessage$/, windows: [{ calls: 20, perSeconds: 60 }] },
    ],
  },
  validate: validateTelegram,
  open: (settings, context) =>
    new TelegramSource(settings, {
      ...context,
      baseUrl: hostUrl(context, 'telegram'),
      waitSeconds: WAIT_SECONDS,
    }),
});
