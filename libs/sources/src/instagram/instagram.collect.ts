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
  type ThreadPage,
  type ThreadPlace,
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
import { listOf, textOf, wireOf, type Wire } from '../wire.js';
import { nextRound, type InstagramCursor } from './instagram.cursor.js';
import { isClosedList, isStaleLink } from './instagram.faults.js';
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
  readonly dueAt?: Date;
  readonly gone?: readonly GoneMention[];
  readonly whole?: readonly WholeList[];
  readonly refused?: true;
}

const DAY_MS = 86_400_000;
const PAGE_LIMIT = 50;
/** The list of tags. */
const EXTRA_CALLS = 1;
/** Replies hide inside their comment, so a thread is read as far back as people still answer each other. */
const THREAD_OVERLAP_MS = 14 * DAY_MS;

/** Reads an account's lists; each method is one request and one step of the round. */
export class InstagramCollector {
  constructor(
    private readonly graph: GraphApi,
    private readonly own: OwnAccount,
    private readonly clock: Clock,
    private readonly pace?: CallPace,
  ) {}

  step(cursor: InstagramCursor, signal: AbortSignal): Promise<Collected> {
    switch (cursor.step.at) {
      case 'media':
        return this.readMedia(cursor, signal);
      case 'tags':
        return this.readTags(cursor, signal);
      case 'threads':
        return this.readThread(cursor, signal);
    }
  }

  private async readMedia(from: InstagramCursor, signal: AbortSignal): Promise<Collected> {
    const answer = await this.listMedia(from, signal);
    const cursor = from.step.next === undefined ? this.begun(from) : from;
    const all = listOf(answer.body['data'], 'list of media').map((wire) => parseMedia(wire, this.own));
    const media = all
      .filter((item) => item !== undefined)
      .filter(({ mention }) => isWithin(mention, cursor.horizonAt));
    const fresh = media.map(({ mention }) => mention).filter((mention) => isFresh(mention, cursor));
    const seen = (cursor.step.seen ?? 0) + all.length;
    const whole = cursor.step.whole ?? false;
    const isFurther = all.length === 0 || fresh.length > 0;
    const goesOn = isFurther || (whole && seen < WATCH_LIMIT && media.length > 0);
    const read = media.reduce((state, { mention, comments }) => watch(state, mention, comments), cursor);
    const next = nextLinkOf(answer.body);
    if (next !== undefined && next !== cursor.step.next && goesOn) {
      return { mentions: fresh, cursor: { ...read, step: { ...cursor.step, next, seen } }, more: true };
    }
    return this.afterMedia(fresh, trimWatched(read), whole || next === undefined);
  }

  private listMedia({ step: { next } }: InstagramCursor, signal: AbortSignal): Promise<GraphAnswer> {
    if (next !== undefined) return this.graph.follow(next, signal);
    return this.graph.get(`${this.own.id}/media`, { fields: MEDIA_FIELDS, limit: PAGE_LIMIT }, signal);
  }

  /** A round begins when the first answer is there: it tells how many calls there are. */
  private begun(cursor: InstagramCursor): InstagramCursor {
    const now = this.clock.now();
    const whole = isWholeDue(cursor, this.allowance(), now);
    return { ...startRound(cursor, this.allowance(), now), step: { ...cursor.step, whole } };
  }

  private afterMedia(
    mentions: readonly CollectedMention[],
    read: InstagramCursor,
    wasWhole: boolean,
  ): Collected {
    const now = this.clock.now();
    const cursor = wasWhole ? { ...read, wholeAt: now.toISOString() } : read;
    const tagsOff = cursor.tagsOffUntil !== undefined && new Date(cursor.tagsOffUntil) > now;
    if (tagsOff || !read.step.whole) return this.startThreads(mentions, cursor);
    return { mentions, cursor: { ...cursor, step: { at: 'tags' } }, more: true };
  }

