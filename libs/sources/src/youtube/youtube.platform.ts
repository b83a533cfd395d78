import { definePlatform, hostUrl } from '../platform-entry.js';
import { youtubeConsent } from './youtube.consent.js';
import { validateYoutube, youtubeFields } from './youtube.settings.js';
import { MAX_ANSWER_CHARACTERS, YoutubeSource } from './youtube.source.js';

/** The comments under the videos of one channel of YouTube. */
export const youtube = definePlatform({
  platform: 'youtube',
  title: 'YouTube',
  settings: youtubeFields,
  hosts: {
    youtube: 'https://www.googleapis.com',
    youtubeOauth: 'https://oauth2.googleapis.com',
    youtubeAccounts: 'https://accounts.google.com',
  },
  canReply: true,
  consent: youtubeConsent,
  limits: {
    // Units belong to the project in Google Cloud; an answer costs fifty.
    app: { by: ['clientId', 'apiKey'], windows: [{ calls: 10_000, perSeconds: 86_400 }] },
    account: { by: ['channelId'], windows: [] },
    streams: [{ name: 'write', calls: /^POST \/youtube\//, cost: 50 }],
  },
  answers: {
    maxLength: MAX_ANSWER_CHARACTERS,
    unit: 'characters',
    links: true,
    replaces: false,
    moderated: false,
  },
  validate: validateYoutube,
  open: (settings, context) =>
    new YoutubeSource(settings, {
      ...context,
      baseUrl: hostUrl(context, 'youtube'),
      oauthUrl: hostUrl(context, 'youtubeOauth'),
    }),
});
