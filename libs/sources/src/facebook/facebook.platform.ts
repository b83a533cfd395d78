import { definePlatform, hostUrl } from '../platform-entry.js';
import { facebookConsent } from './facebook.consent.js';
import { facebookPush } from './facebook.push.js';
import { facebookFields, validateFacebook } from './facebook.settings.js';
import { FacebookSource } from './facebook.source.js';

/** A page on Facebook. */
export const facebook = definePlatform({
  platform: 'facebook',
  title: 'Facebook',
  settings: facebookFields,
  hosts: { facebook: 'https://graph.facebook.com', facebookDialog: 'https://www.facebook.com' },
  canReply: true,
  // How long a comment may be, Meta does not publish; a message has 2,000 characters.
  answers: {
    unit: 'characters',
    links: true,
    replaces: false,
    moderated: false,
    privately: { maxLength: 2_000, unit: 'characters', withinDays: 7 },
  },
  push: facebookPush,
  consent: facebookConsent,
  // The page's own allowance grows with the people who take part in it: the headers tell, no figure of ours does.
  limits: {
    app: { by: ['appId'], windows: [{ perSeconds: 3_600 }] },
    account: { by: ['pageId'], windows: [{ perSeconds: 3_600 }] },
    streams: [
      { name: 'private', calls: /^POST .*\/messages$/, windows: [{ calls: 750, perSeconds: 3_600 }] },
    ],
  },
  validate: validateFacebook,
  open: (settings, context) =>
    new FacebookSource(settings, { ...context, baseUrl: hostUrl(context, 'facebook') }),
});
