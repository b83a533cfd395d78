import type { Transaction } from '@heard/database';
import { factsOf } from '@heard/registers';
import type { CaseRecord, Written } from '../case-record.js';
import { openingColumns, relationOf, stateColumns, storedValue, valuesOf } from './case-columns.js';

/** What is read of a case when it is locked; the rest follows from its history. */
export interface LockedRow {
  readonly id: string;
  readonly number: number;
  readonly source_id: string;
  readonly brand_id: string | null;
  readonly author_external_id: string | null;
  readonly author_name: string | null;
  readonly assigned_because: string;
  readonly last_mention_at: Date;
  readonly demo: boolean;
  readonly version: number;
  readonly last_hash: Buffer;
}

/** Locks cases in the order of their ids. */
export function lockRows(tx: Transaction, ids: readonly string[]): Promise<LockedRow[]> {
  return tx.rows<LockedRow>(
    `select id, number, source_id, brand_id, author_external_id, author_name, assigned_because, last_mention_at,
            demo, version, last_hash
     from cases where workspace_id = $1 and id = any($2) order by id for update`,
    [tx.workspaceId, ids],
  );
}

/** So many numbers that no other case of the workspace has. */
export async function nextNumbers(tx: Transaction, count: number): Promise<number[]> {
  const rows = await tx.rows<{ number: number }>(
    'select number from heard_span.next_case_numbers($1) as number order by number',
    [count],
  );
  return rows.map((row) => row.number);
}

const newColumns = [...openingColumns, ...stateColumns];
const insertSql = `
  insert into cases (workspace_id, id, ${newColumns.map(({ name }) => name).join(', ')})
  select $1, r.id, ${newColumns.map(storedValue).join(', ')} from ${relationOf(newColumns, 2)}`;
const saveSql = `
  update cases c set ${stateColumns.map((column) => `${column.name} = ${storedValue(column)}`).join(', ')}
  from ${relationOf(stateColumns, 2)} where c.workspace_id = $1 and c.id = r.id and c.id = any($2::uuid[])`;

/** Writes new cases. */
export async function insertCases(tx: Transaction, records: readonly CaseRecord[]): Promise<void> {
  await tx.run(insertSql, [tx.workspaceId, ...valuesOf(newColumns, records)]);
}

/** Writes what the events made of cases. */
export async function saveCases(tx: Transaction, records: readonly CaseRecord[]): Promise<void> {
  await tx.run(saveSql, [tx.workspaceId, ...valuesOf(stateColumns, records)]);
}

/** Writes when time next has something to do with a case. */
export async function saveTimer(tx: Transaction, caseId: string, at: Date | undefined): Promise<void> {
  await tx.run('update cases set next_timer_at = $3 where workspace_id = $1 and id = $2', [
    tx.workspaceId,
    caseId,
    at ?? null,
  ]);
}

/** Adds events to the histories; a history never has two events of one number. */
export async function insertEvents(tx: Transaction, written: readonly Written[]): Promise<void> {
  const rows = written.flatMap(({ record, events }) =>
    events.map((event) => ({ caseId: record.state.id, event })),
  );
  await tx.run(
    `insert into case_events (workspace_id, case_id, seq, type, at, by, facts, hash, previous_hash)
     select $1, * from unnest($2::uuid[], $3::integer[], $4::text[], $5::timestamptz[], $6::jsonb[], $7::jsonb[],
       $8::bytea[], $9::bytea[])`,
    [
      tx.workspaceId,
      rows.map(({ caseId }) => caseId),
      rows.map(({ event }) => event.seq),
      rows.map(({ event }) => event.type),
      rows.map(({ event }) => event.at),
      rows.map(({ event }) => JSON.stringify(event.by)),
      rows.map(({ event }) => JSON.stringify(factsOf(event))),
      rows.map(({ event }) => event.hash),
      rows.map(({ event }) => event.previousHash),
    ],
  );
}
