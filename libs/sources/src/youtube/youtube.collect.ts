import { type Fault, isFault, type Clock, type CollectedMention } from '@heard/core';
import type { CallPace } from '../budgeted-http.js';
import type { GoogleApi } from '../google-api.js';
import { ReviewList, type PageAsked, type ReviewPage } from '../review-list.js';
import type { GoneMention, Page, WholeList } from '../source.js';
import { listOf, textOf } from '../wire.js';
import { asked, nextAsk, planAsks } from './youtube.asks.js';
import {
  noteGone,
  noteThreads,
  onward,
  suspectsOf,
  type ThreadTask,
  threadRead,
  withTurn,
  type YoutubeCursor,
} from './youtube.cursor.js';
import { whenListing } from './youtube.faults.js';
import { parseReply, parseThread, type YoutubeThread } from './youtube.parse.js';

/** What a step read, and where to go on. */
export interface Collected extends Omit<Page, 'cursor'> {
  readonly cursor: YoutubeCursor;
}

/** How a channel is read. */
export interface YoutubeHabits {
  readonly channelId: string;
  readonly backfillDays: number;
  readonly pageSize: number;
  readonly pace?: CallPace;
  /** The channel's owner has consented: what waits for a look is told. */
  readonly isOwner: boolean;
}

/** Where the list of what the public does not see goes on: of what waits for a look, or of what is taken for spam. */
type HeldPlace = Pick<NonNullable<YoutubeCursor['held']>, 'place' | 'isSpam'>;

/** What asks for the comments that wait for a look, or are taken for spam. */
export function heldQuery(
  { channelId, pageSize }: Pick<YoutubeHabits, 'channelId' | 'pageSize'>,
  { place, isSpam }: HeldPlace = {},
): Record<string, string | number | undefined> {
  const list = { part: 'snippet,replies', allThreadsRelatedToChannelId: channelId, order: 'time' };
  return {
    ...list,
    moderationStatus: isSpam ? 'likelySpam' : 'heldForReview',
    maxResults: pageSize,
    pageToken: place,
    ...PLAIN,
  };
}

const PLAIN = { textFormat: 'plainText' };
const HOUR_MS = 3_600_000;
/** So many threads are asked for by their ids in one call. */
const AT_ONCE = 50;
const MAX_RESTARTS = 3;
const HEAD_EVERY_MS = 60_000;
const HELD_EVERY_MS = 10 * 60_000;

/** Reads a channel step by step, one call each: new threads, older ones by turns, and the replies of threads whose counter changed. */
export class YoutubeCollector {
  constructor(
    private readonly api: GoogleApi,
    private readonly habits: YoutubeHabits,
    private readonly clock: Clock,
  ) {}

  async step(cursor: YoutubeCursor, signal: AbortSignal): Promise<Collected> {
    if (cursor.step === 'list' || this.isHeadDue(cursor)) return await this.listStep(cursor, signal);
    if (this.isHeldDue(cursor)) return await this.heldStep(cursor, signal);
    const ids = cursor.step === 'ask' ? nextAsk(cursor, AT_ONCE) : [];
    if (ids.length > 0) return await this.askStep(cursor, ids, signal);
    const fresh = cursor.queue.find(({ old }) => !old);
    if (fresh !== undefined) return await this.repliesStep(cursor, fresh, signal);
    if (cursor.listGoesOn === true) return await this.listStep(cursor, signal);
    const [old] = this.rests(cursor) ? [] : cursor.queue;
    if (old !== undefined) return await this.repliesStep(cursor, old, signal);
    return { mentions: [], cursor: { ...cursor, step: 'list' }, more: false };
  }

  /** Whatever is being read is left for the newest once a minute. */
  private isHeadDue({ list }: YoutubeCursor): boolean {
    const headAt = textOf(list?.['headAt']);
    return headAt !== undefined && this.clock.now().getTime() - Date.parse(headAt) >= HEAD_EVERY_MS;
  }

  private isHeldDue({ held = {} }: YoutubeCursor): boolean {
    const { place, isSpam, dueAt } = held;
    if (!this.habits.isOwner) return false;
    return (
      isSpam === true || place !== undefined || dueAt === undefined || new Date(dueAt) <= this.clock.now()
    );
  }

