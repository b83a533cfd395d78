import type { Clock } from '@heard/core';
import type { SimAnswer, SimRequest } from '../sim-server.js';
import { dateOf, textOf, wireOf, type Wire } from '../wire.js';
import { OzonFakeQuestions, QUESTION_METHODS } from './ozon.fake-questions.js';
import { done, entriesAfter, refused } from './ozon.fake-list.js';
import type { FakeComment, FakeReview, OzonWorld } from './ozon.world.js';

/** How the API of the made-up marketplace behaves. */
export interface OzonFakeHabits {
  /** Fewer a page than asked for; only tests want so. */
  readonly pageSize?: number;
  /** New answers of the shop wait for moderation: listed with their state, or not at all before they pass. */
  readonly moderation?: 'told' | 'silent';
  /** An earlier version of the API does not say whether there are more questions. */
  readonly silentEnd?: boolean;
  /** The older version of the API has sku as a number. */
  readonly skuAsNumber?: boolean;
}

const READING = ['/v2/review/list', '/v2/review/info', '/v1/review/comment/list'];
const METHODS: Readonly<Record<OzonWorld['roles'][number], readonly string[]>> = {
  Admin: ['/v1/actions', ...READING, '/v1/review/comment/create', ...QUESTION_METHODS],
  Questions: QUESTION_METHODS,
  Review: [...READING, '/v1/review/comment/create'],
  'Review read only': READING,
  Product: ['/v3/product/list'],
};

/** What the API of the made-up marketplace answers. */
export class OzonFakeApi {
  private emptyLeft = 0;
  private readonly questions: OzonFakeQuestions;

  constructor(
    private readonly world: OzonWorld,
    private readonly clock: Clock,
    private readonly habits: OzonFakeHabits,
  ) {
    this.questions = new OzonFakeQuestions(world, clock, habits, () => this.nextId());
  }

  emptyPages(count: number): void {
    this.emptyLeft = count;
  }

  nextId(): string {
    this.world.lastId += 1;
    return `0189f9c0-aaaa-7bbb-8ccc-${String(this.world.lastId).padStart(12, '0')}`;
  }

  answer({ method, path, headers, json }: SimRequest): SimAnswer {
    const { clientId, apiKey, access, roles, keyExpiresAt } = this.world;
    const given = String(headers['api-key']);
    if (headers['client-id'] === undefined || headers['api-key'] === undefined)
      return refused(401, 16, 'Client-Id and Api-Key headers are required');
    if (headers['client-id'] !== clientId || given !== apiKey || access === 'expired')
      return refused(403, 7, `Invalid Api-Key ${given}, please contact support`);
    if (method !== 'POST') return refused(404, 5, 'Not Found');
    if (path === '/v1/roles')
      return done({
        expires_at: keyExpiresAt,
        roles: roles.map((name) => ({ name, methods: METHODS[name] })),
      });
    if (!roles.some((role) => METHODS[role].includes(path)))
      return refused(403, 7, 'Api-key is missing a required role for the method');
    if (access === 'no_plan') return refused(403, 7, 'Available for subscription only');
    const body = wireOf(json);
    if (QUESTION_METHODS.includes(path)) {
      return access === 'no_question_plan'
        ? refused(403, 7, 'Method is available with Premium Plus subscription only')
        : this.questions.answer(path, body);
    }
    if (access === 'no_review_plan') return refused(403, 7, 'Available for subscription only');
    switch (path) {
      case '/v2/review/list':
        return this.reviews(body);
      case '/v2/review/info':
        return this.withReview(body, (review) => done(this.reviewWire(review)));
      case '/v1/review/comment/list':
        return this.withReview(body, (review) => this.comments(review, body));
      case '/v1/review/comment/create':
        return this.withReview(body, (review) => this.create(review, body));
    }
    return refused(404, 5, 'Not Found');
  }

