import { definePlatform, hostUrl } from '../platform-entry.js';
import { ozonFields, validateOzon } from './ozon.settings.js';
import { OzonSource } from './ozon.source.js';

/** The reviews of one seller on Ozon. */
export const ozon = definePlatform({
  platform: 'ozon',
  title: 'Ozon',
  settings: ozonFields,
  hosts: { ozon: 'https://api-seller.ozon.ru' },
  canReply: true,
  limits: { account: { by: ['clientId'], windows: [{ calls: 50, perSeconds: 1 }] } },
  // The length is not documented: ours.
  answers: {
    maxLength: 2_000,
    unit: 'characters',
    links: false,
    contacts: false,
    replaces: false,
    moderated: true,
  },
  validate: validateOzon,
  open: (settings, context) => new OzonSource(settings, { ...context, baseUrl: hostUrl(context, 'ozon') }),
});