  /** Comments that wait for a look of the owner, or are taken for spam, stand in no other list, and are told to the owner only. */
  private async heldStep(cursor: YoutubeCursor, signal: AbortSignal): Promise<Collected> {
    const { place, isSpam = false } = cursor.held ?? {};
    const after = (ms: number): string => new Date(this.clock.now().getTime() + ms).toISOString();
    try {
      const query = heldQuery(this.habits, cursor.held);
      const body = await this.api.call('youtube/v3/commentThreads', { method: 'GET', query }, signal);
      const threads = listOf(body['items'], 'list of threads').flatMap(
        (wire) => parseThread(wire, this.habits.channelId) ?? [],
      );
      const next = textOf(body['nextPageToken']);
      const isEnd = next === undefined || next === place;
      // What YouTube itself takes for spam may be a complaint in capitals.
      const then = isSpam ? { dueAt: after(HELD_EVERY_MS) } : { isSpam: true };
      const held = isEnd ? then : { place: next, isSpam };
      return { mentions: saidIn(threads, cursor), cursor: { ...cursor, held }, more: true };
    } catch (error) {
      if (!isFault(error)) throw error;
      if (error.code === 'permission_missing') {
        const held = { dueAt: after(24 * HOUR_MS) };
        return { mentions: [], cursor: { ...cursor, held }, more: true, refused: true };
      }
      if (error.code !== 'bad_request' || place === undefined) throw error;
      return { mentions: [], cursor: { ...cursor, held: { dueAt: after(HELD_EVERY_MS) } }, more: true };
    }
  }

  private rests({ oldRestsUntil }: YoutubeCursor): boolean {
    return oldRestsUntil !== undefined && new Date(oldRestsUntil) > this.clock.now();
  }

  /** New threads come first in the list; a thread does not move when it is replied to. */
  private async listStep(cursor: YoutubeCursor, signal: AbortSignal): Promise<Collected> {
    let threads: YoutubeThread[] = [];
    let isFirstPage = false;
    let isEnd = false;
    let seenAs: 'old' | undefined;
    const { backfillDays } = this.habits;
    const habits = { backfillDays, overlapMs: HOUR_MS, deepEveryMs: 24 * HOUR_MS, deepDays: 30 };
    const list = new ReviewList({ ...habits, tellsDeletions: true }, this.clock, async (asked, on) => {
      isFirstPage = asked.place === undefined;
      seenAs = asked.purpose === 'backfill' ? 'old' : undefined;
      const { page, read } = await this.readThreads(asked, on);
      isEnd = page.next === undefined;
      threads = read;
      return page;
    });
    const page = await listing(() => list.collect(cursor.list, signal));
    // What the list drops as read before still shows its counters.
    const suspects = isFirstPage ? suspectsOf(cursor, threads, isEnd) : cursor.suspects;
    const isHeadDone = page.cursor['head'] === undefined;
    const listed = { ...cursor, list: page.cursor, suspects, listGoesOn: page.more && isHeadDone };
    const { cursor: noted, whole } = noteThreads(listed, threads, this.clock.now(), seenAs);
    const isRoundBegun = isHeadDone && seenAs === undefined;
    return {
      mentions: saidIn(threads, cursor),
      cursor: isRoundBegun ? this.roundBegun(noted) : noted,
      more: true,
      whole: [...(page.whole ?? []), ...whole],
    };
  }

  /** The newest are listed: older threads, replies and what is old follow. */
  private roundBegun(cursor: YoutubeCursor): YoutubeCursor {
    const now = this.clock.now();
    const plan = { listed: this.habits.pageSize, atOnce: AT_ONCE, perHour: this.habits.pace?.perHour };
    return { ...withTurn(cursor, now), step: 'ask', asks: planAsks(cursor, plan, now) };
  }

