import type { CollectedMention, MentionKind, PlatformState } from '@heard/core';
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
  readonly caseId?: string;
}

interface Row {
  readonly id: string;
  readonly kind: MentionKind;
  readonly external_id: string;
  readonly content_hash: Buffer;
  readonly revision: number;
  readonly platform_state: PlatformState;
  readonly brand_reply_text: string | null;
  readonly case_id: string | null;
}

/** Those of the mentions that are stored. */
export async function knownMentions(
  tx: Transaction,
  sourceId: string,
  mentions: readonly CollectedMention[],
): Promise<KnownMention[]> {
  const rows = await tx.rows<Row>(
    `select m.id, m.kind, m.external_id, m.content_hash, m.revision, m.platform_state, m.case_id,
            m.brand_reply ->> 'text' as brand_reply_text
     from unnest($3::text[], $4::text[]) as a (kind, external_id)
     join mentions m on m.workspace_id = $1 and m.source_id = $2 and m.kind = a.kind and m.external_id = a.external_id`,
    [tx.workspaceId, sourceId, mentions.map((each) => each.kind), mentions.map((each) => each.externalId)],
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    externalId: row.external_id,
    contentHash: row.content_hash,
    revision: row.revision,
    platformState: row.platform_state,
    brandReplyText: row.brand_reply_text ?? undefined,
    caseId: row.case_id ?? undefined,
  }));
}
