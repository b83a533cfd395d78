import { definePlatform, hostUrl } from '../platform-entry.js';
import { rozetkaFields, validateRozetka } from './rozetka.settings.js';
import { RozetkaSource } from './rozetka.source.js';

/** The reviews of one shop on Rozetka and of its goods. */
export const rozetka = definePlatform({
  platform: 'rozetka',
  title: 'Rozetka',
  settings: rozetkaFields,
  hosts: { rozetka: 'https://api-seller.rozetka.com.ua' },
  canReply: true,
  // Neither the calls nor the length of answers are documented: both are ours.
  limits: { account: { by: ['username'], windows: [{ calls: 60, perSeconds: 60 }] } },
  answers: { maxLength: 2_000, unit: 'characters', links: false, replaces: false, moderated: true },
  validate: validateRozetka,
  open: (settings, context) =>
    new RozetkaSource(settings, { ...context, baseUrl: hostUrl(context, 'rozetka') }),
});
