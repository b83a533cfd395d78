import {
  type Actor,
  type AnswerChannel,
  type Category,
  type Clock,
  decideGrouping,
  decideSplit,
  decideSuggestion,
  Fault,
  isRefusal,
  type Language,
  type PromiseInText,
  type Refusal,
  type SuggestionCommand,
  type SuggestionEvent,
} from '@heard/core';
import { type Database, newId, type Transaction } from '@heard/database';
import { job, type Jobs } from '@heard/jobs';
import type { SuggestionBook } from '@heard/registers';
import type { ActOnCase } from '../act-on-case.js';
import { answerQueue } from '../answer-queue.js';
import type { Colleagues, KnownPlaces } from '../ports.js';
import { mustBeApart } from '../demo-apart.js';
import { Refused } from '../refusal-text.js';
import { type CaseOfVoice, caseOfMention, caseOfVoice, suggestionOfTelling } from './store/voices.js';

/** A suggestion that somebody of the staff heard. */
export interface SuggestionToAdd {
  readonly title: string;
  readonly words?: string;
  readonly who?: string;
  /** The case in which they said it; what the case knows is taken from it. */
  readonly caseId?: string;
  readonly language?: Language;
  readonly category?: Category;
  readonly brandId?: string;
  readonly locationId?: string;
}

/** An answer to one of the people who suggested it. */
export interface TellingAsked {
  readonly voiceId: string;
  readonly channel: AnswerChannel;
  readonly text: string;
  readonly evidence?: string;
  /** What the writer says to what is found in an answer of a case. */
  readonly promises?: readonly PromiseInText[];
  readonly overrule?: string;
}

/** Acts of one suggestion that need nothing but its state. */
export type SimpleCommand = Exclude<SuggestionCommand, { type: 'add_voice' | 'tell' }>;

