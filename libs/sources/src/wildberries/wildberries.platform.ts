import { fewASecond } from '../call-limits.js';
import { definePlatform, hostUrl } from '../platform-entry.js';
import { claimChoices } from './wildberries.claim-choices.js';
import { validateWildberries, wildberriesFields } from './wildberries.settings.js';
import { WildberriesSource } from './wildberries.source.js';
import { readToken } from './wildberries.token.js';

/** Calls are counted for a seller, whichever of their tokens makes them; who chose no contour is in the real shop. */
const sellerOf = (value: string): string => readToken(value).sellerId ?? (value || 'live');

/** The reviews and questions of one seller on Wildberries, the chats with buyers, and the claims for returns. */
export const wildberries = definePlatform({
  platform: 'wildberries',
  title: 'Wildberries',
  settings: wildberriesFields,
  hosts: {
    wildberries: 'https://feedbacks-api.wildberries.ru',
    wildberriesSandbox: 'https://feedbacks-api-sandbox.wildberries.ru',
    wildberriesChats: 'https://buyer-chat-api.wildberries.ru',
    wildberriesClaims: 'https://returns-api.wildberries.ru',
  },
  canReply: true,
  // A basic token may far less; the platform tells so itself.
  limits: {
    account: { by: ['token', 'contour'], named: sellerOf, windows: [] },
    streams: [
      // Three for each of the three hosts.
      { name: 'ping', calls: /^GET \/ping$/, windows: [{ calls: 9, perSeconds: 30 }] },
      { name: 'chats', calls: / \/api\/v1\/seller\//, windows: [{ calls: 10, perSeconds: 10 }] },
      { name: 'claims', calls: / \/api\/v1\/claims?$/, windows: [{ calls: 20, perSeconds: 60 }] },
      { name: 'reviews', calls: / \/api\/v1\/(?:feedback|question)/, windows: fewASecond(3) },
    ],
  },
  answers: {
    minLength: 2,
    maxLength: 5_000,
    unit: 'characters',
    links: false,
    replaces: true,
    moderated: true,
    edits: { times: 1, withinDays: 60 },
    messages: { minLength: 1, maxLength: 1_000, unit: 'characters' },
  },
  decisions: claimChoices,
  validate: validateWildberries,
  open: (settings, context) =>
    new WildberriesSource(settings, {
      ...context,
      baseUrl: hostUrl(context, settings.sandbox ? 'wildberriesSandbox' : 'wildberries'),
      chatUrl: hostUrl(context, 'wildberriesChats'),
      claimUrl: hostUrl(context, 'wildberriesClaims'),
    }),
});
