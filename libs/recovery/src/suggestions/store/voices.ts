import type { Category, Language, MentionKind } from '@heard/core';
import type { Transaction } from '@heard/database';

/** Those of the mentions whose suggestion is in the register. */
export async function mentionsWithVoice(
  tx: Transaction,
  mentionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (mentionIds.length === 0) return new Set();
  const rows = await tx.rows<{ mention_id: string }>(
    'select distinct mention_id from suggestion_voices where workspace_id = $1 and mention_id = any($2)',
    [tx.workspaceId, mentionIds],
  );
  return new Set(rows.map((row) => row.mention_id));
}

/** What is known of a case in which somebody suggested something. */
export interface CaseOfVoice {
  readonly id: string;
  readonly open: boolean;
  readonly language: Language;
  readonly category: Category;
  readonly brandId?: string;
  readonly locationId?: string;
  readonly customer?: string;
  readonly demo: boolean;
}

/** The case of this id; undefined when there is none. */
export async function caseOfVoice(tx: Transaction, caseId: string): Promise<CaseOfVoice | undefined> {
  const [row] = await tx.rows<{
    status: string;
    language: Language;
    category: Category;
    brand_id: string | null;
    location_id: string | null;
    author_name: string | null;
    demo: boolean;
  }>(
    `select status, language, category, brand_id, location_id, author_name, demo from cases
     where workspace_id = $1 and id = $2`,
    [tx.workspaceId, caseId],
  );
  return (
    row && {
      id: caseId,
      open: row.status === 'open',
      language: row.language,
      category: row.category,
      brandId: row.brand_id ?? undefined,
      locationId: row.location_id ?? undefined,
      customer: row.author_name ?? undefined,
      demo: row.demo,
    }
  );
}

/** The case that a mention belongs to now; it may have joined one after it was suggested. */
export async function caseOfMention(tx: Transaction, mentionId: string): Promise<string | undefined> {
  const [row] = await tx.rows<{ case_id: string | null }>(
    'select case_id from mentions where workspace_id = $1 and id = $2',
    [tx.workspaceId, mentionId],
  );
  return row?.case_id ?? undefined;
}

/** The suggestion of which somebody is told by this answer. */
export async function suggestionOfTelling(
  tx: Transaction,
  tellingId: string,
): Promise<{ readonly suggestionId: string; readonly voiceId: string } | undefined> {
  const [row] = await tx.rows<{ suggestion_id: string; id: string }>(
    'select suggestion_id, id from suggestion_voices where workspace_id = $1 and telling_id = $2',
    [tx.workspaceId, tellingId],
  );
  return row && { suggestionId: row.suggestion_id, voiceId: row.id };
}

/** A mention as an answer is sent to it. */
export interface MentionToAnswer {
  readonly sourceId: string;
  readonly kind: MentionKind;
  readonly externalId: string;
  readonly parentExternalId?: string;
  readonly rootExternalId?: string;
  readonly raw: unknown;
}

/** What a platform has to know to answer a mention. */
export async function mentionToAnswer(
  tx: Transaction,
  mentionId: string,
): Promise<MentionToAnswer | undefined> {
  const [row] = await tx.rows<{
    source_id: string;
    kind: MentionKind;
    external_id: string;
    parent_external_id: string | null;
    root_external_id: string | null;
    raw: unknown;
  }>(
    `select source_id, kind, external_id, parent_external_id, root_external_id, raw from mentions
     where workspace_id = $1 and id = $2`,
    [tx.workspaceId, mentionId],
  );
  return (
    row && {
      sourceId: row.source_id,
      kind: row.kind,
      externalId: row.external_id,
      parentExternalId: row.parent_external_id ?? undefined,
      rootExternalId: row.root_external_id ?? undefined,
      raw: row.raw,
    }
  );
}
