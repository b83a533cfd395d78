import { Fault, isFault, type Clock, type CollectedMention } from '@heard/core';
import type { HttpClient } from '@heard/http';
import type { CallPace } from '../budgeted-http.js';
import { GraphApi } from '../graph-api.js';
import { replyPrivately } from '../graph-private.js';
import { type HeldTokens, TokensInMemory } from '../held-tokens.js';
import type { CheckResult, Cursor, Page, Pushed, ReplyTarget, SeenReply, Source } from '../source.js';
import { textOf, wireOf } from '../wire.js';
import { checkInstagram } from './instagram.check.js';
import { InstagramCollector, type Collected } from './instagram.collect.js';
import { nextRound, openCursor, type InstagramCursor } from './instagram.cursor.js';
import { InstagramHashtags } from './instagram.hashtags.js';
import { isStaleLink, whenReading, PRIVATE_PERMISSIONS } from './instagram.faults.js';
import { parseComment, parseMedia, type OwnAccount } from './instagram.parse.js';
import { type InstagramTold, takeComment } from './instagram.push.js';
import { InstagramReplies } from './instagram.reply.js';
import type { InstagramSettings } from './instagram.settings.js';
import { InstagramToken } from './instagram.token.js';

/** What a `mentions` webhook tells: ids, no text. */
export interface MentionHint {
  readonly mediaId: string;
  readonly commentId?: string;
}

/** What the calls need of the process. */
export interface InstagramContext {
  readonly http: HttpClient;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly pace?: CallPace;
  readonly tokens?: HeldTokens;
}

const MAX_RESTARTS = 3;
const MENTIONED_COMMENT = '{id,text,timestamp,username,like_count,media{id,permalink,owner{id}}}';
const MENTIONED_MEDIA = '{id,caption,media_type,timestamp,permalink,username}';

/** An Instagram professional account: comments and replies under its media, media that tag it, and mentions by hint. */
export class InstagramSource implements Source {
  private readonly token: InstagramToken;
  private opened?: GraphApi;
  private account?: OwnAccount;

  constructor(
    private readonly settings: InstagramSettings,
    private readonly context: InstagramContext,
  ) {
    this.token = new InstagramToken(settings, { ...context, tokens: context.tokens ?? new TokensInMemory() });
  }

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    const cursor = openCursor(from, this.context.clock.now(), this.settings.backfillDays);
    const { cursor: after, ...page } = await this.anyStep(cursor, signal);
    return { ...page, cursor: { ...after } };
  }

  /** A token that ends by itself is renewed by the way: this is asked once a day. */
  async check(signal: AbortSignal): Promise<CheckResult> {
    const checked = await checkInstagram(await this.graph(), this.settings, this.context.clock.now(), signal);
    if (!checked.ok || this.settings.flavour !== 'instagram') return checked;
    const expiresAt = await this.token.lookAfter(signal);
    return { ok: true, ...(expiresAt && { expiresAt }) };
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

  /** Through Facebook it is the page that writes: its own token calls it `me`. */
  async replyPrivately(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    const { flavour, accountId } = this.settings;
    const path = `${flavour === 'facebook' ? 'me' : accountId}/messages`;
    const way = { path, permission: PRIVATE_PERMISSIONS[flavour] };
    return replyPrivately(await this.graph(), way, { commentId: to.externalId, text }, signal);
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
      const { body } = await (await this.graph()).get(own.id, { fields: asked }, signal);
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

  async takePushed(event: unknown, signal: AbortSignal): Promise<Pushed> {
    const told = event as InstagramTold;
    if (told.elsewhere) {
      const mention = await this.lookup(told, signal);
      return { mentions: mention ? [mention] : [] };
    }
    try {
      return await takeComment(told, { graph: await this.graph(), own: await this.own(signal) }, signal);
    } catch (error) {
      throw isFault(error) ? whenReading(error, this.settings.flavour) : error;
    }
  }

  /** Hashtags have their turn between two rounds. */
  private async anyStep(cursor: InstagramCursor, signal: AbortSignal): Promise<Collected> {
    const { hashtags } = this.settings;
    if (hashtags.length === 0) return this.step(cursor, signal);
    try {
      const reader = new InstagramHashtags(await this.graph(), await this.own(signal), this.context.clock);
      if (cursor.hashtags?.left !== undefined) {
        const watched = new Set(cursor.watched.map(({ id }) => id));
        const { state, ...read } = await reader.step(cursor.hashtags, watched, signal);
        return { ...read, cursor: { ...cursor, hashtags: state }, more: state.left !== undefined };
      }
      const page = await this.step(cursor, signal);
      const begun = page.more ? undefined : reader.begun(cursor.hashtags, hashtags);
      return begun === undefined
        ? page
        : { ...page, cursor: { ...page.cursor, hashtags: begun }, more: true };
    } catch (error) {
      throw isFault(error) ? whenReading(error, this.settings.flavour) : error;
    }
  }

  private async step(cursor: InstagramCursor, signal: AbortSignal): Promise<Collected> {
    try {
      const { clock, pace } = this.context;
      const collector = new InstagramCollector(await this.graph(), await this.own(signal), clock, pace);
      return await collector.step(cursor, signal);
    } catch (error) {
      const again = restartAfter(error, cursor);
      if (again !== undefined) return again;
      throw isFault(error) ? whenReading(error, this.settings.flavour) : error;
    }
  }

  private async replies(signal: AbortSignal): Promise<InstagramReplies> {
    return new InstagramReplies(await this.graph(), await this.own(signal), this.settings.flavour);
  }

  /** Calls with the token that lives now. */
  private async graph(): Promise<GraphApi> {
    if (this.opened !== undefined) return this.opened;
    const { apiVersion, flavour, appSecret } = this.settings;
    const { http, baseUrl, clock } = this.context;
    const isOfPage = flavour === 'facebook';
    const token = isOfPage ? this.settings.token : await this.token.current();
    this.opened = new GraphApi(http, { baseUrl, apiVersion, token, ...(isOfPage && { appSecret }) }, clock);
    return this.opened;
  }

  /** The account's name tells its own texts from others', since comments show names and not always ids. */
  private async own(signal: AbortSignal): Promise<OwnAccount> {
    if (this.account !== undefined) return this.account;
    signal.throwIfAborted();
    const { body } = await (
      await this.graph()
    ).get(this.settings.accountId, { fields: 'id,username' }, signal);
    const username = textOf(body['username']);
    this.account = { id: this.settings.accountId, ...(username && { username }) };
    return this.account;
  }
}

/** A list starts over when its place in it went stale. */
function restartAfter(error: unknown, cursor: InstagramCursor): Collected | undefined {
  const { at, next, after, restarts = 0 } = cursor.step;
  if (!isStaleLink(error) || (next === undefined && after === undefined)) return undefined;
  if (restarts >= MAX_RESTARTS) return { mentions: [], cursor: nextRound(cursor), more: false };
  return { mentions: [], cursor: { ...cursor, step: { at, restarts: restarts + 1 } }, more: true };
}
