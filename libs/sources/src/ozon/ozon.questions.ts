import { Fault, isFault, sameWords } from '@heard/core';
import { whenAnswering } from '../answer-fault.js';
import type { ReplyTarget, SeenReply } from '../source.js';
import { listOf, textOf, type Wire } from '../wire.js';
import type { OzonApi } from './ozon.api.js';
import { NO_QUESTION_ROLE, withoutAnswers, withoutQuestions } from './ozon.faults.js';
import { answersOf } from './ozon.lists.js';
import { isNotBefore } from './ozon.parse.js';

const MIN_ANSWER = 2;
const MAX_ANSWER = 3_000;
const MAX_PAGES = 20;

/** True for a question, and for an answer below one. */
export function isOfQuestions({ kind }: ReplyTarget): boolean {
  return kind === 'post' || kind === 'reply';
}

/** Answers to questions about goods; what is said to another's answer stands below the question too. */
export class OzonQuestions {
  constructor(private readonly api: OzonApi) {}

  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    const { length } = text.trim();
    if (length < MIN_ANSWER || length > MAX_ANSWER) {
      const message = `Ozon takes answers to questions of ${MIN_ANSWER} to ${MAX_ANSWER} characters; this one has ${length}`;
      throw new Fault('rejected', message, { code: length < MIN_ANSWER ? 'too_short' : 'too_long' });
    }
    const id = questionIdOf(to);
    const before = await this.info(id, signal);
    // Taken before, and hidden until it is judged: waiting for it is better than saying it twice.
    if (to.again && isProcessed(before)) return { externalId: unnamed(id) };
    try {
      const json = { ...answersOf(id, before['sku']), text };
      const answer = await this.api.call('/v1/question/answer/create', json, signal);
      return { externalId: textOf(answer['answer_id']) ?? unnamed(id) };
    } catch (error) {
      // The answer may have been taken although we were not told: then the question has become processed.
      if (isProcessed(before) || !isFault(error, 'unavailable'))
        return withoutAnswers(whenAnswering(error, NO_QUESTION_ROLE));
      if (!isProcessed(await this.info(id, signal))) throw error;
      return { externalId: unnamed(id) };
    }
  }

  /** Ozon does not say whose an answer is: it is ours when it has our words, and is no older than they are. */
  async find(
    to: ReplyTarget,
    text: string,
    since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    const id = questionIdOf(to);
    const { sku } = await this.info(id, signal);
    let lastId: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const body = await this.api.call('/v1/question/answer/list', answersOf(id, sku, lastId), signal);
      const wires = listOf(body['answers'], 'list of answers');
      const ours = wires.find(
        (wire) => sameWords(textOf(wire['text']) ?? '', text) && isNotBefore(wire, since),
      );
      const externalId = textOf(ours?.['id']);
      if (externalId !== undefined) return { externalId, state: 'visible' };
      const next = textOf(body['last_id']);
      if (wires.length === 0 || next === undefined || next === lastId) return undefined;
      lastId = next;
    }
    return undefined;
  }

  /** What a check asks for: only a list shows whether the subscription is there. */
  async look(signal: AbortSignal): Promise<void> {
    const json = { filter: { status: 'ALL' }, last_id: '', limit: 20, sort_dir: 'DESC' };
    await this.api.call('/v1/question/list', json, signal).catch(withoutQuestions);
  }

  private info(id: string, signal: AbortSignal): Promise<Wire> {
    return this.api.call('/v1/question/info', { question_id: id }, signal).catch(withoutAnswers);
  }
}

function questionIdOf(to: ReplyTarget): string {
  return to.kind === 'reply' ? (to.rootExternalId ?? '') : to.externalId;
}

function isProcessed({ status }: Wire): boolean {
  return status === 'PROCESSED';
}

function unnamed(questionId: string): string {
  return `${questionId}/answer`;
}
