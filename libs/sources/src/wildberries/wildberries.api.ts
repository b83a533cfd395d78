import type { Clock } from '@heard/core';
import type { HttpClient, HttpRequest, HttpResponse } from '@heard/http';
import type { Multipart } from '../multipart.js';
import { wireOf, type Wire } from '../wire.js';
import { wildberriesFault } from './wildberries.faults.js';

/** What the calls need of the process. */
export interface WildberriesContext {
  readonly http: HttpClient;
  readonly baseUrl: string;
  /** The hosts of chats and of claims. */
  readonly chatUrl: string;
  readonly claimUrl: string;
  readonly clock: Clock;
  /** Reviews a page; fewer only in tests. */
  readonly pageSize?: number;
}

/** What goes with a call; the section is that of reviews and questions unless another is named. */
export interface WildberriesCall extends Pick<HttpRequest, 'query' | 'json' | 'purpose'> {
  readonly section?: WildberriesSection;
  readonly form?: Multipart;
}

/** The sections of the API, each with a host, a category of the token, and limits of its own. */
export type WildberriesSection = 'reviews' | 'chats' | 'claims';

/** Calls of the API. */
export class WildberriesApi {
  constructor(
    private readonly token: string,
    private readonly context: WildberriesContext,
  ) {}

  async call(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    { section = 'reviews', form, ...more }: WildberriesCall,
    signal: AbortSignal,
  ): Promise<Wire> {
    const { http, baseUrl, chatUrl, claimUrl, clock } = this.context;
    const host = { reviews: baseUrl, chats: chatUrl, claims: claimUrl }[section];
    const url = `${host.replace(/\/$/, '')}${path}`;
    const headers = { authorization: this.token, ...(form && { 'content-type': form.type }) };
    const response = await http.request({ method, url, headers, body: form?.body, ...more, signal });
    const isBare = response.status === 200 && method === 'PATCH' && response.text === '';
    if (response.status === 204 || isBare) return {};
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
