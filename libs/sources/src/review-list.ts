import { Fault, isFault, type Clock, type CollectedMention } from '@heard/core';
import type { CallPace } from './budgeted-http.js';
import { shareOf } from './call-limits.js';
import type { Cursor, Page } from './source.js';

/** One entry of a list of reviews as the platform orders it. */
export interface ListedReview {
  /** Absent where the entry could not be read as a review. */
  readonly mention?: CollectedMention;
  /** The time that the list is ordered by. */
  readonly at?: Date;
}

/** One page of a list of reviews, newest first. */
export interface ReviewPage {
  readonly reviews: readonly ListedReview[];
  /** Where the next page is; undefined at the end of the list. */
  readonly next?: string;
  /** How many reviews there are, where the platform tells: fewer than before say that one is gone. */
  readonly total?: number;
}

/** Which page of the list is asked for. */
export interface PageAsked {
  /** As the page before told; the first page without it. */
  readonly place?: string;
  /** Nothing older is wanted. */
  readonly from: Date;
  /** Of what can wait. */
  readonly purpose?: 'backfill';
}

/** How a list of reviews is read. */
export interface ReviewListHabits {
  readonly backfillDays: number;
  /** How far before the newest one seen each round reads again: for what shows up late. */
  readonly overlapMs: number;
  /** How often the list is read deep, for what the rounds between do not see: edits and deletions, as the platform has it. */
  readonly deepEveryMs: number;
  /** How far back a deep read goes; the first one goes back to the backfill. */
  readonly deepDays: number;
  /** True where what is missing in the list is not shown any more. */
  readonly tellsDeletions: boolean;
  /** How many calls there are for polling; a round comes later where there are few. */
  readonly pace?: CallPace;
}

/** One reading of the list that is under way. */
interface Reading {
  readonly from: string;
  readonly startedAt: string;
  readonly place?: string;
  readonly newestAt?: string;
  readonly restarts?: number;
  /** Pages read before this one. */
  readonly pages?: number;
  readonly total?: number;
}

interface ReviewListCursor {
  readonly v: 1;
  /** Nothing posted before is handed over. */
  readonly floorAt: string;
  /** The newest one seen, by the platform's clock. */
  readonly checkpointAt?: string;
  /** When the newest were last read to their end, and when the list was read deep. */
  readonly headAt?: string;
  readonly deepAt?: string;
  /** The newest, down to a little before the checkpoint. */
  readonly head?: Reading;
  readonly deep?: Reading;
  /** There are no calls for a deep read until then. */
  readonly deepRestsUntil?: string;
  /** How many reviews there were, and how many deep reads are due because there were fewer. */
  readonly total?: number;
  readonly looksDue?: number;
}

/** What is missing in as many deep reads is gone. */
const LOOKS = 2;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A long deep read is left for the newest this often. */
const HEAD_EVERY_MS = 60_000;
const MAX_RESTARTS = 3;

