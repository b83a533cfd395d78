import type { CollectedMention } from '@heard/core';
import { afterReading } from './plan-round.js';
import type { ThreadTask, WatchState } from './watch-list.js';

/** What one page of a thread brought: its newest comment, and how many came since the thread was read before. */
export interface ReadPage {
  readonly newestAt?: string;
  readonly at?: Date;
  readonly found?: number;
}

/** Notes that a page of a thread was read; what is left of it takes its place in the queue. */
export function threadRead<T extends WatchState>(
  state: T,
  task: ThreadTask,
  page: ReadPage,
  left: readonly ThreadTask[],
): T {
  const read = noteRead(state, task, page, left.length === 0);
  return { ...read, queue: read.queue.flatMap((each) => (isSame(each, task) ? left : [each])) };
}

/** Notes that all of a thread was read, and takes it off the queue. */
export function threadDone<T extends WatchState>(state: T, task: ThreadTask, page: ReadPage): T {
  return threadRead(state, task, page, []);
}

/** Begins a thread anew that lost its place. */
export function threadAgain<T extends WatchState>(state: T, task: ThreadTask): T {
  const { next: _, ...again } = { ...task, restarts: (task.restarts ?? 0) + 1 };
  return { ...state, queue: state.queue.map((each) => (isSame(each, task) ? again : each)) };
}

/** Takes a thread off the queue that cannot be read now. */
export function threadDropped<T extends WatchState>(state: T, task: ThreadTask): T {
  return { ...state, queue: state.queue.filter((each) => !isSame(each, task)) };
}

function isSame(one: ThreadTask, other: ThreadTask): boolean {
  return one.postId === other.postId && one.deep === other.deep && one.next === other.next;
}

function noteRead<T extends WatchState>(state: T, task: ThreadTask, page: ReadPage, isDone: boolean): T {
  const watched = state.watched.map((before) => {
    if (before.id !== task.postId) return before;
    const { newestAt, at, found = 0 } = page;
    const post = at ? afterReading(before, { at, found, deep: task.deep && isDone }) : before;
    // The rest of a thread is older than what is known of it.
    if (task.next !== undefined) return post;
    const readTo = [post.readTo, newestAt]
      .filter((each) => each !== undefined)
      .sort()
      .at(-1);
    const comments = task.deep && post.comments >= 0 ? post.comments : task.comments;
    return { ...post, comments, ...(readTo !== undefined && { readTo }) };
  });
  return { ...state, watched };
}

/** How many of these came since the thread was read before. */
export function countNewer(
  state: WatchState,
  { postId }: ThreadTask,
  comments: readonly CollectedMention[],
): number {
  const readTo = state.watched.find(({ id }) => id === postId)?.readTo;
  return comments.filter(({ postedAt }) => readTo === undefined || (postedAt?.toISOString() ?? '') > readTo)
    .length;
}
