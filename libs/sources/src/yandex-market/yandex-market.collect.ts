import { Fault, isFault } from '@heard/core';
import type { Cursor, Page } from '../source.js';
import { noteComments, threadRead } from '../thread-queue.js';
import { listOf, textOf, wireOf, type Wire } from '../wire.js';
import type { YandexMarketApi, YandexMarketContext } from './yandex-market.api.js';
import {
  backRead,
  headRead,
  isUnderWay,
  nextStep,
  restarted,
  stretchOf,
  type BackStep,
  type HeadStep,
  type ThreadStep,
  type YandexMarketCursor,
} from './yandex-market.cursor.js';
import { NO_BUSINESS } from './yandex-market.faults.js';
import { wireId } from './yandex-market.json.js';
import { commentsOf, parseComment, parseFeedback } from './yandex-market.parse.js';

const PAGE_SIZE = 50;
/** A list that ends in pages without anything but a next one is not read for ever. */
const MAX_EMPTY_PAGES = 10;

/** Reads the reviews and the comments below them, one call at a time; what is old never delays what is new. */
export class YandexMarketCollector {
  constructor(
    private readonly api: YandexMarketApi,
    private readonly context: Pick<YandexMarketContext, 'clock' | 'pageSize'>,
  ) {}

  async collect(cursor: YandexMarketCursor, signal: AbortSignal): Promise<Page> {
    const step = nextStep(cursor, this.now());
    try {
      if (step.kind === 'thread') return await this.readThread(cursor, step, signal);
      return step.kind === 'head'
        ? await this.readHead(cursor, step, signal)
        : await this.readBack(cursor, step, signal);
    } catch (error) {
      const after = isFault(error) ? this.afterFault(cursor, step, error) : undefined;
      if (after === undefined) throw error;
      return this.pageOf([], after);
    }
  }

  private afterFault(
    cursor: YandexMarketCursor,
    step: HeadStep | ThreadStep | BackStep,
    fault: Fault,
  ): YandexMarketCursor | undefined {
    const isOld = step.kind === 'thread' ? step.old === true : step.kind !== 'head';
    if (isOld && fault.code === 'calls_spent' && fault.retryAt !== undefined)
      return { ...cursor, backRestsUntil: fault.retryAt.toISOString() };
    const token = step.kind === 'head' ? cursor.pageToken : step.pageToken;
    const isStale = fault.kind === 'bug' && fault.code === 'bad_request' && token !== undefined;
    return isStale ? restarted(cursor, step, this.now()) : undefined;
  }

  /** Goes on from the page where the last round ended: the list is in order of publication. */
  private async readHead(cursor: YandexMarketCursor, step: HeadStep, signal: AbortSignal): Promise<Page> {
    const { from, to } = stretchOf(cursor.from, this.now());
    const body = { dateTimeFrom: justBefore(from), ...(to && { dateTimeTo: to }) };
    const { wires, next } = await this.list(body, cursor.pageToken, signal);
    const emptyPages = wires.length === 0 ? (step.emptyPages ?? 0) + 1 : 0;
    const noted = { ...noteAll(cursor, wires), head: { ...step, emptyPages } };
    if (next !== undefined && emptyPages < MAX_EMPTY_PAGES)
      return this.pageOf(wires, { ...noted, pageToken: next });
    if (to !== undefined) return this.pageOf(wires, { ...noted, from: to, pageToken: undefined });
    return this.pageOf(wires, headRead(noted, this.now()));
  }

