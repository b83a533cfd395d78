import type { Transaction } from '@heard/database';

/** What became of a request to be forgotten. */
export interface Erasure {
  readonly askedAt: Date;
  readonly doneAt?: Date;
  /** Texts that were wiped. */
  readonly mentions?: number;
}

/** Keeps a request; returns the code that stands for it, which is the first one when it was asked before. */
export async function keepErasure(
  tx: Transaction,
  asked: { readonly code: string; readonly sourceId: string; readonly hash: Buffer; readonly at: Date },
): Promise<{ readonly code: string; readonly isNew: boolean }> {
  const [row] = await tx.rows<{ code: string }>(
    `insert into erasures (workspace_id, code, source_id, request_hash, asked_at) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, request_hash) do update set code = erasures.code returning code`,
    [tx.workspaceId, asked.code, asked.sourceId, asked.hash, asked.at],
  );
  return { code: row?.code ?? asked.code, isNew: row?.code === asked.code };
}

/** Notes that it was done, and how much there was. */
export async function endErasure(tx: Transaction, code: string, mentions: number, now: Date): Promise<void> {
  await tx.run(`update erasures set done_at = $3, mentions = $4 where workspace_id = $1 and code = $2`, [
    tx.workspaceId,
    code,
    now,
    mentions,
  ]);
}

/** Asks the sources of an app at once: whoever took their consent back took the tokens with it. */
export async function askAppSources(tx: Transaction, appId: string, now: Date): Promise<void> {
  await tx.run(
    `update sources set next_due_at = $3
     where workspace_id = $1 and settings ->> 'appId' = $2 and removed_at is null and next_due_at is not null`,
    [tx.workspaceId, appId, now],
  );
}
