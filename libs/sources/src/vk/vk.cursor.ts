import type { Cursor } from '../source.js';
import { emptyWatch, type ThreadTask, type WatchedPost, type WatchState } from '../watch-list.js';

/** A thread to read, with how far it was read; `top` is the comment whose replies are too many to come along. */
export interface VkThread extends ThreadTask {
  readonly top?: string;
  /** The comment to go on from; it is read again. */
  readonly from?: string;
  /** Nothing posted before is handed over. */
  readonly floorAt?: string;
  /** When its first page was asked for. */
  readonly startedAt?: string;
  /** The counter, and the newest comment known, when reading began. */
  readonly before?: number;
  readonly since?: string;
  readonly newestAt?: string;
  /** New comments seen so far: reading ends when they explain the counter. */
  readonly found?: number;
  /** Pages that brought nothing though there is more. */
  readonly empty?: number;
  /** How often it was begun anew. */
  readonly restarts?: number;
}

/** Where in a round the source stands. */
export interface VkStep {
  readonly at: 'wall' | 'lost' | 'mentions' | 'topics' | 'market' | 'threads';
  readonly offset?: number;
  /** What the last page of the list held: the next one must overlap with it. */
  readonly last?: readonly string[];
  /** What the list held so far. */
  readonly seen?: readonly string[];
  /** The list was read to its very end. */
  readonly isAll?: boolean;
  readonly until?: number;
  readonly newestAt?: string;
  readonly tries?: number;
}

/** A round is the wall, what it lost, mentions elsewhere, the board, things for sale, then the threads that changed; resumable after any page. */
export interface VkCursor extends WatchState {
  readonly v: 1;
  readonly queue: readonly VkThread[];
  /** Topics of the board, looked after as posts are. */
  readonly topics: readonly WatchedPost[];
  /** How many replies the long threads had, by the comment they stand under. */
  readonly long: Readonly<Record<string, number>>;
  /** Mentions elsewhere were read up to here. */
  readonly mentionsTo?: string;
  /** Things for sale, and when they were last listed. */
  readonly things?: readonly string[];
  readonly thingsAt?: string;
  /** Lists that are closed to us are not asked for until then. */
  readonly offUntil: Readonly<Record<string, string>>;
  /** Threads that are read in one request. */
  readonly batch: number;
  readonly step: VkStep;
}

/** Ten threads of a hundred comments with their first replies stay below the size of an answer that is taken. */
const BATCH = 10;
const LONG_LIMIT = 500;

/** Reads a stored cursor, or starts one that goes back `backfillDays`. */
export function openCursor(from: Cursor | undefined, now: Date, backfillDays: number): VkCursor {
  if (from?.['v'] === 1) return from as unknown as VkCursor;
  const watch = { ...emptyWatch(now, backfillDays), queue: [] };
  return { v: 1, ...watch, topics: [], long: {}, offUntil: {}, batch: BATCH, step: { at: 'wall' } };
}

/** The post or topic with this id. */
export function watchedOf(cursor: VkCursor, id: string): WatchedPost | undefined {
  return [...cursor.watched, ...cursor.topics].find((post) => post.id === id);
}

/** Changes what is known of a post or topic. */
export function noteWatched(cursor: VkCursor, id: string, change: Partial<WatchedPost>): VkCursor {
  const change1 = (post: WatchedPost): WatchedPost => (post.id === id ? { ...post, ...change } : post);
  return { ...cursor, watched: cursor.watched.map(change1), topics: cursor.topics.map(change1) };
}

/** Forgets a post that is gone. */
export function forget(cursor: VkCursor, id: string): VkCursor {
  return {
    ...cursor,
    watched: cursor.watched.filter((post) => post.id !== id),
    topics: cursor.topics.filter((post) => post.id !== id),
    queue: cursor.queue.filter(({ postId }) => postId !== id),
  };
}

/** Remembers how many replies a long thread has; the last hundreds are enough. */
export function noteLong(cursor: VkCursor, key: string, count: number): VkCursor {
  const { [key]: _before, ...others } = cursor.long;
  return {
    ...cursor,
    long: Object.fromEntries([...Object.entries(others), [key, count]].slice(-LONG_LIMIT)),
  };
}

/** More threads in one request after each that went well. */
export function wider(cursor: VkCursor): VkCursor {
  return cursor.batch < BATCH ? { ...cursor, batch: cursor.batch + 1 } : cursor;
}

/** The cursor at the start of the next round. */
export function nextRound(cursor: VkCursor): VkCursor {
  return { ...cursor, step: { at: 'wall' }, round: cursor.round + 1 };
}
