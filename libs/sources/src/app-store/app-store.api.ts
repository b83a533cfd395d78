import { Fault, isFault, type Clock } from '@heard/core';
import type { HttpClient, HttpRequest } from '@heard/http';
import type { CallPace } from '../budgeted-http.js';
import { signJwt } from '../jwt.js';
import { TheirClock } from '../their-clock.js';
import { wireOf, type Wire } from '../wire.js';
import { appStoreFault } from './app-store.faults.js';
import type { AppStoreSettings } from './app-store.settings.js';

/** What the calls need of the process. */
export interface AppStoreContext {
  readonly http: HttpClient;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly pace?: CallPace;
}

type Call = Pick<HttpRequest, 'method' | 'url' | 'query' | 'json' | 'purpose'>;

const AUDIENCE = 'appstoreconnect-v1';
/** Apple takes no token that lives for more than 20 minutes. */
const TOKEN_SECONDS = 15 * 60;
const RENEW_BEFORE_SECONDS = 60;
/** A token from the future is not taken: ours is a little from the past. */
const BACKDATED_SECONDS = 30;

/** Calls of App Store Connect, each with a token made here of the key. */
export class AppStoreApi {
  private token?: { readonly text: string; readonly untilSeconds: number };
  private readonly clock: TheirClock;

  constructor(
    private readonly settings: AppStoreSettings,
    private readonly context: AppStoreContext,
  ) {
    this.clock = new TheirClock(context.clock);
  }

  get(
    path: string,
    query: HttpRequest['query'],
    signal: AbortSignal,
    purpose?: Call['purpose'],
  ): Promise<Wire> {
    return this.call({ method: 'GET', url: this.urlOf(path), query, purpose }, signal);
  }

  post(path: string, json: unknown, signal: AbortSignal): Promise<Wire> {
    return this.call({ method: 'POST', url: this.urlOf(path), json }, signal);
  }

  /** Follows a link that Apple gave, but never to another host. */
  follow(link: string, signal: AbortSignal, purpose: Call['purpose']): Promise<Wire> {
    if (!URL.canParse(link) || new URL(link).origin !== new URL(this.context.baseUrl).origin) {
      const words = 'App Store Connect linked to another host for its next page; it is not followed';
      throw new Fault('unavailable', words, { code: 'foreign_link' });
    }
    return this.call({ method: 'GET', url: link, purpose }, signal);
  }

  private urlOf(path: string): string {
    return `${this.context.baseUrl.replace(/\/$/, '')}/v1/${path}`;
  }

  private async call(call: Call, signal: AbortSignal): Promise<Wire> {
    try {
      return await this.send(call, signal);
    } catch (error) {
      if (!isFault(error) || error.code !== 'token_invalid') throw error;
      this.token = undefined; // It may be a matter of clocks: one more is made, by Apple's.
      return await this.send(call, signal);
    }
  }

  private async send(call: Call, signal: AbortSignal): Promise<Wire> {
    const token = await this.bearer();
    const headers = { authorization: `Bearer ${token}` };
    const response = await this.context.http.request({ ...call, headers, signal });
    const isGood = response.status === 200 || response.status === 201;
    if (response.status === 401) this.clock.learn(response.headers['date']);
    // A failing or redirecting server may answer anything; a good answer is JSON.
    const isJson = isGood || response.text.trimStart().startsWith('{');
    const body = isJson ? wireOf(response.json()) : {};
    if (!isGood) throw appStoreFault({ ...response, body }, this.context.clock.now(), [token]);
    return body;
  }

  private async bearer(): Promise<string> {
    const nowSeconds = Math.floor(this.clock.now().getTime() / 1000);
    if (this.token !== undefined && this.token.untilSeconds > nowSeconds) return this.token.text;
    const { keyId, issuerId, key } = this.settings;
    const iat = nowSeconds - BACKDATED_SECONDS;
    const exp = iat + TOKEN_SECONDS;
    const who = issuerId === undefined ? { sub: 'user' } : { iss: issuerId };
    const text = await signJwt({ alg: 'ES256', kid: keyId }, { ...who, iat, exp, aud: AUDIENCE }, key);
    this.token = { text, untilSeconds: exp - RENEW_BEFORE_SECONDS };
    return text;
  }
}
