import type { Clock } from '@heard/core';
import type { HttpClient, HttpRequest, HttpResponse } from '@heard/http';
import { wireOf, type Wire } from '../wire.js';
import { yandexMarketFault } from './yandex-market.faults.js';
import { jsonWithBigInts } from './yandex-market.json.js';
import type { YandexMarketSettings } from './yandex-market.settings.js';

/** What the calls need of the process. */
export interface YandexMarketContext {
  readonly http: HttpClient;
  readonly baseUrl: string;
  readonly clock: Clock;
  /** Entries a page; fewer only in tests. */
  readonly pageSize?: number;
}

type More = Pick<HttpRequest, 'query' | 'purpose'>;

/** Calls of the partner API. Reading is done with POST too. */
export class YandexMarketApi {
  constructor(
    private readonly settings: YandexMarketSettings,
    private readonly context: YandexMarketContext,
  ) {}

  /** Calls a path below the cabinet's reviews; gives the `result`. */
  reviews(path: string, json: unknown, signal: AbortSignal, more: More = {}): Promise<Wire> {
    return this.post(`/v2/businesses/${this.settings.businessId}/goods-feedback${path}`, json, signal, more);
  }

  /** What the token is and may. */
  token(signal: AbortSignal): Promise<Wire> {
    return this.post('/v2/auth/token', {}, signal, {});
  }

  private async post(path: string, json: unknown, signal: AbortSignal, more: More): Promise<Wire> {
    const { http, baseUrl, clock } = this.context;
    const response = await http.request({
      method: 'POST',
      url: `${baseUrl.replace(/\/$/, '')}${path}`,
      headers: { 'api-key': this.settings.apiKey, 'content-type': 'application/json' },
      ...more,
      body: jsonWithBigInts(json),
      signal,
    });
    const body = bodyOf(response);
    if (response.status !== 200 || body['status'] === 'ERROR')
      throw yandexMarketFault({ ...response, body }, clock.now(), [this.settings.apiKey]);
    return wireOf(body['result']);
  }
}

/** A failing or redirecting server may answer anything; a good answer is JSON. */
function bodyOf(response: HttpResponse): Wire {
  if (response.status !== 200 && !response.text.trimStart().startsWith('{')) return {};
  return wireOf(response.json());
}
