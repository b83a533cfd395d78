import { isFault, type Clock, type CollectedMention } from '@heard/core';
import { ReviewList, type PageAsked, type ReviewListHabits } from '../review-list.js';
import type { Cursor, Page } from '../source.js';
import {
  nextTask,
  noteComments,
  threadOnward,
  threadRead,
  withTurns,
  type ThreadQueue,
  type ThreadTask,
} from '../thread-queue.js';
import { countOf, textOf, type Wire } from '../wire.js';
import { publishedAt } from './ozon.parse.js';

/** Where a list and the threads below its entries stand. */
export interface SectionCursor extends ThreadQueue {
  readonly list?: Cursor;
  /** When the newest of the list were read in this round. */
  readonly headReadAt?: string;
  /** The reading of older entries is not at its end. */
  readonly oldGoesOn?: boolean;
  /** There are no calls for what is old until then. */
  readonly oldRestsUntil?: string;
}

/** How a section of the API is read: a list of entries that show counters, and what is said below one. */
export interface SectionCalls {
  readonly kind: 'review' | 'post';
  /** The field of an entry that counts what is below it. */
  readonly counter: string;
  readonly parse: (wire: Wire) => CollectedMention | undefined;
  list(asked: PageAsked, signal: AbortSignal): Promise<{ readonly wires: readonly Wire[]; next?: string }>;
  thread(task: ThreadTask, signal: AbortSignal): Promise<ThreadPage>;
}

/** One page of what is said below an entry. */
export interface ThreadPage {
  readonly mentions: readonly CollectedMention[];
  readonly next?: string;
}

/** What a step read, and where the section stands after it. */
export interface SectionStep extends Omit<Page, 'cursor' | 'more'> {
  readonly cursor: SectionCursor;
}

/** What a section has to be read now, the most urgent first. */
export const SECTION_WORK = ['head', 'threads', 'old', 'none'] as const;

const HOUR_MS = 3_600_000;
/** Entries may show up late, after moderation. */
const OVERLAP_MS = 48 * HOUR_MS;
/** Counters below older entries are looked at this often. */
const DEEP_EVERY_MS = HOUR_MS;
const DEEP_DAYS = 60;
/** Whatever is being read is left for the newest this often. */
const HEAD_EVERY_MS = 60_000;
/** A comment that is edited changes no counter: so many of the newest threads take turns, some after each deep reading. */
const IN_ROTATION = 500;
const TURNS = 20;

/** Reads a list newest first, then the threads whose counter changed, then what is old; one call at a time. */
export class OzonSection {
  private readonly habits: ReviewListHabits;

  constructor(
    private readonly calls: SectionCalls,
    private readonly clock: Clock,
    backfillDays: number,
  ) {
    const often = { overlapMs: OVERLAP_MS, deepEveryMs: DEEP_EVERY_MS };
    this.habits = { backfillDays, ...often, deepDays: DEEP_DAYS, tellsDeletions: true };
  }

  /** What is to be read now. */
  workOf(cursor: SectionCursor): (typeof SECTION_WORK)[number] {
    const { list, headReadAt, queue, oldGoesOn } = cursor;
    const isHeadDue =
      headReadAt === undefined || this.now().getTime() - Date.parse(headReadAt) >= HEAD_EVERY_MS;
    if (isHeadDue || list?.['head'] !== undefined) return 'head';
    if (queue.some(({ old }) => !old)) return 'threads';
    return (queue.length > 0 || oldGoesOn === true) && !this.rests(cursor) ? 'old' : 'none';
  }

  step(cursor: SectionCursor, signal: AbortSignal): Promise<SectionStep> {
    const task = this.workOf(cursor) === 'head' ? undefined : nextTask(cursor);
    return task === undefined ? this.readList(cursor, signal) : this.readThread(cursor, task, signal);
  }

  private async readList(cursor: SectionCursor, signal: AbortSignal): Promise<SectionStep> {
    let noted = cursor;
    const list = new ReviewList(this.habits, this.clock, async (asked) => {
      const { wires, next } = await this.calls.list(asked, signal);
      // Nothing is asked about threads of entries that are older than what is read.
      const within = wires.filter((wire) => (publishedAt(wire) ?? asked.from) >= asked.from);
      // Later readings of older entries find what was said since: that is new.
      const isFirst = cursor.list?.['deepAt'] === undefined;
      const seenAs = isFirst && asked.purpose === 'backfill' ? 'old' : undefined;
      noted = within.reduce((state, wire) => this.note(state, wire, seenAs), noted);
      return {
        reviews: wires.map((wire) => ({ mention: this.calls.parse(wire), at: publishedAt(wire) })),
        next,
      };
    });
    const { mentions, cursor: after, more, whole = [] } = await list.collect(cursor.list, signal);
    const isHeadDone = after['head'] === undefined;
    const read: SectionCursor = {
      ...noted,
      list: after,
      oldGoesOn: more && isHeadDone,
      oldRestsUntil: textOf(after['deepRestsUntil']),
      ...(isHeadDone && { headReadAt: textOf(after['headAt']) }),
    };
    const isDeepDone = after['deepAt'] !== cursor.list?.['deepAt'];
    return {
      mentions,
      cursor: isDeepDone ? withTurns(read, TURNS, IN_ROTATION, 'old') : read,
      whole: whole.map((each) => ({ ...each, kind: this.calls.kind })),
    };
  }

  private async readThread(
    cursor: SectionCursor,
    task: ThreadTask,
    signal: AbortSignal,
  ): Promise<SectionStep> {
    const { startedAt = this.now().toISOString() } = task;
    try {
      const { mentions, next } = await this.calls.thread(task, signal);
      if (next !== undefined && next !== task.place)
        return { mentions, cursor: threadOnward(cursor, task, { place: next, startedAt }) };
      const whole = [{ rootExternalId: task.id, startedAt: new Date(startedAt) }];
      return { mentions, cursor: threadRead(cursor, task), whole };
    } catch (error) {
      if (!isFault(error)) throw error;
      if (task.old && error.code === 'calls_spent')
        return { mentions: [], cursor: { ...cursor, oldRestsUntil: error.retryAt?.toISOString() } };
      if (error.kind !== 'missing') throw error;
      const gone = [{ kind: this.calls.kind, externalId: task.id }];
      return { mentions: [], cursor: threadRead(cursor, task), gone };
    }
  }

  private note(state: SectionCursor, wire: Wire, seenAs: 'old' | undefined): SectionCursor {
    const id = textOf(wire['id']);
    if (id === undefined) return state;
    return noteComments(state, id, countOf(wire[this.calls.counter]), seenAs);
  }

  private rests({ oldRestsUntil }: SectionCursor): boolean {
    return oldRestsUntil !== undefined && Date.parse(oldRestsUntil) > this.now().getTime();
  }

  private now(): Date {
    return this.clock.now();
  }
}
