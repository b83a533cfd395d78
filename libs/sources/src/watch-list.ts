import type { CollectedMention } from '@heard/core';
import type { LearnedRate } from './comment-rate.js';
import { fingerprint } from './fingerprint.js';

/** A post whose thread is looked after. */
export interface WatchedPost {
  readonly id: string;
  readonly createdAt: string;
  /** The comment counter when its thread was last read; -1 when it never was. */
  readonly comments: number;
  /** The newest comment seen, by the platform's clock. */
  readonly readTo?: string;
  readonly hash: string;
  /** When its thread was last read, by our clock, and when all of it was. */
  readonly readAt?: string;
  readonly rereadAt?: string;
  readonly rate?: LearnedRate;
  /** The list shows no counter for it: it is read by what its rate makes likely. */
  readonly uncounted?: boolean;
  /** How often it was not there when its thread was asked for, since a list last showed it. */
  readonly missed?: number;
}

/** A thread to read in this round. */
export interface ThreadTask {
  readonly postId: string;
  readonly comments: number;
  /** Re-read further back than usual: finds edits, and what the counter hid. */
  readonly deep: boolean;
  /** What was there before we listened: it waits for everything that is new. */
  readonly old?: boolean;
  /** Where reading goes on: what is newer was read, so that the rest of it can wait for other threads. */
  readonly next?: string;
  /** The comment whose replies are read, where they are a list of their own. */
  readonly commentId?: string;
  /** How far back the rest is read. */
  readonly floorAt?: string;
  /** When its first page was asked for. */
  readonly startedAt?: string;
  /** How often it lost its place. */
  readonly restarts?: number;
}

/** The part of a cursor that remembers posts and their threads, so that a late comment on an old post is heard. */
export interface WatchState {
  /** Nothing posted before is handed over. */
  readonly floorAt: string;
  /** Posts older than the watch-list; not looked at again. */
  readonly horizonAt?: string;
  readonly watched: readonly WatchedPost[];
  readonly queue: readonly ThreadTask[];
  /** Counts rounds, so that each thread has its turn to be re-read. */
  readonly round: number;
  /** When listening began; what was posted before is old. */
  readonly startedAt?: string;
  /** When the newest posts were last listed, and when all watched posts were. */
  readonly headAt?: string;
  readonly wholeAt?: string;
  /** Calls that are there for what can wait. */
  readonly credit?: { readonly backfill: number; readonly reread: number };
  /** The budget has no calls for old things until then. */
  readonly backfillRestsUntil?: string;
}

/** The most posts whose threads are looked after. */
export const WATCH_LIMIT = 200;
const TAGS_LIMIT = 500;
const DAY_MS = 86_400_000;

/** Nothing watched yet; goes back `backfillDays`. */
export function emptyWatch(now: Date, backfillDays: number): WatchState {
  const floorAt = new Date(now.getTime() - backfillDays * DAY_MS).toISOString();
  return { floorAt, startedAt: now.toISOString(), watched: [], queue: [], round: 0 };
}

/** Fingerprint of what a mention says and whether it is shown. */
export function hashOf(mention: CollectedMention): string {
  return fingerprint(mention.text, mention.platformState);
}

/** Undated texts are always within: better seen twice than not at all. */
export function isWithin(mention: CollectedMention, from: string | undefined): boolean {
  return from === undefined || mention.postedAt === undefined || mention.postedAt >= new Date(from);
}

/** True for a post that is new to the watch-list or says something else than before. */
export function isFresh(mention: CollectedMention, state: WatchState): boolean {
  if (!isWithin(mention, state.floorAt)) return false;
  return state.watched.find(({ id }) => id === mention.externalId)?.hash !== hashOf(mention);
}

/** Puts a post on the watch-list, and its thread in the queue when the counter changed. */
export function watch<T extends WatchState>(
  state: T,
  mention: CollectedMention,
  comments: number | undefined,
): T {
  const { externalId: id, postedAt } = mention;
  const known = state.watched.find((candidate) => candidate.id === id);
  const createdAt = known?.createdAt ?? (postedAt ?? new Date(state.floorAt)).toISOString();
  const before = known?.comments ?? (comments === 0 ? 0 : -1);
  const { uncounted: _before, missed: _missed, ...rest } = known ?? {};
  const uncounted = comments === undefined && { uncounted: true };
  const entry = { ...rest, ...uncounted, id, createdAt, comments: before, hash: hashOf(mention) };
  const watched = known
    ? state.watched.map((each) => (each === known ? entry : each))
    : [...state.watched, entry];
  if (comments === undefined || before === comments) return { ...state, watched };
  const isQueued = state.queue.some(
    (task) => task.postId === id && task.comments === comments && !task.deep && task.next === undefined,
  );
  if (isQueued) return { ...state, watched };
  const isOld = known === undefined && state.wholeAt === undefined && createdAt < (state.startedAt ?? '');
  const task = { postId: id, comments, deep: false, ...(isOld && { old: true }) };
  const others = state.queue.filter(({ postId, next }) => postId !== id || next !== undefined);
  return { ...state, watched, queue: [...others, task] };
}

/** Keeps the newest posts; whatever falls out lies beyond the horizon. */
export function trimWatched<T extends WatchState>(state: T): T {
  const newestFirst = [...state.watched].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const watched = newestFirst.slice(0, WATCH_LIMIT);
  const horizonAt = newestFirst.length > WATCH_LIMIT ? watched.at(-1)?.createdAt : state.horizonAt;
  return { ...state, watched, horizonAt };
}

/** How far back a thread is read: a little before the newest comment seen, and never before the floor. */
export function threadFloor(state: WatchState, task: ThreadTask, overlapMs: number): string {
  if (task.floorAt !== undefined) return task.floorAt;
  const readTo = state.watched.find(({ id }) => id === task.postId)?.readTo;
  if (readTo === undefined) return state.floorAt;
  const overlapped = new Date(Date.parse(readTo) - overlapMs).toISOString();
  return overlapped > state.floorAt ? overlapped : state.floorAt;
}

/** The newest time among these mentions and the one known before. */
export function newestOf(
  before: string | undefined,
  mentions: readonly CollectedMention[],
): string | undefined {
  const times = mentions.flatMap(({ postedAt }) => (postedAt === undefined ? [] : [postedAt.toISOString()]));
  return [...times, ...(before === undefined ? [] : [before])].sort().at(-1);
}

/** Remembers which tagged posts were seen; the last hundreds are enough, since the list comes newest first. */
export function rememberTags(
  tags: Readonly<Record<string, string>>,
  seen: readonly CollectedMention[],
): Readonly<Record<string, string>> {
  const all = {
    ...tags,
    ...Object.fromEntries(seen.map((mention) => [mention.externalId, hashOf(mention)])),
  };
  return Object.fromEntries(Object.entries(all).slice(-TAGS_LIMIT));
}
