import { type Clock, type CollectedMention, Fault, type Rating } from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import { batchSourceOf, type OpenSource, type TakeBatch } from '@heard/listening';
import { lockLetter, type LetterRow, markSettled } from './store/letter-rows.js';
import { pastedAt, reportedBy } from './store/pasted-rows.js';
import type { Pasted } from './take-pasted.js';

/** What a person read out of a letter. */
export interface ReadLetter {
  readonly text: string;
  readonly rating?: Rating;
  readonly authorName?: string;
  readonly url?: string;
  /** When the letter came, where the person does not know better. */
  readonly postedAt?: Date;
}

/** Letters that no template reads: a person makes a mention of each, or sets it aside. */
export class SettleLetter {
  constructor(
    private readonly database: Database,
    private readonly sources: OpenSource,
    private readonly take: TakeBatch,
    private readonly clock: Clock,
  ) {}

  /** Makes a mention of it, as if a template had; who read it is kept. */
  read(workspaceId: string, letterId: string, read: ReadLetter, staffId: string): Promise<Pasted> {
    return this.settle(workspaceId, letterId, async (tx, letter) => {
      const { row } = await this.sources.byId(tx, letter.source_id);
      const externalId = `letter ${letter.key}`;
      await this.take.run(tx, batchSourceOf(row), [mentionOf(read, letter, externalId)]);
      const stored = await pastedAt(tx, row.id, externalId);
      if (!stored) throw new Error('A mention that was just taken is not there.');
      await reportedBy(tx, stored.id, staffId);
      await markSettled(tx, letterId, { staffId, mentionId: stored.id, at: this.clock.now() });
      const { id: mentionId, case_id: caseId } = stored;
      return { mentionId, ...(caseId !== null && { caseId }), known: false };
    });
  }

  /** Says that it is no review: it stays in the table, and nobody is asked again. */
  setAside(workspaceId: string, letterId: string, staffId: string): Promise<void> {
    return this.settle(workspaceId, letterId, (tx) =>
      markSettled(tx, letterId, { staffId, at: this.clock.now() }),
    );
  }

  private settle<T>(
    workspaceId: string,
    letterId: string,
    act: (tx: Transaction, letter: LetterRow) => Promise<T>,
  ): Promise<T> {
    return this.database.inWorkspace(workspaceId, async (tx) => {
      const letter = await lockLetter(tx, letterId);
      if (!letter) throw new Fault('missing', 'There is no such letter.', { code: 'no_such_letter' });
      if (letter.settled_at) {
        throw new Fault('refused', 'Somebody was faster: this letter is settled.', {
          code: 'letter_settled',
        });
      }
      return act(tx, letter);
    });
  }
}

function mentionOf(read: ReadLetter, letter: LetterRow, externalId: string): CollectedMention {
  const { text, rating, authorName, url, postedAt } = read;
  return {
    kind: 'review',
    externalId,
    author: { isBrand: false, ...(authorName !== undefined && { displayName: authorName }) },
    text,
    ...(rating && { rating }),
    ...(url !== undefined && { url }),
    postedAt: postedAt ?? letter.received_at,
    platformState: 'unknown',
    raw: { letter: letter.id },
  };
}
