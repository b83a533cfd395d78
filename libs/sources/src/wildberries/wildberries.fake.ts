import type { Clock } from '@heard/core';
import { renderSimPage } from '../sim-page.js';
import { SimServer, type SimFault, type SimRequest } from '../sim-server.js';
import { WildberriesFakeApi, type WildberriesFakeHabits } from './wildberries.fake-api.js';
import {
  emptyWorld,
  type FakeFeedback,
  type FakeQuestion,
  type NewFeedback,
  type NewMessage,
  type WildberriesWorld,
} from './wildberries.world.js';

/** How the made-up marketplace behaves. */
export interface WildberriesFakeOptions extends WildberriesFakeHabits {
  readonly clock: Clock;
  readonly world?: WildberriesWorld;
  readonly controlKey?: string;
}

const RETRY_SECONDS = 2;

/** The made-up Wildberries: one seller, the reviews, the questions, the chats with buyers, and the claims for returns. */
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
    return new WildberriesFake({
      ...options,
      world: { ...emptyWorld(), ...structuredClone(world as WildberriesWorld) },
    });
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

  /** A message in a chat; the chat is made when there is none. */
  addMessage({ chatId, clientName = 'Алёна', sender = 'client', text, ...more }: NewMessage): string {
    const { orderId = '2fb52cd9e25e52538a5f05994e688ae5', at = this.options.clock.now() } = more;
    this.world.lastId += 1;
    const id = `55adee45-0000-4000-8000-${String(this.world.lastId).padStart(12, '0')}`;
    const known = this.world.chats.find((chat) => chat.id === chatId);
    if (known === undefined) {
      const newId = `1:1e265a58-a120-4178-808c-${String(this.world.lastId).padStart(12, '0')}`;
      const chat = { id: newId, sign: `${newId}:66f136e919a8207e`, clientId: `1861${this.world.lastId}` };
      this.world.chats.push({ ...chat, clientName, orderId, messages: [] });
    }
    const chat = known ?? this.world.chats.at(-1);
    chat?.messages.push({ id, sender, text, at: at.toISOString() });
    return id;
  }

  /** A buyer wants to give something back. */
  addClaim(
    comment: string,
    at = this.options.clock.now(),
    orderId = 'v5o_7143225816503318733.0.0',
    actions: readonly string[] = ['approve1', 'autorefund1', 'reject1', 'rejectcustom'],
  ): string {
    this.world.lastId += 1;
    const id = `fe3e9337-e9f9-423c-8930-${String(this.world.lastId).padStart(12, '0')}`;
    this.world.claims.push({ id, orderId, comment, at: at.toISOString(), removed: false, actions });
    return id;
  }

  /** The seller decides about a claim in the cabinet. */
  decideClaim(id: string, approved: boolean, words: string): void {
    const claim = this.world.claims.find((each) => each.id === id);
    const at = this.options.clock.now().toISOString();
    if (claim === undefined) return;
    claim.decision = { approved, words, at };
    claim.actions = [];
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
    const { feedbacks, questions, claims } = this.world;
    const found = [...feedbacks, ...questions, ...claims].find((each) => each.id === id);
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
    const chats = this.world.chats.flatMap(({ clientName, messages }) =>
      messages.map(({ sender, at, text }) => ({
        ...{ author: sender === 'client' ? clientName : this.world.title, at, text },
      })),
    );
    const claims = this.world.claims
      .filter(({ removed }) => !removed)
      .map(({ at, comment, decision }) => ({
        ...{ author: 'Покупатель', at, text: comment },
        answers: decision ? [{ author: this.world.title, at: decision.at, text: decision.words }] : [],
      }));
    const sections = [
      { name: this.world.title, texts },
      { name: 'Вопросы', texts: questions },
      { name: 'Чаты с покупателями', texts: chats },
      { name: 'Заявки на возврат', texts: claims },
    ];
    return renderSimPage('Wildberries (made up)', sections);
  }
}
