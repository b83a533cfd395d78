import type { ConsentDoor } from '../consent.js';
import { managedPages, metaAuthorizeUrl } from '../graph-consent.js';
import { FACEBOOK_PERMISSIONS } from './facebook.faults.js';

const SCOPES = ['pages_show_list', 'pages_manage_metadata', ...Object.keys(FACEBOOK_PERMISSIONS)];
const NO_MODERATION =
  'The task “Moderate” on this page: a person with full control of the page gives it under Page access';

/** Choosing pages by the consent of a person who manages them. */
export const facebookConsent: ConsentDoor = {
  app: 'meta',
  authorizeUrl: (app, asked, context) => metaAuthorizeUrl(app, asked, SCOPES, 'pages_messaging', context),
  async finish(app, given, context, signal) {
    const pages = await managedPages(app, given, 'id,name,access_token,tasks', context, signal);
    return pages.map(({ id, name, token, tasks }) => ({
      id,
      name,
      settings: { pageId: id, pageToken: token, appId: app.clientId, appSecret: app.clientSecret },
      missing: tasks.includes('MODERATE') ? [] : [NO_MODERATION],
    }));
  },
};
