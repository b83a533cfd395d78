import type { ConsentApp, ConsentDoor, Connectable } from '../consent.js';
import { GoogleConsent, googleAuthorizeUrl } from '../google-consent.js';
import { hostUrl } from '../platform-entry.js';
import { textOf, type Wire } from '../wire.js';
import { GOOGLE_WORDS } from './google.faults.js';

const SCOPE = 'https://www.googleapis.com/auth/business.manage';

/** Choosing locations by the consent of a person who manages them. */
export const googleConsent: ConsentDoor = {
  app: 'google',
  authorizeUrl: (app, asked, context) =>
    googleAuthorizeUrl(hostUrl(context, 'googleAccounts'), SCOPE, app, asked),
  async finish(app, given, context, signal) {
    const tokenUrl = `${hostUrl(context, 'googleOauth')}/token`;
    const consent = await GoogleConsent.of(tokenUrl, app, given, GOOGLE_WORDS, context, signal);
    const accountsUrl = `${hostUrl(context, 'googleAccountManagement')}/v1/accounts`;
    const found: Connectable[] = [];
    for (const account of await consent.list(accountsUrl, {}, 'accounts')) {
      const name = textOf(account['name']) ?? '';
      const url = `${hostUrl(context, 'googleBusinessInformation')}/v1/${name}/locations`;
      const asked = { readMask: 'name,title', pageSize: '100' };
      const locations = await consent.list(url, asked, 'locations');
      found.push(...locations.flatMap((each) => connectable(name, each, app, consent.refreshToken)));
    }
    return found;
  },
};

function connectable(account: string, location: Wire, app: ConsentApp, refreshToken: string): Connectable[] {
  const accountId = /^accounts\/([^/]+)$/u.exec(account)?.[1];
  const locationId = /(?:^|\/)locations\/([^/]+)$/u.exec(textOf(location['name']) ?? '')?.[1];
  if (accountId === undefined || locationId === undefined) return [];
  const { clientId, clientSecret } = app;
  const settings = { accountId, locationId, clientId, clientSecret, refreshToken };
  return [
    {
      id: `${accountId}/${locationId}`,
      name: textOf(location['title']) ?? locationId,
      settings,
      missing: [],
    },
  ];
}
