import type { Clock, CollectedMention } from '@heard/core';
import type { CallPace } from '../budgeted-http.js';
import { nextLinkOf, type GraphAnswer, type GraphApi } from '../graph-api.js';
import { whenRefused } from '../graph-gone.js';
import { type Allowance, isWholeDue, nextThread, startRound } from '../plan-round.js';
import type { GoneMention, WholeList } from '../source.js';
import {
  afterLists,
  afterPage,
  afterThread,
  floorOf,
  type NextStep,
  planThreads,
  stepTo,
  withoutPage,
} from '../thread-round.js';
import {
  hashOf,
  isFresh,
  isWithin,
  rememberTags,
  type ThreadTask,
  trimWatched,
  watch,
  WATCH_LIMIT,
} from '../watch-list.js';
import { listOf } from '../wire.js';
import { nextRound, type FacebookCursor } from './facebook.cursor.js';
import { isClosedList, isStaleLink } from './facebook.faults.js';
import {
  COMMENT_FIELDS,
  parseComment,
  parsePost,
  POST_FIELDS,
  TAGGED_FIELDS,
  type ParsedPost,
} from './facebook.parse.js';

/** What one request brought. */
export interface Collected {
  readonly mentions: readonly CollectedMention[];
  readonly cursor: FacebookCursor;
  readonly more: boolean;
  readonly dueAt?: Date;
  readonly gone?: readonly GoneMention[];
  readonly whole?: readonly WholeList[];
  readonly refused?: true;
}

const DAY_MS = 86_400_000;
const OVERLAP_MS = 10 * 60_000;
/** The list of tags. */
const EXTRA_CALLS = 1;

/** Reads a page's lists; each method is one request and one step of the round. */
export class FacebookCollector {
  constructor(
    private readonly graph: GraphApi,
    private readonly pageId: string,
    private readonly clock: Clock,
    private readonly pace?: CallPace,
  ) {}

  step(cursor: FacebookCursor, signal: AbortSignal): Promise<Collected> {
    switch (cursor.step.at) {
      case 'feed':
        return this.readFeed(cursor, signal);
      case 'tagged':
        return this.readTagged(cursor, signal);
      case 'threads':
        return this.readThread(cursor, signal);
    }
  }

  private async readFeed(from: FacebookCursor, signal: AbortSignal): Promise<Collected> {
    const query = { fields: POST_FIELDS, limit: from.pageLimit };
    const answer = await this.readList(from, `${this.pageId}/feed`, query, signal);
    const cursor = from.step.next === undefined ? this.begun(from) : from;
    const posts = parsePosts(answer, this.pageId);
    const open = posts.filter(({ mention, published }) => published && isWithin(mention, cursor.horizonAt));
    const fresh = open.filter(({ mention }) => isFresh(mention, cursor));
    const seen = (cursor.step.seen ?? 0) + posts.length;
    const next = nextLinkOf(answer.body);
    const whole = cursor.step.whole ?? false;
    const isFurther = posts.length === 0 || fresh.length > 0;
    const goesOn = isFurther || (whole && seen < WATCH_LIMIT && open.length > 0);
    const read = open.reduce((state, post) => watch(state, post.mention, post.comments), cursor);
    const mentions = fresh.map(({ mention }) => mention);
    if (next !== undefined && next !== cursor.step.next && goesOn) {
      return { mentions, cursor: { ...read, step: { ...cursor.step, next, seen } }, more: true };
    }
    return this.afterFeed(mentions, trimWatched(read), whole || next === undefined);
  }

  /** A round begins when the first answer is there: it tells how many calls there are. */
  private begun(cursor: FacebookCursor): FacebookCursor {
    const now = this.clock.now();
    const whole = isWholeDue(cursor, this.allowance(cursor), now);
    return { ...startRound(cursor, this.allowance(cursor), now), step: { ...cursor.step, whole } };
  }

  private afterFeed(
    mentions: readonly CollectedMention[],
    read: FacebookCursor,
    wasWhole: boolean,
  ): Collected {
    const now = this.clock.now();
    const cursor = wasWhole ? { ...read, wholeAt: now.toISOString() } : read;
    const tagsOff = cursor.tagsOffUntil !== undefined && new Date(cursor.tagsOffUntil) > now;
    if (tagsOff || !read.step.whole) return this.startThreads(mentions, cursor);
    return { mentions, cursor: { ...cursor, step: { at: 'tagged' } }, more: true };
  }

