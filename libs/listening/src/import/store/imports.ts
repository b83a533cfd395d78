import { newId, type Transaction } from '@heard/database';

/** What came of reading a file. */
export interface ImportCounts {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
}

/** A finished import, for the record. */
export interface ImportRow extends ImportCounts {
  readonly sourceId: string;
  readonly fileHash: Buffer;
  readonly name: string;
}

/** Remembers that a file was read to its end. */
export async function insertImport(tx: Transaction, done: ImportRow, now: Date): Promise<void> {
  await tx.run(
    `insert into imports (workspace_id, id, source_id, file_hash, name, at, accepted, duplicates, rejected)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.workspaceId,
      newId(),
      done.sourceId,
      done.fileHash,
      done.name,
      now,
      done.accepted,
      done.duplicates,
      done.rejected,
    ],
  );
}
