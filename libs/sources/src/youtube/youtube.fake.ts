import type { Clock } from '@heard/core';
import { SimList } from '../sim-list.js';
import { renderSimPage } from '../sim-page.js';
import { SimGoogleConsent } from '../sim-google-consent.js';
import { SimServer, type SimAnswer, type SimFault, type SimRequest } from '../sim-server.js';
import { textOf, wireOf } from '../wire.js';
import { pacificMidnight } from './youtube.faults.js';
import {
  commentWire,
  listWire,
  statusOf,
  threadWire,
  youtubeError,
  type Shown,
} from './youtube.fake-wire.js';
import { emptyWorld, type FakeRemark, type NewRemark, type YoutubeWorld } from './youtube.world.js';

/** How the made-up YouTube behaves. */
export interface YoutubeFakeOptions {
  readonly clock: Clock;
  readonly world?: YoutubeWorld;
  readonly pageSize?: number;
  readonly controlKey?: string;
}

const UNITS_A_DAY = 10_000;
const WRITE_UNITS = 50;
const MAX_RESULTS = 100;
const MAX_TEXT = 10_000;
/** Lists show so many replies with a comment. */
const SHOWN_REPLIES = 5;

/** The made-up YouTube: one channel, the comments under its videos, and the token endpoint. */
export class YoutubeFake {
  readonly world: YoutubeWorld;
  readonly server: SimServer;
  private readonly list = new SimList(({ at, id }: FakeRemark) => `${at}|${id}`);

  constructor(private readonly options: YoutubeFakeOptions) {
    this.world = options.world ?? emptyWorld();
    const consent = new SimGoogleConsent(this.world, () => this.accessToken);
    const platform = {
      answer: (request: SimRequest) => consent.answer(request) ?? this.answer(request),
      throttled: () => youtubeError(403, 'rateLimitExceeded', 'Too many requests in a short time'),
      page: () => this.renderPage(),
    };
    this.server = new SimServer(platform, options.controlKey);
  }

  /** Rebuilds the platform from what `toJSON` gave. */
  static from(world: unknown, options: Omit<YoutubeFakeOptions, 'world'>): YoutubeFake {
    return new YoutubeFake({ ...options, world: structuredClone(world) as YoutubeWorld });
  }

  toJSON(): YoutubeWorld {
    return structuredClone(this.world);
  }

  listen(port?: number): Promise<{ baseUrl: string }> {
    return this.server.listen(port);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** What a person would fill in to connect the channel. */
  settings(way: 'key' | 'consent' = 'consent'): Record<string, string> {
    const { channelId, apiKey, clientId, clientSecret, refreshToken } = this.world;
    return way === 'key' ? { channelId, apiKey } : { channelId, clientId, clientSecret, refreshToken };
  }

  get accessToken(): string {
    return `ya29.sim-youtube-${this.world.tokens}`;
  }

  addRemark({ parentId, by, text, at = this.now(), videoId = 'vid1' }: NewRemark): string {
    this.world.lastId += 1;
    const id = parentId === undefined ? `Ug${this.world.lastId}` : `${parentId}.${this.world.lastId}`;
    const own = { id: this.world.channelId, name: this.world.title };
    const author = by === 'channel' ? own : (by ?? { id: `UCviewer${this.world.lastId}`, name: '@oleg' });
    const stamp = at.toISOString();
    const state = { at: stamp, updatedAt: stamp, removed: false, held: false };
    this.world.remarks.push({ id, ...(parentId && { parentId }), videoId, author, text, ...state });
    return id;
  }

  edit(id: string, text: string, at = this.now()): void {
    Object.assign(this.remark(id), { text, updatedAt: at.toISOString() });
  }

  /** What is under it goes with it. */
  remove(id: string): void {
    for (const remark of this.world.remarks)
      if (remark.id === id || remark.parentId === id) remark.removed = true;
  }

  failNext(count: number, kind: SimFault, only?: RegExp): void {
    this.server.failNext(count, kind, only);
  }

  /** The next `count` lists come empty, with a next page token. */
  emptyPages(count: number): void {
    this.list.emptyPages(count);
  }

  remark(id: string): FakeRemark {
    const remark = this.world.remarks.find((candidate) => candidate.id === id);
    if (remark === undefined) throw new Error(`no comment ${id}`);
    return remark;
  }

  private answer(request: SimRequest): SimAnswer {
    if (request.path === '/token') return this.token(request);
    const isWrite = request.method === 'POST';
    if (!this.spend(isWrite ? WRITE_UNITS : 1))
      return youtubeError(
        403,
        'quotaExceeded',
        'The request cannot be completed: you have exceeded your quota.',
      );
    const { access, apiKey } = this.world;
    const key = request.query.get('key');
    const bearer = request.headers.authorization;
    if (bearer === undefined && (key !== apiKey || access === 'expired'))
      return youtubeError(400, 'keyInvalid', `API key not valid: ${key ?? ''}`);
    if (bearer !== undefined && (bearer !== `Bearer ${this.accessToken}` || access === 'expired'))
      return youtubeError(401, 'authError', `Invalid Credentials ${bearer}`);
    if (access === 'forbidden') return youtubeError(403, 'forbidden', 'Insufficient permission');
    if (access === 'comments_off') return youtubeError(403, 'commentsDisabled', 'Comments are disabled');
    if (request.path === '/youtube/v3/channels') return this.channels(request);
    if (request.path === '/youtube/v3/commentThreads') return this.threads(request);
    if (request.path !== '/youtube/v3/comments') return youtubeError(404, 'notFound', 'Not Found');
    if (!isWrite) return this.comments(request);
    if (bearer === undefined) return youtubeError(401, 'required', 'Login Required');
    return this.insert(request);
  }

  /** The channels of whoever consented. */
  private channels({ query, headers }: SimRequest): SimAnswer {
    if (query.get('mine') !== 'true' || headers.authorization === undefined)
      return youtubeError(401, 'required', 'Login Required');
    const { channelId: id, title } = this.world;
    return { status: 200, json: { items: [{ kind: 'youtube#channel', id, snippet: { title } }] } };
  }

  private token({ form }: SimRequest): SimAnswer {
    const { clientId, clientSecret, refreshToken, access } = this.world;
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret)
      return { status: 401, json: { error: 'invalid_client' } };
    if (form.get('refresh_token') !== refreshToken || access === 'expired')
      return { status: 400, json: { error: 'invalid_grant', error_description: 'Token has been revoked.' } };
    this.world.tokens += 1;
    return { status: 200, json: { access_token: this.accessToken, expires_in: 3599, token_type: 'Bearer' } };
  }

