import type { Clock, CollectedMention, Rating } from '@heard/core';
import type { Transaction } from '@heard/database';
import { type About, findPlaces } from '@heard/places';
import type { GoneMention, WholeList } from '@heard/sources';
import { type ChangedMention, type FreshMention, sift } from './sift.js';
import { markAbsent, markGone, markGoneBefore, markSeen } from './store/gone-mentions.js';
import { type BatchPlace, insertMentions, restateMentions, reviseMentions } from './store/write-mentions.js';

/** Where a batch comes from, with the brand and the location it is about. */
export type BatchSource = BatchPlace & About;

/** A mention of the batch that must be understood: new, or with a new text. */
export type Unread = FreshMention &
  About & {
    readonly revision: number;
    readonly caseId?: string;
    /** The rating before the edit; only edited mentions have a `before`. */
    readonly before?: { readonly rating?: Rating };
  };

/**
 * Understands and triages what is new in a batch, inside the batch's transaction; returns the case of each mention
 * that belongs to one. Implemented where the slices meet.
 */
export type Understand = (
  tx: Transaction,
  source: BatchSource,
  unread: readonly Unread[],
) => Promise<{ readonly caseOf: ReadonlyMap<string, string>; readonly store: () => Promise<void> }>;

/** What a source says beside the mentions that it hands over. */
export interface SaidBeside {
  readonly gone?: readonly GoneMention[];
  readonly whole?: readonly WholeList[];
  /** It comes by a webhook, in any order: a deletion may have been told of before the text. */
  readonly inAnyOrder?: true;
}

/** What became of a batch. */
export interface BatchReport {
  readonly accepted: number;
  readonly changed: number;
  readonly duplicates: number;
  /** When the new ones were posted, of those that said so. */
  readonly freshPostedAt: readonly Date[];
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

  async run(
    tx: Transaction,
    source: BatchSource,
    batch: readonly CollectedMention[],
    beside: SaidBeside = {},
  ): Promise<BatchReport> {
    const { gone = [], whole = [], inAnyOrder } = beside;
    if (batch.length + gone.length + whole.length === 0) {
      return { accepted: 0, changed: 0, duplicates: 0, freshPostedAt: [] };
    }
    await lockSource(tx, source.sourceId);
    const report = await this.take(tx, source, batch, inAnyOrder);
    const now = this.clock.now();
    await markGone(tx, source.sourceId, gone, now);
    for (const list of whole) await markAbsent(tx, source.sourceId, list, now);
    return report;
  }

  private async take(
    tx: Transaction,
    source: BatchSource,
    batch: readonly CollectedMention[],
    inAnyOrder?: true,
  ): Promise<BatchReport> {
    const now = this.clock.now();
    const { fresh, changed, restated, known, seenAgain } = await sift(
      tx,
      source.sourceId,
      batch,
      now,
      inAnyOrder,
    );
    const unread = await this.unread(tx, source, fresh, changed);
    const locationOf = new Map(unread.map((each) => [each.id, each.locationId] as const));
    const { caseOf, store } = await this.understand(tx, source, unread);
    await insertMentions(tx, source, fresh, { caseOf, locationOf }, now);
    await reviseMentions(tx, changed, { caseOf, locationOf }, now);
    await restateMentions(tx, restated, now);
    await markSeen(tx, seenAgain, now);
    if (inAnyOrder)
      await markGoneBefore(
        tx,
        source.sourceId,
        fresh.map(({ id }) => id),
      );
    await store();
    return {
      accepted: fresh.length,
      changed: changed.length,
      duplicates: known,
      freshPostedAt: fresh.filter(({ postedAtGiven }) => postedAtGiven).map(({ postedAt }) => postedAt),
    };
  }

  private async unread(
    tx: Transaction,
    source: BatchSource,
    fresh: readonly FreshMention[],
    changed: readonly ChangedMention[],
  ): Promise<Unread[]> {
    const all = [...fresh.map((each) => ({ ...each, revision: 1 })), ...changed.map(nextRevision)];
    const aboutOf = await findPlaces(
      tx,
      source,
      all.map((each) => each.collected.location),
    );
    return all.map((each) => ({ ...each, ...aboutOf(each.collected.location) }));
  }
}

function nextRevision(each: ChangedMention) {
  return { ...each, revision: each.before.revision + 1, caseId: each.before.caseId };
}

/** One batch of a source at a time, so that a person who complains twice gets one case, not two. */
async function lockSource(tx: Transaction, sourceId: string): Promise<void> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 1))', [sourceId]);
}
