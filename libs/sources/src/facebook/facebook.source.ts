import { Fault, isFault, type Clock } from '@heard/core';
import type { HttpClient } from '@heard/http';
import { GraphApi } from '../graph-api.js';
import type { CheckResult, Cursor, Page, ReplyTarget, SeenReply, Source } from '../source.js';
import { checkFacebook } from './facebook.check.js';
import { FacebookCollector, type Collected } from './facebook.collect.js';
import { nextRound, openCursor, type FacebookCursor } from './facebook.cursor.js';
import { isStaleLink, whenReading } from './facebook.faults.js';
import { FacebookReplies } from './facebook.reply.js';
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
    private readonly context: { http: HttpClient; baseUrl: string; clock: Clock },
  ) {
    const access = {
      baseUrl: context.baseUrl,
      apiVersion: settings.apiVersion,
      token: settings.pageToken,
      appSecret: settings.appSecret,
    };
    this.graph = new GraphApi(context.http, access, context.clock);
    this.collector = new FacebookCollector(this.graph, settings.pageId, context.clock);
    this.replies = new FacebookReplies(this.graph, settings.pageId, context.clock);
  }

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    const now = this.context.clock.now();
    const cursor = openCursor(from, now, this.settings.backfillDays);
    if (cursor.pausedUntil !== undefined && new Date(cursor.pausedUntil) > now) {
      throw new Fault('throttled', 'The allowance of calls is nearly spent', {
        retryAt: new Date(cursor.pausedUntil),
      });
    }
    const { mentions, cursor: after, more } = await this.step(cursor, signal);
    return { mentions, cursor: { ...after }, more };
  }

  check(signal: AbortSignal): Promise<CheckResult> {
    return checkFacebook(this.graph, this.settings, this.context.clock.now(), signal);
  }

  reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    return this.replies.reply(to, text, signal);
  }

  findReply(to: ReplyTarget, text: string, since: Date, signal: AbortSignal): Promise<SeenReply | undefined> {
    return this.replies.find(to, text, since, signal);
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
    return { mentions: [], cursor: { ...cursor, pageLimit, step: { at } }, more: true };
  }
  return undefined;
}
