import type { Clock } from '@heard/core';
import { renderSimPage } from '../sim-page.js';
import { SimServer, type SimFault, type SimRequest } from '../sim-server.js';
import { OzonFakeApi, type OzonFakeHabits } from './ozon.fake-api.js';
import {
  emptyWorld,
  type FakeComment,
  type FakeQuestion,
  type FakeReview,
  type NewComment,
  type NewQuestion,
  type NewReview,
  type OzonWorld,
} from './ozon.world.js';

/** How the made-up marketplace behaves. */
export interface OzonFakeOptions extends OzonFakeHabits {
  readonly clock: Clock;
  readonly world?: OzonWorld;
  readonly controlKey?: string;
}

/** The made-up Ozon: one seller, the reviews and questions, and what is said below them. */
export class OzonFake {
  readonly world: OzonWorld;
  readonly server: SimServer;
  private readonly api: OzonFakeApi;

  constructor(private readonly options: OzonFakeOptions) {
    this.world = options.world ?? emptyWorld();
    this.api = new OzonFakeApi(this.world, options.clock, options);
    const message = 'You have reached request rate limit per second';
    const platform = {
      answer: (request: SimRequest) => this.api.answer(request),
      throttled: () => ({
        status: 429,
        headers: { 'Retry-After': '1' },
        json: { code: 8, message, details: [] },
      }),
      page: () => this.renderPage(),
    };
    this.server = new SimServer(platform, options.controlKey);
  }

  /** Rebuilds the platform from what `toJSON` gave. */
  static from(world: unknown, options: Omit<OzonFakeOptions, 'world'>): OzonFake {
    return new OzonFake({ ...options, world: { ...emptyWorld(), ...structuredClone(world as OzonWorld) } });
  }

  toJSON(): OzonWorld {
    return structuredClone(this.world);
  }

  listen(port?: number): Promise<{ baseUrl: string }> {
    return this.server.listen(port);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** What a person would fill in to connect the seller. */
  settings(): Record<string, string> {
    return { clientId: this.world.clientId, apiKey: this.world.apiKey };
  }

  addReview({ rating, text = '', at = this.options.clock.now() }: NewReview): string {
    const id = this.api.nextId();
    const state = { status: 'UNPROCESSED' as const, removed: false, comments: [] };
    this.world.reviews.push({ id, rating, text, at: at.toISOString(), ...state });
    return id;
  }

  addComment({ reviewId, parentId, byShop = false, text }: NewComment): string {
    const id = this.api.nextId();
    const at = this.options.clock.now().toISOString();
    const comment = { id, ...(parentId && { parentId }), byShop, text, at, state: 'published' as const };
    this.review(reviewId).comments.push(comment);
    return id;
  }

  addQuestion({ author = 'Аня', text, at = this.options.clock.now() }: NewQuestion): string {
    const id = this.api.nextId();
    const state = { status: 'NEW' as const, removed: false, answers: [] };
    this.world.questions.push({ id, author, text, at: at.toISOString(), ...state });
    return id;
  }

  /** Another buyer, or the shop by its name, answers a question. */
  addAnswer(questionId: string, author: string, text: string): string {
    const id = this.api.nextId();
    this.question(questionId).answers.push({ id, author, text, at: this.options.clock.now().toISOString() });
    return id;
  }

  remove(id: string): void {
    const found = [...this.world.reviews, ...this.world.questions].find((each) => each.id === id);
    if (found !== undefined) found.removed = true;
  }

  /** Ozon decides about a comment. */
  judge(id: string, state: FakeComment['state'], reason?: string): void {
    const comment = this.world.reviews.flatMap(({ comments }) => comments).find((each) => each.id === id);
    if (comment !== undefined) Object.assign(comment, { state, reason });
  }

  setAccess(access: OzonWorld['access']): void {
    this.world.access = access;
  }

  setRoles(...roles: OzonWorld['roles'][number][]): void {
    this.world.roles = roles;
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

  question(id: string): FakeQuestion {
    const question = this.world.questions.find((candidate) => candidate.id === id);
    if (question === undefined) throw new Error(`no question ${id}`);
    return question;
  }

  private renderPage(): string {
    const texts = this.world.reviews
      .filter(({ removed }) => !removed)
      .toReversed()
      .map(({ at, rating, text, comments }) => ({
        ...{ author: 'Покупатель Ozon', at, text, mark: '★'.repeat(rating) },
        answers: comments.map((each) => ({
          ...{ author: each.byShop ? this.world.title : 'Покупатель Ozon', at: each.at, text: each.text },
          mark: each.state,
        })),
      }));
    const questions = this.world.questions
      .filter(({ removed }) => !removed)
      .toReversed()
      .map(({ author, at, text, answers }) => ({ author, at, text, answers }));
    return renderSimPage('Ozon (made up)', [
      { name: this.world.title, texts },
      { name: 'Вопросы', texts: questions },
    ]);
  }
}
