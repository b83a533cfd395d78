import type { MentionKind } from '@heard/core';
import type { Transaction } from '@heard/database';

/** A stored mention that a pasted text may be. */
export interface PastedRow {
  readonly id: string;
  readonly kind: MentionKind;
  readonly external_id: string;
  readonly text: string;
  readonly url: string | null;
  readonly case_id: string | null;
}

const columns = 'id, kind, external_id, text, url, case_id';

/** Mentions of any source that say the same. */
export function knownAnywhere(tx: Transaction, textKey: Buffer): Promise<PastedRow[]> {
  return tx.rows<PastedRow>(
    `select ${columns} from mentions where workspace_id = $1 and text_key = $2 order by first_seen_at limit 100`,
    [tx.workspaceId, textKey],
  );
}

/** What was pasted from the same page before. */
export function sameLink(tx: Transaction, sourceId: string, link: string): Promise<PastedRow[]> {
  return tx.rows<PastedRow>(
    `select ${columns} from mentions
     where workspace_id = $1 and source_id = $2 and kind in ('post', 'review') and external_id like $3 || '.%'`,
    [tx.workspaceId, sourceId, link],
  );
}

/** The mention with this id of its source. */
export async function pastedAt(
  tx: Transaction,
  sourceId: string,
  externalId: string,
): Promise<PastedRow | undefined> {
  const [row] = await tx.rows<PastedRow>(
    `select ${columns} from mentions where workspace_id = $1 and source_id = $2 and external_id = $3`,
    [tx.workspaceId, sourceId, externalId],
  );
  return row;
}

/** Keeps who reported a mention first. */
export async function reportedBy(tx: Transaction, mentionId: string, staffId: string): Promise<void> {
  await tx.run(
    `update mentions set reported_by_staff_id = $3
     where workspace_id = $1 and id = $2 and reported_by_staff_id is null`,
    [tx.workspaceId, mentionId, staffId],
  );
}
