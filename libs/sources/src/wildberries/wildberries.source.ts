import { Fault, isFault, type BrandReply } from '@heard/core';
import { whenAnswering } from '../answer-fault.js';
import type { CheckResult, Cursor, DecisionMade, Page, ReplyTarget, SeenReply, Source } from '../source.js';
import { isToSend } from '../standing-reply.js';
import { textOf, wireOf, type Wire } from '../wire.js';
import { WildberriesApi, type WildberriesContext } from './wildberries.api.js';
import { WildberriesCollector } from './wildberries.collect.js';
import { firstCursor, type WildberriesCursor } from './wildberries.cursor.js';
import { WildberriesChats } from './wildberries.chats.js';
import { WildberriesDecisions } from './wildberries.decisions.js';
import { BASIC_TOKEN, READ_ONLY_TOKEN, WITHHELD, WRONG_CONTOUR } from './wildberries.faults.js';
import { isEditable, parseAnswer, parseQuestionAnswer } from './wildberries.parse.js';
import { WildberriesPrivate } from './wildberries.private.js';
import type { WildberriesSettings } from './wildberries.settings.js';
import { readToken } from './wildberries.token.js';

const MIN_ANSWER = 2;
const MAX_ANSWER = 5000;

const IN_PRIVATE = ['chats', 'claims'] as const;

/** The reviews and questions of one seller on Wildberries, the chats with buyers, and the claims for returns. */
export class WildberriesSource implements Source {
  private readonly api: WildberriesApi;
  private readonly collector: WildberriesCollector;
  private readonly chats: WildberriesChats;
  private readonly decisions: WildberriesDecisions;

  constructor(
    private readonly settings: WildberriesSettings,
    private readonly context: WildberriesContext,
  ) {
    this.api = new WildberriesApi(settings.token, context);
    this.chats = new WildberriesChats(this.api);
    this.decisions = new WildberriesDecisions(this.api);
    const { lacks } = readToken(settings.token);
    const turns = settings.inPrivate ? IN_PRIVATE.filter((section) => !lacks.includes(section)) : [];
    const inPrivate = new WildberriesPrivate(this.api, { ...context, turns });
    this.collector = new WildberriesCollector(this.api, context, settings.questions, inPrivate);
  }

  collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    const now = this.context.clock.now();
    const cursor =
      from?.['v'] === 1
        ? (from as unknown as WildberriesCursor)
        : firstCursor(now, this.settings.backfillDays);
    return this.collector.collect(cursor, signal);
  }

  async check(signal: AbortSignal): Promise<CheckResult> {
    const { expiresAt, readOnly, isBasic, isTest, lacks } = readToken(this.settings.token);
    if (isTest !== undefined && isTest !== this.settings.sandbox)
      return { ok: false, missing: [WRONG_CONTOUR[this.settings.sandbox ? 'sandbox' : 'live']] };
    try {
      await this.api.call('GET', '/ping', {}, signal);
    } catch (error) {
      if (!isFault(error, 'disconnected', 'missing', 'bug')) throw error;
      return { ok: false, missing: error.missing ?? [error.message] };
    }
    const missing: string[] = readOnly ? [READ_ONLY_TOKEN] : isBasic ? [BASIC_TOKEN] : [];
    for (const section of this.settings.inPrivate ? IN_PRIVATE : []) {
      if (lacks.includes(section) || !(await this.isOpen(section, signal))) missing.push(WITHHELD[section]);
    }
    if (missing.length > 0) return { ok: false, missing };
    return { ok: true, ...(expiresAt && { expiresAt }) };
  }

  /** A token may say that it is of a category, and be refused all the same. */
  private async isOpen(section: (typeof IN_PRIVATE)[number], signal: AbortSignal): Promise<boolean> {
    try {
      await this.api.call('GET', '/ping', { section }, signal);
      return true;
    } catch (error) {
      if (!isFault(error, 'disconnected')) throw error;
      return false;
    }
  }

  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    if (to.kind === 'message') return this.chats.reply(to, text, signal);
    this.refuseReadOnly();
    if (text.length < MIN_ANSWER || text.length > MAX_ANSWER) {
      const message = `Wildberries takes answers of ${MIN_ANSWER} to ${MAX_ANSWER} characters; this one has ${text.length}`;
      throw new Fault('rejected', message, { code: text.length < MIN_ANSWER ? 'too_short' : 'too_long' });
    }
    const wire = await this.read(to, signal);
    const standing = answerOf(to, wire);
    // Nobody's words are overwritten unseen, and an answer is corrected once.
    if (isToSend(standing, text, to.instead)) {
      if (standing !== undefined && !isEditable(wire)) {
        const message =
          'Wildberries lets an answer be corrected once, within 60 days: this one cannot be any more';
        throw new Fault('rejected', message, { code: 'not_editable' });
      }
      const method = standing === undefined ? 'POST' : 'PATCH';
      await this.send(to, text, method, signal).catch((error: unknown) => {
        throw whenAnswering(error);
      });
    }
    return { externalId: answerId(to) };
  }

  /** A review or a question has one answer, so equal words are ours whenever they were written. */
  async findReply(
    to: ReplyTarget,
    text: string,
    since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    if (to.kind === 'message') return this.chats.find(to, text, since, signal);
    this.refuseBasic();
    const standing = answerOf(to, await this.read(to, signal));
    if (standing === undefined || standing.text.trim() !== text.trim()) return undefined;
    return { externalId: answerId(to), state: standing.state };
  }

  async decide(on: ReplyTarget, made: DecisionMade, signal: AbortSignal): Promise<{ externalId: string }> {
    this.refuseReadOnly();
    return this.decisions.decide(on, made, signal);
  }

  async findDecision(
    on: ReplyTarget,
    made: DecisionMade,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    this.refuseBasic();
    return this.decisions.find(on, made, signal);
  }

  private refuseReadOnly(): void {
    if (readToken(this.settings.token).readOnly)
      throw new Fault('rejected', READ_ONLY_TOKEN, { code: 'read_only_token' });
  }

  /** At once: three calls in a row, half an hour apart and begun anew after each refusal, never come to an end. */
  private refuseBasic(): void {
    if (readToken(this.settings.token).isBasic)
      throw new Fault('rejected', BASIC_TOKEN, { code: 'basic_token' });
  }

  private async send(
    to: ReplyTarget,
    text: string,
    method: 'POST' | 'PATCH',
    signal: AbortSignal,
  ): Promise<void> {
    const id = to.externalId;
    if (isQuestion(to)) {
      const json = { id, answer: { text }, state: 'wbRu' };
      await this.api.call('PATCH', '/api/v1/questions', { json }, signal);
    } else {
      // Wildberries says 204 to any id: whether the answer stands is read back by `findReply`.
      await this.api.call(method, '/api/v1/feedbacks/answer', { json: { id, text } }, signal);
    }
  }

  private async read(to: ReplyTarget, signal: AbortSignal): Promise<Wire> {
    const path = isQuestion(to) ? '/api/v1/question' : '/api/v1/feedback';
    const { data } = await this.api.call('GET', path, { query: { id: to.externalId } }, signal);
    const wire = wireOf(data);
    if (textOf(wire['id']) === undefined) throw new Fault('missing', 'Wildberries shows no such text');
    return wire;
  }
}

function answerOf(to: ReplyTarget, wire: Wire): BrandReply | undefined {
  return isQuestion(to) ? parseQuestionAnswer(wire) : parseAnswer(wire);
}

function isQuestion({ kind }: ReplyTarget): boolean {
  return kind === 'post';
}

function answerId(to: ReplyTarget): string {
  return `${to.externalId}/answer`;
}