  /** Older threads, many at once: their counters tell of late replies, their absence of deletions. */
  private async askStep(
    cursor: YoutubeCursor,
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<Collected> {
    const query = { part: 'snippet,replies', id: ids.join(','), ...PLAIN };
    const body = await this.api.call('youtube/v3/commentThreads', { method: 'GET', query }, signal);
    const threads = listOf(body['items'], 'list of threads').flatMap((wire) => {
      const thread = parseThread(wire, this.habits.channelId);
      return thread === undefined ? [] : [thread];
    });
    const shown = new Set(threads.map(({ comment }) => comment.externalId));
    const [control = ''] = ids;
    const absent = shown.has(control) ? ids.filter((id) => !shown.has(id)) : [];
    const missing = await this.missingOf(absent, signal);
    const startedAt = this.clock.now();
    const { cursor: noted, whole } = noteThreads(cursor, threads, startedAt);
    return {
      mentions: saidIn(threads, cursor),
      cursor: asked(noteGone(noted, missing), ids),
      more: true,
      gone: missing.map((externalId): GoneMention => ({ kind: 'comment', externalId })),
      // What was said under it is gone with it.
      whole: [...whole, ...missing.map((rootExternalId): WholeList => ({ rootExternalId, startedAt }))],
    };
  }

  /** Which of these comments YouTube does not know by themselves either. */
  private async missingOf(ids: readonly string[], signal: AbortSignal): Promise<string[]> {
    if (ids.length === 0) return [];
    const query = { part: 'snippet', id: ids.join(','), ...PLAIN };
    const body = await this.api.call('youtube/v3/comments', { method: 'GET', query }, signal);
    const known = new Set(listOf(body['items'], 'list of comments').map(({ id }) => textOf(id)));
    return ids.filter((id) => !known.has(id));
  }

  /** A page of the replies to a thread of the queue; the thread was read whole with its last one. */
  private async repliesStep(
    cursor: YoutubeCursor,
    task: ThreadTask,
    signal: AbortSignal,
  ): Promise<Collected> {
    const { place, startedAt = this.clock.now().toISOString() } = task;
    const done = threadRead(cursor, task, this.clock.now());
    try {
      const paging = { maxResults: this.habits.pageSize, pageToken: place };
      const query = { part: 'snippet', parentId: task.id, ...paging, ...PLAIN };
      const call = { method: 'GET', query, purpose: task.old && 'backfill' } as const;
      const body = await this.api.call('youtube/v3/comments', call, signal);
      const mentions = listOf(body['items'], 'list of replies')
        .map((wire) => parseReply(wire, task.id, this.habits.channelId))
        .filter((reply) => reply !== undefined)
        .filter((reply) => isWithin(reply, cursor));
      const next = textOf(body['nextPageToken']);
      if (next !== undefined && next !== place)
        return { mentions, cursor: onward(cursor, { ...task, startedAt, place: next }), more: true };
      const whole = [{ rootExternalId: task.id, startedAt: new Date(startedAt) }];
      return { mentions, cursor: done, more: true, whole };
    } catch (error) {
      if (!isFault(error)) throw error;
      return { mentions: [], cursor: this.afterFault(cursor, task, error), more: true };
    }
  }

  private afterFault(cursor: YoutubeCursor, task: ThreadTask, fault: Fault): YoutubeCursor {
    if (task.old && fault.code === 'calls_spent')
      return { ...cursor, oldRestsUntil: fault.retryAt?.toISOString() };
    const { place, restarts = 0, ...rest } = task;
    // Gone, or closed: asking for it by its id will tell.
    const isClosed = fault.kind === 'missing' || fault.code === 'comments_disabled';
    const isStale = fault.code === 'bad_request' && place !== undefined;
    if (!isClosed && !isStale) throw fault;
    const isAgain = isStale && restarts < MAX_RESTARTS;
    return isAgain
      ? onward(cursor, { ...rest, restarts: restarts + 1 })
      : threadRead(cursor, task, this.clock.now());
  }

  private async readThreads(
    { place, purpose }: PageAsked,
    signal: AbortSignal,
  ): Promise<{ page: ReviewPage; read: YoutubeThread[] }> {
    const { channelId, pageSize } = this.habits;
    const query = {
      part: 'snippet,replies',
      allThreadsRelatedToChannelId: channelId,
      ...{ order: 'time', maxResults: pageSize, pageToken: place, ...PLAIN },
    };
    const call = { method: 'GET', query, purpose } as const;
    const body = await this.api.call('youtube/v3/commentThreads', call, signal);
    const read = listOf(body['items'], 'list of threads').flatMap(
      (wire) => parseThread(wire, channelId) ?? [],
    );
    const reviews = read.map(({ comment }) => ({ mention: comment, at: comment.postedAt }));
    const next = textOf(body['nextPageToken']);
    return { page: { reviews, ...(next !== undefined && { next }) }, read };
  }
}

/** The comments, and the replies that are shown with them. */
function saidIn(threads: readonly YoutubeThread[], cursor: YoutubeCursor): CollectedMention[] {
  return threads
    .flatMap(({ comment, replies }) => [comment, ...replies])
    .filter((mention) => isWithin(mention, cursor));
}

/** Nothing said before the backfill is handed over. */
function isWithin({ postedAt }: CollectedMention, { floorAt }: YoutubeCursor): boolean {
  return postedAt === undefined || postedAt >= new Date(floorAt);
}

async function listing<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw isFault(error) ? whenListing(error) : error;
  }
}
