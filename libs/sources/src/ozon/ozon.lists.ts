import { Fault, isFault } from '@heard/core';
import type { PageAsked } from '../review-list.js';
import type { ThreadTask } from '../thread-queue.js';
import { listOf, textOf, wireOf, type Wire } from '../wire.js';
import type { OzonApi } from './ozon.api.js';
import { withoutQuestions } from './ozon.faults.js';
import { parseAnswer, parseComment, parseQuestion, parseReview } from './ozon.parse.js';
import type { SectionCalls, ThreadPage } from './ozon.section.js';

/** The most that is allowed; fewer than 20 reviews are refused. */
const LIMIT = 100;
const defined = <T>(each: T | undefined): each is T => each !== undefined;

/** Reviews, and the comments below them. */
export function reviewCalls(api: OzonApi): SectionCalls {
  return {
    kind: 'review',
    counter: 'comments_amount',
    parse: parseReview,
    list: ({ place, purpose }, signal) => {
      // No filter by date: that older ones follow is how the end of what is new is known.
      const json = { filters: { status: 'ALL' }, last_id: place ?? '', limit: LIMIT, sort_dir: 'DESC' };
      return listPage(api.call('/v2/review/list', json, signal, purpose), 'reviews');
    },
    thread: async ({ id, place, old }, signal) => {
      const offset = Number(place ?? 0);
      const json = { review_id: id, limit: LIMIT, offset, sort_dir: 'ASC' };
      const body = await api.call('/v1/review/comment/list', json, signal, old && 'backfill');
      const wires = listOf(body['comments'], 'list of comments');
      const mentions = wires.map((wire) => parseComment(wire, id)).filter(defined);
      return { mentions, ...(wires.length >= LIMIT && { next: String(offset + wires.length) }) };
    },
  };
}

/** Questions about goods, and the answers of buyers and of the shop. */
export function questionCalls(api: OzonApi, shopName: string | undefined): SectionCalls {
  const list = ({ place, purpose }: PageAsked, signal: AbortSignal) => {
    const json = { filter: { status: 'ALL' }, last_id: place ?? '', limit: LIMIT, sort_dir: 'DESC' };
    return listPage(api.call('/v1/question/list', json, signal, purpose), 'questions');
  };
  const thread = async ({ id, place, old }: ThreadTask, signal: AbortSignal): Promise<ThreadPage> => {
    const purpose = old && 'backfill';
    const { sku } = await api.call('/v1/question/info', { question_id: id }, signal, purpose);
    const json = answersOf(id, sku, place);
    const body = await api.call('/v1/question/answer/list', json, signal, purpose);
    const wires = listOf(body['answers'], 'list of answers');
    const next = wires.length === 0 ? undefined : textOf(body['last_id']);
    return { mentions: wires.map((wire) => parseAnswer(wire, id, shopName)).filter(defined), next };
  };
  return {
    ...{ kind: 'post', counter: 'answers_count', parse: parseQuestion },
    list: (asked, signal) => list(asked, signal).catch(withoutQuestions),
    thread: (task, signal) => thread(task, signal).catch(withoutQuestions),
  };
}

/** What a page of answers to a question is asked for with; the API takes the SKU as a number only. */
export function answersOf(questionId: string, sku: unknown, lastId?: string): object {
  return { question_id: questionId, sku: Number(sku), ...(lastId && { last_id: lastId }) };
}

async function listPage(called: Promise<Wire>, name: string): Promise<{ wires: Wire[]; next?: string }> {
  const body = await called.catch((error: unknown) => {
    // The entry that the place is named by may be gone: the list starts over.
    if (!isFault(error, 'missing')) throw error;
    throw new Fault('bug', error.message, { code: 'bad_request', cause: error });
  });
  const wires = listOf(body[name], `list of ${name}`);
  // Earlier versions of the API do not say whether there is more: then an empty page is the end.
  const goesOn = wireOf(body)['has_next'] ?? wires.length > 0;
  return { wires, next: goesOn === true ? textOf(body['last_id']) : undefined };
}
