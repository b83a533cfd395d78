import type { CollectedMention } from '@heard/core';
import { fingerprint } from '../fingerprint.js';
import type { Cursor } from '../source.js';
import type { ParsedPost } from './facebook.parse.js';

/** A post whose thread is looked after. */
export interface WatchedPost {
  readonly id: string;
  readonly createdAt: string;
  /** The comment counter when its thread was last read; -1 when it never was. */
  readonly comments: number;
  /** The newest comment seen, by the platform's clock. */
  readonly readTo?: string;
  readonly hash: string;
}

/** A thread to read in this round. */
export interface ThreadTask {
  readonly postId: string;
  readonly comments: number;
  /** Goes back two days instead of ten minutes: finds edits, and what the counter hid. */
  readonly deep: boolean;
}

/** Where in a round the source stands; `restarts` counts stale links. */
export interface FacebookStep {
  readonly at: 'feed' | 'tagged' | 'threads';
  readonly next?: string;
  readonly seen?: number;
  readonly newestAt?: string;
  readonly restarts?: number;
}

/** A round is feed, then tags, then the threads that changed; it is resumable after any page. */
export interface FacebookCursor {
  readonly v: 1;
  /** Nothing posted before is handed over. */
  readonly floorAt: string;
  /** Posts older than the watch-list; not looked at again. */
  readonly horizonAt?: string;
  readonly watched: readonly WatchedPost[];
  readonly tags: Readonly<Record<string, string>>;
  readonly tagsOffUntil?: string;
  readonly queue: readonly ThreadTask[];
  readonly step: FacebookStep;
  /** Counts rounds, so that each thread has its turn to be re-read. */
  readonly round: number;
  readonly pageLimit: number;
  readonly pausedUntil?: string;
}

/** The most posts whose threads are looked after. */
export const WATCH_LIMIT = 200;
const TAGS_LIMIT = 100;
const PAGE_LIMIT = 100;
const DAY_MS = 86_400_000;
const OVERLAP_MS = 10 * 60_000;
const DEEP_OVERLAP_MS = 2 * DAY_MS;

/** Reads a stored cursor, or starts one that goes back `backfillDays`. */
export function openCursor(from: Cursor | undefined, now: Date, backfillDays: number): FacebookCursor {
  if (from?.['v'] === 1) return from as unknown as FacebookCursor;
  const floorAt = new Date(now.getTime() - backfillDays * DAY_MS).toISOString();
  return {
    v: 1,
    floorAt,
    watched: [],
    tags: {},
    queue: [],
    step: { at: 'feed' },
    round: 0,
    pageLimit: PAGE_LIMIT,
  };
}

/** Keeps the newest posts; whatever falls out lies beyond the horizon. */
export function trimWatched(cursor: FacebookCursor): FacebookCursor {
  const newestFirst = [...cursor.watched].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const watched = newestFirst.slice(0, WATCH_LIMIT);
  const tags = Object.fromEntries(Object.entries(cursor.tags).slice(-TAGS_LIMIT));
  const horizonAt = newestFirst.length > WATCH_LIMIT ? watched.at(-1)?.createdAt : cursor.horizonAt;
  return { ...cursor, watched, tags, horizonAt };
}

/** Adds one thread to re-read in depth, another one every round. */
export function withRotation(cursor: FacebookCursor): FacebookCursor {
  const post = cursor.watched[cursor.round % Math.max(1, cursor.watched.length)];
  if (post === undefined || post.comments <= 0 || cursor.queue.some(({ postId }) => postId === post.id))
    return cursor;
  return { ...cursor, queue: [...cursor.queue, { postId: post.id, comments: post.comments, deep: true }] };
}

/** The cursor at the start of the next round. */
export function nextRound(cursor: FacebookCursor): FacebookCursor {
  return { ...cursor, step: { at: 'feed' }, round: cursor.round + 1 };
}

/** Fingerprint of what a mention says and whether it is shown. */
export function hashOf(mention: CollectedMention): string {
  return fingerprint(mention.text, mention.platformState);
}

/** Puts a post of the feed on the watch-list, and its thread in the queue when the counter changed. */
export function watch(cursor: FacebookCursor, post: ParsedPost): FacebookCursor {
  const { externalId: id, postedAt } = post.mention;
  const known = cursor.watched.find((candidate) => candidate.id === id);
  const createdAt = known?.createdAt ?? (postedAt ?? new Date(cursor.floorAt)).toISOString();
  const before = known?.comments ?? (post.comments === 0 ? 0 : -1);
  const entry = { ...known, id, createdAt, comments: before, hash: hashOf(post.mention) };
  const watched = [...cursor.watched.filter((candidate) => candidate.id !== id), entry];
  const queued = cursor.queue.filter(({ postId }) => postId !== id);
  const queue =
    before === post.comments
      ? cursor.queue
      : [...queued, { postId: id, comments: post.comments, deep: false }];
  return { ...cursor, watched, queue };
}

/** How far back a thread is read: a little before the newest comment seen, and never before the floor. */
export function threadFloor(cursor: FacebookCursor, task: ThreadTask): string {
  const readTo = cursor.watched.find(({ id }) => id === task.postId)?.readTo;
  if (readTo === undefined) return cursor.floorAt;
  const overlapped = new Date(Date.parse(readTo) - (task.deep ? DEEP_OVERLAP_MS : OVERLAP_MS)).toISOString();
  return overlapped > cursor.floorAt ? overlapped : cursor.floorAt;
}

/** Notes that a thread was read up to its newest comment. */
export function markRead(
  cursor: FacebookCursor,
  task: ThreadTask,
  newestAt: string | undefined,
): FacebookCursor {
  const watched = cursor.watched.map((post) => {
    if (post.id !== task.postId) return post;
    const readTo = [post.readTo, newestAt]
      .filter((at) => at !== undefined)
      .sort()
      .at(-1);
    return { ...post, comments: task.comments, ...(readTo !== undefined && { readTo }) };
  });
  return { ...cursor, watched };
}
