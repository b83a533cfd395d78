import { isFault, type Clock } from '@heard/core';
import type { HttpClient, HttpRequest } from '@heard/http';
import { type HeldTokens, TokensInMemory } from '../held-tokens.js';
import type { Wire } from '../wire.js';
import { trustpilotFault } from './trustpilot.faults.js';
import { bodyOf, TrustpilotTokens } from './trustpilot.tokens.js';
import type { TrustpilotSettings } from './trustpilot.settings.js';

/** What the calls need of the process. */
export interface TrustpilotContext {
  readonly http: HttpClient;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly tokens?: HeldTokens;
  /** Reviews a page; 100 unless a test wants fewer. */
  readonly pageSize?: number;
}

type Call = Pick<HttpRequest, 'method' | 'query' | 'json' | 'purpose'>;

/** Calls of Trustpilot's private API. */
export class TrustpilotApi {
  private readonly tokens: TrustpilotTokens;

  constructor(
    private readonly settings: TrustpilotSettings,
    private readonly context: TrustpilotContext,
  ) {
    this.tokens = new TrustpilotTokens(settings, context, context.tokens ?? new TokensInMemory());
  }

  /** Calls a path below `/v1/private`. */
  async call(path: string, call: Call, signal: AbortSignal): Promise<Wire> {
    const token = await this.tokens.token(undefined, signal);
    try {
      return await this.send(path, call, token, signal);
    } catch (error) {
      if (!isFault(error) || error.code !== 'token_invalid') throw error;
      // A token may be withdrawn before its time: one fresh one is tried.
      return await this.send(path, call, await this.tokens.token(token, signal), signal);
    }
  }

  private async send(path: string, call: Call, token: string, signal: AbortSignal): Promise<Wire> {
    const { apiKey, apiSecret } = this.settings;
    const url = `${this.context.baseUrl.replace(/\/$/, '')}/v1/private/${path}`;
    const headers = { authorization: `Bearer ${token}` };
    const response = await this.context.http.request({ ...call, url, headers, signal });
    const body = bodyOf(response);
    if (response.status >= 200 && response.status < 300) return body;
    const secrets = [apiKey, apiSecret, token];
    throw trustpilotFault({ ...response, body }, this.context.clock.now(), secrets);
  }
}
