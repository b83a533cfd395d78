import { isFault } from '@heard/core';
import type { CheckResult, Cursor, Page, Pushed, ReplyTarget, SeenReply, Source } from '../source.js';
import { VkApi, type VkContext } from './vk.api.js';
import { checkVk } from './vk.check.js';
import { openCursor, type VkCursor } from './vk.cursor.js';
import { VkElsewhere } from './vk.elsewhere.js';
import { whenReading } from './vk.faults.js';
import { VkWall, type Collected } from './vk.lists.js';
import { VkMarket } from './vk.market.js';
import { takeEvent } from './vk.pushed.js';
import { VkReplies } from './vk.reply.js';
import type { VkSettings } from './vk.settings.js';
import { afterThreads, startThreads, VkThreads } from './vk.threads.js';

/** A VK community: its wall, comments and replies, its board, what is said under things for sale, and mentions of it on other walls. */
export class VkSource implements Source {
  private readonly api: VkApi;
  private readonly wall: VkWall;
  private readonly elsewhere: VkElsewhere;
  private readonly market: VkMarket;
  private readonly threads: VkThreads;
  private readonly replies: VkReplies;

  constructor(
    private readonly settings: VkSettings,
    private readonly context: VkContext,
  ) {
    this.api = new VkApi(settings, context);
    this.wall = new VkWall(this.api, settings.groupId);
    this.elsewhere = new VkElsewhere(this.api, settings.groupId);
    this.market = new VkMarket(this.api, settings.groupId);
    this.threads = new VkThreads(this.api, settings.groupId);
    this.replies = new VkReplies(this.api, settings.groupId);
  }

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    const cursor = openCursor(from, this.context.clock.now(), this.settings.backfillDays);
    try {
      return pageOf(await this.go(cursor, signal));
    } catch (error) {
      throw isFault(error) ? whenReading(error) : error;
    }
  }

  check(signal: AbortSignal): Promise<CheckResult> {
    return checkVk(this.api, this.settings, signal);
  }

  reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    return this.replies.reply(to, text, signal);
  }

  findReply(to: ReplyTarget, text: string, since: Date, signal: AbortSignal): Promise<SeenReply | undefined> {
    return this.replies.find(to, text, since, signal);
  }

  takePushed(event: unknown, signal: AbortSignal): Promise<Pushed> {
    return takeEvent(this.api, this.settings.groupId, event, signal);
  }

  /** Goes on to the next step that asks for something. */
  private async go(cursor: VkCursor, signal: AbortSignal): Promise<Collected & { readonly more: boolean }> {
    const read = await this.step(cursor, signal);
    const now = this.context.clock.now();
    if (cursor.step.at === 'threads') return afterThreads(read, now);
    if (read.cursor.step.at === 'threads')
      return afterThreads({ ...read, cursor: startThreads(read.cursor) }, now);
    return read.idle ? this.go(read.cursor, signal) : { ...read, more: true };
  }

  private step(cursor: VkCursor, signal: AbortSignal): Promise<Collected> {
    switch (cursor.step.at) {
      case 'wall':
        return this.wall.readWall(cursor, signal);
      case 'lost':
        return this.wall.readLost(cursor, signal);
      case 'mentions':
        return this.elsewhere.readMentions(cursor, signal);
      case 'topics':
        return this.elsewhere.readTopics(cursor, signal);
      case 'market':
        return this.market.read(cursor, signal);
      case 'threads':
        return this.readThreads(cursor, signal);
    }
  }

  /** Fewer threads at once when their answer was too large. */
  private async readThreads(cursor: VkCursor, signal: AbortSignal): Promise<Collected> {
    try {
      return await this.threads.read(cursor, signal);
    } catch (error) {
      const isTooLarge = isFault(error, 'unavailable') && error.code === 'body_too_large';
      if (!isTooLarge || cursor.batch === 1) throw error;
      return { mentions: [], cursor: { ...cursor, batch: Math.ceil(cursor.batch / 2) } };
    }
  }
}

function pageOf({ mentions, cursor, more, gone, whole }: Collected & { readonly more: boolean }): Page {
  return { mentions, cursor: { ...cursor }, more, gone, whole };
}
