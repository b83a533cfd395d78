import { Fault, isFault } from '@heard/core';
import { whenAnswering } from '../answer-fault.js';
import type { CheckResult, Cursor, Page, Pushed, ReplyTarget, SeenReply, Source } from '../source.js';
import { dateOf, listOf, textOf, wireOf, type Wire } from '../wire.js';
import { YandexMarketApi, type YandexMarketContext } from './yandex-market.api.js';
import { YandexMarketCollector } from './yandex-market.collect.js';
import { firstCursor, type YandexMarketCursor } from './yandex-market.cursor.js';
import { NO_BUSINESS, NO_COMMUNICATION, READ_ONLY_KEY } from './yandex-market.faults.js';
import { wireId } from './yandex-market.json.js';
import { isOfBrand, parseComment, parseFeedback } from './yandex-market.parse.js';
import type { YandexMarketSettings } from './yandex-market.settings.js';

const MAX_ANSWER = 4096;
const MAX_THREAD_PAGES = 20;

/** The reviews of goods of one cabinet of Yandex Market. */
export class YandexMarketSource implements Source {
  private readonly api: YandexMarketApi;
  private readonly collector: YandexMarketCollector;

  constructor(
    private readonly settings: YandexMarketSettings,
    private readonly context: YandexMarketContext,
  ) {
    this.api = new YandexMarketApi(settings, context);
    this.collector = new YandexMarketCollector(this.api, context);
  }

  collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    const cursor =
      from?.['v'] === 1
        ? (from as unknown as YandexMarketCursor)
        : firstCursor(this.context.clock.now(), this.settings.backfillDays);
    return this.collector.collect(cursor, signal);
  }

  async check(signal: AbortSignal): Promise<CheckResult> {
    try {
      const { apiKey } = await this.api.token(signal);
      const scopes = wireOf(apiKey)['authScopes'];
      const lack = lackOf(Array.isArray(scopes) ? scopes : []);
      if (lack !== undefined) return { ok: false, missing: [lack] };
      await this.api.reviews('', {}, signal, { query: { limit: 1 } });
      return { ok: true };
    } catch (error) {
      if (!isFault(error, 'disconnected', 'missing', 'bug')) throw error;
      return {
        ok: false,
        missing: error.missing ?? [error.kind === 'missing' ? NO_BUSINESS : error.message],
      };
    }
  }

  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    const length = [...text].length;
    if (length < 1 || length > MAX_ANSWER) {
      const message = `Yandex Market takes answers of up to ${MAX_ANSWER} characters; this one has ${length}`;
      throw new Fault('rejected', message, { code: length < 1 ? 'too_short' : 'too_long' });
    }
    const comment = { ...(to.kind === 'comment' && { parentId: numberOf(to.externalId) }), text };
    const json = { feedbackId: numberOf(reviewIdOf(to)), comment };
    const result = await this.api.reviews('/comments/update', json, signal).catch((error: unknown) => {
      throw whenAnswering(error, READ_ONLY_KEY);
    });
    const externalId = textOf(result['id']);
    if (externalId === undefined)
      throw new Fault('unavailable', 'Yandex Market did not name the comment', { code: 'unexpected_shape' });
    return { externalId };
  }

  /** Comments carry no time: the last one with these words in this place is taken for ours. */
  async findReply(
    to: ReplyTarget,
    text: string,
    _since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    const parentId = to.kind === 'comment' ? to.externalId : undefined;
    const thread = await this.thread(reviewIdOf(to), signal);
    const ours = thread.findLast(
      (wire) =>
        isOfBrand(wire) &&
        textOf(wire['parentId']) === parentId &&
        textOf(wire['text'])?.trim() === text.trim(),
    );
    const externalId = textOf(ours?.['id']);
    if (ours === undefined || externalId === undefined || ours['status'] === 'DELETED') return undefined;
    const state = ours['status'];
    return {
      externalId,
      state: state === 'PUBLISHED' ? 'visible' : state === 'BANNED' ? 'rejected' : 'pending',
    };
  }

  /** A notification gives ids only: what they stand for is fetched. */
  async takePushed(event: unknown, signal: AbortSignal): Promise<Pushed> {
    const hint = wireOf(event);
    const commentId = wireId(textOf(hint['commentId']));
    if (commentId !== undefined) {
      const result = await this.api.reviews('/comments', { commentIds: [commentId] }, signal);
      const createdAt = dateOf(hint['createdAt']);
      const comments = listOf(result['comments'], 'list of comments').map((wire) =>
        parseComment(wire, createdAt),
      );
      return { mentions: comments.filter((mention) => mention !== undefined) };
    }
    const feedbackId = wireId(textOf(hint['feedbackId']));
    if (feedbackId === undefined) return { mentions: [] };
    const result = await this.api.reviews('', { feedbackIds: [feedbackId] }, signal);
    const reviews = listOf(result['feedbacks'], 'list of reviews').map(parseFeedback);
    return { mentions: reviews.filter((mention) => mention !== undefined) };
  }

  private async thread(feedbackId: string, signal: AbortSignal): Promise<Wire[]> {
    const comments: Wire[] = [];
    let pageToken: string | undefined;
    for (let page = 0; page < MAX_THREAD_PAGES; page += 1) {
      const json = { feedbackId: numberOf(feedbackId) };
      const result = await this.api.reviews('/comments', json, signal, { query: { limit: 50, pageToken } });
      comments.push(...listOf(result['comments'], 'list of comments'));
      const next = textOf(wireOf(result['paging'])['nextPageToken']);
      if (next === undefined || next === pageToken) return comments;
      pageToken = next;
    }
    return comments;
  }
}

function reviewIdOf(to: ReplyTarget): string {
  return to.kind === 'comment'
    ? (to.rootExternalId ?? textOf(wireOf(to.raw)['feedbackId']) ?? '')
    : to.externalId;
}

function numberOf(id: string): bigint {
  const number = wireId(id);
  if (number === undefined) throw new Fault('missing', 'Yandex Market has no such id');
  return number;
}

function lackOf(scopes: readonly unknown[]): string | undefined {
  if (scopes.includes('ALL_METHODS') || scopes.includes('COMMUNICATION')) return undefined;
  return scopes.includes('ALL_METHODS_READ_ONLY') ? READ_ONLY_KEY : NO_COMMUNICATION;
}
