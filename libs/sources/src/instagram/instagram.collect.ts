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
import { listOf, textOf, wireOf, type Wire } from '../wire.js';
import { nextRound, type InstagramCursor, type MoreReplies } from './instagram.cursor.js';
import { isClosedList } from './instagram.faults.js';
import {
  COMMENT_FIELDS,
  MEDIA_FIELDS,
  parseMedia,
  parseReplies,
  parseThread,
  TAG_FIELDS,
  type OwnAccount,
} from './instagram.parse.js';

/** What one request brought. */
export interface Collected {
  readonly mentions: readonly CollectedMention[];
  readonly cursor: InstagramCursor;
  readonly more: boolean;
}

const DAY_MS = 86_400_000;
const PAGE_LIMIT = 50;
/** Replies hide inside their comment, so a thread is read as far back as people still answer each other. */
const THREAD_OVERLAP_MS = 14 * DAY_MS;

/** Reads an account's lists; each method is one request and one step of the round. */
export class InstagramCollector {
  constructor(
    private readonly graph: GraphApi,
    private readonly own: OwnAccount,
    private readonly clock: Clock,
  ) {}

  step(cursor: InstagramCursor, signal: AbortSignal): Promise<Collected> {
    switch (cursor.step.at) {
      case 'media':
        return this.readMedia(cursor, signal);
      case 'tags':
        return this.readTags(cursor, signal);
      case 'threads':
        return cursor.step.replies?.[0]
          ? this.readReplies(cursor, cursor.step.replies[0], signal)
          : this.readThread(cursor, signal);
    }
  }

  private async readMedia(cursor: InstagramCursor, signal: AbortSignal): Promise<Collected> {
    const answer = await this.read(
      cursor,
      `${this.own.id}/media`,
      { fields: MEDIA_FIELDS, limit: PAGE_LIMIT },
      signal,
    );
    const all = listOf(answer.body['data'], 'list of media').map((wire) => parseMedia(wire, this.own));
    const media = all
      .filter((item) => item !== undefined)
      .filter(({ mention }) => isWithin(mention, cursor.horizonAt));
    const fresh = media.map(({ mention }) => mention).filter((mention) => isFresh(mention, cursor));
    const seen = (cursor.step.seen ?? 0) + all.length;
    const beyond = all.length > 0 && fresh.length === 0 && (seen >= WATCH_LIMIT || media.length === 0);
    const read = media.reduce(
      (state, { mention, comments }) => watch(state, mention, comments),
      paused(cursor, answer),
    );
    const next = nextLinkOf(answer.body);
    if (next !== undefined && next !== cursor.step.next && !beyond) {
      return { mentions: fresh, cursor: { ...read, step: { ...cursor.step, next, seen } }, more: true };
    }
    const trimmed = trimWatched(read);
    const tagsOff = cursor.tagsOffUntil !== undefined && new Date(cursor.tagsOffUntil) > this.clock.now();
    if (tagsOff) return startThreads(fresh, trimmed);
    return { mentions: fresh, cursor: { ...trimmed, step: { at: 'tags' } }, more: true };
  }

  private async readTags(cursor: InstagramCursor, signal: AbortSignal): Promise<Collected> {
    const query = { fields: TAG_FIELDS, limit: PAGE_LIMIT, after: cursor.step.after };
    let answer: GraphAnswer;
    try {
      answer = await this.graph.get(`${this.own.id}/tags`, query, signal);
    } catch (error) {
      if (!isClosedList(error) || (cursor.step.after !== undefined && error.code === 'bad_request'))
        throw error;
      return startThreads([], {
        ...cursor,
        tagsOffUntil: new Date(this.clock.now().getTime() + DAY_MS).toISOString(),
      });
    }
    const wires = listOf(answer.body['data'], 'list of tags');
    const tagged = wires
      .map((wire) => parseMedia(wire, this.own, 'tag')?.mention)
      .filter((mention) => mention !== undefined)
      .filter((mention) => isWithin(mention, cursor.floorAt));
    const fresh = tagged.filter((mention) => cursor.tags[mention.externalId] !== hashOf(mention));
    const read = { ...paused(cursor, answer), tags: rememberTags(cursor.tags, tagged) };
    const after = textOf(wireOf(wireOf(answer.body['paging'])['cursors'])['after']);
    if (after !== undefined && after !== cursor.step.after && (wires.length === 0 || fresh.length > 0)) {
      return { mentions: fresh, cursor: { ...read, step: { ...cursor.step, after } }, more: true };
    }
    return startThreads(fresh, read);
  }

