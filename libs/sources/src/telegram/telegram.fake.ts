import type { Clock } from '@heard/core';
import type { PushDelivery } from '../push.js';
import { renderSimPage } from '../sim-page.js';
import { SimServer, type SimFault } from '../sim-server.js';
import { textOf, wireOf, type Wire } from '../wire.js';
import { BotApiError, payloadOf, TelegramWireFormat, type TelegramBehind } from './telegram.fake-api.js';
import { unixTime } from './telegram.fake-wire.js';
import {
  emptyWorld,
  personOf,
  type FakeChat,
  type FakeMessage,
  type TelegramWorld,
} from './telegram.world.js';

/** How the made-up Telegram behaves. */
export interface TelegramFakeOptions {
  readonly clock: Clock;
  readonly world?: TelegramWorld;
  /** The most updates in one answer, whatever is asked for. */
  readonly pageSize?: number;
  readonly controlKey?: string;
}

/** A new message: by a person, by the bot where nobody is named, or in the name of a chat. */
export interface NewTelegramMessage {
  readonly chatId: number;
  readonly author?: string;
  readonly senderChatId?: number;
  readonly text: string;
  readonly at?: Date;
  readonly replyTo?: string;
  /** The post of the channel, or the topic, that it stands under. */
  readonly under?: string;
  /** The channel's post, as it comes into the group that discusses it. */
  readonly automatic?: boolean;
  readonly business?: string;
}

const MAX_LENGTH = 4_096;
const OTHER_RECEIVER =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';

/** The made-up Telegram: the Bot API over real HTTP, its webhooks' bodies, and a page for people at `/`. */
export class TelegramFake implements TelegramBehind {
  readonly world: TelegramWorld;
  readonly server: SimServer;
  readonly api: TelegramWireFormat;
  private readonly waiters: ((why: 'conflict' | 'update') => void)[] = [];

  constructor(private readonly options: TelegramFakeOptions) {
    this.world = options.world ?? emptyWorld();
    this.api = new TelegramWireFormat(this, options.pageSize ?? 100);
    const platform = {
      answer: this.api.answer.bind(this.api),
      throttled: this.api.throttled.bind(this.api),
      page: () => this.renderPage(),
    };
    this.server = new SimServer(platform, options.controlKey);
  }

  /** Rebuilds the platform from what `toJSON` gave. */
  static from(world: unknown, options: Omit<TelegramFakeOptions, 'world'>): TelegramFake {
    return new TelegramFake({ ...options, world: structuredClone(world) as TelegramWorld });
  }

  toJSON(): TelegramWorld {
    return structuredClone(this.world);
  }

  listen(port?: number): Promise<{ baseUrl: string }> {
    return this.server.listen(port);
  }

  close(): Promise<void> {
    this.wake();
    return this.server.close();
  }

  get clock(): Clock {
    return this.options.clock;
  }

  /** What a person would fill in to connect the bot. */
  settings(): Record<string, string> {
    return { botToken: this.world.bot.token };
  }

  addChat(chat: Partial<FakeChat> & Pick<FakeChat, 'id' | 'type'>): number {
    this.world.chats.push({ adminIds: [], bot: 'administrator', lastMessageId: 300, ...chat });
    return chat.id;
  }

  /** A person's own chat with the bot: they have started it. */
  addConversation(name: string): number {
    return this.addChat({ id: personOf(this.world, name).id, type: 'private' });
  }

  /** Makes a person an administrator of a chat. */
  promote(chatId: number, name: string): void {
    this.chat(chatId).adminIds.push(personOf(this.world, name).id);
  }

  /** Adds a message, tells the bot, and gives its id among mentions. */
  add(given: NewTelegramMessage): string {
    const {
      chatId,
      author,
      senderChatId,
      text,
      replyTo,
      under,
      automatic,
      business,
      at = this.clock.now(),
    } = given;
    const chat = this.chat(chatId);
    chat.lastMessageId += 1;
    const isAnonymous = author === undefined && senderChatId !== undefined;
    const from = isAnonymous
      ? { id: 777_000, name: 'Telegram', isBot: false }
      : author === undefined
        ? undefined
        : personOf(this.world, author);
    const above = replyTo ?? under;
    this.world.messages.push({
      ...{ id: chat.lastMessageId, chatId, from, senderChatId, text, automatic, business },
      ...(above !== undefined && { replyTo: numberOf(above) }),
      ...(under !== undefined && { threadId: numberOf(under) }),
      at: at.toISOString(),
      removed: false,
    });
    const kind = business === undefined ? 'message' : 'business_message';
    this.tell(kind, payloadOf(this.world, chatId, chat.lastMessageId), at);
    return `${chatId}:${chat.lastMessageId}`;
  }

  edit(id: string, text: string): void {
    const message = this.message(id);
    message.text = text;
    message.editedAt = this.clock.now().toISOString();
    const kind = message.business === undefined ? 'edited_message' : 'edited_business_message';
    this.tell(kind, payloadOf(this.world, message.chatId, message.id));
  }

  /** In groups nobody is told of it; in the chats of a business account the bot is. */
  remove(id: string): void {
    const message = this.message(id);
    message.removed = true;
    const { business, chatId } = message;
    if (business === undefined) return;
    const chat = { id: chatId, type: 'private' };
    this.tell('deleted_business_messages', {
      business_connection_id: business,
      chat,
      message_ids: [message.id],
    });
  }

