import { createPublicKey } from 'node:crypto';
import type { Clock } from '@heard/core';
import { readJwt } from '../jwt.js';
import { renderSimPage } from '../sim-page.js';
import { SimList } from '../sim-list.js';
import { SimServer, type SimAnswer, type SimFault, type SimRequest } from '../sim-server.js';
import { countOf, textOf, wireOf } from '../wire.js';
import { appStoreError, includedFor, MAX_LIMIT, reviewWire } from './app-store.fake-wire.js';
import { emptyWorld, type AppStoreWorld, type FakeAppReview, type NewAppReview } from './app-store.world.js';

/** How the made-up store behaves. */
export interface AppStoreFakeOptions {
  readonly clock: Clock;
  readonly world?: AppStoreWorld;
  readonly pageSize?: number;
  readonly controlKey?: string;
}

const CALLS_AN_HOUR = 3_500;
const LONGEST_TOKEN_SECONDS = 20 * 60;
const MAX_ANSWER = 5_970;
const KNOWN_PARAMETERS = new Set(['sort', 'include', 'limit', 'cursor']);

/** The made-up App Store Connect: one app and its reviews. */
export class AppStoreFake {
  readonly world: AppStoreWorld;
  readonly server: SimServer;
  private readonly list = new SimList(({ createdAt, id }: FakeAppReview) => `${createdAt}|${id}`);
  private linkOrigin?: string;

  constructor(private readonly options: AppStoreFakeOptions) {
    this.world = options.world ?? emptyWorld();
    const platform = {
      answer: (request: SimRequest) => this.counted(request),
      throttled: () => appStoreError(429, 'RATE_LIMIT_EXCEEDED', 'The request rate limit has been reached.'),
      page: () => this.renderPage(),
    };
    this.server = new SimServer(platform, options.controlKey);
  }

  /** Rebuilds the platform from what `toJSON` gave. */
  static from(world: unknown, options: Omit<AppStoreFakeOptions, 'world'>): AppStoreFake {
    return new AppStoreFake({ ...options, world: structuredClone(world) as AppStoreWorld });
  }

  toJSON(): AppStoreWorld {
    return structuredClone(this.world);
  }

