import { createHmac } from 'node:crypto';
import { Fault, type Clock } from '@heard/core';
import type { HttpClient, HttpRequest } from '@heard/http';
import { graphFault } from './graph-faults.js';
import { textOf, wireOf, type Wire } from './wire.js';

/** How one account is reached over the Graph API. */
export interface GraphAccess {
  readonly baseUrl: string;
  readonly apiVersion: string;
  readonly token: string;
  /** Present where calls are signed with `appsecret_proof`. */
  readonly appSecret?: string;
}

/** A good answer. */
export interface GraphAnswer {
  readonly body: Wire;
}

type Query = Readonly<Record<string, string | number | undefined>>;

const SECRET_PARAMETERS = ['access_token', 'appsecret_proof'];

/** Calls of the Graph API: token in a header, proof in the query, every failure a fault. */
export class GraphApi {
  private readonly proof?: string;

  constructor(
    private readonly http: HttpClient,
    private readonly access: GraphAccess,
    private readonly clock: Clock,
  ) {
    if (access.appSecret !== undefined) {
      this.proof = createHmac('sha256', access.appSecret).update(access.token).digest('hex');
    }
  }

  get(path: string, query: Query, signal: AbortSignal, purpose?: 'backfill'): Promise<GraphAnswer> {
    return this.call({ method: 'GET', url: this.urlOf(path), query, signal, purpose });
  }

  post(path: string, form: Readonly<Record<string, string>>, signal: AbortSignal): Promise<GraphAnswer> {
    return this.call({ method: 'POST', url: this.urlOf(path), form, signal });
  }

  /** Follows a link the platform gave, as it is, but never to another host. */
  follow(link: string, signal: AbortSignal, purpose?: 'backfill'): Promise<GraphAnswer> {
    if (!URL.canParse(link) || new URL(link).origin !== new URL(this.access.baseUrl).origin) {
      throw new Fault(
        'unavailable',
        'The platform linked to another host for its next page; it is not followed',
        {
          code: 'foreign_link',
        },
      );
    }
    return this.call({ method: 'GET', url: link, signal, purpose });
  }

  /** Asks with another bearer, e.g. the app's own, and without the account's proof. */
  getAs(bearer: string, path: string, query: Query, signal: AbortSignal): Promise<GraphAnswer> {
    return this.call({ method: 'GET', url: this.urlOf(path), query, signal }, bearer);
  }

  private urlOf(path: string): string {
    return `${this.access.baseUrl.replace(/\/$/, '')}/${this.access.apiVersion}/${path}`;
  }

  private async call(request: HttpRequest, bearer?: string): Promise<GraphAnswer> {
    const url = new URL(request.url);
    if (bearer === undefined && this.proof !== undefined) url.searchParams.set('appsecret_proof', this.proof);
    const headers = { authorization: `Bearer ${bearer ?? this.access.token}` };
    const response = await this.http.request({ ...request, url: url.href, headers });
    const now = this.clock.now();
    if (response.status >= 300 && response.status < 400) {
      throw new Fault('unavailable', 'The platform sent a redirect; it is not followed', {
        code: 'redirected',
      });
    }
    if (response.status >= 500 && !response.text.trimStart().startsWith('{')) {
      throw new Fault('unavailable', `The platform answered ${response.status}`);
    }
    if (response.status === 429 && !response.text.trimStart().startsWith('{')) {
      throw graphFault({ status: 429, headers: response.headers, body: {} }, now, this.secrets());
    }
    const body = wireOf(response.json());
    if (response.status >= 400 || body['error'] !== undefined) {
      throw graphFault({ status: response.status, headers: response.headers, body }, now, this.secrets());
    }
    return { body };
  }

  private secrets(): string[] {
    return [this.access.token, this.access.appSecret, this.proof].filter((secret) => secret !== undefined);
  }
}

/** The link to the next page without the secrets platforms put into it, so that it may be stored; undefined on the last page. */
export function nextLinkOf(body: Wire): string | undefined {
  const next = textOf(wireOf(body['paging'])['next']);
  if (next === undefined || !URL.canParse(next)) return undefined;
  const url = new URL(next);
  for (const name of SECRET_PARAMETERS) url.searchParams.delete(name);
  return url.href;
}
