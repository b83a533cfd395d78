import type { ConsentDoor } from '../consent.js';
import { managedPages, metaAuthorizeUrl } from '../graph-consent.js';
import { textOf, wireOf } from '../wire.js';

const SCOPES = ['instagram_basic', 'instagram_manage_comments', 'pages_show_list', 'pages_read_engagement'];
const FIELDS = 'id,name,access_token,tasks,instagram_business_account{id,username}';

/** Choosing professional accounts by the pages that they are linked with. */
export const instagramConsent: ConsentDoor = {
  app: 'meta',
  authorizeUrl: (app, asked, context) =>
    metaAuthorizeUrl(app, asked, SCOPES, 'instagram_manage_messages', context),
  async finish(app, given, context, signal) {
    const pages = await managedPages(app, given, FIELDS, context, signal);
    return pages.flatMap(({ name, token, wire }) => {
      const account = wireOf(wire['instagram_business_account']);
      const id = textOf(account['id']);
      if (id === undefined) return [];
      const { clientId: appId, clientSecret: appSecret } = app;
      return [
        {
          id,
          name: textOf(account['username']) ?? name,
          settings: { accountId: id, token, flavour: 'facebook', appId, appSecret },
          missing: [],
        },
      ];
    });
  },
};
