import type { Clock } from '@heard/core';
import type { PushDelivery } from '../push.js';
import { renderSimPage } from '../sim-page.js';
import { SimServer, type SimAnswer, type SimFault } from '../sim-server.js';
import { YandexMarketFakeApi } from './yandex-market.fake-api.js';
import { jsonWithBigInts } from './yandex-market.json.js';
import {
  emptyWorld,
  type FakeComment,
  type FakeReview,
  type NewComment,
  type NewReview,
  type YandexMarketWorld,
} from './yandex-market.world.js';

/** How the made-up market behaves. */
export interface YandexMarketFakeOptions {
  readonly clock: Clock;
  readonly world?: YandexMarketWorld;
  readonly controlKey?: string;
  /** New answers of the shop wait for moderation. */
  readonly moderated?: boolean;
}

const THROTTLED_MS = 120_000;

/** The made-up Yandex Market: one cabinet, its reviews, the comments below them and its notifications. */
export class YandexMarketFake {
  readonly world: YandexMarketWorld;
  readonly server: SimServer;
  private readonly api: YandexMarketFakeApi;

  constructor(private readonly options: YandexMarketFakeOptions) {
    this.world = options.world ?? emptyWorld();
    this.api = new YandexMarketFakeApi(this.world, options.clock, options.moderated ?? false);
    const platform = {
      answer: (request: Parameters<YandexMarketFakeApi['answer']>[0]) => this.api.answer(request),
      throttled: () => this.throttled(),
      page: () => this.renderPage(),
    };
    this.server = new SimServer(platform, options.controlKey);
  }

  /** Rebuilds the platform from what `toJSON` gave. */
  static from(world: unknown, options: Omit<YandexMarketFakeOptions, 'world'>): YandexMarketFake {
    return new YandexMarketFake({ ...options, world: structuredClone(world) as YandexMarketWorld });
  }

  toJSON(): YandexMarketWorld {
    return structuredClone(this.world);
  }

  listen(port?: number): Promise<{ baseUrl: string }> {
    return this.server.listen(port);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** What a person would fill in to connect the cabinet. */
  settings(): Record<string, string> {
    const { businessId, apiKey, notificationSecret } = this.world;
    return { businessId, apiKey, notificationSecret };
  }

  addReview({ at = this.options.clock.now(), ...review }: NewReview): string {
    const id = this.api.nextId();
    const state = { needReaction: true, removed: false, comments: [] };
    this.world.reviews.push({ id, ...review, at: at.toISOString(), ...state });
    return id;
  }

  addComment({ reviewId, parentId, author = 'Мария', byShop = false, text }: NewComment): string {
    const id = this.api.nextId();
    const by = byShop
      ? { type: 'BUSINESS' as const, name: this.world.title }
      : { type: 'USER' as const, name: author };
    const at = this.options.clock.now().toISOString();
    const comment = { id, ...(parentId && { parentId }), author: by, text, at, status: 'PUBLISHED' as const };
    this.review(reviewId).comments.push(comment);
    return id;
  }

  remove(id: string): void {
    this.review(id).removed = true;
  }

  /** The market decides about a comment, or somebody deletes it. */
  judge(id: string, status: FakeComment['status']): void {
    this.comment(id).comment.status = status;
  }

  setAccess(access: YandexMarketWorld['access']): void {
    this.world.access = access;
  }

  setScopes(...scopes: string[]): void {
    this.world.scopes = scopes;
  }

  failNext(count: number, kind: SimFault, only?: RegExp): void {
    this.server.failNext(count, kind, only);
  }

  emptyPages(count: number): void {
    this.api.emptyPages(count);
  }

  review(id: string): FakeReview {
    const review = this.world.reviews.find((candidate) => candidate.id === id);
    if (review === undefined) throw new Error(`no review ${id}`);
    return review;
  }

  /** The notification that a review or a comment came, as it reaches the address that was entered with its secret. */
  notificationOf(id: string): PushDelivery {
    const review = this.world.reviews.find((candidate) => candidate.id === id);
    const businessId = BigInt(this.world.businessId);
    if (review !== undefined) {
      const publishedAt = this.options.clock.now().toISOString();
      const ids = { feedbackId: BigInt(id), createdAt: review.at, publishedAt };
      return this.notification({ notificationType: 'GOODS_FEEDBACK_CREATED', businessId, ...ids });
    }
    const { comment, review: of } = this.comment(id);
    const ids = { commentId: BigInt(id), feedbackId: BigInt(of.id), createdAt: comment.at };
    return this.notification({ notificationType: 'GOODS_FEEDBACK_COMMENT_CREATED', businessId, ...ids });
  }

  /** Any notification, e.g. a PING. */
  notification(body: object): PushDelivery {
    const headers = { 'content-type': 'application/json' };
    const query = { secret: this.world.notificationSecret };
    return { method: 'POST', query, headers, body: Buffer.from(jsonWithBigInts(body)) };
  }

  private comment(id: string): { comment: FakeComment; review: FakeReview } {
    for (const review of this.world.reviews) {
      const comment = review.comments.find((candidate) => candidate.id === id);
      if (comment !== undefined) return { comment, review };
    }
    throw new Error(`no comment ${id}`);
  }

  private throttled(): SimAnswer {
    const until = new Date(this.options.clock.now().getTime() + THROTTLED_MS).toUTCString();
    const headers = {
      'X-RateLimit-Resource-Limit': '5000',
      'X-RateLimit-Resource-Until': until,
      'X-RateLimit-Resource-Remaining': '0',
    };
    const errors = [{ code: 'LIMIT_EXCEEDED', message: 'Hit rate limit of 5000 per hour' }];
    return { status: 420, headers, json: { status: 'ERROR', errors } };
  }

  private renderPage(): string {
    const texts = this.world.reviews
      .filter(({ removed }) => !removed)
      .toReversed()
      .map(({ author = 'Аноним', at, rating, comments, comment, advantages, disadvantages }) => ({
        ...{ author, at, mark: '★'.repeat(rating) },
        text: [comment, advantages, disadvantages].filter(Boolean).join('\n'),
        answers: comments.map((each) => ({
          ...{ author: each.author.name, at: each.at, text: each.text, mark: each.status.toLowerCase() },
        })),
      }));
    return renderSimPage('Яндекс Маркет (made up)', [{ name: this.world.title, texts }]);
  }
}
