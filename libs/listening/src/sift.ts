import type { CollectedMention } from '@heard/core';
import { newId, sha256, type Transaction } from '@heard/database';
import { cleanMention, postedAtOf } from './clean.js';
import { type KnownMention, knownMentions } from './store/known-mentions.js';

/** A mention of a batch that is not stored yet. */
export interface FreshMention {
  readonly id: string;
  readonly collected: CollectedMention;
  readonly contentHash: Buffer;
  readonly postedAt: Date;
  readonly postedAtGiven: boolean;
}

/** A stored mention whose text, title or rating is another now. */
export interface ChangedMention extends FreshMention {
  readonly before: KnownMention;
}

/** What a batch holds: new ones, edited ones, those that are only seen differently, and known ones. */
export interface Sifted {
  readonly fresh: readonly FreshMention[];
  readonly changed: readonly ChangedMention[];
  readonly restated: readonly ChangedMention[];
  readonly known: number;
  /** Ids of those that are stored already. */
  readonly seenAgain: readonly string[];
}

/** Text and rating decide whether a mention was edited; of a call in vain, how often it was tried. */
function contentHash({ text, title, rating, missed }: CollectedMention): Buffer {
  const said = [text.normalize('NFC'), title ?? '', rating ? `${rating.value}/${rating.scale}` : ''];
  return sha256(...said, ...(missed ? [String(missed.tries)] : []));
}

const identity = (kind: string, externalId: string): string => `${kind} ${externalId}`;

/**
 * Divides a batch by what is stored already. The same mention twice in one batch counts once, as it came last; of what may
 * come in any order, nothing that is older than what is stored changes it.
 */
export async function sift(
  tx: Transaction,
  sourceId: string,
  batch: readonly CollectedMention[],
  now: Date,
  inAnyOrder = false,
): Promise<Sifted> {
  const newest = new Map<string, CollectedMention>();
  // Cleaned first: two ids that differ only in what cannot be stored are one in the table.
  for (const each of batch.map(cleanMention)) {
    const key = identity(each.kind, each.externalId);
    const other = newest.get(key);
    if (!(inAnyOrder && other && isOlder(each, other))) newest.set(key, each);
  }
  const mentions = [...newest.values()];
  const stored = await knownMentions(tx, sourceId, mentions);
  const byIdentity = new Map(stored.map((known) => [identity(known.kind, known.externalId), known]));
  const fresh: FreshMention[] = [];
  const changed: ChangedMention[] = [];
  const restated: ChangedMention[] = [];
  for (const collected of mentions) {
    const before = byIdentity.get(identity(collected.kind, collected.externalId));
    const posted = postedAtOf(collected, now);
    const common = {
      collected,
      contentHash: contentHash(collected),
      postedAt: posted.at,
      postedAtGiven: posted.given,
    };
    if (!before) fresh.push({ id: newId(), ...common });
    else if (before.wiped || (inAnyOrder && isOlder(collected, before))) continue;
    else if (!before.contentHash.equals(common.contentHash))
      changed.push({ id: before.id, before, ...common });
    else if (isSeenDifferently(before, collected)) restated.push({ id: before.id, before, ...common });
  }
  return {
    fresh,
    changed,
    restated,
    known: batch.length - fresh.length - changed.length,
    seenAgain: stored.map(({ id }) => id),
  };
}

/** A delivery that was under way while the author edited the text. */
function isOlder({ editedAt }: CollectedMention, stored: Pick<CollectedMention, 'editedAt'>): boolean {
  return stored.editedAt !== undefined && (editedAt === undefined || editedAt < stored.editedAt);
}

function isSeenDifferently(before: KnownMention, now: CollectedMention): boolean {
  return (
    before.platformState !== now.platformState ||
    (before.brandReplyText ?? '') !== (now.brandReply?.text ?? '') ||
    before.decisionsSeen !== now.decisions?.seen
  );
}
