import type { Clock } from '@heard/core';
import type { PushDelivery } from '../push.js';
import { renderSimPage } from '../sim-page.js';
import { SimServer, type SimAnswer, type SimFault, type SimRequest } from '../sim-server.js';
import { textOf, wireOf } from '../wire.js';
import { deliveryOf, gatewayError, reviewWire, serviceError } from './trustpilot.fake-wire.js';
import {
  emptyWorld,
  type FakeTrustReview,
  type NewTrustReview,
  type TrustpilotWorld,
} from './trustpilot.world.js';

/** How the made-up site behaves. */
export interface TrustpilotFakeOptions {
  readonly clock: Clock;
  readonly world?: TrustpilotWorld;
  readonly controlKey?: string;
}

const TOKEN_PATH = '/v1/oauth/oauth-business-users-for-applications/';
const TOKEN_SECONDS = 359_999;
const REFRESH_SECONDS = 2_591_999;
const MAX_PER_PAGE = 100;

/** The made-up Trustpilot: one business unit, its reviews, its tokens and its webhook. */
export class TrustpilotFake {
  readonly world: TrustpilotWorld;
  readonly server: SimServer;

  constructor(private readonly options: TrustpilotFakeOptions) {
    this.world = options.world ?? emptyWorld();
    const platform = {
      answer: (request: SimRequest) => this.answer(request),
      throttled: () => gatewayError(429, 'Rate limit quota violation', 'policies.ratelimit.QuotaViolation'),
      page: () => this.renderPage(),
    };
    this.server = new SimServer(platform, options.controlKey);
  }

  /** Rebuilds the platform from what `toJSON` gave. */
  static from(world: unknown, options: Omit<TrustpilotFakeOptions, 'world'>): TrustpilotFake {
    return new TrustpilotFake({ ...options, world: structuredClone(world) as TrustpilotWorld });
  }

  toJSON(): TrustpilotWorld {
    return structuredClone(this.world);
  }

