import { definePlatform, hostUrl } from '../platform-entry.js';
import { googlePlayFields, validateGooglePlay } from './google-play.settings.js';
import { GooglePlaySource, MAX_ANSWER_CHARACTERS } from './google-play.source.js';

const HOUR_SECONDS = 3_600;

/** The reviews of one app of Google Play. */
export const googlePlay = definePlatform({
  platform: 'google-play',
  title: 'Google Play',
  settings: googlePlayFields,
  hosts: {
    googlePlay: 'https://androidpublisher.googleapis.com',
    googlePlayOauth: 'https://oauth2.googleapis.com',
    googlePlayReports: 'https://storage.googleapis.com',
  },
  canReply: true,
  limits: {
    account: { by: ['packageName'], windows: [{ calls: 3_000, perSeconds: 60 }] },
    streams: [
      {
        name: 'read',
        calls: /^GET \/androidpublisher\//,
        windows: [{ calls: 200, perSeconds: HOUR_SECONDS }],
      },
      {
        name: 'reply',
        calls: /^POST .*:reply$/,
        windows: [{ calls: 2_000, perSeconds: 24 * HOUR_SECONDS }],
      },
    ],
  },
  answers: {
    maxLength: MAX_ANSWER_CHARACTERS,
    unit: 'utf16',
    links: true,
    replaces: true,
    moderated: false,
  },
  validate: validateGooglePlay,
  open: (settings, context) =>
    new GooglePlaySource(settings, {
      ...context,
      baseUrl: hostUrl(context, 'googlePlay'),
      oauthUrl: hostUrl(context, 'googlePlayOauth'),
      storageUrl: hostUrl(context, 'googlePlayReports'),
    }),
});
