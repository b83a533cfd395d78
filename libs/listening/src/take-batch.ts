import type { Clock, CollectedMention } from '@heard/core';
import type { Transaction } from '@heard/database';
import { type ChangedMention, type FreshMention, sift } from './sift.js';
import { type BatchPlace, insertMentions, restateMentions, reviseMentions } from './store/write-mentions.js';

/** Where a batch comes from, with the brand it is about. */
export interface BatchSource extends BatchPlace {
  readonly brandId?: string;
}

/** A mention of the batch that must be understood: new, or with a new text. */
export type Unread = FreshMention & { readonly revision: number; readonly caseId?: string };

/**
 * Understands and triages what is new in a batch, inside the batch's transaction; returns the case of each mention
 * that belongs to one. Implemented where the slices meet.
 */
export type Understand = (
  tx: Transaction,
  source: BatchSource,
  unread: readonly Unread[],
) => Promise<{ readonly caseOf: ReadonlyMap<string, string>; readonly store: () => Promise<void> }>;

/** What became of a batch. */
export interface BatchReport {
  readonly accepted: number;
  readonly changed: number;
  readonly duplicates: number;
}

/**
 * Takes a batch of one source: stores what is new or edited, understood and triaged, in the caller's transaction.
 * What is known already adds nothing.
 */
export class TakeBatch {
  constructor(
    private readonly understand: Understand,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, source: BatchSource, batch: readonly CollectedMention[]): Promise<BatchReport> {
    if (batch.length === 0) return { accepted: 0, changed: 0, duplicates: 0 };
    await lockSource(tx, source.sourceId);
    const now = this.clock.now();
    const { fresh, changed, restated, known } = await sift(tx, source.sourceId, batch, now);
    const unread = [...fresh.map((each) => ({ ...each, revision: 1 })), ...changed.map(nextRevision)];
    const { caseOf, store } = await this.understand(tx, source, unread);
    await insertMentions(tx, source, fresh, caseOf, now);
    await reviseMentions(tx, changed, caseOf, now);
    await restateMentions(tx, restated, now);
    await store();
    return { accepted: fresh.length, changed: changed.length, duplicates: known };
  }
}

function nextRevision(each: ChangedMention): Unread {
  return { ...each, revision: each.before.revision + 1, caseId: each.before.caseId };
}

/** One batch of a source at a time, so that a person who complains twice gets one case, not two. */
async function lockSource(tx: Transaction, sourceId: string): Promise<void> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 1))', [sourceId]);
}
