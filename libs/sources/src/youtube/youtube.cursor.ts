import type { LearnedRate } from '../comment-rate.js';
import type { Cursor, WholeList } from '../source.js';
import { shownAgain } from './youtube.asks.js';
import type { YoutubeThread } from './youtube.parse.js';

/** A comment whose thread is looked after. */
export interface WatchedThread {
  readonly id: string;
  readonly at: string;
  /** How many replies it had when they were last read; -1 when they never were. */
  readonly replies: number;
  /** Lists show only some of its replies: when all were last read. */
  readonly long?: { readonly readAt?: string };
  /** A reply is missing: in so many more looks at all of them it has to be missing. */
  readonly looksDue?: number;
  /** It was not there when it was last asked for. */
  readonly gone?: boolean;
  /** When it was last shown, in minutes since 1970: there are a thousand of these. */
  readonly shown?: number;
  /** What was learned of how much is said in it, once something was. */
  readonly rate?: LearnedRate;
}

/** A thread whose replies are to be read. */
export interface ThreadTask {
  readonly id: string;
  readonly replies: number;
  /** What was there before we listened, or is only read again: it waits for everything that is new. */
  readonly old?: true;
  /** Where reading goes on, when its first page was asked for, and how often it lost its place. */
  readonly place?: string;
  readonly startedAt?: string;
  readonly restarts?: number;
}

/** Where a channel stands: its list of threads, and the threads that are looked after. */
export interface YoutubeCursor {
  readonly v: 1;
  readonly floorAt: string;
  /** What this round does now: lists new threads, asks for older ones, reads replies and what is old. */
  readonly step: 'list' | 'ask' | 'replies';
  readonly list?: Cursor;
  /** The list is not read to its end. */
  readonly listGoesOn?: boolean;
  /** What waits for a look of the owner, and what is taken for spam: when both are to be listed again, which list is under way, and where. */
  readonly held?: { readonly dueAt?: string; readonly place?: string; readonly isSpam?: boolean };
  /** There are no calls for old replies until then. */
  readonly oldRestsUntil?: string;
  /** The newest first. */
  readonly watched: readonly WatchedThread[];
  readonly queue: readonly ThreadTask[];
  /** Threads that a list should have shown and did not. */
  readonly suspects: readonly string[];
  /** The older ones that are still asked for in this round. */
  readonly asks: readonly string[];
}

const DAY_MS = 86_400_000;
const LOOKS = 2;
/** So many threads are looked after; an older one is seen when the list is read deep. */
const WATCHED = 1_000;

/** Goes on where the last round stopped; the first time nothing is known. */
export function openCursor(from: Cursor | undefined, now: Date, backfillDays: number): YoutubeCursor {
  // Earlier cursors have nothing to ask for.
  if (from?.['v'] === 1) return { asks: [], ...from } as unknown as YoutubeCursor;
  const floorAt = new Date(now.getTime() - backfillDays * DAY_MS).toISOString();
  return { v: 1, floorAt, step: 'list', watched: [], queue: [], suspects: [], asks: [] };
}

/**
 * Looks after threads that were shown: their replies are read where not all of them were shown and their number is another
 * one now. Where there are fewer than before, all of them are looked at twice: whoever is missing is gone.
 */
