import { Fault, isFault } from '@heard/core';
import type { ReplyTarget, SeenReply } from '../source.js';
import { textOf, wireOf, type Wire } from '../wire.js';
import { ChatMoved, isUncertain, type TelegramApi } from './telegram.api.js';
import { whenWriting } from './telegram.faults.js';
import { messageOf } from './telegram.parse.js';

/** Telegram's limit, in UTF-16 units. */
export const MAX_LENGTH = 4_096;

/**
 * Answers as the bot. The Bot API has no history: what was sent can be seen in the answer to the sending only. So nothing
 * is sent twice: when that answer is lost, a person must look.
 */
export class TelegramReplies {
  private readonly sent = new Map<string, string>();

  constructor(private readonly api: TelegramApi) {}

  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    const target = messageOf(to.externalId);
    if (target === undefined) throw new Fault('missing', 'This is not an id of Telegram');
    if (text.length > MAX_LENGTH) {
      const message = `Telegram takes answers of up to ${MAX_LENGTH} characters; this one has ${text.length}`;
      throw new Fault('rejected', message, { code: 'too_long' });
    }
    // Is Telegram there at all? While it is not, nothing is sent and everything may be tried again.
    await this.api.call('getMe', {}, signal);
    const raw = wireOf(to.raw);
    const params = {
      chat_id: target.chatId,
      text,
      business_connection_id: textOf(raw['business_connection_id']),
      message_thread_id: raw['is_topic_message'] === true ? raw['message_thread_id'] : undefined,
      reply_parameters: { message_id: Number(target.messageId), allow_sending_without_reply: true },
    };
    const message = await this.send(params, signal);
    const externalId = `${textOf(wireOf(message['chat'])['id']) ?? target.chatId}:${textOf(message['message_id']) ?? ''}`;
    this.sent.set(keyOf(to, text), externalId);
    return { externalId };
  }

  /** Knows only what this source sent itself since it was opened. */
  find(to: ReplyTarget, text: string): SeenReply | undefined {
    const externalId = this.sent.get(keyOf(to, text));
    return externalId === undefined ? undefined : { externalId, state: 'visible' };
  }

  private async send(params: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Wire> {
    try {
      return wireOf(await this.api.call('sendMessage', params, signal));
    } catch (error) {
      if (error instanceof ChatMoved) {
        // In the supergroup the old numbers of messages mean nothing.
        const { reply_parameters: _reply, ...rest } = params;
        return this.send({ ...rest, chat_id: error.chatId }, signal);
      }
      if (isUncertain(error)) throw uncertain(error);
      throw isFault(error) ? whenWriting(error) : error;
    }
  }
}

function uncertain(cause: Fault): Fault {
  const message =
    'Telegram did not say whether it took this answer, and it cannot be asked. Look into the chat before you send it again';
  return new Fault('rejected', message, { code: 'unknown_outcome', cause });
}

function keyOf(to: ReplyTarget, text: string): string {
  return JSON.stringify([to.externalId, text]);
}
