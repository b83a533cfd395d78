import type { Clock } from '@heard/core';
import type { SimAnswer, SimRequest } from '../sim-server.js';
import { dateOf, textOf, wireOf, type Wire } from '../wire.js';
import { jsonWithBigInts } from './yandex-market.json.js';
import type { FakeComment, FakeReview, YandexMarketWorld } from './yandex-market.world.js';

const MAX_LIMIT = 50;
const DEFAULT_LIMIT = 25;
const SIX_MONTHS_MS = 184 * 86_400_000;
const READERS = ['ALL_METHODS', 'ALL_METHODS_READ_ONLY', 'COMMUNICATION'];
const WRITERS = ['ALL_METHODS', 'COMMUNICATION'];

/** What the API of the made-up market answers. */
export class YandexMarketFakeApi {
  private emptyLeft = 0;

  constructor(
    private readonly world: YandexMarketWorld,
    private readonly clock: Clock,
    /** New answers of the shop wait for moderation. */
    private readonly moderated: boolean,
  ) {}

  emptyPages(count: number): void {
    this.emptyLeft = count;
  }

  answer({ method, path, headers, query, json }: SimRequest): SimAnswer {
    const { apiKey, access, businessId, scopes } = this.world;
    if (headers['api-key'] !== apiKey || access === 'expired')
      return refused(401, 'UNAUTHORIZED', `Api-Key ${String(headers['api-key'])} is not valid`);
    if (method !== 'POST') return refused(405, 'METHOD_NOT_ALLOWED', 'use POST');
    if (path === '/v2/auth/token') return done({ apiKey: { name: 'Heard', authScopes: scopes } });
    const root = `/v2/businesses/${businessId}/goods-feedback`;
    if (!path.startsWith(root)) return refused(404, 'NOT_FOUND', 'Business is not found');
    const edge = path.slice(root.length);
    const needed = edge === '/comments/update' ? WRITERS : READERS;
    if (!needed.some((scope) => scopes.includes(scope)))
      return refused(403, 'FORBIDDEN', 'Access denied for this scope');
    const limit = Number(query.get('limit') ?? DEFAULT_LIMIT);
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
      return refused(400, 'BAD_REQUEST', 'limit is out of range');
    const page = { limit, token: query.get('pageToken') ?? query.get('page_token') ?? '' };
    switch (edge) {
      case '':
        return this.reviews(wireOf(json), page);
      case '/comments':
        return this.comments(wireOf(json), page);
      case '/comments/update':
        return this.update(wireOf(json));
    }
    return refused(404, 'NOT_FOUND', 'No such method');
  }

  private reviews(filter: Wire, page: PageQuery): SimAnswer {
    const { feedbackIds, ...others } = filter;
    const standing = this.world.reviews.filter(({ removed }) => !removed);
    if (Array.isArray(feedbackIds)) {
      if (Object.keys(others).length > 0 || feedbackIds.length < 1 || feedbackIds.length > 50)
        return refused(400, 'BAD_REQUEST', 'feedbackIds can not be used with other filters');
      const ids = feedbackIds.map(textOf);
      return done({ feedbacks: standing.filter(({ id }) => ids.includes(id)).map(reviewWire), paging: {} });
    }
    const to = dateOf(filter['dateTimeTo'] ?? this.clock.now().toISOString()) ?? this.clock.now();
    const from = dateOf(filter['dateTimeFrom']) ?? new Date(to.getTime() - SIX_MONTHS_MS);
    if (to.getTime() - from.getTime() > SIX_MONTHS_MS)
      return refused(400, 'BAD_REQUEST', 'The interval is longer than 6 months');
    const found = standing.filter(
      ({ at, needReaction }) =>
        new Date(at) > from &&
        (filter['dateTimeTo'] === undefined || new Date(at) < to) &&
        (filter['reactionStatus'] !== 'NEED_REACTION' || needReaction),
    );
    return this.listed('feedbacks', found, reviewWire, page);
  }