  listen(port?: number): Promise<{ baseUrl: string }> {
    return this.server.listen(port);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** What a person would fill in to connect the app. */
  settings(): Record<string, string> {
    const { appId, keyId, issuerId, privateKey } = this.world;
    return { appId, keyId, issuerId, privateKey };
  }

  addReview({ at = this.options.clock.now(), territory = 'UKR', ...review }: NewAppReview): string {
    this.world.lastId += 1;
    const id = `00000012-aaaa-bbbb-cccc-${String(this.world.lastId).padStart(12, '0')}`;
    this.world.reviews.push({ id, ...review, territory, createdAt: at.toISOString(), removed: false });
    return id;
  }

  /** The customer changes the review; the old words are nowhere any more. */
  edit(id: string, change: { readonly stars?: number; readonly body?: string }): void {
    Object.assign(this.review(id), change);
  }

  remove(id: string): void {
    this.review(id).removed = true;
  }

  /** Apple shows an answer. */
  publishAnswer(id: string): void {
    const { answer } = this.review(id);
    if (answer !== undefined) answer.state = 'PUBLISHED';
  }

  failNext(count: number, kind: SimFault, only?: RegExp): void {
    this.server.failNext(count, kind, only);
  }

  /** The next `count` lists come empty, with a link to the next page. */
  emptyPages(count: number): void {
    this.list.emptyPages(count);
  }

  /** Links to next pages lead to another host. */
  linkElsewhere(origin: string): void {
    this.linkOrigin = origin;
  }

  review(id: string): FakeAppReview {
    const review = this.world.reviews.find((candidate) => candidate.id === id);
    if (review === undefined) throw new Error(`no review ${id}`);
    return review;
  }

  private async counted(request: SimRequest): Promise<SimAnswer> {
    this.world.calls += 1;
    const left = CALLS_AN_HOUR - this.world.calls;
    const headers = {
      'x-rate-limit': `user-hour-lim:${CALLS_AN_HOUR};user-hour-rem:${Math.max(0, left)};`,
      date: this.options.clock.now().toUTCString(),
    };
    const answer =
      left < 0
        ? appStoreError(429, 'RATE_LIMIT_EXCEEDED', 'The request rate limit has been reached.')
        : await this.answer(request);
    return { ...answer, headers };
  }

  private async answer(request: SimRequest): Promise<SimAnswer> {
    if (!(await this.isAuthorised(request.headers.authorization)))
      return appStoreError(
        401,
        'NOT_AUTHORIZED',
        `Provide a properly configured and signed bearer token, not ${request.headers.authorization ?? ''}`,
      );
    if (this.world.access === 'no_role')
      return appStoreError(403, 'FORBIDDEN_ERROR', 'The API key in use does not allow this request');
    const unknown = [...request.query.keys()].find((name) => !KNOWN_PARAMETERS.has(name));
    if (unknown !== undefined)
      return appStoreError(400, 'PARAMETER_ERROR.ILLEGAL', `The parameter '${unknown}' is not allowed`);
    if (request.path === `/v1/apps/${this.world.appId}/customerReviews`) return this.listed(request);
    if (request.path === '/v1/customerReviewResponses' && request.method === 'POST')
      return this.postAnswer(request);
    const [, id, edge] = /^\/v1\/customerReviews\/([^/]+)(\/response)?$/.exec(request.path) ?? [];
    const review = this.world.reviews.find((candidate) => candidate.id === id && !candidate.removed);
    if (review === undefined || edge !== undefined)
      return appStoreError(404, 'NOT_FOUND', 'The specified resource does not exist');
    const isIncluded = request.query.get('include') === 'response';
    const data = reviewWire(review, isIncluded, this.server.baseUrl);
    return { status: 200, json: { data, ...(isIncluded && includedFor([review])) } };
  }

  /** Checks the token as Apple does: signature, key, audience, and a life of at most 20 minutes. */
  private async isAuthorised(authorization = ''): Promise<boolean> {
    const { publicKey, keyId, issuerId, access } = this.world;
    const token = await readJwt(authorization.replace(/^Bearer /, ''), 'ES256', createPublicKey(publicKey));
    if (token === undefined || access === 'revoked' || token.header['kid'] !== keyId) return false;
    const { iss, sub, aud, iat, exp } = token.claims;
    const nowSeconds = this.options.clock.now().getTime() / 1000;
    const isOurs = iss === issuerId || (iss === undefined && sub === 'user');
    const livesRight = countOf(exp) > nowSeconds && countOf(exp) - countOf(iat) <= LONGEST_TOKEN_SECONDS;
    return isOurs && aud === 'appstoreconnect-v1' && livesRight && countOf(iat) <= nowSeconds;
  }

  private listed(request: SimRequest): SimAnswer {
    const { query } = request;
    const limit = Number(query.get('limit') ?? 50);
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
      return appStoreError(400, 'PARAMETER_ERROR.INVALID', "The parameter 'limit' is out of range", 'limit');
    if (query.get('sort') !== '-createdDate')
      return appStoreError(400, 'PARAMETER_ERROR.INVALID', 'Only -createdDate is made up here', 'sort');
    const all = this.world.reviews.filter(({ removed }) => !removed);
    const size = Math.min(limit, this.options.pageSize ?? MAX_LIMIT);
    const { shown, next } = this.list.page(all, query.get('cursor') ?? undefined, size);
    return { status: 200, json: this.document(request, shown, all.length, next) };
  }

  private document(
    request: SimRequest,
    shown: readonly FakeAppReview[],
    total: number,
    nextCursor: string | undefined,
  ): unknown {
    const isIncluded = request.query.get('include') === 'response';
    const next = new URL(request.path, this.linkOrigin ?? this.server.baseUrl);
    for (const [name, value] of request.query) next.searchParams.set(name, value);
    if (nextCursor !== undefined) next.searchParams.set('cursor', nextCursor);
    return {
      data: shown.map((review) => reviewWire(review, isIncluded, this.server.baseUrl)),
      ...(isIncluded && includedFor(shown)),
      links: { self: `${this.server.baseUrl}${request.path}`, ...(nextCursor && { next: next.href }) },
      meta: {
        paging: { total, limit: Number(request.query.get('limit')), ...(nextCursor && { nextCursor }) },
      },
    };
  }

  private postAnswer(request: SimRequest): SimAnswer {
    if (this.world.access === 'read_only')
      return appStoreError(403, 'FORBIDDEN_ERROR', 'The API key in use does not allow this request');
    const data = wireOf(wireOf(request.json)['data']);
    const text = textOf(wireOf(data['attributes'])['responseBody']) ?? '';
    const about = wireOf(wireOf(wireOf(data['relationships'])['review'])['data']);
    const review = this.world.reviews.find(({ id, removed }) => id === about['id'] && !removed);
    if (data['type'] !== 'customerReviewResponses' || text === '' || [...text].length > MAX_ANSWER)
      return appStoreError(409, 'ENTITY_ERROR.ATTRIBUTE.INVALID', 'The response body is too long or empty');
    if (review === undefined || about['type'] !== 'customerReviews')
      return appStoreError(404, 'NOT_FOUND', 'The specified resource does not exist');
    const at = this.options.clock.now().toISOString();
    review.answer = { id: `${review.id}-r`, text, at, state: 'PENDING_PUBLISH' };
    return { status: 201, json: { data: includedFor([review]).included[0] } };
  }

  private renderPage(): string {
    const texts = this.world.reviews
      .filter(({ removed }) => !removed)
      .reverse()
      .map(({ nickname = '', createdAt: at, title = '', body, stars, answer }) => ({
        ...{ author: nickname, at, text: `${title}\n${body}`.trim(), mark: '★'.repeat(stars) },
        answers: answer
          ? [{ author: this.world.title, at: answer.at, text: answer.text, mark: answer.state }]
          : [],
      }));
    return renderSimPage('App Store (made up)', [{ name: this.world.title, texts }]);
  }
}
