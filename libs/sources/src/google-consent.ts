import { Fault } from '@heard/core';
import type { HttpResponse } from '@heard/http';
import type { ConsentApp, ConsentAsked, ConsentGiven } from './consent.js';
import { googleFault, type GoogleWords } from './google-faults.js';
import type { SourceContext } from './platform-entry.js';
import { listOf, textOf, wireOf, type Wire } from './wire.js';

const MOST_LISTS = 50;
const NO_LASTING_ACCESS =
  'Lasting access: Google gave none, since this app was allowed before. Remove it at myaccount.google.com/permissions and connect again';

/** Where Google asks a person for their consent to a scope; `accountsUrl` is the host of its dialog. */
export function googleAuthorizeUrl(
  accountsUrl: string,
  scope: string,
  app: ConsentApp,
  { redirectUri, state, codeChallenge }: ConsentAsked,
): string {
  const url = new URL(`${accountsUrl}/o/oauth2/v2/auth`);
  const query = {
    client_id: app.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope,
    state,
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
    // Only then is there a refresh token.
    access_type: 'offline',
    prompt: 'consent',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** What a person's consent opens at Google; throws faults as sources do, in the platform's own words. */
export class GoogleConsent {
  private constructor(
    private readonly access: string,
    /** Lasting. */
    readonly refreshToken: string,
    private readonly words: GoogleWords,
    private readonly context: SourceContext,
    private readonly signal: AbortSignal,
  ) {}

  /** Exchanges the code at Google's token endpoint. */
  static async of(
    tokenUrl: string,
    app: ConsentApp,
    { code, redirectUri, codeVerifier }: ConsentGiven,
    words: GoogleWords,
    context: SourceContext,
    signal: AbortSignal,
  ): Promise<GoogleConsent> {
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      client_id: app.clientId,
      client_secret: app.clientSecret,
      code_verifier: codeVerifier,
    };
    const response = await context.http.request({ method: 'POST', url: tokenUrl, form, signal });
    if (response.status === 400) {
      throw new Fault(
        'refused',
        'Google did not take the consent: it was used already, or is too old. Begin again.',
        { code: 'consent_failed' },
      );
    }
    const body = bodyOf(response, words, context, [app.clientSecret, code, codeVerifier]);
    const [access, refresh] = [textOf(body['access_token']), textOf(body['refresh_token'])];
    if (access === undefined || refresh === undefined) {
      throw new Fault('disconnected', 'Google gave no lasting access', {
        code: 'no_refresh_token',
        missing: [NO_LASTING_ACCESS],
      });
    }
    return new GoogleConsent(access, refresh, words, context, signal);
  }

  /** A whole list, page by page. */
  async list(url: string, query: Readonly<Record<string, string>>, name: string): Promise<Wire[]> {
    const all: Wire[] = [];
    let pageToken: string | undefined;
    for (let read = 0; read < MOST_LISTS; read += 1) {
      const body = await this.get(url, { ...query, pageToken });
      // Google leaves an empty list out.
      if (body[name] !== undefined) all.push(...listOf(body[name], `list of ${name}`));
      pageToken = textOf(body['nextPageToken']);
      if (pageToken === undefined) break;
    }
    return all;
  }

  private async get(url: string, query: Readonly<Record<string, string | undefined>>): Promise<Wire> {
    const { access, words, context, signal } = this;
    const headers = { authorization: `Bearer ${access}` };
    const response = await context.http.request({ method: 'GET', url, query, headers, signal });
    return bodyOf(response, words, context, [access]);
  }
}

function bodyOf(
  response: HttpResponse,
  words: GoogleWords,
  { clock }: SourceContext,
  secrets: readonly string[],
): Wire {
  const body = wireOf(response.json());
  if (response.status === 200) return body;
  const { status, headers } = response;
  throw googleFault({ status, headers, body }, words, clock.now(), secrets);
}