  private reviews(body: Wire): SimAnswer {
    const limit = limitOf(body);
    const { status = 'ALL', published_from: since } = wireOf(body['filters']);
    if (limit === undefined)
      return refused(400, 3, 'invalid ReviewListV2Request.Limit: value must be inside range [20, 100]');
    const all = this.world.reviews
      .filter((each) => status !== 'PROCESSED' || each.status === 'PROCESSED')
      .filter(({ at }) => since === undefined || new Date(at) >= (dateOf(since) ?? new Date(0)))
      .toReversed()
      .sort((a, b) => b.at.localeCompare(a.at));
    if (body['sort_dir'] === 'ASC') all.reverse();
    const after = (textOf(body['last_id']) ?? '').replace(/~+$/, '');
    const rest = entriesAfter(all, after);
    if (rest === undefined) return refused(404, 5, 'last_id is not found');
    const isEmpty = this.emptyLeft > 0;
    const shown = isEmpty ? [] : rest.slice(0, Math.min(limit, this.habits.pageSize ?? limit));
    const last = isEmpty ? `${after}${'~'.repeat(this.emptyLeft)}` : (shown.at(-1)?.id ?? '');
    if (isEmpty) this.emptyLeft -= 1;
    const reviews = shown.map((review) => this.reviewWire(review));
    return done({ has_next: isEmpty || shown.length < rest.length, last_id: last, reviews });
  }

  private comments(review: FakeReview, body: Wire): SimAnswer {
    const limit = limitOf(body);
    const offset = Number(body['offset'] ?? 0);
    if (limit === undefined)
      return refused(400, 3, 'invalid CommentListRequest.Limit: value must be inside range [20, 100]');
    const listed = shownComments(review, this.habits.moderation === 'told');
    const shown = listed.slice(offset, offset + limit);
    const comments = shown.map((comment) => this.commentWire(comment));
    return done({ comments, offset: offset + shown.length });
  }

  private create(review: FakeReview, body: Wire): SimAnswer {
    const text = textOf(body['text']) ?? '';
    if (text.trim() === '') return refused(400, 3, 'invalid CommentCreateRequest.Text: value is required');
    if (/https?:/.test(text))
      return refused(400, 3, 'invalid CommentCreateRequest.Text: links are forbidden');
    const parentId = textOf(body['parent_comment_id']);
    const id = this.nextId();
    const state = this.habits.moderation === undefined ? 'published' : 'moderated';
    const at = this.clock.now().toISOString();
    review.comments.push({ id, ...(parentId && { parentId }), byShop: true, text, at, state });
    if (body['mark_review_as_processed'] === true) review.status = 'PROCESSED';
    return done({ comment_id: id });
  }

  private withReview(body: Wire, answer: (review: FakeReview) => SimAnswer): SimAnswer {
    const review = this.world.reviews.find(({ id, removed }) => id === body['review_id'] && !removed);
    return review === undefined ? refused(404, 5, 'Review not found') : answer(review);
  }

  private reviewWire({ id, text, rating, at, status, comments }: FakeReview): object {
    const sku = 1_234_567_890;
    return {
      id,
      sku: this.habits.skuAsNumber === true ? sku : String(sku),
      ...{ text, published_at: at, rating, status, order_status: 'DELIVERED', is_rating_participant: true },
      comments_amount: comments.filter(({ state }) => state === 'published').length,
      ...{ photos_amount: 0, videos_amount: 0 },
    };
  }

  private commentWire({ id, parentId, byShop, text, at, state, reason }: FakeComment): object {
    const isTold = this.habits.moderation === 'told';
    const told = { is_published: state === 'published', is_rejected: state === 'rejected' };
    return {
      ...{ id, text, published_at: at, is_official: byShop, is_owner: byShop },
      parent_comment_id: parentId ?? '',
      ...(isTold && { ...told, deviation_reason: reason ?? '' }),
    };
  }
}

function shownComments({ comments }: FakeReview, unpublished: boolean): FakeComment[] {
  return comments.filter(({ state }) => state === 'published' || (unpublished && state !== 'deleted'));
}

function limitOf(body: Wire): number | undefined {
  const limit = Number(body['limit']);
  return Number.isInteger(limit) && limit >= 20 && limit <= 100 ? limit : undefined;
}