  /** Every request costs, a bad one too; the day ends at midnight in California. */
  private spend(units: number): boolean {
    const now = this.now();
    if (Date.parse(this.world.units.until) <= now.getTime())
      this.world.units = { spent: 0, until: pacificMidnight(now).toISOString() };
    if (this.world.units.spent + units > UNITS_A_DAY) return false;
    this.world.units.spent += units;
    return true;
  }

  private threads(request: SimRequest): SimAnswer {
    const { query } = request;
    const ids = query.get('id')?.split(',');
    const ofChannel = query.get('allThreadsRelatedToChannelId');
    if (ids === undefined && ofChannel !== this.world.channelId)
      return youtubeError(404, 'channelNotFound', 'The channel could not be found.');
    const asked = query.get('moderationStatus') ?? 'published';
    if (
      asked !== 'published' &&
      (request.headers.authorization === undefined || this.world.access === 'not_owner')
    )
      return youtubeError(
        403,
        'forbidden',
        'The moderationStatus filter needs the authorization of the owner',
      );
    const isAsked = (remark: FakeRemark): boolean =>
      ids === undefined ? statusOf(remark) === asked : ids.includes(remark.id);
    const tops = this.there().filter((each) => each.parentId === undefined && isAsked(each));
    const replies = Math.min(SHOWN_REPLIES, this.options.pageSize ?? SHOWN_REPLIES);
    const wire = (comment: FakeRemark): unknown =>
      threadWire(comment, this.repliesTo(comment.id), replies, this.shownTo(request));
    if (ids !== undefined) return listWire('commentThread', tops.map(wire), undefined);
    return this.paged('commentThread', request, tops, wire);
  }

  private comments(request: SimRequest): SimAnswer {
    const ids = request.query.get('id')?.split(',');
    const wire = (remark: FakeRemark): unknown => commentWire(remark, this.shownTo(request));
    if (ids !== undefined) {
      const found = this.there().filter(({ id }) => ids.includes(id));
      return listWire('comment', found.map(wire), undefined);
    }
    const parentId = request.query.get('parentId') ?? '';
    if (!this.there().some(({ id }) => id === parentId))
      return youtubeError(404, 'commentNotFound', 'The parent comment could not be found.');
    return this.paged('comment', request, this.repliesTo(parentId), wire);
  }

  private paged(
    kind: string,
    { query }: SimRequest,
    all: readonly FakeRemark[],
    wire: (remark: FakeRemark) => unknown,
  ): SimAnswer {
    const size = Number(query.get('maxResults') ?? 20);
    if (!Number.isInteger(size) || size < 1 || size > MAX_RESULTS)
      return youtubeError(400, 'invalidParameter', 'maxResults is out of range');
    const { shown, next } = this.list.page(all, query.get('pageToken') ?? undefined, size);
    return listWire(kind, shown.map(wire), next);
  }

  private insert(request: SimRequest): SimAnswer {
    const snippet = wireOf(wireOf(request.json)['snippet']);
    const text = textOf(snippet['textOriginal']) ?? '';
    const parentId = textOf(snippet['parentId']) ?? '';
    const parent = this.there().find(({ id }) => id === parentId);
    if (text === '' || text.length > MAX_TEXT)
      return youtubeError(400, 'commentTextTooLong', 'The text is too long or empty.');
    if (parent === undefined)
      return youtubeError(404, 'parentCommentNotFound', 'The parent could not be found.');
    if (parent.parentId !== undefined)
      return youtubeError(400, 'operationNotSupported', 'Only a top-level comment can be replied to.');
    const id = this.addRemark({ parentId, by: 'channel', text });
    return { status: 200, json: commentWire(this.remark(id), this.shownTo(request)) };
  }

  private there(): FakeRemark[] {
    return this.world.remarks.filter(({ removed }) => !removed);
  }

  private repliesTo(id: string): FakeRemark[] {
    return this.there().filter(({ parentId }) => parentId === id);
  }

  private shownTo({ query, headers }: SimRequest): Shown {
    const isOwner = headers.authorization !== undefined;
    return { channelId: this.world.channelId, isPlain: query.get('textFormat') === 'plainText', isOwner };
  }

  private now(): Date {
    return this.options.clock.now();
  }

  private renderPage(): string {
    const shown = ({ author, at, text }: FakeRemark) => ({ author: author?.name ?? '', at, text });
    const texts = this.there()
      .filter(({ parentId }) => parentId === undefined)
      .reverse()
      .map((comment) => ({ ...shown(comment), answers: this.repliesTo(comment.id).map(shown) }));
    return renderSimPage('YouTube (made up)', [{ name: this.world.title, texts }]);
  }
}
