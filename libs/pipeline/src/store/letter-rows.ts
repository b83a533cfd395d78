import type { Transaction } from '@heard/database';

/** A letter that a person has to read, or has read. */
export interface LetterRow {
  readonly id: string;
  readonly source_id: string;
  readonly key: string;
  readonly received_at: Date;
  readonly settled_at: Date | null;
}

/** The letter, kept from others until the transaction ends: two people read the same queue. */
export async function lockLetter(tx: Transaction, id: string): Promise<LetterRow | undefined> {
  const [row] = await tx.rows<LetterRow>(
    `select id, source_id, key, received_at, settled_at from unparsed_mail
     where workspace_id = $1 and id = $2 for update`,
    [tx.workspaceId, id],
  );
  return row;
}

/** Nobody is asked about it any more; without a mention it was set aside. */
export async function markSettled(
  tx: Transaction,
  id: string,
  { staffId, mentionId, at }: { readonly staffId: string; readonly mentionId?: string; readonly at: Date },
): Promise<void> {
  await tx.run(
    `update unparsed_mail set settled_at = $3, settled_by_staff_id = $4, mention_id = $5
     where workspace_id = $1 and id = $2`,
    [tx.workspaceId, id, at, staffId, mentionId],
  );
}
