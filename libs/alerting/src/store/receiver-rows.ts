import type { Transaction } from '@heard/database';

/** A stored webhook receiver; its secret is sealed. */
export interface ReceiverRow {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly secretSealed: Buffer;
  readonly createdAt: Date;
}

interface Columns {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly secret_sealed: Buffer;
  readonly created_at: Date;
}

const columns = 'id, name, url, secret_sealed, created_at';

const fromRow = (row: Columns): ReceiverRow => ({
  id: row.id,
  name: row.name,
  url: row.url,
  secretSealed: row.secret_sealed,
  createdAt: row.created_at,
});

/** All receivers of the workspace, oldest first. */
export async function listReceivers(tx: Transaction): Promise<ReceiverRow[]> {
  const rows = await tx.rows<Columns>(
    `select ${columns} from receivers where workspace_id = $1 order by created_at, id`,
    [tx.workspaceId],
  );
  return rows.map(fromRow);
}

/** One receiver, unless it was removed. */
export async function findReceiver(tx: Transaction, id: string): Promise<ReceiverRow | undefined> {
  const [row] = await tx.rows<Columns>(
    `select ${columns} from receivers where workspace_id = $1 and id = $2`,
    [tx.workspaceId, id],
  );
  return row && fromRow(row);
}

/** Writes a receiver. */
export async function insertReceiver(tx: Transaction, row: ReceiverRow): Promise<void> {
  await tx.run(
    `insert into receivers (workspace_id, id, kind, name, url, secret_sealed, created_at)
     values ($1, $2, 'webhook', $3, $4, $5, $6)`,
    [tx.workspaceId, row.id, row.name, row.url, row.secretSealed, row.createdAt],
  );
}

/** Removes a receiver; false when there is none. */
export async function deleteReceiver(tx: Transaction, id: string): Promise<boolean> {
  return (
    (await tx.run('delete from receivers where workspace_id = $1 and id = $2', [tx.workspaceId, id])) > 0
  );
}
