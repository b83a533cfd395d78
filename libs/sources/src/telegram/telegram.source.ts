import type { CheckResult, Cursor, Page, Pushed, ReplyTarget, SeenReply, Source } from '../source.js';
import { TelegramApi, type TelegramContext } from './telegram.api.js';
import { checkTelegram } from './telegram.check.js';
import { openCursor } from './telegram.cursor.js';
import { TelegramReceiver } from './telegram.receive.js';
import { TelegramReplies } from './telegram.reply.js';
import type { TelegramSettings } from './telegram.settings.js';
import { TelegramUpdates } from './telegram.updates.js';

/** A Telegram bot: the groups it is in, comments under a channel's posts, direct messages to it, a business account's chats. */
export class TelegramSource implements Source {
  private readonly api: TelegramApi;
  private readonly updates: TelegramUpdates;
  private readonly receiver: TelegramReceiver;
  private readonly replies: TelegramReplies;

  constructor(
    private readonly settings: TelegramSettings,
    context: TelegramContext,
  ) {
    this.api = new TelegramApi(settings, context);
    this.updates = new TelegramUpdates(this.api, settings.groups);
    this.receiver = new TelegramReceiver(this.api, settings, this.updates);
    this.replies = new TelegramReplies(this.api);
  }

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    const cursor = openCursor(from);
    const read =
      this.settings.receive === 'webhook'
        ? await this.receiver.watchWebhook(cursor, signal)
        : await this.receiver.poll(cursor, signal);
    return { ...read, cursor: { ...read.cursor } };
  }

  check(signal: AbortSignal): Promise<CheckResult> {
    return checkTelegram(this.api, this.settings, signal);
  }

  reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    return this.replies.reply(to, text, signal);
  }

  findReply(to: ReplyTarget, text: string): Promise<SeenReply | undefined> {
    return Promise.resolve(this.replies.find(to, text));
  }

  takePushed(event: unknown, signal: AbortSignal): Promise<Pushed> {
    return this.updates.read([event], signal);
  }
}
