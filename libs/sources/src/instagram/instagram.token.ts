import { type Clock, Fault, isFault } from '@heard/core';
import type { HttpClient } from '@heard/http';
import { graphFault } from '../graph-faults.js';
import { type HeldToken, type HeldTokens, tokenName } from '../held-tokens.js';
import { countOf, textOf, wireOf } from '../wire.js';
import type { InstagramSettings } from './instagram.settings.js';

const DAY_MS = 86_400_000;
/** Tokens live sixty days: one is renewed from its thirtieth day on, so that there is a month to mend what goes wrong. */
const RENEW_BEFORE_MS = 30 * DAY_MS;

/** What the token is kept and renewed with. */
export interface TokenContext {
  readonly http: HttpClient;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly tokens: HeldTokens;
}

/**
 * The token of an account that is connected without a page. It ends by itself, and an ended one cannot be renewed: the one
 * that was pasted is the first of a row, of which the last is kept for all processes.
 */
export class InstagramToken {
  private readonly name: string;

  constructor(
    private readonly settings: InstagramSettings,
    private readonly context: TokenContext,
  ) {
    this.name = tokenName('instagram', settings.accountId, settings.token);
  }

  /** The token to show. */
  async current(): Promise<string> {
    return (await this.kept())?.token ?? this.settings.token;
  }

  /** Renews the token when it is time; when it ends, undefined where Instagram has not told yet. */
  async lookAfter(signal: AbortSignal): Promise<Date | undefined> {
    const kept = await this.kept();
    const now = this.context.clock.now();
    if (kept !== undefined && kept.until.getTime() - now.getTime() > RENEW_BEFORE_MS) return kept.until;
    try {
      return await this.renew(kept?.token ?? this.settings.token, signal);
    } catch (error) {
      // A token of today cannot be renewed yet, nor any while Instagram does not answer: tomorrow is early enough.
      if (isFault(error, 'bug', 'unavailable', 'throttled')) return kept?.until;
      throw error;
    }
  }

  private async renew(token: string, signal: AbortSignal): Promise<Date> {
    const { http, baseUrl, clock, tokens } = this.context;
    const url = `${baseUrl.replace(/\/$/, '')}/refresh_access_token`;
    const query = { grant_type: 'ig_refresh_token', access_token: token };
    const response = await http.request({ method: 'GET', url, query, signal });
    const now = clock.now();
    const isJson = response.text.trimStart().startsWith('{');
    const body = isJson ? wireOf(response.json()) : {};
    if (response.status !== 200) throw graphFault({ ...response, body }, now, [token]);
    const renewed = textOf(body['access_token']);
    const seconds = countOf(body['expires_in']);
    if (renewed === undefined || seconds <= 0)
      throw new Fault('unavailable', 'Instagram renewed no token', { code: 'unexpected_shape' });
    const until = new Date(now.getTime() + seconds * 1000);
    await tokens.keep(this.name, { token: renewed, until });
    return until;
  }

  private async kept(): Promise<HeldToken | undefined> {
    const found = await this.context.tokens.find(this.name);
    return found !== undefined && found.until > this.context.clock.now() ? found : undefined;
  }
}
