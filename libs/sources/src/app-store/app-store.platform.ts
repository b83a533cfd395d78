import { definePlatform, hostUrl } from '../platform-entry.js';
import { AppStoreFeedSource } from './app-store.feed-source.js';
import { appStoreFields, validateAppStore } from './app-store.settings.js';
import { AppStoreSource, MAX_ANSWER_CHARACTERS } from './app-store.source.js';

/** The reviews of one app in the App Store: by a key of App Store Connect, or from the public feed. */
export const appStore = definePlatform({
  platform: 'app-store',
  title: 'App Store',
  settings: appStoreFields,
  hosts: { appStore: 'https://api.appstoreconnect.apple.com', appStoreFeed: 'https://itunes.apple.com' },
  canReply: true,
  // A team's keys share what Apple allows; its own header tells how much.
  limits: { account: { by: ['issuerId', 'appId'], windows: [{ calls: 3_500, perSeconds: 3_600 }] } },
  answers: {
    maxLength: MAX_ANSWER_CHARACTERS,
    unit: 'characters',
    links: true,
    replaces: true,
    moderated: true,
  },
  validate: validateAppStore,
  open: (way, context) =>
    'byKey' in way
      ? new AppStoreSource(way.byKey, { ...context, baseUrl: hostUrl(context, 'appStore') })
      : new AppStoreFeedSource(way.byFeed, { ...context, baseUrl: hostUrl(context, 'appStoreFeed') }),
});
