import type { ConsentDoor } from '../consent.js';
import { GoogleConsent, googleAuthorizeUrl } from '../google-consent.js';
import { hostUrl } from '../platform-entry.js';
import { textOf, wireOf } from '../wire.js';
import { YOUTUBE_WORDS } from './youtube.faults.js';

/** The least that lets comments be answered (https://developers.google.com/youtube/v3/guides/auth/server-side-web-apps). */
const SCOPE = 'https://www.googleapis.com/auth/youtube.force-ssl';

/** Choosing channels by the consent of their owner. */
export const youtubeConsent: ConsentDoor = {
  app: 'google',
  authorizeUrl: (app, asked, context) =>
    googleAuthorizeUrl(hostUrl(context, 'youtubeAccounts'), SCOPE, app, asked),
  async finish(app, given, context, signal) {
    const tokenUrl = `${hostUrl(context, 'youtubeOauth')}/token`;
    const consent = await GoogleConsent.of(tokenUrl, app, given, YOUTUBE_WORDS, context, signal);
    const url = `${hostUrl(context, 'youtube')}/youtube/v3/channels`;
    const channels = await consent.list(url, { part: 'snippet', mine: 'true', maxResults: '50' }, 'items');
    const { clientId, clientSecret } = app;
    const { refreshToken } = consent;
    return channels.flatMap((channel) => {
      const id = textOf(channel['id']);
      if (id === undefined) return [];
      const name = textOf(wireOf(channel['snippet'])['title']) ?? id;
      return [{ id, name, settings: { channelId: id, clientId, clientSecret, refreshToken }, missing: [] }];
    });
  },
};
