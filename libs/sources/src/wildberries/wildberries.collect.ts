import { isFault, type CollectedMention } from '@heard/core';
import type { Cursor, Page, WholeList } from '../source.js';
import { listOf, textOf, wireOf, type Wire } from '../wire.js';
import type { WildberriesApi, WildberriesContext } from './wildberries.api.js';
import {
  askOf,
  beginHead,
  deepRead,
  FEEDBACK_LISTS,
  headRead,
  isHeadDue,
  isOlder,
  listOn,
  nextPart,
  ofQuestions,
  pageOn,
  rests,
  withNewest,
  type Counts,
  type FeedbackList,
  type Reading,
  type WildberriesCursor,
} from './wildberries.cursor.js';
import { parseFeedback, parseQuestion } from './wildberries.parse.js';
import type { WildberriesPrivate } from './wildberries.private.js';

/** Far from the 5,000 allowed: a page must stay below what one answer may hold. */
const PAGE_SIZE = 500;

/** Reads the lists of reviews and questions, one call at a time; what is old never delays what is new. */
export class WildberriesCollector {
  constructor(
    private readonly api: WildberriesApi,
    private readonly context: Pick<WildberriesContext, 'clock' | 'pageSize'>,
    private readonly withQuestions: boolean,
    private readonly inPrivate: WildberriesPrivate,
  ) {}

  async collect(cursor: WildberriesCursor, signal: AbortSignal): Promise<Page> {
    const now = this.context.clock.now();
    if (cursor.turn !== undefined && !isHeadDue(cursor, now)) return this.readPrivate(cursor, signal);
    const part = nextPart(cursor, now);
    const step = cursor[part] ?? beginHead(cursor, now);
    try {
      return await this.readPage(cursor, part, step, signal);
    } catch (error) {
      if (part === 'head' || !isFault(error) || error.code !== 'calls_spent' || error.retryAt === undefined)
        throw error;
      return pageOf([], { ...cursor, deepRestsUntil: error.retryAt.toISOString() }, false);
    }
  }

  private async readPage(
    cursor: WildberriesCursor,
    part: 'head' | 'deep',
    step: Reading,
    signal: AbortSignal,
  ): Promise<Page> {
    const take = this.context.pageSize ?? PAGE_SIZE;
    const { path, query } = askOf(step, take);
    const purpose = part === 'deep' ? ('backfill' as const) : undefined;
    const body = await this.api.call('GET', path, { query, purpose }, signal);
    const data = wireOf(body['data']);
    const isOfQuestions = ofQuestions(step.list);
    const wires = listOf(data[isOfQuestions ? 'questions' : 'feedbacks'], 'list of texts');
    const read = { ...withNewest(step, wires), counts: { ...step.counts, ...countsOf(step.list, data) } };
    const within = wires
      .filter((wire) => !isOlder(wire, step.from))
      .map(isOfQuestions ? parseQuestion : parseFeedback);
    const next = pageOn(read, wires, take) ?? listOn(read, this.wanted(cursor, part, read));
    if (next !== undefined) return pageOf(within, { ...cursor, [part]: next }, true);
    const now = this.context.clock.now();
    if (part === 'head') {
      const after = this.inPrivate.begun(headRead(cursor, read, now));
      return pageOf(within, after, this.goesOn(after));
    }
    return {
      ...pageOf(within, deepRead(cursor, read), false),
      ...(read.intact && { whole: this.wholeOf(read) }),
    };
  }

  private async readPrivate(cursor: WildberriesCursor, signal: AbortSignal): Promise<Page> {
    const { cursor: after, ...read } = await this.inPrivate.step(cursor, signal);
    return { ...read, cursor: after as unknown as Cursor, more: this.goesOn(after) };
  }

  /** What is private, and what is old, comes after the newest. */
  private goesOn(after: WildberriesCursor): boolean {
    const hasOld = after.deep !== undefined && !rests(after, this.context.clock.now());
    return after.turn !== undefined || hasOld;
  }

  private wholeOf({ from, startedAt }: Reading): WholeList[] {
    const kinds = this.withQuestions ? (['review', 'post'] as const) : (['review'] as const);
    return kinds.map((kind) => ({ kind, from: new Date(from), startedAt: new Date(startedAt) }));
  }

  /** Beside the first list of each kind the newest stand elsewhere only when its counters changed. */
  private wanted(
    { counts = {} }: WildberriesCursor,
    part: 'head' | 'deep',
    { counts: now }: Reading,
  ): readonly FeedbackList[] {
    const all = this.withQuestions ? FEEDBACK_LISTS : FEEDBACK_LISTS.slice(0, 3);
    if (part === 'deep') return all;
    const isQuiet = (list: FeedbackList): boolean =>
      ofQuestions(list) ? now.questions === counts.questions : now.reviews === counts.reviews;
    return all.filter((list) => list === 'questions' || !isQuiet(list));
  }
}

function pageOf(
  read: readonly (CollectedMention | undefined)[],
  cursor: WildberriesCursor,
  more: boolean,
): Page {
  const mentions = read.filter((mention) => mention !== undefined);
  return { mentions, cursor: cursor as unknown as Cursor, more };
}

/** The first list of each kind comes with its counters. */
function countsOf(list: FeedbackList, data: Wire): Counts {
  const counts = `${textOf(data['countUnanswered']) ?? ''}/${textOf(data['countArchive']) ?? ''}`;
  if (list === 'unanswered') return { reviews: counts };
  return list === 'questions' ? { questions: counts } : {};
}
