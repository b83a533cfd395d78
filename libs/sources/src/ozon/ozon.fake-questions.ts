import type { Clock } from '@heard/core';
import type { SimAnswer } from '../sim-server.js';
import { textOf, wireOf, type Wire } from '../wire.js';
import { done, entriesAfter, refused } from './ozon.fake-list.js';
import type { FakeQuestion, OzonWorld } from './ozon.world.js';

/** The methods that a plan of their own opens. */
export const QUESTION_METHODS: readonly string[] = [
  '/v1/question/list',
  '/v1/question/info',
  '/v1/question/answer/list',
  '/v1/question/answer/create',
];

const SKU = 1_234_567_890;
const STATUSES: readonly unknown[] = ['ALL', 'NEW', 'VIEWED', 'PROCESSED', 'UNPROCESSED'];
/** Answers on a page of theirs. */
const ANSWERS = 50;

/** Questions about goods, as the API of the made-up marketplace has them. */
export class OzonFakeQuestions {
  constructor(
    private readonly world: OzonWorld,
    private readonly clock: Clock,
    private readonly habits: { readonly pageSize?: number; readonly silentEnd?: boolean },
    private readonly nextId: () => string,
  ) {}

  answer(path: string, body: Wire): SimAnswer {
    if (path === '/v1/question/list') return this.list(body);
    const question = this.world.questions.find(({ id, removed }) => id === body['question_id'] && !removed);
    if (textOf(body['question_id']) === undefined)
      return refused(400, 3, 'invalid QuestionRequest.QuestionId: value is required');
    if (question === undefined) return refused(404, 5, 'question is not found');
    if (path === '/v1/question/info') return done(wireOfQuestion(question));
    if (body['sku'] !== SKU)
      return refused(400, 3, 'invalid QuestionRequest.Sku: value must be the number of the item');
    return path === '/v1/question/answer/list' ? this.answers(question, body) : this.create(question, body);
  }

  private list(body: Wire): SimAnswer {
    const limit = Number(body['limit']);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100)
      return refused(400, 3, 'invalid QuestionListRequest.Limit: value must be inside range [1, 100]');
    if (!STATUSES.includes(wireOf(body['filter'])['status']))
      return refused(400, 3, 'invalid QuestionListRequest.Filter.Status: value must be in list');
    const all = this.world.questions.toReversed().sort((a, b) => b.at.localeCompare(a.at));
    if (body['sort_dir'] === 'ASC') all.reverse();
    const rest = entriesAfter(all, textOf(body['last_id']) ?? '');
    if (rest === undefined) return refused(404, 5, 'last_id is not found');
    const shown = rest.slice(0, Math.min(limit, this.habits.pageSize ?? limit));
    const end = this.habits.silentEnd === true ? {} : { has_next: shown.length < rest.length };
    return done({ questions: shown.map(wireOfQuestion), last_id: shown.at(-1)?.id ?? '', ...end });
  }

  private answers(question: FakeQuestion, body: Wire): SimAnswer {
    const after = textOf(body['last_id']);
    const start = question.answers.findIndex(({ id }) => id === after) + 1;
    const shown = question.answers.slice(start, start + ANSWERS);
    const answers = shown.map(({ id, author, text, at }) => ({
      ...{ id, question_id: question.id, sku: SKU, text, author_name: author, published_at: at },
    }));
    return done({ answers, last_id: shown.at(-1)?.id ?? '' });
  }

  private create(question: FakeQuestion, body: Wire): SimAnswer {
    const text = textOf(body['text']) ?? '';
    if (text.length < 2 || text.length > 3_000)
      return refused(
        400,
        3,
        'invalid QuestionAnswerCreateRequest.Text: value length must be between 2 and 3000',
      );
    const id = this.nextId();
    question.answers.push({ id, author: this.world.title, text, at: this.clock.now().toISOString() });
    question.status = 'PROCESSED';
    return done({ answer_id: id });
  }
}

function wireOfQuestion({ id, author, text, at, status, answers }: FakeQuestion): object {
  return {
    ...{ id, sku: SKU, text, author_name: author, published_at: at, status },
    answers_count: answers.length,
    product_url: `https://www.ozon.ru/product/${SKU}/`,
    question_link: `https://www.ozon.ru/product/${SKU}/questions/?qid=${id}`,
  };
}
