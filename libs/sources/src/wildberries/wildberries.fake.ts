import type { Clock } from '@heard/core';
import { renderSimPage } from '../sim-page.js';
import { SimServer, type SimFault, type SimRequest } from '../sim-server.js';
import { WildberriesFakeApi, type WildberriesFakeHabits } from './wildberries.fake-api.js';
import {
  emptyWorld,
  type FakeFeedback,
  type FakeQuestion,
  type NewFeedback,
  type WildberriesWorld,
} from './wildberries.world.js';

/** How the made-up marketplace behaves. */
export interface WildberriesFakeOptions extends WildberriesFakeHabits {
  readonly clock: Clock;
  readonly world?: WildberriesWorld;
  readonly controlKey?: string;
}

const RETRY_SECONDS = 2;

/** The made-up Wildberries: one seller, the reviews, the questions, and the answers to them. */
export class WildberriesFake {
  readonly world: WildberriesWorld;
  readonly server: SimServer;
  private readonly api: WildberriesFakeApi;

  constructor(private readonly options: WildberriesFakeOptions) {
    this.world = options.world ?? emptyWorld();
    this.api = new WildberriesFakeApi(this.world, options.clock, options);
    const platform = {
      answer: (request: SimRequest) => this.api.answer(request),
      throttled: () => this.api.tooMany(RETRY_SECONDS),
      page: () => this.renderPage(),
    };
    this.server = new SimServer(platform, options.controlKey);
  }

  /** Rebuilds the platform from what `toJSON` gave. */
  static from(world: unknown, options: Omit<WildberriesFakeOptions, 'world'>): WildberriesFake {
    return new WildberriesFake({ ...options, world: structuredClone(world) as WildberriesWorld });
  }

  toJSON(): WildberriesWorld {
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
    return { token: this.world.token };
  }

  addFeedback({ author = 'Игорь', text = '', pros = '', cons = '', ...more }: NewFeedback): string {
    this.world.lastId += 1;
    const id = `YX52RZEBhH9mrcYd${String(this.world.lastId).padStart(4, '0')}`;
    const { stars, parentId, at = this.options.clock.now() } = more;
    const given = { id, author, stars, text, pros, cons, at: at.toISOString(), removed: false };
    this.world.feedbacks.push({ ...given, ...(parentId && { parentId }) });
    if (parentId !== undefined) this.feedback(parentId).childId = id;
    return id;
  }

  addQuestion(text: string, at = this.options.clock.now()): string {
    this.world.lastId += 1;
    const id = `2ncBtX4B9I0UHoorn${String(this.world.lastId).padStart(3, '0')}`;
    this.world.questions.push({ id, text, at: at.toISOString(), removed: false, declined: false });
    return id;
  }

  /** The seller answers in the cabinet of Wildberries itself. */
  answerElsewhere(id: string, text: string): void {
    this.feedback(id).answer = { text, state: 'wbRu' };
  }

  /** Wildberries decides about an answer. */
  judgeAnswer(id: string, state: 'wbRu' | 'reviewRequired' | 'rejected'): void {
    const { answer } = this.feedback(id);
    if (answer !== undefined) answer.state = state;
  }

  remove(id: string): void {
    const found = [...this.world.feedbacks, ...this.world.questions].find((each) => each.id === id);
    if (found !== undefined) found.removed = true;
  }

  setAccess(access: WildberriesWorld['access']): void {
    this.world.access = access;
  }

  failNext(count: number, kind: SimFault, only?: RegExp): void {
    this.server.failNext(count, kind, only);
  }

  feedback(id: string): FakeFeedback {
    const found = this.world.feedbacks.find((candidate) => candidate.id === id);
    if (found === undefined) throw new Error(`no review ${id}`);
    return found;
  }

  question(id: string): FakeQuestion {
    const found = this.world.questions.find((candidate) => candidate.id === id);
    if (found === undefined) throw new Error(`no question ${id}`);
    return found;
  }

  private renderPage(): string {
    const texts = this.world.feedbacks
      .filter(({ removed }) => !removed)
      .reverse()
      .map(({ author, at, text, pros, cons, stars, answer }) => ({
        ...{ author, at, text: [text, pros, cons].filter(Boolean).join('\n'), mark: '★'.repeat(stars) },
        answers: answer ? [{ author: this.world.title, at, text: answer.text, mark: answer.state }] : [],
      }));
    const questions = this.world.questions
      .filter(({ removed, declined }) => !removed && !declined)
      .toReversed()
      .map(({ at, text, answer }) => ({
        ...{ author: 'Покупатель', at, text },
        answers: answer ? [{ author: this.world.title, at: answer.at, text: answer.text }] : [],
      }));
    const sections = [
      { name: this.world.title, texts },
      { name: 'Вопросы', texts: questions },
    ];
    return renderSimPage('Wildberries (made up)', sections);
  }
}
