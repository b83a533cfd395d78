import type { AnswerPlace, BrandReply, DecisionPlace, DecisionsOffered, MentionKind } from '@heard/core';
import type { Transaction } from '@heard/database';
import { findPlatform } from '@heard/sources';

interface Row {
  readonly platform: string;
  readonly kind: MentionKind;
  readonly posted_at: Date;
  readonly brand_reply: Pick<BrandReply, 'text'> | null;
  readonly our_text: string | null;
}

/** Where an answer to this mention would go, as far as Heard knows it now. */
export async function answerPlace(tx: Transaction, mentionId: string): Promise<AnswerPlace | undefined> {
  const [row] = await tx.rows<Row>(
    `select s.platform, m.kind, m.posted_at, m.brand_reply,
            (select a.text from answers a
             where a.workspace_id = m.workspace_id and a.case_id = m.case_id and a.mention_id = m.id
               and a.channel = 'public' and a.decision is null and a.state in ('sent', 'visible')
             order by a.queued_at desc limit 1) as our_text
     from mentions m join sources s on s.workspace_id = m.workspace_id and s.id = m.source_id
     where m.workspace_id = $1 and m.id = $2`,
    [tx.workspaceId, mentionId],
  );
  if (!row) return undefined;
  const limits = findPlatform(row.platform)?.answers;
  // Until the platform was read again, our own answer is what stands there.
  const standing = row.brand_reply ?? (row.our_text === null ? undefined : { text: row.our_text });
  return {
    kind: row.kind,
    postedAt: row.posted_at,
    ...(limits ? { limits } : {}),
    ...(standing ? { standing } : {}),
  };
}

/** True where answers are looked at before they are shown. */
export async function isModeratedPlace(tx: Transaction, sourceId: string): Promise<boolean> {
  const [row] = await tx.rows<{ platform: string }>(
    'select platform from sources where workspace_id = $1 and id = $2',
    [tx.workspaceId, sourceId],
  );
  return (row && findPlatform(row.platform)?.answers?.moderated) ?? false;
}

/** What can be decided about this mention, as far as Heard knows it now. */
export async function decisionPlace(tx: Transaction, mentionId: string): Promise<DecisionPlace> {
  const [row] = await tx.rows<{ platform: string; decisions: DecisionsOffered | null }>(
    `select s.platform, m.decisions
     from mentions m join sources s on s.workspace_id = m.workspace_id and s.id = m.source_id
     where m.workspace_id = $1 and m.id = $2`,
    [tx.workspaceId, mentionId],
  );
  const rules = (row && findPlatform(row.platform)?.decisions) ?? {};
  return { rules, ...(row?.decisions ? { offered: row.decisions } : {}) };
}
