import { definePlatform, hostUrl } from '../platform-entry.js';
import { googleConsent } from './google.consent.js';
import { googlePush } from './google.push.js';
import { googleFields, validateGoogle } from './google.settings.js';
import { GoogleSource } from './google.source.js';

/** The reviews of one location of a Google Business Profile. */
export const google = definePlatform({
  platform: 'google',
  title: 'Google reviews',
  settings: googleFields,
  hosts: {
    google: 'https://mybusiness.googleapis.com',
    googleOauth: 'https://oauth2.googleapis.com',
    googleAccounts: 'https://accounts.google.com',
    googleAccountManagement: 'https://mybusinessaccountmanagement.googleapis.com',
    googleCerts: 'https://www.googleapis.com',
    googleBusinessInformation: 'https://mybusinessbusinessinformation.googleapis.com',
  },
  canReply: true,
  push: googlePush,
  consent: googleConsent,
  limits: {
    app: { by: ['clientId'], windows: [{ calls: 300, perSeconds: 60 }] },
    account: { by: ['locationId'], windows: [] },
  },
  answers: { maxLength: 4_096, unit: 'bytes', links: true, replaces: true, moderated: true },
  validate: validateGoogle,
  open: (settings, context) =>
    new GoogleSource(settings, {
      ...context,
      baseUrl: hostUrl(context, 'google'),
      oauthUrl: hostUrl(context, 'googleOauth'),
    }),
});
