import { isFault, type Clock } from '@heard/core';
import type { HttpClient } from '@heard/http';
import type { CallPace } from '../budgeted-http.js';
import { GraphApi } from '../graph-api.js';
import { replyPrivately } from '../graph-private.js';
import type { CheckResult, Cursor, Page, Pushed, ReplyTarget, SeenReply, Source } from '../source.js';
import { checkFacebook } from './facebook.check.js';
import { FacebookCollector, type Collected } from './facebook.collect.js';
import { nextRound, openCursor, type FacebookCursor } from './facebook.cursor.js';
import { isStaleLink, whenReading, PRIVATE_PERMISSION } from './facebook.faults.js';
import { takeFacebookPush } from './facebook.push.js';
import { callableId, FacebookReplies } from './facebook.reply.js';
import type { FacebookSettings } from './facebook.settings.js';

const SMALLEST_PAGE = 5;
const MAX_RESTARTS = 3;

/** A Facebook Page: its posts, what visitors post, public posts that tag it, comments and replies. */
export class FacebookSource implements Source {
  private readonly graph: GraphApi;
  private readonly collector: FacebookCollector;
  private readonly replies: FacebookReplies;

  constructor(
    private readonly settings: FacebookSettings,
    private readonly context: { http: HttpClient; baseUrl: string; clock: Clock; pace?: CallPace },
  ) {
    const access = {
      baseUrl: context.baseUrl,
      apiVersion: settings.apiVersion,
      token: settings.pageToken,
      appSecret: settings.appSecret,
    };
    this.graph = new GraphApi(context.http, access, context.clock);
    this.collector = new FacebookCollector(this.graph, settings.pageId, context.clock, context.pace);
    this.replies = new FacebookReplies(this.graph, settings.pageId, context.clock);
  }

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    const cursor = openCursor(from, this.context.clock.now(), this.settings.backfillDays);
    const { cursor: after, ...page } = await this.step(cursor, signal);
    return { ...page, cursor: { ...after } };
  }

  check(signal: AbortSignal): Promise<CheckResult> {
    return checkFacebook(this.graph, this.settings, this.context.clock.now(), signal);
  }

  reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    return this.replies.reply(to, text, signal);
  }

  replyPrivately(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    const way = { path: `${this.settings.pageId}/messages`, permission: PRIVATE_PERMISSION };
    return replyPrivately(this.graph, way, { commentId: callableId(to), text }, signal);
  }

  findReply(to: ReplyTarget, text: string, since: Date, signal: AbortSignal): Promise<SeenReply | undefined> {
    return this.replies.find(to, text, since, signal);
  }

  takePushed(event: unknown, signal: AbortSignal): Promise<Pushed> {
    return takeFacebookPush(event, { graph: this.graph, pageId: this.settings.pageId }, signal);
  }

  private async step(cursor: FacebookCursor, signal: AbortSignal): Promise<Collected> {
    try {
      return await this.collector.step(cursor, signal);
    } catch (error) {
      const again = restartAfter(error, cursor);
      if (again !== undefined) return again;
      throw isFault(error) ? whenReading(error) : error;
    }
  }
}

/** A list starts over when its link went stale, and with smaller pages when they were too large. */
function restartAfter(error: unknown, cursor: FacebookCursor): Collected | undefined {
  const { at, next, restarts = 0 } = cursor.step;
  if (isStaleLink(error) && next !== undefined) {
    if (restarts >= MAX_RESTARTS) return { mentions: [], cursor: nextRound(cursor), more: false };
    return { mentions: [], cursor: { ...cursor, step: { at, restarts: restarts + 1 } }, more: true };
  }
  if (isFault(error, 'unavailable') && error.code === 'reduce_data' && cursor.pageLimit > SMALLEST_PAGE) {
    const pageLimit = Math.max(SMALLEST_PAGE, Math.floor(cursor.pageLimit / 2));
    // Links that are kept ask for large pages too.
    const queue = cursor.queue.map((task) => ({ ...task, next: undefined }));
    return { mentions: [], cursor: { ...cursor, queue, pageLimit, step: { at } }, more: true };
  }
  return undefined;
}
