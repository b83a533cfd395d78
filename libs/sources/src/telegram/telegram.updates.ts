import type { CollectedMention } from '@heard/core';
import type { GoneMention, Pushed } from '../source.js';
import { wireOf, type Wire } from '../wire.js';
import type { TelegramApi } from './telegram.api.js';
import { TelegramChats } from './telegram.chats.js';
import { chatOf, parseMessage, parseUpdate } from './telegram.parse.js';

/** Reads updates, however they came. */
export class TelegramUpdates {
  private readonly chats: TelegramChats;

  constructor(
    api: TelegramApi,
    private readonly groups: readonly string[],
  ) {
    this.chats = new TelegramChats(api);
  }

  async read(updates: readonly unknown[], signal: AbortSignal): Promise<Pushed> {
    const mentions: CollectedMention[] = [];
    const gone: GoneMention[] = [];
    let refused: true | undefined;
    for (const update of updates) {
      const parsed = parseUpdate(wireOf(update));
      gone.push(...parsed.gone);
      const { message, lost } = parsed;
      if (lost !== undefined && chatOf(lost)?.isGroup === true && this.isHeard(lost)) refused = true;
      if (message === undefined || !this.isHeard(message)) continue;
      const mention = parseMessage(message, await this.chats.factsOf(message, signal));
      if (mention !== undefined) mentions.push(mention);
    }
    return { mentions, gone, ...(refused && { refused }) };
  }

  /** A group that was not named is not listened to: anybody may add a bot to theirs. */
  private isHeard(message: Wire): boolean {
    const chat = chatOf(message);
    if (chat === undefined || !chat.isGroup || this.groups.length === 0) return chat !== undefined;
    const names = [chat.id, ...(chat.username === undefined ? [] : [`@${chat.username.toLowerCase()}`])];
    return this.groups.some((group) => names.includes(group.toLowerCase()));
  }
}
