import type { Clock } from '@heard/core';
import type { HttpClient, HttpRequest, HttpResponse } from '@heard/http';
import { wireOf, type Wire } from '../wire.js';
import { ozonFault } from './ozon.faults.js';
import type { OzonSettings } from './ozon.settings.js';

/** What the calls need of the process. */
export interface OzonContext {
  readonly http: HttpClient;
  readonly baseUrl: string;
  readonly clock: Clock;
}

/** Calls of the Seller API: everything is POST, reading too. */
export class OzonApi {
  constructor(
    private readonly settings: OzonSettings,
    private readonly context: OzonContext,
  ) {}

  async call(
    path: string,
    json: unknown,
    signal: AbortSignal,
    purpose?: HttpRequest['purpose'],
  ): Promise<Wire> {
    const { http, baseUrl, clock } = this.context;
    const { clientId, apiKey } = this.settings;
    const response = await http.request({
      method: 'POST',
      url: `${baseUrl.replace(/\/$/, '')}${path}`,
      headers: { 'client-id': clientId, 'api-key': apiKey },
      json,
      purpose,
      signal,
    });
    const body = bodyOf(response);
    if (response.status !== 200) throw ozonFault({ ...response, body }, clock.now(), [apiKey]);
    return body;
  }
}

/** A failing or redirecting server may answer anything; a good answer is JSON. */
function bodyOf(response: HttpResponse): Wire {
  if (response.status !== 200 && !response.text.trimStart().startsWith('{')) return {};
  return wireOf(response.json());
}
