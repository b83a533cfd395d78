import { Fault, isFault, type Clock } from '@heard/core';
import type { HttpClient, HttpRequest, HttpResponse } from '@heard/http';
import { textOf, wireOf, type Wire } from '../wire.js';
import { rozetkaFault } from './rozetka.faults.js';
import type { RozetkaSettings } from './rozetka.settings.js';

/** What the calls need of the process. */
export interface RozetkaContext {
  readonly http: HttpClient;
  readonly baseUrl: string;
  readonly clock: Clock;
}

type More = Pick<HttpRequest, 'query' | 'json' | 'purpose'>;

/** Calls of the Seller API in a session that is opened by itself. */
export class RozetkaApi {
  private session?: string;

  constructor(
    private readonly settings: RozetkaSettings,
    private readonly context: RozetkaContext,
  ) {}

  /** Calls a path; gives the `content`. */
  async call(method: 'GET' | 'POST', path: string, more: More, signal: AbortSignal): Promise<Wire> {
    try {
      return await this.send(method, path, more, signal);
    } catch (error) {
      if (!isFault(error) || error.code !== 'token_invalid') throw error;
      this.session = undefined; // Sessions end without notice: one fresh one is tried.
      return await this.send(method, path, more, signal);
    }
  }

  private async send(method: 'GET' | 'POST', path: string, more: More, signal: AbortSignal): Promise<Wire> {
    const authorization = `Bearer ${(this.session ??= await this.logIn(signal))}`;
    return this.contentOf(
      await this.context.http.request({
        ...{ method, url: this.urlOf(path), headers: { authorization, 'content-language': 'uk' } },
        ...more,
        signal,
      }),
    );
  }

  private async logIn(signal: AbortSignal): Promise<string> {
    const { username, password } = this.settings;
    const json = { username, password: encoded(password) };
    const url = this.urlOf('/sites');
    const content = this.contentOf(await this.context.http.request({ method: 'POST', url, json, signal }));
    const token = textOf(content['access_token']);
    if (token === undefined)
      throw new Fault('unavailable', 'Rozetka opened no session', { code: 'unexpected_shape' });
    return token;
  }

  private contentOf(response: HttpResponse): Wire {
    const body = bodyOf(response);
    if (response.status === 200 && body['success'] === true) return wireOf(body['content']);
    const { password } = this.settings;
    const secrets = [password, encoded(password), ...(this.session === undefined ? [] : [this.session])];
    throw rozetkaFault({ ...response, body }, this.context.clock.now(), secrets);
  }

  private urlOf(path: string): string {
    return `${this.context.baseUrl.replace(/\/$/, '')}${path}`;
  }
}

function encoded(password: string): string {
  return Buffer.from(password).toString('base64');
}

/** A failing or redirecting server may answer anything; a good answer is JSON. */
function bodyOf(response: HttpResponse): Wire {
  if (response.status !== 200 && !response.text.trimStart().startsWith('{')) return {};
  return wireOf(response.json());
}
