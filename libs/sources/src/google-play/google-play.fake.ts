import { createPublicKey } from 'node:crypto';
import type { Clock } from '@heard/core';
import { TOKEN_AUDIENCE } from '../google-grants.js';
import { readJwt } from '../jwt.js';
import { SimList } from '../sim-list.js';
import { renderSimPage } from '../sim-page.js';
import { SimServer, type SimAnswer, type SimFault, type SimRequest } from '../sim-server.js';
import { countOf, textOf, wireOf } from '../wire.js';
import { reportsAnswer } from './google-play.fake-reports.js';
import { playError, reviewWire, wireTime } from './google-play.fake-wire.js';
import {
  emptyWorld,
  type FakePlayReview,
  type GooglePlayWorld,
  type NewPlayReview,
} from './google-play.world.js';

/** How the made-up store behaves. */
export interface GooglePlayFakeOptions {
  readonly clock: Clock;
  readonly world?: GooglePlayWorld;
  readonly pageSize?: number;
  readonly controlKey?: string;
}

const HOUR_MS = 3_600_000;
const WINDOW_MS = 7 * 24 * HOUR_MS;
const READS_AN_HOUR = 200;
const MAX_RESULTS = 100;
const MAX_ANSWER = 350;
const LONGEST_ASSERTION_SECONDS = 3_600;
const SCOPES = ['androidpublisher', 'devstorage.read_only'].map(
  (name) => `https://www.googleapis.com/auth/${name}`,
);

/** The made-up Google Play: one app, its reviews of the last week, and the token endpoint. */
export class GooglePlayFake {
  readonly world: GooglePlayWorld;
  readonly server: SimServer;
  private readonly list = new SimList(({ changedAt, id }: FakePlayReview) => `${changedAt}|${id}`);

  constructor(private readonly options: GooglePlayFakeOptions) {
    this.world = options.world ?? emptyWorld();
    const platform = {
      answer: (request: SimRequest) => this.dated(request),
      throttled: () => playError(403, 'rateLimitExceeded', 'Quota exceeded for quota metric Queries'),
      page: () => this.renderPage(),
    };
    this.server = new SimServer(platform, options.controlKey);
  }

  /** Rebuilds the platform from what `toJSON` gave. */
  static from(world: unknown, options: Omit<GooglePlayFakeOptions, 'world'>): GooglePlayFake {
    return new GooglePlayFake({ ...options, world: structuredClone(world) as GooglePlayWorld });
  }

  toJSON(): GooglePlayWorld {
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
    const { packageName, email, keyId, privateKey } = this.world;
    const file = {
      type: 'service_account',
      client_email: email,
      private_key_id: keyId,
      private_key: privateKey,
    };
    return { packageName, serviceAccount: JSON.stringify(file, undefined, 2) };
  }

  get accessToken(): string {
    return `ya29.sim-play-${this.world.tokens}`;
  }

  addReview({ at = this.options.clock.now(), language = 'ru', ...review }: NewPlayReview): string {
    this.world.lastId += 1;
    const id = `gp:AOqpTO-${this.world.lastId}`;
    this.world.reviews.push({ id, ...review, language, changedAt: at.toISOString(), removed: false });
    return id;
  }

  /** The customer changes the review; it comes to the top. */
  edit(
    id: string,
    change: { readonly stars?: number; readonly text?: string },
    at = this.options.clock.now(),
  ): void {
    Object.assign(this.review(id), change, { changedAt: at.toISOString() });
  }

  remove(id: string): void {
    this.review(id).removed = true;
  }

  failNext(count: number, kind: SimFault, only?: RegExp): void {
    this.server.failNext(count, kind, only);
  }

  /** The next `count` lists come empty, with a next page token. */
  emptyPages(count: number): void {
    this.list.emptyPages(count);
  }

  review(id: string): FakePlayReview {
    const review = this.world.reviews.find((candidate) => candidate.id === id);
    if (review === undefined) throw new Error(`no review ${id}`);
    return review;
  }

  private async dated(request: SimRequest): Promise<SimAnswer> {
    const date = this.options.clock.now().toUTCString();
    const answer = await this.answer(request);
    return { ...answer, headers: { ...answer.headers, date } };
  }

