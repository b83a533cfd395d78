import { type Actor, heard } from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import type { SuggestionBook } from '@heard/registers';
import type { CaseAsked } from '../case-asked.js';
import type { OutgoingAnswer } from '../store/outgoing-answers.js';
import type { ActOnSuggestion } from './act-on-suggestion.js';
import { mentionToAnswer, suggestionOfTelling } from './store/voices.js';

/** Answers to suggestions whose people have no open case: found for sending, and told what became of them. */
export class TellingOut {
  constructor(
    private readonly database: Database,
    private readonly book: SuggestionBook,
    private readonly suggestions: ActOnSuggestion,
  ) {}

  /** Undefined when no such answer is on its way. */
  async find(tx: Transaction, tellingId: string): Promise<OutgoingAnswer | undefined> {
    const about = await suggestionOfTelling(tx, tellingId);
    const [record] = about ? await this.book.read(tx, [about.suggestionId]) : [];
    const voice = record?.state.voices.find(({ id }) => id === about?.voiceId);
    const telling = voice?.tellings.find(({ id }) => id === tellingId);
    if (!record || !telling || voice?.mentionId === undefined) return undefined;
    const to = await mentionToAnswer(tx, voice.mentionId);
    if (!to || (telling.state !== 'queued' && telling.state !== 'sent')) return undefined;
    const { sourceId, ...mention } = to;
    const { id, text, state, at } = telling;
    return { id, owner: { suggestionId: record.id }, text, state, queuedAt: at, sourceId, to: mention };
  }

  /** Writes down what the platform said of it, in the words of an answer of a case. */
  async run(workspaceId: string, suggestionId: string, asked: CaseAsked, by: Actor = heard): Promise<void> {
    await this.database.inWorkspace(workspaceId, async (tx) => {
      switch (asked.type) {
        case 'answer_sent': {
          const { answerId: tellingId, externalId } = asked;
          await this.suggestions.within(
            tx,
            suggestionId,
            { type: 'telling_sent', tellingId, externalId },
            by,
          );
          break;
        }
        case 'answer_seen':
          await this.suggestions.delivered(tx, asked.answerId, { externalId: asked.externalId }, by);
          break;
        case 'answer_rejected':
        case 'answer_lost':
          await this.suggestions.delivered(tx, asked.answerId, { reason: asked.reason }, by);
          break;
        default:
          throw new Error(`An answer on its way cannot become ${asked.type}.`);
      }
    });
  }
}
