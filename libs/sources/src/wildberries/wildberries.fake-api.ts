import type { Clock } from '@heard/core';
import type { SimAnswer, SimRequest } from '../sim-server.js';
import { textOf, wireOf } from '../wire.js';
import { WildberriesFakePrivate } from './wildberries.fake-private.js';
import { feedbackWire, questionWire } from './wildberries.fake-wire.js';
import { readToken } from './wildberries.token.js';
import type { FakeFeedback, WildberriesWorld } from './wildberries.world.js';

/** How the API of the made-up marketplace behaves. */
export interface WildberriesFakeHabits {
  /** What becomes of a new answer to a review. */
  readonly answerState?: 'none' | 'wbRu' | 'reviewRequired';
  /** A basic token: one request in so many seconds. */
  readonly secondsPerRequest?: number;
  /** Events a page; only tests want few. */
  readonly eventsPerPage?: number;
  /** A section that refuses whatever the token says of itself. */
  readonly withholds?: 'chats' | 'claims';
}

const MAX_TAKE = 5000;
const MAX_SKIP = 199_990;
/** Of questions: `take` and `skip` together. */
const MAX_QUESTIONS = 10_000;
const ARCHIVED_AFTER_MS = 30 * 86_400_000;

/** What the API of the made-up marketplace answers. */
export class WildberriesFakeApi {
  private freeAt = 0;
  private readonly inPrivate: WildberriesFakePrivate;

  constructor(
    private readonly world: WildberriesWorld,
    private readonly clock: Clock,
    private readonly habits: WildberriesFakeHabits,
  ) {
    this.inPrivate = new WildberriesFakePrivate(world, clock, habits);
  }

  answer(request: SimRequest): SimAnswer {
    const refused = this.refusal(request) ?? this.scopeRefusal(request);
    if (refused !== undefined) return refused;
    const inPrivate = this.inPrivate.answer(request);
    if (inPrivate !== undefined) return inPrivate;
    switch (`${request.method} ${request.path}`) {
      case 'GET /ping':
        return { status: 200, json: { TS: this.clock.now().toISOString(), Status: 'OK' } };
      case 'GET /api/v1/feedbacks':
        return this.list(request, request.query.get('isAnswered'));
      case 'GET /api/v1/feedbacks/archive':
        return this.list(request, 'archive');
      case 'GET /api/v1/feedback':
        return this.single(request.query.get('id'));
      case 'POST /api/v1/feedbacks/answer':
      case 'PATCH /api/v1/feedbacks/answer':
        return this.putAnswer(request);
    }
    if (request.path.startsWith('/api/v1/question')) return this.ofQuestions(request);
    return this.gatewayError(404, 'path not found', 'Please consult the documentation');
  }

  private refusal({ headers, path }: SimRequest): SimAnswer | undefined {
    const given = headers.authorization ?? '';
    const isKnown = given === this.world.token || given === `Bearer ${this.world.token}`;
    if (!isKnown || this.world.access === 'expired')
      return this.gatewayError(401, 'unauthorized', `token problem; token is expired: ${given}`);
    if (this.world.access === 'forbidden') return envelopeError(403, 'Ошибка авторизации');
    const now = this.clock.now().getTime();
    const { secondsPerRequest = 0 } = this.habits;
    if (secondsPerRequest === 0 || path === '/ping') return undefined;
    if (now < this.freeAt) return this.tooMany(Math.ceil((this.freeAt - now) / 1000));
    this.freeAt = now + secondsPerRequest * 1000;
    return undefined;
  }

  /** The sections for which the token is of no category. */
  private scopeRefusal({ path }: SimRequest): SimAnswer | undefined {
    const section = sectionOf(path);
    if (section === undefined) return undefined;
    const isOpen = !readToken(this.world.token).lacks.includes(section) && this.habits.withholds !== section;
    const detail = 'token scope not allowed for this API section';
    return isOpen ? undefined : this.gatewayError(401, 'unauthorized', detail);
  }

  private list({ query }: SimRequest, which: string | null): SimAnswer {
    const take = wholeNumber(query.get('take'));
    const skip = wholeNumber(query.get('skip'));
    if (which !== 'true' && which !== 'false' && which !== 'archive')
      return envelopeError(400, 'Плохой формат isAnswered');
    if (take === undefined || take > MAX_TAKE || skip === undefined || skip > MAX_SKIP)
      return envelopeError(400, 'Something went wrong');
    const standing = this.world.feedbacks.filter(({ removed }) => !removed);
    const found = standing.filter((each) =>
      which === 'archive' ? this.isArchived(each) : this.isListed(each, which === 'true'),
    );
    const feedbacks = listed(found, query)
      .slice(skip, skip + take)
      .map(feedbackWire);
    const countArchive = standing.filter((each) => this.isArchived(each)).length;
    const counts = { countUnanswered: standing.length - countArchive, countArchive };
    return envelope({ ...(which !== 'archive' && counts), feedbacks });
  }

  private isListed(feedback: FakeFeedback, answered: boolean): boolean {
    return answered ? feedback.answer !== undefined : !this.isArchived(feedback);
  }

