import type { Clock } from '@heard/core';
import { renderSimPage } from '../sim-page.js';
import { SimServer, type SimFault, type SimRequest } from '../sim-server.js';
import { RozetkaFakeApi, type RozetkaFakeHabits } from './rozetka.fake-api.js';
import {
  emptyWorld,
  type FakeComment,
  type FakeShopReview,
  type NewGoodsComment,
  type NewShopReview,
  type RozetkaWorld,
} from './rozetka.world.js';

/** How the made-up marketplace behaves. */
export interface RozetkaFakeOptions extends RozetkaFakeHabits {
  readonly clock: Clock;
  readonly world?: RozetkaWorld;
  readonly controlKey?: string;
}

/** The made-up Rozetka: one shop, what is said of it and of its goods. */
export class RozetkaFake {
  readonly world: RozetkaWorld;
  readonly server: SimServer;
  private readonly api: RozetkaFakeApi;

  constructor(private readonly options: RozetkaFakeOptions) {
    this.world = options.world ?? emptyWorld();
    this.api = new RozetkaFakeApi(this.world, options.clock, options);
    const errors = { message: 'too_many_requests', code: 0, details: null };
    const platform = {
      answer: (request: SimRequest) => this.api.answer(request),
      throttled: () => ({ status: 429, headers: { 'Retry-After': '2' }, json: { success: false, errors } }),
      page: () => this.renderPage(),
    };
    this.server = new SimServer(platform, options.controlKey);
  }

  /** Rebuilds the platform from what `toJSON` gave. */
  static from(world: unknown, options: Omit<RozetkaFakeOptions, 'world'>): RozetkaFake {
    return new RozetkaFake({ ...options, world: structuredClone(world) as RozetkaWorld });
  }

  toJSON(): RozetkaWorld {
    return structuredClone(this.world);
  }

  listen(port?: number): Promise<{ baseUrl: string }> {
    return this.server.listen(port);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** What a person would fill in to connect the shop. */
  settings(): Record<string, string> {
    return { username: this.world.username, password: this.world.password };
  }

  /** Adds a review of the shop; gives its number. */
  addShopReview({ author = 'Марія', vote = 'dislike', text, at }: NewShopReview): number {
    const id = this.api.nextId();
    const stamp = (at ?? this.options.clock.now()).toISOString();
    const said = { author, vote, text: text ?? null, at: stamp };
    this.world.reviews.push({ id, orderId: 7_700_000 + id, ...said, removed: false });
    return id;
  }

  /** Adds a review of goods, a question, or an answer below one of them; gives its number. */
  addComment({ author, parentId = 0, byShop = false, at, ...said }: NewGoodsComment): number {
    const id = this.api.nextId();
    const stamp = (at ?? this.options.clock.now()).toISOString();
    const { type = 'comment', mark = 0, text = '', dignity = '', shortcomings = '' } = said;
    this.world.comments.push({
      ...{ id, parentId, author: author ?? (byShop ? this.world.title : 'Ігор'), byShop },
      ...{ type, mark, text, dignity, shortcomings, at: stamp, changedAt: stamp },
      ...{ status: 'auto_activated', removed: false },
    });
    return id;
  }

  /** The customer changes what they said of the goods. */
  editComment(id: number, text: string): void {
    Object.assign(this.comment(id), { text, changedAt: this.options.clock.now().toISOString() });
  }

  remove(id: number): void {
    const found = [...this.world.reviews, ...this.world.comments].find((each) => each.id === id);
    if (found !== undefined) found.removed = true;
  }

  /** The open session ends, as it does there without notice. */
  expireSession(): void {
    this.world.sessions += 1;
  }

  setAccess(access: RozetkaWorld['access']): void {
    this.world.access = access;
  }

  failNext(count: number, kind: SimFault, only?: RegExp): void {
    this.server.failNext(count, kind, only);
  }

  review(id: number): FakeShopReview {
    const review = this.world.reviews.find((candidate) => candidate.id === id);
    if (review === undefined) throw new Error(`no review ${id}`);
    return review;
  }

  comment(id: number): FakeComment {
    const comment = this.world.comments.find((candidate) => candidate.id === id);
    if (comment === undefined) throw new Error(`no comment ${id}`);
    return comment;
  }

  private renderPage(): string {
    const { reviews, comments, title } = this.world;
    const ofShop = reviews
      .filter(({ removed }) => !removed)
      .toReversed()
      .map(({ author, at, text, vote, reply }) => ({
        ...{ author, at, text: text ?? '', mark: vote },
        answers: reply ? [{ author: title, at: reply.at, text: reply.text }] : [],
      }));
    const ofGoods = comments
      .filter(({ parentId, removed }) => parentId === 0 && !removed)
      .toReversed()
      .map(({ id, author, at, text, mark }) => ({
        ...{ author, at, text, mark: '★'.repeat(mark) },
        answers: comments
          .filter(({ parentId, removed }) => parentId === id && !removed)
          .map((each) => ({ author: each.author, at: each.at, text: each.text })),
      }));
    const sections = [
      { name: title, texts: ofShop },
      { name: 'Товари', texts: ofGoods },
    ];
    return renderSimPage('Rozetka (made up)', sections);
  }
}
