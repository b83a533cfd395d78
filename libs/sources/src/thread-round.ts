import { isFault, type CollectedMention } from '@heard/core';
import type { GoneMention, WholeList } from './source.js';
import {
  type Allowance,
  isHeadDue,
  nextThread,
  pauseMs,
  spend,
  withLikely,
  withReread,
} from './plan-round.js';
import { isWithin, newestOf, threadFloor, type ThreadTask, type WatchState } from './watch-list.js';
import { countNewer, threadAgain, threadDropped, threadRead } from './watched-threads.js';

/** A thread that loses its place again and again is left to be read again from end to end. */
const MAX_RESTARTS = 3;
const MISSED_OF_GONE = 2;

/** What a step of a round leads to: another thread, the next round at once, or its end with the time of the next. */
export type NextStep = 'thread' | 'round' | { readonly dueAt?: Date };

/** The state after all lists of a round were read: with the threads that are to be read besides those that changed. */
export function planThreads<T extends WatchState>(state: T, allowance: Allowance, now: Date): T {
  return withReread(withLikely(state, allowance, now), allowance, now);
}

/** What comes after the lists of a round. */
export function afterLists(state: WatchState, allowance: Allowance, now: Date): NextStep {
  return nextThread(state, allowance, now) === undefined ? endOfRound(state, allowance, now) : 'thread';
}

/** What comes after a page of a thread: whatever waits, the newest posts are looked at in time. */
export function afterThread(state: WatchState, allowance: Allowance, now: Date): NextStep {
  if (nextThread(state, allowance, now) === undefined) return endOfRound(state, allowance, now);
  return isHeadDue(state, allowance, now) ? 'round' : 'thread';
}

/** The cursor of the next step, and when it comes. */
export function stepTo<C>(
  next: NextStep,
  threads: C,
  round: C,
): { readonly cursor: C; readonly more: boolean; readonly dueAt?: Date } {
  if (next === 'thread') return { cursor: threads, more: true };
  return next === 'round' ? { cursor: round, more: true } : { cursor: round, more: false, ...next };
}

function endOfRound(state: WatchState, allowance: Allowance, now: Date): NextStep {
  const pause = pauseMs(state, allowance, now);
  if (pause === 0) return {};
  return { dueAt: new Date(Date.parse(state.headAt ?? now.toISOString()) + pause) };
}

/** One page of a thread, newest first. */
export interface ThreadPage {
  readonly comments: readonly CollectedMention[];
  /** Comments older than the floor were on it, or could have been. */
  readonly reachesFloor: boolean;
  readonly next?: string;
  /** Lists inside it that did not fit on it. */
  readonly inside?: readonly (ThreadPlace & { readonly next: string })[];
}

/** Which list of a thread is read: the thread itself, or the replies to one comment of it. */
export type ThreadPlace = Pick<ThreadTask, 'next' | 'commentId'>;

/** How far back a page of a thread is handed over, and read. */
export function floorOf(state: WatchState, task: ThreadTask, overlapMs: number): string {
  return task.deep || task.old ? state.floorAt : threadFloor(state, task, overlapMs);
}

/** The state after a page of a thread, and the list that it ended when the thread was read from end to end. */
export function afterPage<T extends WatchState>(
  state: T,
  task: ThreadTask,
  { comments, reachesFloor, next, inside = [] }: ThreadPage,
  floorAt: string,
  now: Date,
): { readonly state: T; readonly whole?: readonly WholeList[] } {
  const spent = spend(state, task);
  const newestAt = newestOf(undefined, comments);
  const page = { newestAt, at: now, found: countNewer(state, task, comments) };
  const startedAt = task.startedAt ?? now.toISOString();
  const isOld = !task.deep && comments.some((each) => !isWithin(each, state.startedAt));
  const rest = { ...task, floorAt, startedAt, ...(isOld && { old: true }) };
  const goesOn = next !== undefined && next !== task.next && !reachesFloor;
  const left = [...inside, ...(goesOn ? [{ next }] : [])].map((place) => ({ ...rest, ...place }));
  const read = threadRead(spent, task, page, left);
  // An account that lost a right is shown empty threads: those prove nothing.
  const isProof = task.deep && (comments.length > 0 || task.next !== undefined);
  if (!isProof || read.queue.some(({ postId, deep }) => deep && postId === task.postId))
    return { state: read };
  const list = { rootExternalId: task.postId, from: new Date(floorAt), startedAt: new Date(startedAt) };
  return { state: read, whole: [list] };
}

/** The state after a page that did not come, and what it showed to be gone. */
export interface WithoutPage<T> {
  readonly state: T;
  readonly gone?: readonly GoneMention[];
  readonly whole?: readonly WholeList[];
}

/**
 * What comes after a page that did not come: the post is gone, the place in its thread went stale, or there are no calls
 * for old things now. Any other failure is thrown on.
 */
export function withoutPage<T extends WatchState>(
  state: T,
  task: ThreadTask,
  error: unknown,
  { isStale, now }: { readonly isStale: (error: unknown) => boolean; readonly now: Date },
): WithoutPage<T> {
  if (task.old && isFault(error, 'throttled') && error.code === 'calls_spent')
    return { state: { ...state, backfillRestsUntil: error.retryAt?.toISOString() } };
  if (isFault(error, 'missing')) return withoutPost(state, task, now);
  if (!isStale(error) || task.next === undefined) throw error;
  return {
    state: (task.restarts ?? 0) < MAX_RESTARTS ? threadAgain(state, task) : threadDropped(state, task),
  };
}

/** A post that was not there twice, with time between and no list that showed it, is gone, with what stood under it. */
function withoutPost<T extends WatchState>(state: T, { postId }: ThreadTask, now: Date): WithoutPage<T> {
  const missed = (state.watched.find(({ id }) => id === postId)?.missed ?? 0) + 1;
  const queue = state.queue.filter((task) => task.postId !== postId);
  if (missed < MISSED_OF_GONE) {
    const at = now.toISOString();
    const noted = { missed, readAt: at, rereadAt: at };
    const watched = state.watched.map((post) => (post.id === postId ? { ...post, ...noted } : post));
    return { state: { ...state, queue, watched } };
  }
  const whole = { rootExternalId: postId, startedAt: now };
  return {
    state: { ...state, queue, watched: state.watched.filter(({ id }) => id !== postId) },
    gone: [{ kind: 'post', externalId: postId }],
    // Each of the two times counts for what stood under it.
    whole: [whole, whole],
  };
}
