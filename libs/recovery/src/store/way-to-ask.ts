import type { Transaction } from '@heard/database';

/** Where a customer's newest standing text is, and whose brand it is about. */
export interface WayToAsk {
  readonly brand: string;
  readonly platform: string;
  readonly sourceRemoved: boolean;
  /** Their newest text that still stands and is not answered in the one place there is for an answer. */
  readonly mentionId?: string;
  /** None of their texts stands there any more. */
  readonly gone: boolean;
}

interface Row {
  readonly brand: string;
  readonly platform: string;
  readonly removed: boolean;
  readonly mention_id: string | null;
  readonly stands: boolean;
}

/** How the customer of a case can be asked something. */
export async function wayToAsk(tx: Transaction, caseId: string): Promise<WayToAsk | undefined> {
  const [row] = await tx.rows<Row>(
    `select coalesce(b.name, w.name) as brand, s.platform, s.removed_at is not null as removed,
            newest.id as mention_id,
            exists (select from mentions m where m.workspace_id = c.workspace_id and m.case_id = c.id
                      and not m.is_brand and m.platform_state in ('visible', 'unknown')) as stands
     from cases c
     join workspaces w on w.workspace_id = c.workspace_id
     join sources s on s.workspace_id = c.workspace_id and s.id = c.source_id
     left join brands b on b.workspace_id = c.workspace_id and b.id = c.brand_id
     left join lateral (
       select m.id from mentions m
       where m.workspace_id = c.workspace_id and m.case_id = c.id and not m.is_brand
         and m.platform_state in ('visible', 'unknown') and m.brand_reply is null
       order by m.posted_at desc, m.id desc limit 1
     ) newest on true
     where c.workspace_id = $1 and c.id = $2`,
    [tx.workspaceId, caseId],
  );
  if (!row) return undefined;
  const { brand, platform, removed: sourceRemoved, stands } = row;
  return { brand, platform, sourceRemoved, mentionId: row.mention_id ?? undefined, gone: !stands };
}