  /** Answered, older than 30 days, or without words. */
  private isArchived({ answer, text, pros, cons, at }: FakeFeedback): boolean {
    const isOld = this.clock.now().getTime() - Date.parse(at) > ARCHIVED_AFTER_MS;
    return answer !== undefined || isOld || `${text}${pros}${cons}` === '';
  }

  private single(id: string | null): SimAnswer {
    const found = this.world.feedbacks.find((each) => each.id === id && !each.removed);
    return found === undefined
      ? envelopeError(422, 'Невозможно получить отзыв по id')
      : envelope(feedbackWire(found));
  }

  /** Any id is taken: only reading back shows whether the answer stands. */
  private putAnswer(request: SimRequest): SimAnswer {
    const { id, text } = wireOf(request.json);
    const words = textOf(text);
    if (words === undefined || words.length < 2 || words.length > 5000)
      return this.gatewayError(400, 'bad request', 'text length is out of range');
    if (/https?:/.test(words)) return this.gatewayError(400, 'bad request', 'links are not allowed in text');
    const found = this.world.feedbacks.find((each) => each.id === id && !each.removed);
    const state = this.habits.answerState ?? 'wbRu';
    if (found === undefined) return { status: 204 };
    if (request.method === 'POST') found.answer ??= { text: words, state };
    // An answer is corrected once; whoever tries again is told nothing of it.
    else if (found.answer && !found.answer.corrected) found.answer = { text: words, state, corrected: true };
    return { status: 204 };
  }

  private ofQuestions({ method, path, query, json }: SimRequest): SimAnswer {
    const { id, answer, state } = wireOf(json);
    const standing = this.world.questions.filter(({ removed }) => !removed);
    if (method === 'GET' && path === '/api/v1/question') {
      const found = standing.find((each) => each.id === query.get('id'));
      return found === undefined
        ? envelopeError(422, 'Невозможно получить вопрос по id')
        : envelope(questionWire(found));
    }
    if (method === 'GET') return this.questions(query);
    const found = standing.find((each) => each.id === id);
    const text = textOf(wireOf(answer)['text']);
    if (method !== 'PATCH' || text === undefined || (state !== 'wbRu' && state !== 'none'))
      return envelopeError(400, 'failed to decode JSON request.');
    if (found === undefined) return envelopeError(404, 'Не найден вопрос');
    if (found.answer?.corrected) return envelopeError(400, 'Ответ можно отредактировать только один раз');
    const at = this.clock.now().toISOString();
    found.answer = { text, at, ...(found.answer && { corrected: true }) };
    found.declined = state === 'none';
    return envelope(null);
  }

  private questions(query: URLSearchParams): SimAnswer {
    const take = wholeNumber(query.get('take'));
    const skip = wholeNumber(query.get('skip'));
    const answered = query.get('isAnswered');
    if (answered !== 'true' && answered !== 'false') return envelopeError(400, 'Плохой формат isAnswered');
    if (take === undefined || skip === undefined || take + skip > MAX_QUESTIONS)
      return envelopeError(400, 'Something went wrong');
    const standing = this.world.questions.filter(({ removed }) => !removed);
    const found = standing.filter(({ answer }) => (answer !== undefined) === (answered === 'true'));
    const questions = listed(found, query)
      .slice(skip, skip + take)
      .map(questionWire);
    const countArchive = standing.filter(({ answer }) => answer !== undefined).length;
    return envelope({ countUnanswered: standing.length - countArchive, countArchive, questions });
  }

  tooMany(seconds: number): SimAnswer {
    const refused = this.gatewayError(429, 'too many requests', 'limited by global limiter');
    const headers = {
      'X-Ratelimit-Retry': String(seconds),
      'X-Ratelimit-Limit': '6',
      'X-Ratelimit-Reset': String(seconds + 2),
    };
    return { ...refused, headers };
  }

  private gatewayError(status: number, title: string, detail: string): SimAnswer {
    const timestamp = this.clock.now().toISOString();
    const ids = {
      code: '07e4668e-sim',
      requestId: '7b80742415072fe8b6b7f7761f1d1211',
      origin: 's2s-api-auth',
    };
    return { status, json: { title, detail, ...ids, status, statusText: title, timestamp } };
  }
}

function sectionOf(path: string): 'chats' | 'claims' | undefined {
  if (path.startsWith('/api/v1/seller/')) return 'chats';
  return path.startsWith('/api/v1/claim') ? 'claims' : undefined;
}

/** From `dateFrom` on, in the order that is asked for. */
function listed<T extends { readonly at: string }>(all: readonly T[], query: URLSearchParams): T[] {
  const from = Number(query.get('dateFrom') ?? 0) * 1000;
  const found = all.filter(({ at }) => Date.parse(at) >= from).sort((a, b) => a.at.localeCompare(b.at));
  return query.get('order') === 'dateAsc' ? found : found.reverse();
}

function envelope(data: unknown): SimAnswer {
  return { status: 200, json: { data, error: false, errorText: '', additionalErrors: null } };
}

function envelopeError(status: number, errorText: string): SimAnswer {
  const requestId = '734c9ea8-39e5-45c9-8cad-f03c13f733e9';
  return { status, json: { data: null, error: true, errorText, additionalErrors: null, requestId } };
}

function wholeNumber(given: string | null): number | undefined {
  return given !== null && /^\d+$/.test(given) ? Number(given) : undefined;
}
