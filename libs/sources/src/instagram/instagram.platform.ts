import { definePlatform, hostUrl } from '../platform-entry.js';
import { instagramConsent } from './instagram.consent.js';
import { instagramPush } from './instagram.push.js';
import { instagramFields, validateInstagram } from './instagram.settings.js';
import { InstagramSource } from './instagram.source.js';

/** A professional account on Instagram. */
export const instagram = definePlatform({
  platform: 'instagram',
  title: 'Instagram',
  settings: instagramFields,
  hosts: { instagramByFacebook: 'https://graph.facebook.com', instagram: 'https://graph.instagram.com' },
  canReply: true,
  // How long a comment may be, Meta does not publish; a message has 1,000 bytes.
  answers: {
    unit: 'characters',
    links: true,
    replaces: false,
    moderated: false,
    privately: { maxLength: 1_000, unit: 'bytes', withinDays: 7 },
  },
  push: instagramPush,
  consent: instagramConsent,
  // The account's own allowance grows with its reach: the headers tell, no figure of ours does.
  limits: {
    app: { by: ['appId'], windows: [{ perSeconds: 3_600 }] },
    account: { by: ['accountId'], windows: [{ perSeconds: 3_600 }] },
    streams: [
      { name: 'private', calls: /^POST .*\/messages$/, windows: [{ calls: 750, perSeconds: 3_600 }] },
    ],
  },
  validate: validateInstagram,
  open: (settings, context) => {
    const host = settings.flavour === 'facebook' ? 'instagramByFacebook' : 'instagram';
    return new InstagramSource(settings, { ...context, baseUrl: hostUrl(context, host) });
  },
});