  /** Somebody changes what the bot is in a group; it is told. */
  setBot(chatId: number, bot: FakeChat['bot']): void {
    const chat = this.chat(chatId);
    const member = (status: string): object => ({ user: { id: this.world.bot.id, is_bot: true }, status });
    const change = { old_chat_member: member(chat.bot), new_chat_member: member(bot) };
    chat.bot = bot;
    const place = { id: chatId, type: chat.type, title: chat.title, username: chat.username };
    this.tell('my_chat_member', { chat: place, date: unixTime(this.clock.now().toISOString()), ...change });
  }

  /** A group becomes a supergroup, with another number. */
  moveGroup(chatId: number, to: number): void {
    const chat = this.chat(chatId);
    chat.movedTo = to;
    this.addChat({ ...chat, id: to, type: 'supergroup', movedTo: undefined });
    const place = { id: chatId, type: chat.type, title: chat.title };
    const message = { message_id: 1, date: unixTime(this.clock.now().toISOString()), chat: place };
    this.tell('message', { ...message, migrate_to_chat_id: to });
  }

  failNext(count: number, kind: SimFault, only?: RegExp): void {
    this.server.failNext(count, kind, only);
  }

  /** What Telegram would post to the webhook next, and takes for delivered. */
  deliver(): PushDelivery {
    const update = this.world.updates.shift();
    if (update === undefined) throw new Error('no update waits');
    const body = { update_id: update.id, [update.kind]: update.payload };
    const { secret } = this.world.webhook;
    return {
      method: 'POST',
      query: {},
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: Buffer.from(JSON.stringify(body)),
    };
  }

  async wait(seconds: number): Promise<void> {
    for (const waiter of this.waiters.splice(0)) waiter('conflict');
    if (seconds <= 0) return;
    let timer: NodeJS.Timeout | undefined;
    const why = await new Promise<'conflict' | 'update' | 'time'>((done) => {
      timer = setTimeout(() => done('time'), seconds * 1000);
      this.waiters.push(done);
    });
    clearTimeout(timer);
    if (why === 'conflict') throw new BotApiError(409, OTHER_RECEIVER);
  }

  speak(params: Wire): Record<string, unknown> {
    const chat = this.chat(Number(params['chat_id']));
    const text = textOf(params['text']) ?? '';
    if (text.trim() === '') throw new BotApiError(400, 'Bad Request: message text is empty');
    if (text.length > MAX_LENGTH) throw new BotApiError(400, 'Bad Request: message is too long');
    if (chat.bot === 'kicked')
      throw new BotApiError(403, 'Forbidden: bot was kicked from the supergroup chat');
    if (chat.bot === 'left') throw new BotApiError(403, 'Forbidden: bot was blocked by the user');
    const reply = wireOf(params['reply_parameters']);
    const above = this.world.messages.find(
      ({ id, chatId, removed }) => chatId === chat.id && id === reply['message_id'] && !removed,
    );
    if (
      reply['message_id'] !== undefined &&
      above === undefined &&
      reply['allow_sending_without_reply'] !== true
    )
      throw new BotApiError(400, 'Bad Request: message to be replied not found');
    chat.lastMessageId += 1;
    const { bot } = this.world;
    this.world.messages.push({
      ...{ id: chat.lastMessageId, chatId: chat.id, from: { id: bot.id, name: 'Маяк', isBot: true }, text },
      ...(above && { replyTo: above.id, threadId: above.threadId }),
      at: this.clock.now().toISOString(),
      removed: false,
    });
    return payloadOf(this.world, chat.id, chat.lastMessageId);
  }

  chat(id: number): FakeChat {
    const chat = this.world.chats.find((known) => known.id === id);
    if (chat === undefined) throw new BotApiError(400, 'Bad Request: chat not found');
    return chat;
  }

  message(externalId: string): FakeMessage {
    const [chatId = '', id = ''] = externalId.split(':');
    const found = this.world.messages.find(
      (known) => known.chatId === Number(chatId) && known.id === Number(id),
    );
    if (found === undefined) throw new Error(`no message ${externalId}`);
    return found;
  }

  private tell(kind: string, payload: unknown, at = this.clock.now()): void {
    const { url, allowed } = this.world.webhook;
    // What a webhook does not want is not kept for it.
    if (url !== '' && allowed !== undefined && !allowed.includes(kind)) return;
    this.world.lastUpdateId += 1;
    this.world.updates.push({ id: this.world.lastUpdateId, at: at.toISOString(), kind, payload });
    this.wake();
  }

  private wake(): void {
    for (const waiter of this.waiters.splice(0)) waiter('update');
  }

  private renderPage(): string {
    const sections = this.world.chats.map((chat) => ({
      name: chat.title ?? this.world.people.find(({ id }) => id === chat.id)?.name ?? String(chat.id),
      texts: this.world.messages
        .filter(({ chatId, removed }) => chatId === chat.id && !removed)
        .map(({ from, senderChatId, at, text }) => ({
          author: this.world.chats.find(({ id }) => id === senderChatId)?.title ?? from?.name ?? '?',
          ...{ at, text },
        })),
    }));
    return renderSimPage('Telegram (made up)', sections);
  }
}

function numberOf(externalId: string): number {
  return Number(externalId.slice(externalId.indexOf(':') + 1));
}