  private async readThread(cursor: InstagramCursor, signal: AbortSignal): Promise<Collected> {
    const task = cursor.queue[0];
    if (task === undefined) return nextThread([], cursor);
    let answer: GraphAnswer;
    try {
      const query = { fields: COMMENT_FIELDS, limit: PAGE_LIMIT };
      answer = await this.read(cursor, `${task.postId}/comments`, query, signal);
    } catch (error) {
      if (!isFault(error, 'missing')) throw error;
      return nextThread([], threadDone(cursor, task, undefined));
    }
    const wires = listOf(answer.body['data'], 'list of comments');
    const floor = threadFloor(cursor, task, THREAD_OVERLAP_MS);
    const mentions = wires.flatMap((wire) => parseThread(wire, this.own, task.postId));
    const comments = mentions.filter(({ kind }) => kind === 'comment');
    const reachedFloor = comments.some((comment) => !isWithin(comment, floor));
    const step = {
      ...cursor.step,
      newestAt: newestOf(cursor.step.newestAt, mentions),
      replies: [...(cursor.step.replies ?? []), ...wires.flatMap(moreReplies)],
    };
    const next = nextLinkOf(answer.body);
    const within = mentions.filter((mention) => isWithin(mention, cursor.floorAt));
    const goesOn = next !== undefined && next !== cursor.step.next && !reachedFloor;
    return afterThread(within, {
      ...paused(cursor, answer),
      step: { ...step, next: goesOn ? next : undefined },
    });
  }

  private async readReplies(
    cursor: InstagramCursor,
    from: MoreReplies,
    signal: AbortSignal,
  ): Promise<Collected> {
    const answer = await this.graph.follow(from.link, signal);
    const wires = listOf(answer.body['data'], 'list of replies');
    const mediaId = cursor.queue[0]?.postId ?? '';
    const replies = parseReplies(wires, this.own, mediaId, from.commentId);
    const link = nextLinkOf(answer.body);
    const further = link !== undefined && link !== from.link ? [{ commentId: from.commentId, link }] : [];
    const left = [...further, ...(cursor.step.replies ?? []).slice(1)];
    const newestAt = newestOf(cursor.step.newestAt, replies);
    const within = replies.filter((mention) => isWithin(mention, cursor.floorAt));
    return afterThread(within, {
      ...paused(cursor, answer),
      step: { ...cursor.step, newestAt, replies: left },
    });
  }

  private read(
    cursor: InstagramCursor,
    path: string,
    query: Record<string, string | number>,
    signal: AbortSignal,
  ): Promise<GraphAnswer> {
    const { next } = cursor.step;
    return next === undefined ? this.graph.get(path, query, signal) : this.graph.follow(next, signal);
  }
}

function moreReplies(wire: Wire): MoreReplies[] {
  const commentId = textOf(wire['id']);
  const link = nextLinkOf(wireOf(wire['replies']));
  return commentId === undefined || link === undefined ? [] : [{ commentId, link }];
}

/** A thread is done when neither comments nor replies are left to read. */
function afterThread(mentions: readonly CollectedMention[], cursor: InstagramCursor): Collected {
  const { next, replies = [], newestAt } = cursor.step;
  const task = cursor.queue[0];
  if (next !== undefined || replies.length > 0 || task === undefined) return { mentions, cursor, more: true };
  return nextThread(mentions, threadDone(cursor, task, newestAt));
}

function startThreads(mentions: readonly CollectedMention[], cursor: InstagramCursor): Collected {
  return nextThread(mentions, withRotation(cursor));
}

function nextThread(mentions: readonly CollectedMention[], cursor: InstagramCursor): Collected {
  if (cursor.queue.length === 0) return { mentions, cursor: nextRound(cursor), more: false };
  return { mentions, cursor: { ...cursor, step: { at: 'threads' } }, more: true };
}

function paused(cursor: InstagramCursor, answer: GraphAnswer): InstagramCursor {
  return { ...cursor, pausedUntil: answer.pauseUntil?.toISOString() };
}
