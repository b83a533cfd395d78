import { Fault, isFault } from '@heard/core';
import { whenAnswering } from '../answer-fault.js';
import type { CheckResult, Cursor, Page, ReplyTarget, SeenReply, Source } from '../source.js';
import { dateOf, listOf, textOf, wireOf, type Wire } from '../wire.js';
import { OzonApi, type OzonContext } from './ozon.api.js';
import { OzonCollector } from './ozon.collect.js';
import { NO_ANSWERING, NO_QUESTION_ROLE, NO_READING } from './ozon.faults.js';
import { isNotBefore } from './ozon.parse.js';
import { isOfQuestions, OzonQuestions } from './ozon.questions.js';
import type { OzonSettings } from './ozon.settings.js';

const LIMIT = 100;
const MAX_COMMENT_PAGES = 20;
const READING = ['/v2/review/list', '/v1/review/comment/list'];
const ANSWERING = '/v1/review/comment/create';
const OF_QUESTIONS = ['list', 'info', 'answer/list', 'answer/create'].map((name) => `/v1/question/${name}`);

/** The reviews of one seller on Ozon, and the questions about their goods. */
export class OzonSource implements Source {
  private readonly api: OzonApi;
  private readonly collector: OzonCollector;
  private readonly questions: OzonQuestions;

  constructor(
    private readonly settings: OzonSettings,
    context: OzonContext,
  ) {
    this.api = new OzonApi(settings, context);
    this.collector = new OzonCollector(this.api, context, settings);
    this.questions = new OzonQuestions(this.api);
  }

  collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    return this.collector.collect(from, signal);
  }

  async check(signal: AbortSignal): Promise<CheckResult> {
    try {
      const key = await this.api.call('/v1/roles', {}, signal);
      const missing = lacksOf(key, this.settings.questions);
      if (missing.length > 0) return { ok: false, missing };
      // Only a list shows whether the subscription is there.
      await this.api.call('/v2/review/list', { limit: 20, sort_dir: 'DESC' }, signal);
      if (this.settings.questions) await this.questions.look(signal);
      const expiresAt = dateOf(key['expires_at']);
      return { ok: true, ...(expiresAt && { expiresAt }) };
    } catch (error) {
      if (!isFault(error, 'disconnected', 'missing', 'bug')) throw error;
      return { ok: false, missing: error.missing ?? [error.message] };
    }
  }

  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    if (isOfQuestions(to)) return this.questions.reply(to, text, signal);
    if (text.trim() === '') throw new Fault('rejected', 'The answer is empty', { code: 'too_short' });
    const reviewId = reviewIdOf(to);
    const json = {
      review_id: reviewId,
      text,
      ...(to.kind === 'comment' && { parent_comment_id: to.externalId }),
      mark_review_as_processed: true,
    };
    const wasProcessed = await this.isProcessed(reviewId, signal);
    // Taken before, and hidden until it is judged: waiting for it is better than saying it twice.
    if (to.again && wasProcessed) return { externalId: unnamed(reviewId) };
    try {
      const externalId = textOf((await this.api.call(ANSWERING, json, signal))['comment_id']);
      return { externalId: externalId ?? unnamed(reviewId) };
    } catch (error) {
      // The answer may have been taken although we were not told: then the review has become processed.
      if (wasProcessed || !isFault(error, 'unavailable')) throw whenAnswering(error, NO_ANSWERING);
      if (!(await this.isProcessed(reviewId, signal))) throw error;
      return { externalId: unnamed(reviewId) };
    }
  }

  async findReply(
    to: ReplyTarget,
    text: string,
    since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    if (isOfQuestions(to)) return this.questions.find(to, text, since, signal);
    const parentId = to.kind === 'comment' ? to.externalId : undefined;
    const ours = (await this.comments(reviewIdOf(to), signal)).findLast(
      (wire) =>
        wire['is_owner'] === true &&
        textOf(wire['parent_comment_id']) === parentId &&
        textOf(wire['text'])?.trim() === text.trim() &&
        isNotBefore(wire, since),
    );
    const externalId = textOf(ours?.['id']);
    // Some accounts are told only of what passed moderation: then what is not listed is not known.
    if (ours === undefined || externalId === undefined) return undefined;
    const reason = textOf(ours['deviation_reason']);
    return { externalId, state: stateOf(ours), ...(reason && { reason }) };
  }

  private async isProcessed(reviewId: string, signal: AbortSignal): Promise<boolean> {
    const review = await this.api.call('/v2/review/info', { review_id: reviewId }, signal);
    return review['status'] === 'PROCESSED';
  }

  private async comments(reviewId: string, signal: AbortSignal): Promise<Wire[]> {
    const all: Wire[] = [];
    for (let page = 0; page < MAX_COMMENT_PAGES; page += 1) {
      const json = { review_id: reviewId, limit: LIMIT, offset: all.length, sort_dir: 'ASC' };
      const body = await this.api.call('/v1/review/comment/list', json, signal);
      const comments = listOf(body['comments'], 'list of comments');
      all.push(...comments);
      if (comments.length < LIMIT) return all;
    }
    return all;
  }
}

function reviewIdOf(to: ReplyTarget): string {
  return to.kind === 'comment' ? (to.rootExternalId ?? '') : to.externalId;
}

function stateOf(comment: Wire): SeenReply['state'] {
  if (comment['is_rejected'] === true) return 'rejected';
  return comment['is_published'] === false ? 'pending' : 'visible';
}

function unnamed(reviewId: string): string {
  return `${reviewId}/comment`;
}

/** What the roles of a key do not let it do; nothing where Ozon does not tell. */
function lacksOf(key: Wire, withQuestions: boolean): string[] {
  if (!Array.isArray(key['roles'])) return [];
  const methods = new Set(key['roles'].flatMap((role) => wireOf(role)['methods']));
  return [
    ...(READING.every((method) => methods.has(method)) ? [] : [NO_READING]),
    ...(methods.has(ANSWERING) ? [] : [NO_ANSWERING]),
    ...(!withQuestions || OF_QUESTIONS.every((method) => methods.has(method)) ? [] : [NO_QUESTION_ROLE]),
  ];
}
