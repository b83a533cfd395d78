import { Fault } from '@heard/core';
import type { HttpResponse } from '@heard/http';
import type { ConsentApp, ConsentDoor, ConsentGiven, Connectable } from '../consent.js';
import { hostUrl, type SourceContext } from '../platform-entry.js';
import { listOf, textOf, wireOf, type Wire } from '../wire.js';
import { googleFault } from '../google-faults.js';
import { GOOGLE_WORDS } from './google.faults.js';

const SCOPE = 'https://www.googleapis.com/auth/business.manage';
const MOST_LISTS = 50;
const NO_LASTING_ACCESS =
  'Lasting access: Google gave none, since this app was allowed before. Remove it at myaccount.google.com/permissions and connect again';

/** Choosing locations by the consent of a person who manages them. */
export const googleConsent: ConsentDoor = {
  app: 'google',
  authorizeUrl: (app, { redirectUri, state, codeChallenge }, context) => {
    const url = new URL(`${hostUrl(context, 'googleAccounts')}/o/oauth2/v2/auth`);
    const query = {
      client_id: app.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: SCOPE,
      state,
      code_challenge: codeChallenge,
      code_challenge_method: 'S256',
      // Only then is there a refresh token.
      access_type: 'offline',
      prompt: 'consent',
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url.href;
  },
  async finish(app, given, context, signal) {
    const { access, refresh } = await exchange(app, given, context, signal);
    const call = (host: string, path: string, query: Record<string, string | undefined>): Promise<Wire> =>
      get(`${hostUrl(context, host)}/v1/${path}`, query, { access, context, signal });
    const found: Connectable[] = [];
    for (const account of await listed(
      (pageToken) => call('googleAccountManagement', 'accounts', { pageToken }),
      'accounts',
    )) {
      const name = textOf(account['name']) ?? '';
      const locations = await listed(
        (pageToken) =>
          call('googleBusinessInformation', `${name}/locations`, {
            readMask: 'name,title',
            pageSize: '100',
            pageToken,
          }),
        'locations',
      );
      found.push(...locations.flatMap((location) => connectable(name, location, app, refresh)));
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

async function exchange(
  app: ConsentApp,
  { code, redirectUri, codeVerifier }: ConsentGiven,
  context: SourceContext,
  signal: AbortSignal,
): Promise<{ access: string; refresh: string }> {
  const form = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    client_id: app.clientId,
    client_secret: app.clientSecret,
    code_verifier: codeVerifier,
  };
  const url = `${hostUrl(context, 'googleOauth')}/token`;
  const response = await context.http.request({ method: 'POST', url, form, signal });
  if (response.status === 400) {
    throw new Fault(
      'refused',
      'Google did not take the consent: it was used already, or is too old. Begin again.',
      {
        code: 'consent_failed',
      },
    );
  }
  const body = bodyOf(response, context, [app.clientSecret, code, codeVerifier]);
  const [access, refresh] = [textOf(body['access_token']), textOf(body['refresh_token'])];
  if (access === undefined || refresh === undefined) {
    throw new Fault('disconnected', 'Google gave no lasting access', {
      code: 'no_refresh_token',
      missing: [NO_LASTING_ACCESS],
    });
  }
  return { access, refresh };
}

async function get(
  url: string,
  query: Record<string, string | undefined>,
  { access, context, signal }: { access: string; context: SourceContext; signal: AbortSignal },
): Promise<Wire> {
  const headers = { authorization: `Bearer ${access}` };
  const response = await context.http.request({ method: 'GET', url, query, headers, signal });
  return bodyOf(response, context, [access]);
}

function bodyOf(response: HttpResponse, { clock }: SourceContext, secrets: readonly string[]): Wire {
  const body = wireOf(response.json());
  if (response.status === 200) return body;
  const { status, headers } = response;
  throw googleFault({ status, headers, body }, GOOGLE_WORDS, clock.now(), secrets);
}

async function listed(ask: (pageToken: string | undefined) => Promise<Wire>, name: string): Promise<Wire[]> {
  const all: Wire[] = [];
  let pageToken: string | undefined;
  for (let read = 0; read < MOST_LISTS; read += 1) {
    const body = await ask(pageToken);
    // Google leaves an empty list out.
    if (body[name] !== undefined) all.push(...listOf(body[name], `list of ${name}`));
    pageToken = textOf(body['nextPageToken']);
    if (pageToken === undefined) break;
  }
  return all;
}
