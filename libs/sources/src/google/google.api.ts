import { Fault, isFault, type Clock } from '@heard/core';
import type { HttpClient, HttpRequest, HttpResponse } from '@heard/http';
import { countOf, textOf, wireOf, type Wire } from '../wire.js';
import { googleFault, tokenFault } from './google.faults.js';
import type { GoogleSettings } from './google.settings.js';

/** What the calls need of the process. */
export interface GoogleContext {
  readonly http: HttpClient;
  readonly baseUrl: string;
  readonly oauthUrl: string;
  readonly clock: Clock;
}

/** An access token is renewed a minute before it ends. */
const RENEW_BEFORE_MS = 60_000;

/** Calls of the Business Profile API with access tokens made of the refresh token. */
export class GoogleApi {
  private access?: { readonly token: string; readonly until: Date };

  constructor(
    private readonly settings: GoogleSettings,
    private readonly context: GoogleContext,
  ) {}

  /** Calls a path below the location. */
  async call(
    method: 'GET' | 'PUT',
    path: string,
    more: Pick<HttpRequest, 'query' | 'json'>,
    signal: AbortSignal,
  ): Promise<Wire> {
    try {
      return await this.send(method, path, more, signal);
    } catch (error) {
      if (!isFault(error) || error.code !== 'token_invalid') throw error;
      this.access = undefined; // A token may be withdrawn before its time: one fresh one is tried.
      return await this.send(method, path, more, signal);
    }
  }

  private async send(
    method: 'GET' | 'PUT',
    path: string,
    more: Pick<HttpRequest, 'query' | 'json'>,
    signal: AbortSignal,
  ): Promise<Wire> {
    const { accountId, locationId } = this.settings;
    const url = `${this.context.baseUrl.replace(/\/$/, '')}/v4/accounts/${accountId}/locations/${locationId}/${path}`;
    const headers = { authorization: `Bearer ${await this.token(signal)}` };
    const response = await this.context.http.request({ method, url, headers, ...more, signal });
    const body = bodyOf(response);
    if (response.status !== 200)
      throw googleFault({ ...response, body }, this.context.clock.now(), this.secrets());
    return body;
  }

  private async token(signal: AbortSignal): Promise<string> {
    const now = this.context.clock.now();
    if (this.access !== undefined && this.access.until > now) return this.access.token;
    const { clientId, clientSecret, refreshToken } = this.settings;
    const form = {
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken,
    };
    const url = `${this.context.oauthUrl.replace(/\/$/, '')}/token`;
    const response = await this.context.http.request({ method: 'POST', url, form, signal });
    const body = bodyOf(response);
    const token = textOf(body['access_token']);
    if (response.status !== 200) throw tokenFault({ ...response, body }, now, this.secrets());
    if (token === undefined)
      throw new Fault('unavailable', 'Google gave no access token', { code: 'unexpected_shape' });
    const until = new Date(now.getTime() + countOf(body['expires_in']) * 1000 - RENEW_BEFORE_MS);
    this.access = { token, until };
    return token;
  }

  private secrets(): string[] {
    const { clientSecret, refreshToken } = this.settings;
    return [clientSecret, refreshToken, ...(this.access ? [this.access.token] : [])];
  }
}

/** A failing or redirecting server may answer anything; a good answer is JSON. */
function bodyOf(response: HttpResponse): Wire {
  if (response.status !== 200 && !response.text.trimStart().startsWith('{')) return {};
  return wireOf(response.json());
}
