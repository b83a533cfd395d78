import { Fault, isFault } from '@heard/core';
import type { HttpResponse } from '@heard/http';
import { type HeldTokens, tokenName } from '../held-tokens.js';
import { countOf, textOf, wireOf, type Wire } from '../wire.js';
import type { TrustpilotContext } from './trustpilot.api.js';
import { trustpilotFault } from './trustpilot.faults.js';

/** What Trustpilot gave: a token to show, and one to get the next with. */
interface TokenPair {
  readonly access: string;
  readonly until: string;
  readonly refresh?: string;
}

interface Access {
  readonly apiKey: string;
  readonly apiSecret: string;
}

const PATH = 'v1/oauth/oauth-business-users-for-applications/accesstoken';
/** An access token is renewed ten minutes before it ends. */
const RENEW_BEFORE_MS = 10 * 60_000;

/**
 * The access tokens of one API key. Trustpilot gives one for about a hundred hours and may refuse a second one while it
 * lives: it is kept where all processes find it, and renewed with its own refresh token.
 */
export class TrustpilotTokens {
  private readonly name: string;

  constructor(
    private readonly access: Access,
    private readonly context: TrustpilotContext,
    private readonly held: HeldTokens,
  ) {
    this.name = tokenName('trustpilot', access.apiKey, access.apiSecret);
  }

  /** A token to show; another one than `refused`, where one was refused. */
  async token(refused: string | undefined, signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    const kept = await this.kept();
    const isGood = (pair: TokenPair): boolean =>
      pair.access !== refused && Date.parse(pair.until) - RENEW_BEFORE_MS > this.now().getTime();
    if (kept !== undefined && isGood(kept)) return kept.access;
    try {
      return (await this.renewed(kept, signal)).access;
    } catch (error) {
      if (!isFault(error, 'throttled')) throw error;
      // Another process may have got the token meanwhile.
      const theirs = await this.kept();
      if (theirs !== undefined && isGood(theirs)) return theirs.access;
      throw error;
    }
  }

  private async renewed(kept: TokenPair | undefined, signal: AbortSignal): Promise<TokenPair> {
    if (kept?.refresh !== undefined) {
      try {
        const form = { grant_type: 'refresh_token', refresh_token: kept.refresh };
        return await this.ask(`${PATH.replace(/accesstoken$/, '')}refresh`, form, signal);
      } catch (error) {
        if (!isFault(error, 'disconnected', 'bug')) throw error; // An old refresh token: the key itself gets a new one.
      }
    }
    return await this.ask(PATH, { grant_type: 'client_credentials' }, signal);
  }

  private async ask(path: string, form: Record<string, string>, signal: AbortSignal): Promise<TokenPair> {
    const { apiKey, apiSecret } = this.access;
    const basic = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
    const url = `${this.context.baseUrl.replace(/\/$/, '')}/${path}`;
    const headers = { authorization: `Basic ${basic}` };
    const response = await this.context.http.request({ method: 'POST', url, headers, form, signal });
    const body = bodyOf(response);
    if (response.status !== 200)
      throw trustpilotFault({ ...response, body }, this.now(), [apiKey, apiSecret, ...Object.values(form)]);
    return await this.keep(body);
  }

  /** Numbers come as text. */
  private async keep(body: Wire): Promise<TokenPair> {
    const access = textOf(body['access_token']);
    if (access === undefined)
      throw new Fault('unavailable', 'Trustpilot gave no access token', { code: 'unexpected_shape' });
    const refresh = textOf(body['refresh_token']);
    const after = (name: string): Date => new Date(this.now().getTime() + countOf(body[name]) * 1000);
    const until = after('expires_in');
    const pair = { access, until: until.toISOString(), ...(refresh && { refresh }) };
    const keepUntil = refresh === undefined ? until : after('refresh_token_expires_in');
    await this.held.keep(this.name, { token: JSON.stringify(pair), until: keepUntil });
    return pair;
  }

  private async kept(): Promise<TokenPair | undefined> {
    const found = await this.held.find(this.name);
    return found === undefined ? undefined : (JSON.parse(found.token) as TokenPair);
  }

  private now(): Date {
    return this.context.clock.now();
  }
}

/** A failing or redirecting server may answer anything; a good answer is JSON. */
export function bodyOf(response: HttpResponse): Wire {
  const isGood = response.status >= 200 && response.status < 300;
  if (response.status === 204 || (!isGood && !response.text.trimStart().startsWith('{'))) return {};
  return wireOf(response.json());
}
