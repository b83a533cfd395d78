import { isFault } from '@heard/core';
import { textOf, wireOf, type Wire } from '../wire.js';
import type { TelegramApi } from './telegram.api.js';
import { chatOf, type ChatFacts } from './telegram.parse.js';

const NOBODY: ChatFacts = { adminIds: new Set() };

/** Who speaks for the brand in each chat: asked once for as long as the source is open. */
export class TelegramChats {
  private readonly known = new Map<string, ChatFacts>();

  constructor(private readonly api: TelegramApi) {}

  /** The facts of a message's chat; a message by the chat itself needs none. */
  async factsOf(message: Wire, signal: AbortSignal): Promise<ChatFacts> {
    const chat = chatOf(message);
    if (!chat?.isGroup || textOf(wireOf(message['sender_chat'])['id']) === chat.id) return NOBODY;
    const known = this.known.get(chat.id) ?? (await this.ask(chat.id, signal));
    this.known.set(chat.id, known);
    return known;
  }

  private async ask(chatId: string, signal: AbortSignal): Promise<ChatFacts> {
    try {
      const members = await this.api.call('getChatAdministrators', { chat_id: chatId }, signal);
      const chat = wireOf(await this.api.call('getChat', { chat_id: chatId }, signal));
      const ids = (Array.isArray(members) ? members : []).map((member) =>
        textOf(wireOf(wireOf(member)['user'])['id']),
      );
      const linkedId = textOf(chat['linked_chat_id']);
      return { adminIds: new Set(ids.filter((id) => id !== undefined)), ...(linkedId && { linkedId }) };
    } catch (error) {
      // A chat that the bot was removed from tells nothing any more; what was said in it is heard all the same.
      if (isFault(error, 'missing', 'rejected', 'bug')) return NOBODY;
      throw error;
    }
  }
}
