import type { Transaction } from '@heard/database';

/** When the model last began to learn here, and from how many labels; whoever asks at the same time waits. */
export async function lastLearned(tx: Transaction): Promise<{ at: Date; labels: number } | undefined> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`learning:${tx.workspaceId}`]);
  const [row] = await tx.rows<{ looked_at: Date; labels: number }>(
    'select looked_at, labels from adaptation_looks where workspace_id = $1',
    [tx.workspaceId],
  );
  return row && { at: row.looked_at, labels: row.labels };
}

/** Writes that down. */
export async function saveLearned(tx: Transaction, labels: number, now: Date): Promise<void> {
  await tx.run(
    `insert into adaptation_looks (workspace_id, looked_at, labels) values ($1, $2, $3)
     on conflict (workspace_id) do update set looked_at = $2, labels = $3`,
    [tx.workspaceId, now, labels],
  );
}
