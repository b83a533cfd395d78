import { Fault, type Clock } from '@heard/core';
import { parseRetryAfter, type HttpClient, type HttpRequest } from '@heard/http';
import { listOf, textOf, wireOf, type Wire } from '../wire.js';
import { vkFault } from './vk.faults.js';
import type { VkSettings } from './vk.settings.js';

/** What the calls need of the process. */
export interface VkContext {
  readonly http: HttpClient;
  readonly baseUrl: string;
  readonly clock: Clock;
}

/** Parameters of a method; undefined ones are left out. */
export type VkParams = Readonly<Record<string, string | number | undefined>>;

/** A method with its parameters. */
export interface VkCall {
  readonly method: string;
  readonly params: VkParams;
}

/** The version of the API that is spoken. */
export const VK_VERSION = '5.199';
const PAUSE_MS = 60_000;

/** Calls of the VK API: token in a header, every failure a fault. */
export class VkApi {
  constructor(
    private readonly settings: VkSettings,
    private readonly context: VkContext,
  ) {}

  now(): Date {
    return this.context.clock.now();
  }

  /** Asks with the token that reads. */
  async read(method: string, params: VkParams, signal: AbortSignal): Promise<unknown> {
    const body = await this.send(method, params, this.settings.accessToken, signal);
    return body['response'];
  }

  /** Asks as the community. */
  async act(method: string, params: VkParams, signal: AbortSignal): Promise<unknown> {
    const body = await this.send(method, params, this.settings.communityToken, signal);
    return body['response'];
  }

  /** The confirmation string that VK expects of the Callback API now; it changes when the server's settings do. */
  async confirmation(signal: AbortSignal): Promise<string | undefined> {
    const group = { group_id: this.settings.groupId };
    return textOf(wireOf(await this.act('groups.getCallbackConfirmationCode', group, signal))['code']);
  }

  /** Asks several things in one request; each has its answer or its own fault. */
  async readAll(
    calls: readonly VkCall[],
    signal: AbortSignal,
    purpose?: HttpRequest['purpose'],
  ): Promise<(Wire | Fault)[]> {
    const code = `return [${calls.map(({ method, params }) => `API.${method}(${JSON.stringify(params)})`).join(',')}];`;
    const body = await this.send('execute', { code }, this.settings.accessToken, signal, purpose);
    const answers = Array.isArray(body['response']) ? (body['response'] as unknown[]) : [];
    if (answers.length !== calls.length) {
      throw new Fault('unavailable', 'VK answered another number of calls than were made', {
        code: 'unexpected_shape',
      });
    }
    const errors = body['execute_errors'] === undefined ? [] : listOf(body['execute_errors'], 'errors');
    // What failed is `false` in its place; the errors come in the same order, with those of the script itself among them.
    const failures = errors.filter(({ method }) => method !== 'execute');
    return answers.map((answer) => {
      if (answer !== false) return wireOf(answer);
      return vkFault(failures.shift() ?? {}, this.context.clock.now(), this.secrets());
    });
  }

  private async send(
    method: string,
    params: VkParams,
    token: string,
    signal: AbortSignal,
    purpose?: HttpRequest['purpose'],
  ): Promise<Wire> {
    const { http, baseUrl, clock } = this.context;
    const response = await http.request({
      method: 'POST',
      url: `${baseUrl.replace(/\/$/, '')}/method/${method}`,
      headers: { authorization: `Bearer ${token}` },
      form: formOf(params),
      purpose,
      signal,
    });
    const { status, headers } = response;
    if (status === 429) {
      const now = clock.now();
      const retryAt = parseRetryAfter(headers['retry-after'], now) ?? new Date(now.getTime() + PAUSE_MS);
      throw new Fault('throttled', 'VK answered 429', { retryAt });
    }
    if (status !== 200) throw new Fault('unavailable', `VK answered ${status}`, { code: 'vk_failed' });
    const body = wireOf(response.json());
    if (body['error'] !== undefined) throw vkFault(wireOf(body['error']), clock.now(), this.secrets());
    if (body['response'] === undefined) {
      throw new Fault('unavailable', "VK's answer holds no response", { code: 'unexpected_shape' });
    }
    return body;
  }

  private secrets(): string[] {
    const { accessToken, communityToken, callbackSecret } = this.settings;
    return [accessToken, communityToken, callbackSecret].filter((secret) => secret !== undefined);
  }
}

function formOf(params: VkParams): Record<string, string> {
  const given = Object.entries(params).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)] as const],
  );
  return { v: VK_VERSION, ...Object.fromEntries(given) };
}
