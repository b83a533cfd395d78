import { Fault, isFault, type Clock, type CollectedMention } from '@heard/core';
import type { HttpClient } from '@heard/http';
import { GraphApi } from '../graph-api.js';
import type { CheckResult, Cursor, Page, ReplyTarget, SeenReply, Source } from '../source.js';
import { textOf, wireOf } from '../wire.js';
import { checkInstagram } from './instagram.check.js';
import { InstagramCollector, type Collected } from './instagram.collect.js';
import { nextRound, openCursor, type InstagramCursor } from './instagram.cursor.js';
import { isStaleLink, whenReading } from './instagram.faults.js';
import { parseComment, parseMedia, type OwnAccount } from './instagram.parse.js';
import { InstagramReplies } from './instagram.reply.js';
import type { InstagramSettings } from './instagram.settings.js';

/** What a `mentions` webhook tells: ids, no text. */
export interface MentionHint {
  readonly mediaId: string;
  readonly commentId?: string;
}

const MAX_RESTARTS = 3;
const MENTIONED_COMMENT = '{id,text,timestamp,username,like_count,media{id,permalink,owner{id}}}';
const MENTIONED_MEDIA = '{id,caption,media_type,timestamp,permalink,username}';

/** An Instagram professional account: comments and replies under its media, media that tag it, and mentions by hint. */
export class InstagramSource implements Source {
  private readonly graph: GraphApi;
  private account?: OwnAccount;

  constructor(
    private readonly settings: InstagramSettings,
    private readonly context: { http: HttpClient; baseUrl: string; clock: Clock },
  ) {
    const { apiVersion, token, flavour, appSecret } = settings;
    const proof = flavour === 'facebook' ? { appSecret } : {};
    this.graph = new GraphApi(
      context.http,
      { baseUrl: context.baseUrl, apiVersion, token, ...proof },
      context.clock,
    );
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
    return checkInstagram(this.graph, this.settings, this.context.clock.now(), signal);
  }

  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    return (await this.replies(signal)).reply(to, text, signal);
  }

  async findReply(
    to: ReplyTarget,
    text: string,
    since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    return (await this.replies(signal)).find(to, text, since, signal);
  }

  /** Fetches what a `mentions` webhook hinted at; undefined when it is gone. */
  async lookup(
    { mediaId, commentId }: MentionHint,
    signal: AbortSignal,
  ): Promise<CollectedMention | undefined> {
    if (![mediaId, commentId ?? '0'].every((id) => /^\d{1,40}$/.test(id))) {
      throw new Fault('invalid', 'A mention hint holds malformed ids');
    }
    const own = await this.own(signal);
    const asked =
      commentId === undefined
        ? `mentioned_media.media_id(${mediaId})${MENTIONED_MEDIA}`
        : `mentioned_comment.comment_id(${commentId})${MENTIONED_COMMENT}`;
    try {
      const { body } = await this.graph.get(own.id, { fields: asked }, signal);
      if (commentId === undefined)
        return parseMedia(wireOf(body['mentioned_media']), own, 'mention')?.mention;
      const comment = wireOf(body['mentioned_comment']);
      const media = wireOf(comment['media']);
      const mention = parseComment(comment, own, textOf(media['id']) ?? mediaId);
      return (
        mention && { ...mention, url: textOf(media['permalink']), raw: { ...comment, heardBy: 'mention' } }
      );
    } catch (error) {
      if (isFault(error, 'missing')) return undefined;
      throw isFault(error) ? whenReading(error, this.settings.flavour) : error;
    }
  }

  private async step(cursor: InstagramCursor, signal: AbortSignal): Promise<Collected> {
    try {
      const collector = new InstagramCollector(this.graph, await this.own(signal), this.context.clock);
      return await collector.step(cursor, signal);
    } catch (error) {
      const again = restartAfter(error, cursor);
      if (again !== undefined) return again;
      throw isFault(error) ? whenReading(error, this.settings.flavour) : error;
    }
  }

  private async replies(signal: AbortSignal): Promise<InstagramReplies> {
    return new InstagramReplies(this.graph, await this.own(signal), this.settings.flavour);
  }

  /** The account's name tells its own texts from others', since comments show names and not always ids. */
  private async own(signal: AbortSignal): Promise<OwnAccount> {
    if (this.account !== undefined) return this.account;
    signal.throwIfAborted();
    const { body } = await this.graph.get(this.settings.accountId, { fields: 'id,username' }, signal);
    const username = textOf(body['username']);
    this.account = { id: this.settings.accountId, ...(username && { username }) };
    return this.account;
  }
}

/** A list starts over when its place in it went stale. */
function restartAfter(error: unknown, cursor: InstagramCursor): Collected | undefined {
  const { at, next, after, replies = [], restarts = 0 } = cursor.step;
  if (!isStaleLink(error) || (next === undefined && after === undefined && replies.length === 0))
    return undefined;
  if (restarts >= MAX_RESTARTS) return { mentions: [], cursor: nextRound(cursor), more: false };
  return { mentions: [], cursor: { ...cursor, step: { at, restarts: restarts + 1 } }, more: true };
}