  private async readTagged(cursor: FacebookCursor, signal: AbortSignal): Promise<Collected> {
    const query = { fields: TAGGED_FIELDS, limit: cursor.pageLimit };
    let answer: GraphAnswer;
    try {
      answer = await this.readList(cursor, `${this.pageId}/tagged`, query, signal);
    } catch (error) {
      if (!isClosedList(error)) throw error;
      const tagsOffUntil = new Date(this.clock.now().getTime() + DAY_MS).toISOString();
      const rest = this.startThreads([], { ...cursor, tagsOffUntil });
      return error.code === 'permission_missing' ? { ...rest, refused: true } : rest;
    }
    const posts = parsePosts(answer, this.pageId).filter(({ mention }) => isWithin(mention, cursor.floorAt));
    const fresh = posts.filter(({ mention }) => cursor.tags[mention.externalId] !== hashOf(mention));
    const tags = rememberTags(
      cursor.tags,
      posts.map(({ mention }) => mention),
    );
    const read = { ...cursor, tags };
    const mentions = fresh.map(({ mention }) => mention);
    const next = nextLinkOf(answer.body);
    const isEmpty = listOf(answer.body['data'], 'list').length === 0;
    if (next !== undefined && next !== cursor.step.next && (isEmpty || fresh.length > 0)) {
      return { mentions, cursor: { ...read, step: { ...cursor.step, next } }, more: true };
    }
    return this.startThreads(mentions, read);
  }

  private async readThread(cursor: FacebookCursor, signal: AbortSignal): Promise<Collected> {
    const task = nextThread(cursor, this.allowance(cursor), this.clock.now());
    if (task === undefined) return this.goOn([], cursor);
    let answer: GraphAnswer;
    try {
      answer = await this.readPage(cursor, task, signal);
    } catch (error) {
      const cause = task.next === undefined ? whenRefused(this.graph, task.postId, error, signal) : error;
      return this.without(cursor, task, await cause);
    }
    const all = listOf(answer.body['data'], 'list of comments')
      .map((wire) => parseComment(wire, this.pageId, task.postId))
      .filter((mention) => mention !== undefined);
    const floorAt = floorOf(cursor, task, OVERLAP_MS);
    const mentions = all.filter((mention) => isWithin(mention, floorAt));
    const reachesFloor = mentions.length < all.length;
    const page = { comments: all, reachesFloor, next: nextLinkOf(answer.body) };
    const { state, whole } = afterPage(cursor, task, page, floorAt, this.clock.now());
    return { ...this.goOn(mentions, state), ...(whole && { whole }) };
  }

  private without(cursor: FacebookCursor, task: ThreadTask, error: unknown): Collected {
    const how = { isStale: isStaleLink, now: this.clock.now() };
    const { state, ...beside } = withoutPage(cursor, task, error, how);
    return { ...this.goOn([], state), ...beside };
  }

  private readPage(cursor: FacebookCursor, task: ThreadTask, signal: AbortSignal): Promise<GraphAnswer> {
    const purpose = task.old ? 'backfill' : undefined;
    if (task.next !== undefined) return this.graph.follow(task.next, signal, purpose);
    // Under live videos Facebook leaves out what it thinks little of, unless it is told not to.
    const all = { filter: 'stream', live_filter: 'no_filter' };
    const query = { ...all, order: 'reverse_chronological', limit: cursor.pageLimit };
    return this.graph.get(`${task.postId}/comments`, { fields: COMMENT_FIELDS, ...query }, signal, purpose);
  }

  private startThreads(mentions: readonly CollectedMention[], cursor: FacebookCursor): Collected {
    const planned = planThreads(cursor, this.allowance(cursor), this.clock.now());
    return this.stepTo(mentions, planned, afterLists(planned, this.allowance(planned), this.clock.now()));
  }

  private goOn(mentions: readonly CollectedMention[], cursor: FacebookCursor): Collected {
    return this.stepTo(mentions, cursor, afterThread(cursor, this.allowance(cursor), this.clock.now()));
  }

  private stepTo(mentions: readonly CollectedMention[], cursor: FacebookCursor, next: NextStep): Collected {
    return { mentions, ...stepTo(next, { ...cursor, step: { at: 'threads' } }, nextRound(cursor)) };
  }

  private allowance({ pageLimit }: FacebookCursor): Allowance {
    return { perHour: this.pace?.perHour, pageSize: pageLimit, extraCalls: EXTRA_CALLS, rereadsEmpty: true };
  }

  private readList(
    { step: { next } }: FacebookCursor,
    path: string,
    query: Record<string, string | number>,
    signal: AbortSignal,
  ): Promise<GraphAnswer> {
    return next === undefined ? this.graph.get(path, query, signal) : this.graph.follow(next, signal);
  }
}

function parsePosts(answer: GraphAnswer, pageId: string): ParsedPost[] {
  return listOf(answer.body['data'], 'list of posts')
    .map((wire) => parsePost(wire, pageId))
    .filter((post) => post !== undefined);
}