/** Everything that people do with suggestions: keep, group, decide, answer. */
export class ActOnSuggestion {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly book: SuggestionBook;
      readonly cases: ActOnCase;
      readonly staff: Colleagues;
      readonly places: KnownPlaces;
      readonly jobs: Pick<Jobs, 'add'>;
      readonly clock: Clock;
    },
  ) {}

  run(workspaceId: string, id: string, command: SimpleCommand, by: Actor): Promise<void> {
    return this.parts.database.inWorkspace(workspaceId, (tx) => this.within(tx, id, command, by));
  }

  /** The same inside a transaction of the caller. */
  async within(tx: Transaction, id: string, command: SuggestionCommand, by: Actor): Promise<void> {
    const { book, clock, staff } = this.parts;
    const record = await book.lock(tx, id);
    if (command.type === 'assign') await staff.mustBeActive(tx, command.to, record);
    const events = orRefuse(decideSuggestion(record.state, command, by, clock.now()));
    await book.append(tx, record, events);
  }

  /** Keeps what somebody heard; returns its id. */
  add(workspaceId: string, asked: SuggestionToAdd, by: Actor): Promise<string> {
    return this.parts.database.inWorkspace(workspaceId, async (tx) => {
      const { title, words, who, caseId } = asked;
      const about = caseId === undefined ? undefined : await caseOrMissing(tx, caseId);
      await this.parts.places.mustExist(tx, asked);
      const now = this.parts.clock.now();
      const said = who ?? about?.customer;
      const voice = {
        id: newId(),
        language: asked.language ?? about?.language ?? 'other',
        saidAt: now,
        words: words ?? title,
        ...(said === undefined ? {} : { who: said }),
        ...(caseId === undefined ? {} : { caseId }),
      } as const;
      const brandId = asked.brandId ?? about?.brandId;
      const locationId = asked.locationId ?? about?.locationId;
      const made: SuggestionEvent = {
        type: 'suggestion.made',
        title,
        category: asked.category ?? about?.category ?? 'other',
        ...(brandId === undefined ? {} : { brandId }),
        ...(locationId === undefined ? {} : { locationId }),
        voices: [voice],
        at: now,
        by,
      };
      const id = newId();
      await this.parts.book.open(tx, { id, demo: about?.demo ?? false, events: [made] });
      return id;
    });
  }

  /** Makes one suggestion a part of another. */
  group(workspaceId: string, id: string, into: string, by: Actor): Promise<void> {
    return this.parts.database.inWorkspace(workspaceId, async (tx) => {
      const records = await this.parts.book.lockAll(tx, [id, into]);
      const part = records.find((each) => each.id === id);
      const whole = records.find((each) => each.id === into);
      if (!part || !whole) throw noSuchSuggestion();
      mustBeApart(part, whole);
      const both = orRefuse(decideGrouping(part.state, whole.state, by, this.parts.clock.now()));
      // The part first: its people leave it before they arrive at the other.
      await this.parts.book.appendAll(tx, [
        { record: part, events: both.first },
        { record: whole, events: both.second },
      ]);
    });
  }

  /** Makes another suggestion of what some of its people said; returns its id. */
  split(workspaceId: string, id: string, voiceIds: readonly string[], by: Actor): Promise<string> {
    return this.parts.database.inWorkspace(workspaceId, async (tx) => {
      const record = await this.parts.book.lock(tx, id);
      const made = newId();
      const both = orRefuse(decideSplit(record.state, voiceIds, made, by, this.parts.clock.now()));
      await this.parts.book.appendAll(
        tx,
        [{ record, events: both.first }],
        [{ id: made, demo: record.demo, events: both.second }],
      );
      return made;
    });
  }

  /**
   * Answers one of its people: through their open case where they have one, so that the answer is checked and counts
   * there; otherwise the register sends or records it by itself.
   */
  tell(workspaceId: string, id: string, asked: TellingAsked, by: Actor): Promise<void> {
    if (by.kind !== 'person') {
      throw new Fault('refused', 'Customers are answered by a person.', { code: 'person_needed' });
    }
    return this.parts.database.inWorkspace(workspaceId, async (tx) => {
      const { voiceId, channel, text, evidence } = asked;
      const tellingId = newId();
      // Cases are locked before suggestions everywhere: an answer that is seen comes from its case to the suggestion.
      const open = await this.openCase(tx, id, voiceId);
      if (open) await this.throughCase(tx, open, { ...asked, tellingId }, by);
      const about = { ...(evidence === undefined ? {} : { evidence }), ...(open ? { caseId: open.id } : {}) };
      await this.within(tx, id, { type: 'tell', voiceId, tellingId, channel, text, ...about }, by);
      if (!open && channel === 'public') {
        await this.parts.jobs.add(tx, [job(answerQueue, { workspaceId, answerId: tellingId })]);
      }
    });
  }

  /** What became of an answer that tells somebody of a suggestion; answers that tell of none are passed over. */
  async delivered(
    tx: Transaction,
    tellingId: string,
    end: { readonly externalId?: string } | { readonly reason: string },
    by: Actor,
  ): Promise<void> {
    const told = await suggestionOfTelling(tx, tellingId);
    if (!told) return;
    const command: SuggestionCommand =
      'reason' in end
        ? { type: 'telling_failed', tellingId, reason: end.reason }
        : { type: 'telling_seen', tellingId, ...end };
    await this.within(tx, told.suggestionId, command, by);
  }

  private async openCase(
    tx: Transaction,
    id: string,
    voiceId: string,
  ): Promise<(CaseOfVoice & { readonly mentionId?: string }) | undefined> {
    const [record] = await this.parts.book.read(tx, [id]);
    if (!record) throw noSuchSuggestion();
    const voice = record.state.voices.find((each) => each.id === voiceId);
    const { mentionId } = voice ?? {};
    const caseId =
      (mentionId === undefined ? undefined : await caseOfMention(tx, mentionId)) ?? voice?.caseId;
    const found = caseId === undefined ? undefined : await caseOfVoice(tx, caseId);
    return found?.open ? { ...found, ...(mentionId === undefined ? {} : { mentionId }) } : undefined;
  }

  private async throughCase(
    tx: Transaction,
    open: { readonly id: string; readonly mentionId?: string },
    {
      tellingId: answerId,
      channel,
      text,
      evidence = '',
      promises,
      overrule,
    }: TellingAsked & { tellingId: string },
    by: Actor,
  ): Promise<void> {
    const said = { answerId, text, ...(promises && { promises }), ...(overrule && { overrule }) };
    if (channel !== 'public') {
      await this.parts.cases.within(tx, open.id, { type: 'record_answer', channel, evidence, ...said }, by);
    } else if (open.mentionId !== undefined) {
      await this.parts.cases.within(tx, open.id, { type: 'answer', mentionId: open.mentionId, ...said }, by);
    }
  }
}

async function caseOrMissing(tx: Transaction, caseId: string): Promise<CaseOfVoice> {
  const found = await caseOfVoice(tx, caseId);
  if (found) return found;
  throw new Fault('missing', 'There is no such case.', { code: 'no_such_case' });
}

function noSuchSuggestion(): Fault {
  return new Fault('missing', 'There is no such suggestion.', { code: 'no_such_suggestion' });
}

function orRefuse<T extends object>(decision: T | Refusal): T {
  if (isRefusal(decision)) throw new Refused(decision);
  return decision;
}