  private comments(filter: Wire, page: PageQuery): SimAnswer {
    const standing = this.world.reviews.filter(({ removed }) => !removed);
    const shown = (review: FakeReview): Commented[] =>
      review.comments.filter(({ status }) => status !== 'DELETED').map((comment) => ({ ...comment, review }));
    const { commentIds } = filter;
    if (Array.isArray(commentIds)) {
      if (filter['feedbackId'] !== undefined) return refused(400, 'BAD_REQUEST', 'one filter only');
      const ids = commentIds.map(textOf);
      const found = standing.flatMap(shown).filter(({ id }) => ids.includes(id));
      return done({ comments: found.map(commentWire), paging: {} });
    }
    const review = standing.find(({ id }) => id === textOf(filter['feedbackId']));
    if (review === undefined) return refused(404, 'NOT_FOUND', 'Feedback is not found');
    return this.listed('comments', shown(review), commentWire, page);
  }

  private update(given: Wire): SimAnswer {
    const review = this.world.reviews.find(
      ({ id, removed }) => id === textOf(given['feedbackId']) && !removed,
    );
    if (review === undefined) return refused(404, 'NOT_FOUND', 'Feedback is not found');
    const { text, parentId } = wireOf(given['comment']);
    const words = textOf(text) ?? '';
    if (words === '' || [...words].length > 4096 || /https?:\/\//.test(words))
      return refused(400, 'BAD_REQUEST', 'The text is empty, too long or has a link');
    const parent = textOf(parentId);
    if (parent !== undefined && !review.comments.some(({ id }) => id === parent))
      return refused(404, 'NOT_FOUND', 'Parent comment is not found');
    const comment: FakeComment = {
      id: this.nextId(),
      ...(parent && { parentId: parent }),
      author: { type: 'BUSINESS', name: this.world.title },
      text: words,
      at: this.clock.now().toISOString(),
      status: this.moderated ? 'UNMODERATED' : 'PUBLISHED',
    };
    review.comments.push(comment);
    review.needReaction = false;
    return done(commentWire({ ...comment, review }));
  }

  nextId(): string {
    this.world.lastId = String(BigInt(this.world.lastId) + 1n);
    return this.world.lastId;
  }

  /** The token names the last entry shown; with it what comes later is found, whatever went meanwhile. */
  private listed<T extends { readonly id: string }>(
    name: string,
    all: readonly T[],
    wireOfEntry: (entry: T) => object,
    { limit, token }: PageQuery,
  ): SimAnswer {
    const after = token === '' ? '' : Buffer.from(token, 'base64url').toString().replace(/~+$/, '');
    if (token !== '' && !/^\d*$/.test(after)) return refused(400, 'BAD_REQUEST', 'pageToken is not valid');
    const rest = all.filter(({ id }) => after === '' || BigInt(id) > BigInt(after));
    const isEmpty = this.emptyLeft > 0;
    const shown = isEmpty ? [] : rest.slice(0, limit);
    const last = isEmpty ? `${after}${'~'.repeat(this.emptyLeft)}` : (shown.at(-1)?.id ?? '');
    if (isEmpty) this.emptyLeft -= 1;
    const more = isEmpty || rest.length > limit;
    const paging = more ? { nextPageToken: Buffer.from(last).toString('base64url') } : {};
    return done({ [name]: shown.map(wireOfEntry), paging });
  }
}

interface PageQuery {
  readonly limit: number;
  readonly token: string;
}

type Commented = FakeComment & { readonly review: FakeReview };

function reviewWire(review: FakeReview): object {
  const { id, at, needReaction, author, advantages, disadvantages, comment, rating, comments } = review;
  const said = { advantages, disadvantages, comment };
  const isBare = Object.values(said).every((part) => part === undefined);
  const roots = comments.filter(({ parentId, status }) => parentId === undefined && status !== 'DELETED');
  return {
    feedbackId: BigInt(id),
    createdAt: at.replace(/\.\d+Z$/, '+00:00'),
    needReaction,
    identifiers: { orderId: 551_100, offerId: 'BOOK-1' },
    ...(author !== undefined && { author }),
    ...(!isBare && { description: said }),
    statistics: { rating, commentsCount: roots.length, recommended: rating > 3, paidAmount: 0 },
  };
}

function commentWire({ id, text, parentId, author, status, review }: Commented): object {
  return {
    id: BigInt(id),
    text,
    canModify: author.type === 'BUSINESS',
    ...(parentId !== undefined && { parentId: BigInt(parentId) }),
    author,
    status,
    feedbackId: BigInt(review.id),
  };
}

function done(result: object): SimAnswer {
  return { status: 200, jsonText: jsonWithBigInts({ status: 'OK', result }) };
}

function refused(status: number, code: string, message: string): SimAnswer {
  return { status, json: { status: 'ERROR', errors: [{ code, message }] } };
}