  private async answer(request: SimRequest): Promise<SimAnswer> {
    if (request.path === '/token') return await this.token(request);
    const { access, packageName } = this.world;
    if (request.headers.authorization !== `Bearer ${this.accessToken}` || access === 'revoked')
      return playError(401, 'authError', `Invalid credentials ${request.headers.authorization ?? ''}`);
    if (access === 'api_off')
      return playError(403, 'accessNotConfigured', 'Google Play Android Developer API has not been used');
    if (access === 'forbidden' && !request.path.startsWith('/storage/'))
      return playError(403, 'permissionDenied', 'The caller does not have permission');
    if (request.path.startsWith('/storage/')) return reportsAnswer(this.world, request);
    const root = `/androidpublisher/v3/applications/${packageName}/reviews`;
    if (!request.path.startsWith(root))
      return playError(404, 'applicationNotFound', 'No application was found for the given package name.');
    if (request.method === 'GET' && this.isSpent())
      return playError(403, 'quotaExceeded', 'Quota exceeded for quota metric Get reviews');
    if (request.path === root) return this.listed(request);
    const [, id, verb] = /^\/([^/]+?)(:reply)?$/.exec(request.path.slice(root.length)) ?? [];
    const review = this.world.reviews.find((candidate) => candidate.id === id && !candidate.removed);
    if (review === undefined) return playError(404, 'reviewNotFound', 'Requested entity was not found.');
    if (verb !== undefined && request.method === 'POST') return this.postAnswer(request, review);
    return { status: 200, json: reviewWire(review, request.query.get('translationLanguage')) };
  }

  private async token({ form }: SimRequest): Promise<SimAnswer> {
    const { publicKey, email, access } = this.world;
    const assertion = await readJwt(form.get('assertion') ?? '', 'RS256', createPublicKey(publicKey));
    const { iss, scope, aud, iat, exp } = assertion?.claims ?? {};
    const nowSeconds = this.options.clock.now().getTime() / 1000;
    const isInTime =
      countOf(exp) > nowSeconds &&
      countOf(iat) <= nowSeconds &&
      countOf(exp) - countOf(iat) <= LONGEST_ASSERTION_SECONDS;
    const isOurs = iss === email && SCOPES.includes(String(scope)) && aud === TOKEN_AUDIENCE;
    const isGrant = form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer';
    if (!isGrant || !isOurs || !isInTime || access === 'revoked')
      return { status: 400, json: { error: 'invalid_grant', error_description: 'Invalid JWT' } };
    this.world.tokens += 1;
    return { status: 200, json: { access_token: this.accessToken, expires_in: 3599, token_type: 'Bearer' } };
  }

  private isSpent(): boolean {
    const now = this.options.clock.now().getTime();
    this.world.reads = [...this.world.reads.filter((at) => at > now - HOUR_MS), now];
    return this.world.reads.length > READS_AN_HOUR;
  }

  private listed({ query }: SimRequest): SimAnswer {
    const size = Number(query.get('maxResults') ?? 10);
    if (!Number.isInteger(size) || size < 1 || size > MAX_RESULTS)
      return playError(400, 'invalid', 'maxResults is out of range');
    const since = new Date(this.options.clock.now().getTime() - WINDOW_MS).toISOString();
    const all = this.world.reviews.filter(({ removed, changedAt }) => !removed && changedAt >= since);
    const page = this.list.page(
      all,
      query.get('token') ?? undefined,
      Math.min(size, this.options.pageSize ?? size),
    );
    const reviews = page.shown.map((review) => reviewWire(review, query.get('translationLanguage')));
    const json = {
      ...(reviews.length > 0 && { reviews }),
      ...(page.next !== undefined && { tokenPagination: { nextPageToken: page.next } }),
    };
    return { status: 200, json };
  }

  private postAnswer(request: SimRequest, review: FakePlayReview): SimAnswer {
    if (this.world.access === 'read_only')
      return playError(403, 'permissionDenied', 'The caller does not have permission');
    const text = textOf(wireOf(request.json)['replyText']) ?? '';
    if (text === '' || text.length > MAX_ANSWER)
      return playError(400, 'invalid', 'The reply text is too long or empty');
    const at = this.options.clock.now().toISOString();
    review.answer = { text, at };
    return { status: 200, json: { result: { replyText: text, lastEdited: wireTime(at) } } };
  }

  private renderPage(): string {
    const texts = this.world.reviews
      .filter(({ removed }) => !removed)
      .reverse()
      .map(({ author = 'A Google user', changedAt: at, title = '', text, stars, answer }) => ({
        ...{ author, at, text: `${title}\n${text}`.trim(), mark: '★'.repeat(stars) },
        answers: answer ? [{ author: this.world.title, ...answer }] : [],
      }));
    return renderSimPage('Google Play (made up)', [{ name: this.world.title, texts }]);
  }
}
