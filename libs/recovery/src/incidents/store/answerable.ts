import type { Transaction } from '@heard/database';

/** Where a case can be answered in public. */
export interface Answerable {
  readonly mentionId: string;
  readonly platform: string;
}

/** The newest complaint of a case that still stands on its platform; any other text of theirs where there is none. */
export async function answerable(tx: Transaction, caseId: string): Promise<Answerable | undefined> {
  const [row] = await tx.rows<Answerable>(
    `select m.id as "mentionId", s.platform
     from mentions m
     join sources s on s.workspace_id = m.workspace_id and s.id = m.source_id and s.removed_at is null
     left join standing_assessments a on a.workspace_id = m.workspace_id and a.mention_id = m.id and a.revision = m.revision
     where m.workspace_id = $1 and m.case_id = $2 and not m.is_brand and m.platform_state in ('visible', 'unknown')
     order by (a.intent = 'complaint') desc nulls last, m.posted_at desc, m.id desc limit 1`,
    [tx.workspaceId, caseId],
  );
  return row;
}