  private async readTags(cursor: InstagramCursor, signal: AbortSignal): Promise<Collected> {
    const query = { fields: TAG_FIELDS, limit: PAGE_LIMIT, after: cursor.step.after };
    let answer: GraphAnswer;
    try {
      answer = await this.graph.get(`${this.own.id}/tags`, query, signal);
    } catch (error) {
      if (!isClosedList(error) || (cursor.step.after !== undefined && error.code === 'bad_request'))
        throw error;
      const tagsOffUntil = new Date(this.clock.now().getTime() + DAY_MS).toISOString();
      const rest = this.startThreads([], { ...cursor, tagsOffUntil });
      return error.code === 'permission_missing' ? { ...rest, refused: true } : rest;
    }
    const wires = listOf(answer.body['data'], 'list of tags');
    const tagged = wires
      .map((wire) => parseMedia(wire, this.own, 'tag')?.mention)
      .filter((mention) => mention !== undefined)
      .filter((mention) => isWithin(mention, cursor.floorAt));
    const fresh = tagged.filter((mention) => cursor.tags[mention.externalId] !== hashOf(mention));
    const read = { ...cursor, tags: rememberTags(cursor.tags, tagged) };
    const after = textOf(wireOf(wireOf(answer.body['paging'])['cursors'])['after']);
    if (after !== undefined && after !== cursor.step.after && (wires.length === 0 || fresh.length > 0)) {
      return { mentions: fresh, cursor: { ...read, step: { ...cursor.step, after } }, more: true };
    }
    return this.startThreads(fresh, read);
  }

  private async readThread(cursor: InstagramCursor, signal: AbortSignal): Promise<Collected> {
    const task = nextThread(cursor, this.allowance(), this.clock.now());
    if (task === undefined) return this.goOn([], cursor);
    let answer: GraphAnswer;
    try {
      answer = await this.readPage(task, signal);
    } catch (error) {
      const cause = task.next === undefined ? whenRefused(this.graph, task.postId, error, signal) : error;
      return this.without(cursor, task, await cause);
    }
    const floorAt = floorOf(cursor, task, THREAD_OVERLAP_MS);
    const page =
      task.commentId === undefined ? this.comments(answer, task, floorAt) : this.replies(answer, task);
    const { state, whole } = afterPage(cursor, task, page, floorAt, this.clock.now());
    const within = page.comments.filter((mention) => isWithin(mention, cursor.floorAt));
    return { ...this.goOn(within, state), ...(whole && { whole }) };
  }

  private without(cursor: InstagramCursor, task: ThreadTask, error: unknown): Collected {
    const how = { isStale: isStaleLink, now: this.clock.now() };
    const { state, ...beside } = withoutPage(cursor, task, error, how);
    return { ...this.goOn([], state), ...beside };
  }

  private readPage(task: ThreadTask, signal: AbortSignal): Promise<GraphAnswer> {
    const purpose = task.old ? 'backfill' : undefined;
    if (task.next !== undefined) return this.graph.follow(task.next, signal, purpose);
    const query = { fields: COMMENT_FIELDS, limit: PAGE_LIMIT };
    return this.graph.get(`${task.postId}/comments`, query, signal, purpose);
  }

  private comments(answer: GraphAnswer, { postId }: ThreadTask, floorAt: string): ThreadPage {
    const wires = listOf(answer.body['data'], 'list of comments');
    const comments = wires.flatMap((wire) => parseThread(wire, this.own, postId));
    // A reply may be younger than its comment, and comments come by their own age.
    const reachesFloor = comments.some((each) => each.kind === 'comment' && !isWithin(each, floorAt));
    return { comments, reachesFloor, next: nextLinkOf(answer.body), inside: wires.flatMap(moreReplies) };
  }

  private replies(answer: GraphAnswer, { postId, commentId = '' }: ThreadTask): ThreadPage {
    const wires = listOf(answer.body['data'], 'list of replies');
    const comments = parseReplies(wires, this.own, postId, commentId);
    return { comments, reachesFloor: false, next: nextLinkOf(answer.body) };
  }

  private startThreads(mentions: readonly CollectedMention[], cursor: InstagramCursor): Collected {
    const planned = planThreads(cursor, this.allowance(), this.clock.now());
    return this.stepTo(mentions, planned, afterLists(planned, this.allowance(), this.clock.now()));
  }

  private goOn(mentions: readonly CollectedMention[], cursor: InstagramCursor): Collected {
    return this.stepTo(mentions, cursor, afterThread(cursor, this.allowance(), this.clock.now()));
  }

  private stepTo(mentions: readonly CollectedMention[], cursor: InstagramCursor, next: NextStep): Collected {
    return { mentions, ...stepTo(next, { ...cursor, step: { at: 'threads' } }, nextRound(cursor)) };
  }

  private allowance(): Allowance {
    return { perHour: this.pace?.perHour, pageSize: PAGE_LIMIT, extraCalls: EXTRA_CALLS };
  }
}

/** Replies of a comment that did not fit inside it. */
function moreReplies(wire: Wire): (ThreadPlace & { readonly next: string })[] {
  const commentId = textOf(wire['id']);
  const next = nextLinkOf(wireOf(wire['replies']));
  return commentId === undefined || next === undefined ? [] : [{ commentId, next }];
}