/** Reads a list of reviews that comes newest first, so that it can go on after any page; what is old never delays what is new. */
export class ReviewList {
  constructor(
    private readonly habits: ReviewListHabits,
    private readonly clock: Clock,
    private readonly read: (asked: PageAsked, signal: AbortSignal) => Promise<ReviewPage>,
  ) {}

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    const cursor = this.open(from);
    const part = this.isForOld(cursor) ? 'deep' : 'head';
    const reading = cursor[part] ?? this.beginHead(cursor);
    try {
      const purpose = part === 'deep' ? 'backfill' : undefined;
      const asked = { place: reading.place, from: new Date(reading.from), purpose } as const;
      return this.advance(cursor, part, reading, await this.read(asked, signal));
    } catch (error) {
      if (!isFault(error)) throw error;
      if (part === 'deep' && error.code === 'calls_spent' && error.retryAt !== undefined) {
        const rests = { ...cursor, deepRestsUntil: error.retryAt.toISOString() };
        return { mentions: [], cursor: rests, more: false };
      }
      const isStale = error.kind === 'bug' && error.code === 'bad_request' && reading.place !== undefined;
      if (!isStale) throw error;
      return this.startOver(cursor, part, reading);
    }
  }

  private advance(
    cursor: ReviewListCursor,
    part: 'head' | 'deep',
    reading: Reading,
    { reviews, next, total = reading.total }: ReviewPage,
  ): Page {
    if (next !== undefined && next === reading.place)
      throw new Fault('unavailable', 'The next page is the same page again', { code: 'unexpected_shape' });
    const from = new Date(reading.from);
    const isOld = ({ at = from }: ListedReview): boolean => at < from;
    const passed = reviews.some(isOld);
    const mentions = reviews
      .filter((review) => !isOld(review))
      .flatMap(({ mention }) => (mention === undefined ? [] : [mention]));
    const newestAt = latest([reading.newestAt, ...reviews.map(({ at }) => at?.toISOString())]);
    const counted = total === undefined ? {} : { total };
    const read = { ...reading, newestAt, pages: (reading.pages ?? 0) + 1, ...counted };
    if (next !== undefined && !passed)
      return { mentions, cursor: { ...cursor, [part]: { ...read, place: next } }, more: true };
    if (part === 'deep') return { mentions, ...this.deepRead(cursor, read) };
    return { mentions, ...this.headRead(cursor, read, passed) };
  }

  /** The newest are read, and all there is unless older ones were `passed`; a deep read goes on from here when it is its time. */
  private headRead(cursor: ReviewListCursor, read: Reading, passed: boolean): Omit<Page, 'mentions'> {
    const { startedAt, newestAt, place } = read;
    const now = this.clock.now();
    // A review from the future must not hide those of the present.
    const checkpointAt = newestAt !== undefined && newestAt < startedAt ? newestAt : startedAt;
    const looks = looksAfter(cursor, read);
    const after = { ...cursor, ...looks, checkpointAt, headAt: now.toISOString(), head: undefined };
    const { deepAt, deep = { from: this.deepFrom(cursor), startedAt, place } } = cursor;
    const { deepEveryMs } = this.habits;
    const everyMs = looks.looksDue === undefined ? deepEveryMs : Math.min(HOUR_MS, deepEveryMs);
    const isDue = deepAt === undefined || now.getTime() - Date.parse(deepAt) >= everyMs;
    const dueAt = this.dueAt(read);
    if (cursor.deep === undefined && !isDue) return { cursor: after, more: false, dueAt };
    if (cursor.deep === undefined && !passed) return { ...this.deepRead(after, deep), dueAt };
    return { cursor: { ...after, deep }, more: !this.rests(cursor), dueAt };
  }

  /** When as many calls as this round took will be there again, beside those that reading deep may take. */
  private dueAt({ pages = 1 }: Reading): Date | undefined {
    const { perHour } = this.habits.pace ?? {};
    if (perHour === undefined) return undefined;
    const share = (shareOf.polling - shareOf.backfill) / shareOf.polling;
    return new Date(this.clock.now().getTime() + (pages * HOUR_MS) / (perHour * share));
  }

  private deepRead(cursor: ReviewListCursor, { from, startedAt }: Reading): Omit<Page, 'mentions'> {
    const whole = [{ from: new Date(from), startedAt: new Date(startedAt) }];
    const looksDue = (cursor.looksDue ?? 0) > 1 ? (cursor.looksDue ?? 0) - 1 : undefined;
    const after = { ...cursor, deep: undefined, deepAt: startedAt, looksDue };
    return { cursor: after, more: false, ...(this.habits.tellsDeletions && { whole }) };
  }

  private startOver(cursor: ReviewListCursor, part: 'head' | 'deep', reading: Reading): Page {
    const { restarts = 0, from, startedAt, pages } = reading;
    const isEnough = restarts >= MAX_RESTARTS;
    const again = isEnough ? undefined : { from, startedAt, restarts: restarts + 1, pages };
    return { mentions: [], cursor: { ...cursor, [part]: again }, more: !isEnough };
  }

  private open(from: Cursor | undefined): ReviewListCursor {
    if (from?.['v'] === 1) return from as unknown as ReviewListCursor;
    return { v: 1, floorAt: this.daysAgo(this.habits.backfillDays) };
  }

  private isForOld(cursor: ReviewListCursor): boolean {
    const { head, deep, headAt } = cursor;
    if (head !== undefined || deep === undefined || headAt === undefined || this.rests(cursor)) return false;
    return this.clock.now().getTime() - Date.parse(headAt) < HEAD_EVERY_MS;
  }

  private rests({ deepRestsUntil }: ReviewListCursor): boolean {
    return deepRestsUntil !== undefined && Date.parse(deepRestsUntil) > this.clock.now().getTime();
  }

  private beginHead({ floorAt, checkpointAt }: ReviewListCursor): Reading {
    const back =
      checkpointAt === undefined
        ? this.daysAgo(1)
        : new Date(Date.parse(checkpointAt) - this.habits.overlapMs).toISOString();
    return { from: latest([floorAt, back]) ?? floorAt, startedAt: this.clock.now().toISOString() };
  }

  private deepFrom({ floorAt, deepAt }: ReviewListCursor): string {
    return latest([floorAt, deepAt === undefined ? floorAt : this.daysAgo(this.habits.deepDays)]) ?? floorAt;
  }

  private daysAgo(days: number): string {
    return new Date(this.clock.now().getTime() - days * DAY_MS).toISOString();
  }
}

/** Fewer reviews than before call for two deep reads: which of them is missing, one alone does not prove. */
function looksAfter(
  { total: before, looksDue }: ReviewListCursor,
  { total }: Reading,
): Pick<ReviewListCursor, 'total' | 'looksDue'> {
  const isLess = total !== undefined && before !== undefined && total < before;
  return { total: total ?? before, looksDue: isLess ? LOOKS : looksDue };
}

function latest(times: readonly (string | undefined)[]): string | undefined {
  return times
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
}