  private async readBack(cursor: YandexMarketCursor, step: BackStep, signal: AbortSignal): Promise<Page> {
    const isUnanswered = step.kind === 'unanswered';
    const { from, to } = stretchOf(step.at, this.now());
    const body = {
      dateTimeFrom: justBefore(from),
      ...(to && { dateTimeTo: to }),
      ...(isUnanswered && { reactionStatus: 'NEED_REACTION' }),
    };
    const { wires, next } = await this.list(body, step.pageToken, signal, 'backfill');
    // Later readings of older days find what was said since: that is new.
    const noted = noteAll(cursor, wires, cursor.deepAt === undefined ? 'old' : undefined);
    if (next !== undefined) return this.pageOf(wires, { ...noted, back: { ...step, pageToken: next } });
    if (to !== undefined)
      return this.pageOf(wires, { ...noted, back: { ...step, at: to, pageToken: undefined } });
    const whole = [{ from: new Date(step.from), startedAt: new Date(step.startedAt) }];
    return { ...this.pageOf(wires, backRead(noted, step)), ...(!isUnanswered && { whole }) };
  }

  private async list(
    body: object,
    pageToken: string | undefined,
    signal: AbortSignal,
    purpose?: 'backfill',
  ): Promise<{ wires: Wire[]; next?: string }> {
    const more = { query: this.pageQuery(pageToken), purpose };
    const result = await this.api.reviews('', body, signal, more).catch(businessGone);
    return { wires: listOf(result['feedbacks'], 'list of reviews'), next: nextOf(result, pageToken) };
  }

  private async readThread(cursor: YandexMarketCursor, step: ThreadStep, signal: AbortSignal): Promise<Page> {
    const task = cursor.queue.find(({ id }) => id === step.id);
    if (task === undefined) return this.threadPage([], { ...cursor, thread: undefined });
    const done = { ...threadRead(cursor, task), thread: undefined };
    try {
      const body = { feedbackId: wireId(task.id) };
      const more = { query: this.pageQuery(step.pageToken), purpose: step.old && ('backfill' as const) };
      const result = await this.api.reviews('/comments', body, signal, more);
      const wires = listOf(result['comments'], 'list of comments');
      const next = nextOf(result, step.pageToken);
      if (next !== undefined)
        return this.threadPage(wires, { ...cursor, thread: { ...step, pageToken: next } });
      const whole = [{ rootExternalId: task.id, startedAt: new Date(step.startedAt) }];
      return { ...this.threadPage(wires, done), whole };
    } catch (error) {
      if (!isFault(error, 'missing')) throw error;
      return { ...this.threadPage([], done), gone: [{ kind: 'review', externalId: task.id }] };
    }
  }

  private pageOf(wires: readonly Wire[], cursor: YandexMarketCursor): Page {
    return this.endOf(wires.map(parseFeedback), cursor);
  }

  private threadPage(wires: readonly Wire[], cursor: YandexMarketCursor): Page {
    const comments = wires.map((wire) => parseComment(wire));
    return this.endOf(comments, cursor);
  }

  private endOf(read: readonly ReturnType<typeof parseFeedback>[], cursor: YandexMarketCursor): Page {
    const mentions = read.filter((mention) => mention !== undefined);
    return { mentions, cursor: cursor as unknown as Cursor, more: isUnderWay(cursor, this.now()) };
  }

  private pageQuery(pageToken: string | undefined): Record<string, string | number | undefined> {
    return { limit: this.context.pageSize ?? PAGE_SIZE, pageToken };
  }

  private now(): Date {
    return this.context.clock.now();
  }
}

function noteAll(cursor: YandexMarketCursor, wires: readonly Wire[], seenAs?: 'old'): YandexMarketCursor {
  return wires.reduce((noted, wire) => {
    const id = textOf(wire['feedbackId']);
    return id === undefined ? noted : noteComments(noted, id, commentsOf(wire), seenAs);
  }, cursor);
}

/** The same token again is the end of the list, not a page. */
function nextOf(result: Wire, pageToken: string | undefined): string | undefined {
  const next = textOf(wireOf(result['paging'])['nextPageToken']);
  return next === pageToken ? undefined : next;
}

/** The border itself does not belong to the list. */
function justBefore(from: string): string {
  return new Date(Date.parse(from) - 1).toISOString();
}

function businessGone(error: unknown): never {
  if (!isFault(error, 'missing')) throw error;
  throw new Fault('disconnected', error.message, {
    code: 'business_missing',
    missing: [NO_BUSINESS],
    cause: error,
  });
}
