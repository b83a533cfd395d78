import { nextTask, withTurns, type ThreadQueue } from '../thread-queue.js';

/** The list in its order of publication, from where the last round stopped. */
export interface HeadStep {
  readonly kind: 'head';
  readonly restarts?: number;
  readonly emptyPages?: number;
}

/** Older days of the list: what was moderated late, counters of comments, what is gone; or whatever waits for a reaction. */
export interface BackStep {
  readonly kind: 'again' | 'unanswered';
  readonly from: string;
  /** The stretch that is being read begins here. */
  readonly at: string;
  readonly startedAt: string;
  /** Once a day further back than every hour. */
  readonly deep: boolean;
  readonly pageToken?: string;
  readonly restarts?: number;
}

/** The comments below a review of the queue. */
export interface ThreadStep {
  readonly kind: 'thread';
  readonly id: string;
  readonly old?: true;
  readonly startedAt: string;
  readonly pageToken?: string;
  readonly restarts?: number;
}

/** Where the list and its threads stand. */
export interface YandexMarketCursor extends ThreadQueue {
  readonly v: 1;
  /** Nothing posted before is handed over. */
  readonly floorAt: string;
  /** The stretch of time that `pageToken` belongs to begins here. */
  readonly from: string;
  readonly pageToken?: string;
  /** When the newest were last read to their end. */
  readonly headAt?: string;
  readonly againAt?: string;
  readonly deepAt?: string;
  readonly head?: HeadStep;
  readonly thread?: ThreadStep;
  readonly back?: BackStep;
  /** There are no calls for what can wait until then. */
  readonly backRestsUntil?: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** One request may span six months; a little less is safe in any calendar. */
const STRETCH_MS = 170 * DAY_MS;
const AGAIN_EVERY_MS = HOUR_MS;
const AGAIN_MS = 14 * DAY_MS;
const DEEP_EVERY_MS = DAY_MS;
const DEEP_MS = 60 * DAY_MS;
/** Threads and older days are left for the newest this often. */
const HEAD_EVERY_MS = MINUTE_MS;
/** Answers to answers change no counter: so many of the newest threads take turns at being read, some each round. */
const IN_ROTATION = 300;
const TURNS = 5;

/** Nothing read yet: what is new begins a day ago, the rest is older days. */
export function firstCursor(now: Date, backfillDays: number): YandexMarketCursor {
  const floorAt = before(now, backfillDays * DAY_MS);
  return { v: 1, floorAt, from: later(floorAt, before(now, DAY_MS)), read: [], queue: [] };
}

/** What to read next: the newest, then threads, then older days. */
export function nextStep(cursor: YandexMarketCursor, now: Date): HeadStep | ThreadStep | BackStep {
  const { head, thread, back, headAt, queue } = cursor;
  const startedAt = now.toISOString();
  if (head !== undefined || headAt === undefined || now.getTime() - Date.parse(headAt) >= HEAD_EVERY_MS)
    return head ?? { kind: 'head' };
  const task = hasThreads(cursor, now) ? nextTask(cursor) : undefined;
  if (task !== undefined && thread !== undefined && queue.some(({ id }) => id === thread.id)) return thread;
  if (task !== undefined) return { kind: 'thread', id: task.id, old: task.old, startedAt };
  return back !== undefined && !rests(cursor, now) ? back : { kind: 'head' };
}

/** True while there is more to read at once. */
export function isUnderWay(cursor: YandexMarketCursor, now: Date): boolean {
  const hasBack = cursor.back !== undefined && !rests(cursor, now);
  return cursor.head !== undefined || hasThreads(cursor, now) || hasBack;
}

/** The stretch that a list is read in; its end is open when it reaches to now. */
export function stretchOf(from: string, now: Date): { readonly from: string; readonly to?: string } {
  const to = new Date(Date.parse(from) + STRETCH_MS);
  return { from, ...(to < now && { to: to.toISOString() }) };
}

/** The newest are read: some threads have their turn, and older days begin when they are due. */
export function headRead(cursor: YandexMarketCursor, now: Date): YandexMarketCursor {
  const { floorAt, deepAt, againAt } = cursor;
  const startedAt = now.toISOString();
  const deep = isDue(deepAt, DEEP_EVERY_MS, now);
  const from = deepAt === undefined ? floorAt : later(floorAt, before(now, deep ? DEEP_MS : AGAIN_MS));
  const begun: BackStep = { kind: 'again', from, at: from, startedAt, deep };
  const back = cursor.back ?? (deep || isDue(againAt, AGAIN_EVERY_MS, now) ? begun : undefined);
  const after = { ...cursor, head: undefined, headAt: startedAt, back };
  return cursor.queue.length === 0 ? withTurns(after, TURNS, IN_ROTATION) : after;
}

/** Older days are read: once a day whatever still waits for a reaction follows, however old. */
export function backRead(cursor: YandexMarketCursor, step: BackStep): YandexMarketCursor {
  const { kind, deep, startedAt, at, pageToken } = step;
  if (kind === 'unanswered') return { ...cursor, back: undefined, deepAt: startedAt };
  const done = { ...cursor, againAt: startedAt, back: undefined };
  // The first time they have caught up with the newest: from here on it is one list, late-moderated reviews and all.
  if (cursor.deepAt === undefined) return { ...done, deepAt: startedAt, from: at, pageToken };
  if (!deep) return done;
  const from = later(cursor.floorAt, before(new Date(startedAt), STRETCH_MS));
  return { ...done, back: { kind: 'unanswered', from, at: from, startedAt, deep } };
}

/** The page token was refused: what it belonged to starts over; undefined when that did not help before. */
export function restarted(
  cursor: YandexMarketCursor,
  step: HeadStep | ThreadStep | BackStep,
  now: Date,
): YandexMarketCursor | undefined {
  if ((step.restarts ?? 0) > 0) return undefined;
  if (step.kind === 'thread') return { ...cursor, thread: { ...step, pageToken: undefined, restarts: 1 } };
  if (step.kind !== 'head') return { ...cursor, back: { ...step, pageToken: undefined, restarts: 1 } };
  const from = later(cursor.floorAt, before(now, AGAIN_MS));
  return { ...cursor, from, pageToken: undefined, head: { kind: 'head', restarts: 1 } };
}

/** Threads of reviews from before we listened wait for their share of the calls. */
function hasThreads(cursor: YandexMarketCursor, now: Date): boolean {
  const { queue } = cursor;
  return queue.some(({ old }) => !old) || (queue.length > 0 && !rests(cursor, now));
}

function rests({ backRestsUntil }: YandexMarketCursor, now: Date): boolean {
  return backRestsUntil !== undefined && Date.parse(backRestsUntil) > now.getTime();
}

function isDue(last: string | undefined, everyMs: number, now: Date): boolean {
  return last === undefined || now.getTime() - Date.parse(last) >= everyMs;
}

function before(now: Date, ms: number): string {
  return new Date(now.getTime() - ms).toISOString();
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
