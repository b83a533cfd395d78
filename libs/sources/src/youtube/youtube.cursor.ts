import type { Cursor, WholeList } from '../source.js';
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
}

/** A thread whose replies are to be read. */
export interface ThreadTask {
  readonly id: string;
  readonly replies: number;
}

/** Where a channel stands: its list of threads, and the threads that are looked after. */
export interface YoutubeCursor {
  readonly v: 1;
  readonly floorAt: string;
  /** What this round does now: lists new threads, asks for older ones, reads replies. */
  readonly step: 'list' | 'ask' | 'replies';
  readonly list?: Cursor;
  /** The newest first. */
  readonly watched: readonly WatchedThread[];
  readonly queue: readonly ThreadTask[];
  /** Threads that a list should have shown and did not. */
  readonly suspects: readonly string[];
  /** Whose turn it is among the older ones. */
  readonly turn: number;
  /** The thread of the queue that is under way. */
  readonly reading?: { readonly startedAt: string; readonly place?: string; readonly restarts?: number };
}

const DAY_MS = 86_400_000;
const LOOKS = 2;
/** So many threads are looked after; an older one is seen when the list is read deep. */
const WATCHED = 1_000;

/** Goes on where the last round stopped; the first time nothing is known. */
export function openCursor(from: Cursor | undefined, now: Date, backfillDays: number): YoutubeCursor {
  if (from?.['v'] === 1) return from as unknown as YoutubeCursor;
  const floorAt = new Date(now.getTime() - backfillDays * DAY_MS).toISOString();
  return { v: 1, floorAt, step: 'list', watched: [], queue: [], suspects: [], turn: 0 };
}

/**
 * Looks after threads that were shown: their replies are read where not all of them were shown and their number is another
 * one now. Where there are fewer than before, all of them are looked at twice: whoever is missing is gone.
 */
export function noteThreads(
  cursor: YoutubeCursor,
  threads: readonly YoutubeThread[],
  startedAt: Date,
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
    if (isAsked) queue.set(id, { id, replies: replyCount });
    else queue.delete(id);
    if (isAllShown && looks > 0) whole.push({ rootExternalId: id, startedAt });
    known.set(id, {
      id,
      at: (comment.postedAt ?? new Date(cursor.floorAt)).toISOString(),
      replies: isAsked ? (before?.replies ?? -1) : replyCount,
      ...(!isAllShown && { long: before?.long ?? {} }),
      ...(looksDue > 0 && { looksDue }),
    });
  }
  const watched = [...known.values()].sort((a, b) => b.at.localeCompare(a.at)).slice(0, WATCHED);
  return { cursor: { ...cursor, watched, queue: [...queue.values()] }, whole };
}

/** The replies of a thread were read to their end. */
export function threadRead(cursor: YoutubeCursor, { id, replies }: ThreadTask, at: Date): YoutubeCursor {
  const { reading: _, ...rest } = cursor;
  const long = { readAt: at.toISOString() };
  const readOnce = ({ looksDue = 0, ...each }: WatchedThread): WatchedThread => {
    return { ...each, replies, long, ...(looksDue > 1 && { looksDue: looksDue - 1 }) };
  };
  return {
    ...rest,
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
    : { ...cursor, queue: [...cursor.queue, { id: due.id, replies: due.replies }] };
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

/**
 * Which threads are asked for in this round: the suspects, and the older ones in turn. The first of them was listed just
 * now: when even that one is not shown, the answer tells nothing of the others.
 */
export function threadsToAsk(
  { watched, suspects, turn }: YoutubeCursor,
  listed: number,
  atOnce: number,
): string[] {
  const older = watched.slice(listed).map(({ id }) => id);
  const turns = Math.max(1, Math.ceil(older.length / atOnce));
  const start = (turn % turns) * atOnce;
  const asked = [...new Set([...suspects, ...older.slice(start, start + atOnce)])];
  const control = watched.find(({ id }) => !suspects.includes(id));
  if (asked.length === 0 || control === undefined) return [];
  return [control.id, ...asked.filter((id) => id !== control.id)].slice(0, atOnce);
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
