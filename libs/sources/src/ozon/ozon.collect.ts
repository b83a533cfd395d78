import { Fault, isFault } from '@heard/core';
import { ReviewList, type PageAsked, type ReviewListHabits, type ReviewPage } from '../review-list.js';
import type { Cursor, Page } from '../source.js';
import { noteComments, threadRead, type ThreadQueue } from '../thread-queue.js';
import { countOf, listOf, textOf, type Wire } from '../wire.js';
import type { OzonApi, OzonContext } from './ozon.api.js';
import { parseComment, parseReview, publishedAt } from './ozon.parse.js';

/** Where the list of reviews and the threads below them stand. */
interface OzonCursor extends ThreadQueue {
  readonly v: 1;
  readonly list?: Cursor;
  /** The list is not read to its end. */
  readonly listGoesOn?: boolean;
  /** The thread that is being read: the first of the queue. */
  readonly thread?: { readonly offset: number; readonly startedAt: string };
}

const HOUR_MS = 3_600_000;
/** Reviews may show up late, after moderation. */
const OVERLAP_MS = 48 * HOUR_MS;
/** Counters of comments on older reviews are looked at this often. */
const DEEP_EVERY_MS = 6 * HOUR_MS;
const DEEP_DAYS = 60;
/** The most that is allowed; fewer than 20 are refused. */
const LIMIT = 100;

/** Reads the reviews newest first, then the threads whose counter changed, one call at a time. */
export class OzonCollector {
  private readonly habits: ReviewListHabits;

  constructor(
    private readonly api: OzonApi,
    private readonly context: Pick<OzonContext, 'clock'>,
    backfillDays: number,
  ) {
    const often = { overlapMs: OVERLAP_MS, deepEveryMs: DEEP_EVERY_MS };
    this.habits = { backfillDays, ...often, deepDays: DEEP_DAYS, tellsDeletions: true };
  }

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    const cursor: OzonCursor =
      from?.['v'] === 1 ? (from as unknown as OzonCursor) : { v: 1, read: [], queue: [] };
    return cursor.thread === undefined
      ? this.readList(cursor, signal)
      : this.readThread(cursor, cursor.thread, signal);
  }

  private async readList(cursor: OzonCursor, signal: AbortSignal): Promise<Page> {
    let noted = cursor;
    let isForOld = false;
    const list = new ReviewList(this.habits, this.context.clock, async (asked) => {
      const { wires, next } = await this.reviews(asked, signal);
      // Nothing is asked about threads of reviews that are older than what is read.
      const within = wires.filter((wire) => (publishedAt(wire) ?? asked.from) >= asked.from);
      noted = within.reduce(noteOne, noted);
      isForOld = asked.purpose === 'backfill';
      return { reviews: wires.map((wire) => ({ mention: parseReview(wire), at: publishedAt(wire) })), next };
    });
    const page = await list.collect(cursor.list, signal);
    const after = { ...noted, list: page.cursor, listGoesOn: page.more };
    // What is new comes first, then the threads, then what is old.
    if (page.more && !isForOld) return { ...page, cursor: after as unknown as Cursor };
    return { ...page, ...this.goOn(after) };
  }

  private async reviews(
    { place, purpose }: PageAsked,
    signal: AbortSignal,
  ): Promise<{ wires: Wire[]; next: ReviewPage['next'] }> {
    // No filter by date: that older ones follow is how the end of what is new is known.
    const json = { filters: { status: 'ALL' }, last_id: place ?? '', limit: LIMIT, sort_dir: 'DESC' };
    const body = await this.api.call('/v2/review/list', json, signal, purpose).catch((error: unknown) => {
      // The review that the place is named by may be gone: the list starts over.
      if (!isFault(error, 'missing')) throw error;
      throw new Fault('bug', error.message, { code: 'bad_request', cause: error });
    });
    const next = body['has_next'] === true ? textOf(body['last_id']) : undefined;
    return { wires: listOf(body['reviews'], 'list of reviews'), next };
  }

  private async readThread(
    cursor: OzonCursor,
    { offset, startedAt }: NonNullable<OzonCursor['thread']>,
    signal: AbortSignal,
  ): Promise<Page> {
    const [task] = cursor.queue;
    if (task === undefined) return { mentions: [], ...this.goOn(cursor) };
    const done = threadRead(cursor, task);
    try {
      const json = { review_id: task.id, limit: LIMIT, offset, sort_dir: 'ASC' };
      const body = await this.api.call('/v1/review/comment/list', json, signal);
      const wires = listOf(body['comments'], 'list of comments');
      const mentions = wires
        .map((wire) => parseComment(wire, task.id))
        .filter((mention) => mention !== undefined);
      if (wires.length >= LIMIT) {
        const thread = { offset: offset + wires.length, startedAt };
        return { mentions, cursor: { ...cursor, thread } as unknown as Cursor, more: true };
      }
      const whole = [{ rootExternalId: task.id, startedAt: new Date(startedAt) }];
      return { mentions, ...this.goOn(done), whole };
    } catch (error) {
      if (!isFault(error, 'missing')) throw error;
      return { mentions: [], ...this.goOn(done), gone: [{ kind: 'review', externalId: task.id }] };
    }
  }

  /** Goes on to the next thread of the queue, or ends the round. */
  private goOn({ thread: _thread, ...cursor }: OzonCursor): Pick<Page, 'cursor' | 'more'> {
    const hasThreads = cursor.queue.length > 0;
    const thread = { offset: 0, startedAt: this.context.clock.now().toISOString() };
    const next = { ...cursor, ...(hasThreads && { thread }) };
    return { cursor: next as unknown as Cursor, more: hasThreads || cursor.listGoesOn === true };
  }
}

function noteOne(cursor: OzonCursor, wire: Wire): OzonCursor {
  const id = textOf(wire['id']);
  return id === undefined ? cursor : noteComments(cursor, id, countOf(wire['comments_amount']));
}
