import type { CollectedMention, MentionKind, PlatformState, Rating } from '@heard/core';
import type { Transaction } from '@heard/database';

/** What is stored of a mention, as far as a new reading can change it. */
export interface KnownMention {
  readonly id: string;
  readonly kind: MentionKind;
  readonly externalId: string;
  readonly contentHash: Buffer;
  readonly revision: number;
  readonly platformState: PlatformState;
  readonly brandReplyText?: string;
  /** How it stood when it was last told what can be decided about it. */
  readonly decisionsSeen?: string;
  readonly caseId?: string;
  readonly rating?: Rating;
  /** When the platform said it was last edited, where it told. */
  readonly editedAt?: Date;
  /** Its words were taken out: they never come back, whatever is read. */
  readonly wiped: boolean;
}

interface Row {
  readonly id: string;
  readonly kind: MentionKind;
  readonly external_id: string;
  readonly content_hash: Buffer;
  readonly revision: number;
  readonly platform_state: PlatformState;
  readonly brand_reply_text: string | null;
  readonly decisions_seen: string | null;
  readonly case_id: string | null;
  readonly rating_value: number | null;
  readonly rating_scale: number | null;
  readonly wiped: boolean;
  readonly platform_edited_at: Date | null;
}

/** Those of the mentions that are stored. */
export async function knownMentions(
  tx: Transaction,
  sourceId: string,
  mentions: readonly CollectedMention[],
): Promise<KnownMention[]> {
  const rows = await tx.rows<Row>(
    // Lateral: one look into the index for each, also while a new database has no statistics to plan by.
    `select m.* from unnest($3::text[], $4::text[]) as a (kind, external_id)
     cross join lateral (
       select id, kind, external_id, content_hash, revision, platform_state, case_id, rating_value, rating_scale,
         wiped_at is not null as wiped, platform_edited_at,
         brand_reply ->> 'text' as brand_reply_text, decisions ->> 'seen' as decisions_seen
       from mentions
       where workspace_id = $1 and source_id = $2 and kind = a.kind and external_id = a.external_id limit 1) m`,
    [tx.workspaceId, sourceId, mentions.map((each) => each.kind), mentions.map((each) => each.externalId)],
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    externalId: row.external_id,
    contentHash: row.content_hash,
    revision: row.revision,
    wiped: row.wiped,
    editedAt: row.platform_edited_at ?? undefined,
    platformState: row.platform_state,
    brandReplyText: row.brand_reply_text ?? undefined,
    decisionsSeen: row.decisions_seen ?? undefined,
    caseId: row.case_id ?? undefined,
    ...(row.rating_value !== null && row.rating_scale !== null
      ? { rating: { value: row.rating_value, scale: row.rating_scale } }
      : {}),
  }));
}