export function noteThreads(
  cursor: YoutubeCursor,
  threads: readonly YoutubeThread[],
  startedAt: Date,
  seenAs?: 'old',
): { readonly cursor: YoutubeCursor; readonly whole: readonly WholeList[] } {
  const known = new Map(cursor.watched.map((each) => [each.id, each]));
  const queue = new Map(cursor.queue.map((task) => [task.id, task]));
  const whole: WholeList[] = [];
  for (const { comment, replies, replyCount } of threads) {
    const id = comment.externalId;
    const before = known.get(id);
    const isAllShown = replies.length >= replyCount;
    const lessened = before !== undefined && replyCount < before.replies;
    const looks = lessened ? LOOKS : (before?.looksDue ?? 0);
    const isAsked = !isAllShown && (looks > 0 || replyCount !== before?.replies);
    const looksDue = isAllShown ? Math.max(0, looks - 1) : looks;
    const isOld = seenAs === 'old' && before === undefined;
    // It keeps its place in the middle of a long thread.
    if (isAsked && queue.get(id)?.replies !== replyCount)
      queue.set(id, { id, replies: replyCount, ...(isOld && { old: true as const }) });
    if (!isAsked) queue.delete(id);
    if (isAllShown && looks > 0) whole.push({ rootExternalId: id, startedAt });
    known.set(id, {
      id,
      at: (comment.postedAt ?? new Date(cursor.floorAt)).toISOString(),
      replies: isAsked ? (before?.replies ?? -1) : replyCount,
      ...(!isAllShown && { long: before?.long ?? {} }),
      ...(looksDue > 0 && { looksDue }),
      ...shownAgain(before, comment.postedAt, replyCount, startedAt),
    });
  }
  const watched = [...known.values()].sort((a, b) => b.at.localeCompare(a.at)).slice(0, WATCHED);
  return { cursor: { ...cursor, watched, queue: [...queue.values()] }, whole };
}

/** Notes where the reading of a thread goes on. */
export function onward(cursor: YoutubeCursor, task: ThreadTask): YoutubeCursor {
  return { ...cursor, queue: cursor.queue.map((each) => (each.id === task.id ? task : each)) };
}

/** The replies of a thread were read to their end. */
export function threadRead(cursor: YoutubeCursor, { id, replies }: ThreadTask, at: Date): YoutubeCursor {
  const long = { readAt: at.toISOString() };
  const readOnce = ({ looksDue = 0, ...each }: WatchedThread): WatchedThread => {
    return { ...each, replies, long, ...(looksDue > 1 && { looksDue: looksDue - 1 }) };
  };
  return {
    ...cursor,
    watched: cursor.watched.map((each) => (each.id === id ? readOnce(each) : each)),
    queue: cursor.queue.filter((task) => task.id !== id),
  };
}

/** Queues the long thread that was not read for the longest, once a day each: for edited replies. */
export function withTurn(cursor: YoutubeCursor, now: Date): YoutubeCursor {
  const queued = new Set(cursor.queue.map(({ id }) => id));
  const yesterday = new Date(now.getTime() - DAY_MS).toISOString();
  const [due] = cursor.watched
    .filter(({ id, long }) => !queued.has(id) && long?.readAt !== undefined && long.readAt < yesterday)
    .sort((a, b) => (a.long?.readAt ?? '').localeCompare(b.long?.readAt ?? ''));
  return due === undefined
    ? cursor
    : { ...cursor, queue: [...cursor.queue, { id: due.id, replies: due.replies, old: true }] };
}

/** Threads that the page of the newest leaves out although others of their time are on it; an empty list proves nothing. */
export function suspectsOf(
  { watched }: YoutubeCursor,
  threads: readonly YoutubeThread[],
  isEnd: boolean,
): readonly string[] {
  const shown = new Set(threads.map(({ comment }) => comment.externalId));
  const [oldest] = threads.flatMap(({ comment }) => comment.postedAt?.toISOString() ?? []).sort();
  if (oldest === undefined) return [];
  return watched.filter(({ id, at }) => (isEnd || at > oldest) && !shown.has(id)).map(({ id }) => id);
}

/** Notes which threads are not there: the second time they are let go. */
export function noteGone(cursor: YoutubeCursor, gone: readonly string[]): YoutubeCursor {
  const missing = new Set(gone);
  const watched = cursor.watched
    .filter((each) => !(missing.has(each.id) && each.gone))
    .map((each) => (missing.has(each.id) ? { ...each, gone: true } : each));
  const queue = cursor.queue.filter(({ id }) => !missing.has(id));
  return { ...cursor, watched, queue };
}
