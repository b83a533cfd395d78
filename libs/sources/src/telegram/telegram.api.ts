import { Fault, isFault, type Clock } from '@heard/core';
import { parseRetryAfter, type HttpClient } from '@heard/http';
import { textOf, wireOf } from '../wire.js';
import { telegramFault } from './telegram.faults.js';
import type { TelegramSettings } from './telegram.settings.js';

/** What the calls need of the process. */
export interface TelegramContext {
  readonly http: HttpClient;
  readonly baseUrl: string;
  readonly clock: Clock;
  /** How long Telegram may hold a request for updates back until there are some. */
  readonly waitSeconds?: number;
}

type Params = Readonly<Record<string, unknown>>;

/** Calls of the Bot API; every failure is a fault, and no fault names the token. */
export class TelegramApi {
  constructor(
    private readonly settings: TelegramSettings,
    private readonly context: TelegramContext,
  ) {}

  /** The result of a method. */
  async call(method: string, params: Params, signal: AbortSignal): Promise<unknown> {
    const { http, baseUrl, clock } = this.context;
    const { botToken } = this.settings;
    const url = `${baseUrl.replace(/\/$/, '')}/bot${botToken}/${method}`;
    const response = await http.request({ method: 'POST', url, json: params, signal });
    const { status, headers, text } = response;
    const isJson = text.trimStart().startsWith('{');
    if (status !== 200 && !isJson) {
      const retryAt = status === 429 ? parseRetryAfter(headers['retry-after'], clock.now()) : undefined;
      const fault = telegramFault({ status, body: {} }, clock.now(), this.secrets());
      throw retryAt === undefined ? fault : new Fault('throttled', fault.message, { retryAt });
    }
    const body = wireOf(response.json());
    if (status === 200 && body['ok'] === true && body['result'] !== undefined) return body['result'];
    if (status === 200 && body['ok'] !== false) {
      throw new Fault('unavailable', "Telegram's answer holds no result", { code: 'unexpected_shape' });
    }
    const failed = telegramFault(
      { status: Number(body['error_code'] ?? status), body },
      clock.now(),
      this.secrets(),
    );
    const movedTo = textOf(wireOf(body['parameters'])['migrate_to_chat_id']);
    throw movedTo === undefined ? failed : new ChatMoved(movedTo, failed.message);
  }

  now(): Date {
    return this.context.clock.now();
  }

  get waitSeconds(): number {
    return this.context.waitSeconds ?? 0;
  }

  private secrets(): string[] {
    const { botToken, webhookSecret } = this.settings;
    return [botToken, ...(webhookSecret === undefined ? [] : [webhookSecret])];
  }
}

/** A group became a supergroup: it goes on under another id. */
export class ChatMoved extends Fault {
  constructor(
    readonly chatId: string,
    message: string,
  ) {
    super('missing', message, { code: 'chat_moved' });
  }
}

/** True when nobody knows whether the request was carried out. */
export function isUncertain(error: unknown): error is Fault {
  return isFault(error, 'unavailable');
}
