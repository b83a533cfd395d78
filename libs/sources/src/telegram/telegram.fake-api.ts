import type { Clock } from '@heard/core';
import type { SimAnswer, SimRequest } from '../sim-server.js';
import { textOf, wireOf, type Wire } from '../wire.js';
import { unixTime, wireBot, wireChat, wireMember, wireMessage } from './telegram.fake-wire.js';
import type { FakeChat, FakeUpdate, TelegramWorld } from './telegram.world.js';

/** A refusal with its number and words. */
export class BotApiError extends Error {
  constructor(
    readonly code: number,
    words: string,
    readonly parameters?: Readonly<Record<string, unknown>>,
  ) {
    super(words);
  }
}

/** What the wire format needs of the platform behind it. */
export interface TelegramBehind {
  readonly world: TelegramWorld;
  readonly clock: Clock;
  /** Holds a request back until there are updates, or the time is up. */
  wait(seconds: number): Promise<void>;
  /** The bot says something; gives the message. */
  speak(params: Wire): Record<string, unknown>;
}

const MAX_KEPT_CALLS = 1_000;

/** The Bot API's side of the made-up Telegram: tokens, updates and their confirmation, one receiver only. */
export class TelegramWireFormat {
  /** The last calls that came in, for tests to hold against the API's specification. */
  readonly calls: { method: string; params: Wire; result: unknown }[] = [];

  constructor(
    private readonly behind: TelegramBehind,
    private readonly pageSize: number,
  ) {}

  async answer(request: SimRequest): Promise<SimAnswer> {
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.path) ?? [];
    const params = wireOf(request.json ?? Object.fromEntries([...request.query, ...request.form]));
    try {
      const { bot } = this.behind.world;
      if (token !== bot.token) throw new BotApiError(404, 'Not Found');
      if (!bot.alive) throw new BotApiError(401, 'Unauthorized');
      const result = await this.result(method, params);
      this.calls.push({ method, params, result });
      if (this.calls.length > MAX_KEPT_CALLS) this.calls.shift();
      return { status: 200, json: { ok: true, result } };
    } catch (error) {
      if (!(error instanceof BotApiError)) throw error;
      return refusal(error.code, error.message, error.parameters);
    }
  }

  throttled(): SimAnswer {
    return refusal(429, 'Too Many Requests: retry after 35', { retry_after: 35 });
  }

  private async result(method: string, params: Wire): Promise<unknown> {
    const { world } = this.behind;
    switch (method) {
      case 'getMe':
        return wireBot(world);
      case 'getUpdates':
        return this.updates(params);
      case 'getWebhookInfo':
        return this.webhookInfo();
      case 'setWebhook':
        return this.setWebhook(params);
      case 'deleteWebhook':
        world.webhook = { url: '' };
        if (params['drop_pending_updates'] === true) world.updates = [];
        return true;
      case 'getChat':
        return { ...wireChat(this.chat(params), world), ...fullInfo(this.chat(params)) };
      case 'getChatAdministrators':
        return this.chat(params).adminIds.map((id) => wireMember(this.chat(params), id, world));
      case 'getChatMember':
        return wireMember(this.chat(params), Number(params['user_id']), world);
      case 'sendMessage':
        this.chat(params);
        return this.behind.speak(params);
      default:
        throw new BotApiError(404, 'Not Found: method not found');
    }
  }

  private async updates(params: Wire): Promise<unknown> {
    const { world } = this.behind;
    if (world.webhook.url !== '') {
      const words =
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
      throw new BotApiError(409, words);
    }
    const limit = Number(params['limit'] ?? 100);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100)
      throw new BotApiError(400, 'Bad Request: wrong limit');
    const offset = params['offset'] === undefined ? 0 : Number(params['offset']);
    // Asking from an offset confirms everything before it.
    world.updates = world.updates.filter(({ id }) => id >= offset);
    if (this.waiting(params).length === 0) await this.behind.wait(Number(params['timeout'] ?? 0));
    return this.waiting(params)
      .slice(0, Math.min(limit, this.pageSize))
      .map(({ id, kind, payload }) => ({ update_id: id, [kind]: payload }));
  }

  /** Updates are kept for a day. */
  private waiting(params: Wire): FakeUpdate[] {
    const { world, clock } = this.behind;
    const oldest = clock.now().getTime() - 86_400_000;
    world.updates = world.updates.filter(({ at }) => Date.parse(at) >= oldest);
    const allowed = params['allowed_updates'];
    return world.updates.filter(({ kind }) => !Array.isArray(allowed) || allowed.includes(kind));
  }

  private webhookInfo(): unknown {
    const { webhook, updates } = this.behind.world;
    const { url, lastErrorAt, lastError, allowed } = webhook;
    return {
      ...{ url, has_custom_certificate: false, pending_update_count: updates.length, max_connections: 40 },
      ...(lastErrorAt !== undefined && {
        last_error_date: unixTime(lastErrorAt),
        last_error_message: lastError,
      }),
      ...(allowed !== undefined && { allowed_updates: allowed }),
    };
  }

  private setWebhook(params: Wire): true {
    const url = textOf(params['url']) ?? '';
    if (!url.startsWith('https://'))
      throw new BotApiError(400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook');
    const allowed = params['allowed_updates'];
    this.behind.world.webhook = {
      url,
      secret: textOf(params['secret_token']),
      ...(Array.isArray(allowed) && { allowed: allowed.map(String) }),
    };
    return true;
  }

  private chat(params: Wire): FakeChat {
    const asked = textOf(params['chat_id']);
    const chat = this.behind.world.chats.find(
      ({ id, username }) => String(id) === asked || `@${username}` === asked,
    );
    if (chat === undefined) throw new BotApiError(400, 'Bad Request: chat not found');
    if (chat.movedTo !== undefined) {
      const words = 'Bad Request: group chat was upgraded to a supergroup chat';
      throw new BotApiError(400, words, { migrate_to_chat_id: chat.movedTo });
    }
    return chat;
  }
}

function fullInfo({ linkedId }: FakeChat): Record<string, unknown> {
  const accepted = [
    'unlimited_gifts',
    'limited_gifts',
    'unique_gifts',
    'premium_subscription',
    'gifts_from_channels',
  ];
  return {
    ...{ accent_color_id: 1, max_reaction_count: 11 },
    accepted_gift_types: Object.fromEntries(accepted.map((name) => [name, false])),
    ...(linkedId !== undefined && { linked_chat_id: linkedId }),
  };
}

function refusal(
  code: number,
  description: string,
  parameters?: Readonly<Record<string, unknown>>,
): SimAnswer {
  return {
    status: code,
    json: { ok: false, error_code: code, description, ...(parameters && { parameters }) },
  };
}

/** An update's payload for a message. */
export function payloadOf(world: TelegramWorld, chatId: number, id: number): Record<string, unknown> {
  const message = world.messages.find((known) => known.chatId === chatId && known.id === id);
  if (message === undefined) throw new Error(`no message ${chatId}:${id}`);
  return wireMessage(message, world);
}