  listen(port?: number): Promise<{ baseUrl: string }> {
    return this.server.listen(port);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** What a person would fill in to connect the business unit. */
  settings(): Record<string, string> {
    const { businessUnitId, apiKey, apiSecret, businessUserId, webhookSecret } = this.world;
    return { businessUnitId, apiKey, apiSecret, businessUserId, webhookSecret };
  }

  get accessToken(): string {
    return `sim-trust-access-${this.world.tokens}`;
  }

  get refreshToken(): string {
    return `sim-trust-refresh-${this.world.tokens}`;
  }

  addReview({ at = this.options.clock.now(), title = '', ...review }: NewTrustReview): string {
    this.world.lastId += 1;
    const id = `65aa00bb11cc22dd${String(this.world.lastId).padStart(8, '0')}`;
    const consumerId = `55bb${String(this.world.lastId).padStart(20, '0')}`;
    const state = { createdAt: at.toISOString(), removed: false, hidden: false };
    this.world.reviews.push({ id, consumerId, ...review, title, ...state });
    return id;
  }

  /** The customer changes the review; it keeps its place. */
  edit(
    id: string,
    change: { readonly stars?: number; readonly text?: string },
    at = this.options.clock.now(),
  ): void {
    Object.assign(this.review(id), change, { updatedAt: at.toISOString() });
  }

  remove(id: string): void {
    this.review(id).removed = true;
  }

  failNext(count: number, kind: SimFault, only?: RegExp): void {
    this.server.failNext(count, kind, only);
  }

  /** What the webhook would deliver of a review as it is now. */
  notificationOf(kind: 'created' | 'updated' | 'deleted', id: string): PushDelivery {
    return deliveryOf(kind, this.review(id), this.world.webhookSecret);
  }

  review(id: string): FakeTrustReview {
    const review = this.world.reviews.find((candidate) => candidate.id === id);
    if (review === undefined) throw new Error(`no review ${id}`);
    return review;
  }

  private answer(request: SimRequest): SimAnswer {
    if (request.path.startsWith(TOKEN_PATH)) return this.token(request);
    const { access, tokenUntil, businessUnitId } = this.world;
    const isAlive = Date.parse(tokenUntil) > this.now() && access !== 'revoked';
    if (request.headers.authorization !== `Bearer ${this.accessToken}` || !isAlive)
      return gatewayError(
        401,
        `Invalid Access Token ${request.headers.authorization ?? ''}`,
        'keymanagement.service.invalid_access_token',
      );
    if (access === 'forbidden') return serviceError(403, 'Access to this business unit is not allowed');
    if (request.path === `/v1/private/business-units/${businessUnitId}/reviews`) return this.list(request);
    const [, id, edge] = /^\/v1\/private\/reviews\/([^/]+)(\/reply)?$/.exec(request.path) ?? [];
    const review = this.world.reviews.find((candidate) => candidate.id === id && !candidate.removed);
    if (review === undefined) return serviceError(404, 'Not found');
    if (edge !== undefined && request.method === 'POST') return this.postReply(request, review);
    return { status: 200, json: reviewWire(review, this.world) };
  }

  /** A second token is not given while the first one lives; its refresh token is the way to the next. */
  private token(request: SimRequest): SimAnswer {
    const { apiKey, apiSecret, access, tokenUntil } = this.world;
    const basic = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
    if (request.headers.authorization !== `Basic ${basic}` || access === 'revoked')
      return gatewayError(401, 'Invalid ApiKey', 'oauth.v2.InvalidApiKey');
    const grant = request.form.get('grant_type');
    if (request.path === `${TOKEN_PATH}refresh`) {
      const isKnown = grant === 'refresh_token' && request.form.get('refresh_token') === this.refreshToken;
      return isKnown
        ? this.newToken()
        : gatewayError(401, 'Invalid Refresh Token', 'keymanagement.service.invalid_refresh_token');
    }
    if (request.path !== `${TOKEN_PATH}accesstoken` || grant !== 'client_credentials')
      return { status: 400, json: { ErrorCode: 1001, Error: 'Unsupported grant type' } };
    if (Date.parse(tokenUntil) > this.now())
      return gatewayError(429, 'An access token was issued already', 'oauth.v2.TooManyTokens');
    return this.newToken();
  }

  private newToken(): SimAnswer {
    this.world.tokens += 1;
    this.world.tokenUntil = new Date(this.now() + TOKEN_SECONDS * 1000).toISOString();
    const json = {
      access_token: this.accessToken,
      refresh_token: this.refreshToken,
      issued_at: String(this.now()),
      expires_in: String(TOKEN_SECONDS),
      refresh_token_issued_at: String(this.now()),
      refresh_token_expires_in: String(REFRESH_SECONDS),
      ...{ token_type: 'BearerToken', status: 'approved', refresh_count: '0', client_id: this.world.apiKey },
    };
    return { status: 200, json };
  }

  private list({ query }: SimRequest): SimAnswer {
    const page = Number(query.get('page') ?? 1);
    const perPage = Number(query.get('perPage') ?? 20);
    const isInRange = Number.isInteger(perPage) && perPage >= 1 && perPage <= MAX_PER_PAGE;
    if (!isInRange || !Number.isInteger(page) || page < 1)
      return { status: 400, json: { ErrorCode: 1001, Error: 'page or perPage is out of range' } };
    const end = Date.parse(query.get('endDateTime') ?? '9999-01-01T00:00:00Z');
    const withReported = query.get('includeReportedReviews') === 'true';
    const all = this.world.reviews
      .filter(({ removed, hidden }) => !removed && (withReported || !hidden))
      .filter(({ createdAt }) => Date.parse(createdAt) <= end)
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id));
    const shown = all.slice((page - 1) * perPage, page * perPage);
    return { status: 200, json: { links: [], reviews: shown.map((each) => reviewWire(each, this.world)) } };
  }

  private postReply(request: SimRequest, review: FakeTrustReview): SimAnswer {
    if (this.world.access === 'read_only') return serviceError(403, 'Replying is not in your plan');
    const body = wireOf(request.json);
    const text = textOf(body['message']) ?? '';
    const by = textOf(body['authorBusinessUserId']);
    if (text === '' || by !== this.world.businessUserId)
      return { status: 400, json: { ErrorCode: 1001, Error: 'message or authorBusinessUserId is missing' } };
    review.reply = { text, by, at: new Date(this.now()).toISOString() };
    return { status: 201, json: {} };
  }

  private now(): number {
    return this.options.clock.now().getTime();
  }

  private renderPage(): string {
    const texts = this.world.reviews
      .filter(({ removed }) => !removed)
      .reverse()
      .map(({ name: author, createdAt: at, title, text, stars, reply }) => ({
        ...{ author, at, text: `${title}\n${text}`.trim(), mark: '★'.repeat(stars) },
        answers: reply ? [{ author: this.world.title, at: reply.at, text: reply.text }] : [],
      }));
    return renderSimPage('Trustpilot (made up)', [{ name: this.world.title, texts }]);
  }
}
