import { definePlatform, hostUrl } from '../platform-entry.js';
import { validateWildberries, wildberriesFields } from './wildberries.settings.js';
import { WildberriesSource } from './wildberries.source.js';

/** The reviews of one seller on Wildberries. */
export const wildberries = definePlatform({
  platform: 'wildberries',
  title: 'Wildberries',
  settings: wildberriesFields,
  hosts: { wildberries: 'https://feedbacks-api.wildberries.ru' },
  canReply: true,
  // A basic token may far less; the platform tells so itself.
  limits: {
    account: { by: ['token'], windows: [{ calls: 3, perSeconds: 1 }] },
    streams: [{ name: 'ping', calls: /^GET \/ping$/, windows: [{ calls: 3, perSeconds: 30 }] }],
  },
  answers: {
    minLength: 2,
    maxLength: 5_000,
    unit: 'characters',
    links: false,
    replaces: false,
    moderated: true,
    edits: { times: 1, withinDays: 60 },
  },
  validate: validateWildberries,
  open: (settings, context) =>
    new WildberriesSource(settings, { ...context, baseUrl: hostUrl(context, 'wildberries') }),
});
