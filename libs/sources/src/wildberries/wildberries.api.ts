import type { Clock } from '@heard/core';
import type { HttpClient, HttpRequest, HttpResponse } from '@heard/http';
import { wireOf, type Wire } from '../wire.js';
import { wildberriesFault } from './wildberries.faults.js';

/** What the calls need of the process. */
export interface WildberriesContext {
  readonly http: HttpClient;
  readonly baseUrl: string;
  readonly clock: Clock;
  /** Reviews a page; fewer only in tests. */
  readonly pageSize?: number;
}

/** Calls of the reviews and questions API. */
export class WildberriesApi {
  constructor(
    private readonly token: string,
    private readonly context: WildberriesContext,
  ) {}

  async call(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    more: Pick<HttpRequest, 'query' | 'json' | 'purpose'>,
    signal: AbortSignal,
  ): Promise<Wire> {
    const { http, baseUrl, clock } = this.context;
    const url = `${baseUrl.replace(/\/$/, '')}${path}`;
    const headers = { authorization: this.token };
    const response = await http.request({ method, url, headers, ...more, signal });
    if (response.status === 204) return {};
    const body = bodyOf(response);
    if (response.status !== 200 || body['error'] === true)
      throw wildberriesFault({ ...response, body }, clock.now(), [this.token]);
    return body;
  }
}

/** A failing or redirecting server may answer anything; a good answer is JSON. */
function bodyOf(response: HttpResponse): Wire {
  if (response.status !== 200 && !response.text.trimStart().startsWith('{')) return {};
  return wireOf(response.json());
}
