import type { Clock } from '@heard/core';
import { GoogleConsentFake } from './google.fake-consent.js';
import { GooglePushFake } from './google.fake-push.js';
import { renderSimPage } from '../sim-page.js';
import { SimServer, type SimAnswer, type SimFault, type SimRequest } from '../sim-server.js';
import { textOf, wireOf } from '../wire.js';
import { emptyWorld, type FakeReview, type GoogleWorld, type NewReview } from './google.world.js';

/** How the made-up review site behaves. */
export interface GoogleFakeOptions {
  readonly clock: Clock;
  readonly world?: GoogleWorld;
  readonly pageSize?: number;
  readonly controlKey?: string;
  /** New replies wait for approval instead of showing at once. */
  readonly replyState?: 'PENDING' | 'APPROVED';
}

const STARS = ['STAR_RATING_UNSPECIFIED', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'];
const MAX_PAGE = 50;
const MAX_REPLY_BYTES = 4096;

/** The made-up Google Business Profile: one location, its reviews and its token endpoint on one server. */
export class GoogleFake {
  readonly world: GoogleWorld;
  readonly server: SimServer;
  private pubSub: GooglePushFake | undefined;
  private emptyLeft = 0;

  constructor(private readonly options: GoogleFakeOptions) {
    this.world = options.world ?? emptyWorld();
    const consent = new GoogleConsentFake(this.world, () => this.accessToken);
    const platform = {
      answer: (request: SimRequest) => consent.answer(request) ?? this.answer(request),
      throttled: () =>
        googleError(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded for quota metric Requests per minute'),
      page: () => this.renderPage(),
      controls: this.controls(),
    };
    this.server = new SimServer(platform, options.controlKey);
  }

  /** Rebuilds the platform from what `toJSON` gave. */
  static from(world: unknown, options: Omit<GoogleFakeOptions, 'world'>): GoogleFake {
    return new GoogleFake({ ...options, world: structuredClone(world) as GoogleWorld });
  }

  toJSON(): GoogleWorld {
    return structuredClone(this.world);
  }

  listen(port?: number): Promise<{ baseUrl: string }> {
    return this.server.listen(port);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** What a person would fill in to connect the location. */
  settings(): Record<string, string> {
    const { accountId, locationId, clientId, clientSecret, refreshToken } = this.world;
    return { accountId, locationId, clientId, clientSecret, refreshToken };
  }

  /** Made when it is needed: a key takes long to make. */
  get push(): GooglePushFake {
    return (this.pubSub ??= new GooglePushFake(this.world, this.options.clock));
  }

  get accessToken(): string {
    return `ya29.sim-access-${this.world.tokens}`;
  }

  addReview({ author, stars, text, at = this.options.clock.now() }: NewReview): string {
    this.world.lastId += 1;
    const id = `AbFv${this.world.lastId}`;
    const stamp = at.toISOString();
    this.world.reviews.push({ id, author, stars, text, at: stamp, updatedAt: stamp, removed: false });
    return id;
  }

  /** The customer changes the review; it comes to the top. */
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

  /** Google decides about a reply. */
  judgeReply(id: string, state: 'PENDING' | 'APPROVED' | 'REJECTED', violation?: string): void {
    const { reply } = this.review(id);
    if (reply !== undefined) Object.assign(reply, { state, violation });
  }

  setAccess(access: GoogleWorld['access']): void {
    this.world.access = access;
  }

  failNext(count: number, kind: SimFault, only?: RegExp): void {
    this.server.failNext(count, kind, only);
  }

  /** The next `count` lists come empty, with a next page token. */
  emptyPages(count: number): void {
    this.emptyLeft = count;
  }

  review(id: string): FakeReview {
    const review = this.world.reviews.find((candidate) => candidate.id === id);
    if (review === undefined) throw new Error(`no review ${id}`);
    return review;
  }

  private answer(request: SimRequest): SimAnswer {
    if (request.path === '/token') return this.token(request);
    if (request.path === '/oauth2/v3/certs') return this.push.certs();
    if (request.headers.authorization !== `Bearer ${this.accessToken}` || this.world.access === 'expired') {
      return googleError(
        401,
        'UNAUTHENTICATED',
        `Invalid credentials ${request.headers.authorization ?? ''}`,
      );
    }
    if (this.world.access === 'forbidden')
      return googleError(403, 'PERMISSION_DENIED', 'The caller does not have permission');
    if (this.world.access === 'not_approved') {
      const details = [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit_value: '0' } }];
      return googleError(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded', details);
    }
    const root = `/v4/accounts/${this.world.accountId}/locations/${this.world.locationId}/reviews`;
    if (request.path === root && request.method === 'GET') return this.list(request);
    const [, id, edge] = /^\/([^/]+)(\/reply)?$/.exec(request.path.slice(root.length)) ?? [];
    const review = this.world.reviews.find((candidate) => candidate.id === id && !candidate.removed);
    if (!request.path.startsWith(root) || review === undefined)
      return googleError(404, 'NOT_FOUND', 'Requested entity was not found.');
    if (edge !== undefined && this.world.access === 'unverified')
      return googleError(400, 'FAILED_PRECONDITION', 'Only a verified location can reply');
    if (edge !== undefined && request.method === 'PUT') return this.putReply(request, review);
    return { status: 200, json: this.wire(review) };
  }

  private token(request: SimRequest): SimAnswer {
    const { clientId, clientSecret, refreshToken, access } = this.world;
    const given = (name: string): string | null => request.form.get(name);
    if (given('client_id') !== clientId || given('client_secret') !== clientSecret) {
      return { status: 401, json: { error: 'invalid_client' } };
    }
    if (
      given('grant_type') !== 'refresh_token' ||
      given('refresh_token') !== refreshToken ||
      access === 'expired'
    ) {
      return {
        status: 400,
        json: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
      };
    }
    this.world.tokens += 1;
    return { status: 200, json: { access_token: this.accessToken, expires_in: 3599, token_type: 'Bearer' } };
  }

  private list(request: SimRequest): SimAnswer {
    const size = Number(request.query.get('pageSize') ?? MAX_PAGE);
    if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE)
      return googleError(400, 'INVALID_ARGUMENT', 'pageSize is out of range');
    const all = this.world.reviews
      .filter(({ removed }) => !removed)
      .reverse()
      .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
    const after = Buffer.from(request.query.get('pageToken') ?? '', 'base64url')
      .toString()
      .replace(/^~*/, '');
    const position = after === '' ? 0 : all.findIndex(({ id }) => id === after) + 1;
    if (after !== '' && position === 0) return googleError(400, 'INVALID_ARGUMENT', 'Invalid page token');
    const isEmpty = this.emptyLeft > 0;
    const shown = isEmpty
      ? []
      : all.slice(position, position + Math.min(size, this.options.pageSize ?? MAX_PAGE));
    const last = isEmpty ? `${'~'.repeat(this.emptyLeft)}${after}` : (shown.at(-1)?.id ?? '');
    if (isEmpty) this.emptyLeft -= 1;
    const more = isEmpty || position + shown.length < all.length;
    const json = {
      ...(shown.length > 0 && { reviews: shown.map((review) => this.wire(review)) }),
      totalReviewCount: all.length,
      ...(more && { nextPageToken: Buffer.from(last).toString('base64url') }),
    };
    return { status: 200, json };
  }

  private putReply(request: SimRequest, review: FakeReview): SimAnswer {
    const text = textOf(wireOf(request.json)['comment']) ?? '';
    if (text === '' || Buffer.byteLength(text) > MAX_REPLY_BYTES)
      return googleError(400, 'INVALID_ARGUMENT', 'comment is too long or empty');
    review.reply = {
      text,
      at: this.options.clock.now().toISOString(),
      state: this.options.replyState ?? 'APPROVED',
    };
    return { status: 200, json: this.wire(review)['reviewReply'] };
  }

  private wire(review: FakeReview): Record<string, unknown> {
    const { reply, author, text } = review;
    return {
      name: `accounts/${this.world.accountId}/locations/${this.world.locationId}/reviews/${review.id}`,
      reviewId: review.id,
      reviewer: author === undefined ? { isAnonymous: true } : { displayName: author },
      starRating: STARS[review.stars],
      ...(text !== undefined && { comment: text }),
      createTime: nanoseconds(review.at),
      updateTime: nanoseconds(review.updatedAt),
      ...(reply && {
        reviewReply: {
          comment: reply.text,
          updateTime: nanoseconds(reply.at),
          reviewReplyState: reply.state,
          policyViolation: reply.violation,
        },
      }),
    };
  }

  private controls(): Record<string, (args: Readonly<Record<string, unknown>>) => unknown> {
    return {
      review: (args) =>
        this.addReview({
          ...args,
          ...(typeof args['at'] === 'string' && { at: new Date(args['at']) }),
        } as unknown as NewReview),
      edit: ({ id, ...change }) => this.edit(String(id), change),
      remove: ({ id }) => this.remove(String(id)),
      show: ({ id }) => this.review(String(id)),
    };
  }

  private renderPage(): string {
    const texts = this.world.reviews
      .filter(({ removed }) => !removed)
      .reverse()
      .map(({ author = 'A Google user', at, text = '', stars, reply }) => ({
        ...{ author, at, text, mark: '★'.repeat(stars) },
        answers: reply
          ? [{ author: this.world.title, at: reply.at, text: reply.text, mark: reply.state.toLowerCase() }]
          : [],
      }));
    return renderSimPage('Google reviews (made up)', [{ name: this.world.title, texts }]);
  }
}

function googleError(
  code: number,
  status: string,
  message: string,
  details: readonly unknown[] = [],
): SimAnswer {
  return { status: code, json: { error: { code, message, status, details } } };
}

function nanoseconds(at: string): string {
  return at.replace('Z', '331Z');
}
