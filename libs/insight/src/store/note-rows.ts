import type { Note } from '@heard/core';
import type { Transaction } from '@heard/database';

/** The notes that were read in texts of a case, with their places, by mention. */
export async function readNotesOf(
  tx: Transaction,
  mentionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Note[]>> {
  if (mentionIds.length === 0) return new Map();
  const rows = await tx.rows<{ mention_id: string; notes: Note[] }>(
    `select distinct on (x.mention_id) x.mention_id, x.notes
     from assessments x
     -- Places are those of the text that was assessed: of an edited text only its own assessment fits.
     join mentions m on m.workspace_id = x.workspace_id and m.id = x.mention_id and m.revision = x.revision
     where x.workspace_id = $1 and x.mention_id = any($2::uuid[])
     order by x.mention_id, x.revision desc`,
    [tx.workspaceId, mentionIds],
  );
  return new Map(rows.map(({ mention_id: id, notes }) => [id, notes]));
}
