import { isFault, type Clock, type CollectedMention } from '@heard/core';
import { nextLinkOf, type GraphAnswer, type GraphApi } from '../graph-api.js';
import {
  hashOf,
  isFresh,
  isWithin,
  newestOf,
  rememberTags,
  threadDone,
  threadFloor,
  trimWatched,
  watch,
  WATCH_LIMIT,
  withRotation,
} from '../watch-list.js';
import { listOf } from '../wire.js';
import { nextRound, type FacebookCursor } from './facebook.cursor.js';
import { isClosedList } from './facebook.faults.js';
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
}

const DAY_MS = 86_400_000;
const OVERLAP_MS = 10 * 60_000;
const DEEP_OVERLAP_MS = 2 * DAY_MS;

/** Reads a page's lists; each method is one request and one step of the round. */
export class FacebookCollector {
  constructor(
    private readonly graph: GraphApi,
    private readonly pageId: string,
    private readonly clock: Clock,
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

  private async readFeed(cursor: FacebookCursor, signal: AbortSignal): Promise<Collected> {
    const first = { path: `${this.pageId}/feed`, query: { fields: POST_FIELDS, limit: cursor.pageLimit } };
    const answer = await this.read(cursor, first, signal);
    const posts = parsePosts(answer, this.pageId);
    const open = posts.filter(({ mention, published }) => published && isWithin(mention, cursor.horizonAt));
    const fresh = open.filter(({ mention }) => isFresh(mention, cursor));
    const seen = (cursor.step.seen ?? 0) + posts.length;
    const next = nextLinkOf(answer.body);
    const beyond = posts.length > 0 && fresh.length === 0 && (seen >= WATCH_LIMIT || open.length === 0);
    const read = open.reduce(
      (state, post) => watch(state, post.mention, post.comments),
      paused(cursor, answer),
    );
    const mentions = fresh.map(({ mention }) => mention);
    if (next !== undefined && next !== cursor.step.next && !beyond) {
      return { mentions, cursor: { ...read, step: { ...cursor.step, next, seen } }, more: true };
    }
    return this.afterFeed(mentions, trimWatched(read));
  }

  private afterFeed(mentions: readonly CollectedMention[], cursor: FacebookCursor): Collected {
    const tagsOff = cursor.tagsOffUntil !== undefined && new Date(cursor.tagsOffUntil) > this.clock.now();
    if (tagsOff) return startThreads(mentions, cursor);
    return { mentions, cursor: { ...cursor, step: { at: 'tagged' } }, more: true };
  }

  private async readTagged(cursor: FacebookCursor, signal: AbortSignal): Promise<Collected> {
    const first = {
      path: `${this.pageId}/tagged`,
      query: { fields: TAGGED_FIELDS, limit: cursor.pageLimit },
    };
    let answer: GraphAnswer;
    try {
      answer = await this.read(cursor, first, signal);
    } catch (error) {
      if (!isClosedList(error)) throw error;
      const tagsOffUntil = new Date(this.clock.now().getTime() + DAY_MS).toISOString();
      return startThreads([], { ...cursor, tagsOffUntil });
    }
    const posts = parsePosts(answer, this.pageId).filter(({ mention }) => isWithin(mention, cursor.floorAt));
    const fresh = posts.filter(({ mention }) => cursor.tags[mention.externalId] !== hashOf(mention));
    const tags = rememberTags(
      cursor.tags,
      posts.map(({ mention }) => mention),
    );
    const read = { ...paused(cursor, answer), tags };
    const mentions = fresh.map(({ mention }) => mention);
    const next = nextLinkOf(answer.body);
    const isEmpty = listOf(answer.body['data'], 'list').length === 0;
    if (next !== undefined && next !== cursor.step.next && (isEmpty || fresh.length > 0)) {
      return { mentions, cursor: { ...read, step: { ...cursor.step, next } }, more: true };
    }
    return startThreads(mentions, read);
  }

  private async readThread(cursor: FacebookCursor, signal: AbortSignal): Promise<Collected> {
    const task = cursor.queue[0];
    if (task === undefined) return endOfRound([], cursor);
    const query = {
      fields: COMMENT_FIELDS,
      filter: 'stream',
      order: 'reverse_chronological',
      limit: cursor.pageLimit,
    };
    let answer: GraphAnswer;
    try {
      answer = await this.read(cursor, { path: `${task.postId}/comments`, query }, signal);
    } catch (error) {
      if (!isFault(error, 'missing')) throw error;
      return nextThread([], threadDone(cursor, task, undefined));
    }
    const comments = listOf(answer.body['data'], 'list of comments')
      .map((wire) => parseComment(wire, this.pageId, task.postId))
      .filter((mention) => mention !== undefined);
    const from = threadFloor(cursor, task, task.deep ? DEEP_OVERLAP_MS : OVERLAP_MS);
    const mentions = comments.filter((mention) => isWithin(mention, from));
    const newestAt = newestOf(cursor.step.newestAt, comments);
    const next = nextLinkOf(answer.body);
    const read = paused(cursor, answer);
    if (next !== undefined && next !== cursor.step.next && mentions.length === comments.length) {
      return { mentions, cursor: { ...read, step: { ...cursor.step, next, newestAt } }, more: true };
    }
    return nextThread(mentions, threadDone(read, task, newestAt));
  }

  private read(
    cursor: FacebookCursor,
    first: { path: string; query: Record<string, string | number> },
    signal: AbortSignal,
  ): Promise<GraphAnswer> {
    const { next } = cursor.step;
    return next === undefined
      ? this.graph.get(first.path, first.query, signal)
      : this.graph.follow(next, signal);
  }
}

function parsePosts(answer: GraphAnswer, pageId: string): ParsedPost[] {
  return listOf(answer.body['data'], 'list of posts')
    .map((wire) => parsePost(wire, pageId))
    .filter((post) => post !== undefined);
}

function paused(cursor: FacebookCursor, answer: GraphAnswer): FacebookCursor {
  return { ...cursor, pausedUntil: answer.pauseUntil?.toISOString() };
}

function startThreads(mentions: readonly CollectedMention[], cursor: FacebookCursor): Collected {
  const ready = withRotation(cursor);
  if (ready.queue.length === 0) return endOfRound(mentions, ready);
  return { mentions, cursor: { ...ready, step: { at: 'threads' } }, more: true };
}

function nextThread(mentions: readonly CollectedMention[], cursor: FacebookCursor): Collected {
  if (cursor.queue.length === 0) return endOfRound(mentions, cursor);
  return { mentions, cursor: { ...cursor, step: { at: 'threads' } }, more: true };
}

function endOfRound(mentions: readonly CollectedMention[], cursor: FacebookCursor): Collected {
  return { mentions, cursor: nextRound(cursor), more: false };
}
