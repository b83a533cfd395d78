import { answeredAt, nextPromiseDue, urgencyRank } from '@heard/core';
import type { Transaction } from '@heard/database';
import { factsOf } from '../case-history.js';
import type { CaseRecord, Written } from '../case-record.js';

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

/** Bytes as JSON text that PostgreSQL reads as bytea. */
const bytea = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

/** The columns of a case that its state decides. */
function columnsOf(record: CaseRecord): Record<string, unknown> {
  const { state } = record;
  return {
    id: state.id,
    status: state.status,
    category: state.category,
    urgency: state.urgency,
    urgency_rank: urgencyRank(state.urgency),
    urgency_reasons: state.urgencyReasons,
    signals: state.signals,
    complaints: state.complaints,
    assignee_id: state.assignee,
    assignee_since: state.assigneeSince,
    last_mention_at: record.lastMentionAt,
    answered_at: answeredAt(state) ?? null,
    closed_at: state.closedAt ?? null,
    closed_because: state.closedBecause ?? null,
    next_promise_due: nextPromiseDue(state) ?? null,
    broken_promises: state.promises.filter((promise) => promise.state === 'broken').length,
    version: record.version,
    last_hash: bytea(record.lastHash),
  };
}

const stateColumns = `status text, category text, urgency text, urgency_rank smallint, urgency_reasons text[],
  signals text[], complaints integer, assignee_id uuid, assignee_since timestamptz, last_mention_at timestamptz,
  answered_at timestamptz, closed_at timestamptz, closed_because text, next_promise_due timestamptz,
  broken_promises integer, version integer, last_hash bytea`;
const stateNames = stateColumns.split(',').map((column) => column.trim().split(' ')[0]);

/** Writes new cases. */
export async function insertCases(tx: Transaction, records: readonly CaseRecord[]): Promise<void> {
  const rows = records.map((record) => ({
    ...columnsOf(record),
    number: record.number,
    source_id: record.sourceId,
    brand_id: record.brandId ?? null,
    author_external_id: record.customer.externalId ?? null,
    author_name: record.customer.name ?? null,
    language: record.state.language,
    assigned_because: record.assignedBecause,
    posted_at: record.state.postedAt,
    opened_at: record.state.openedAt,
    demo: record.demo,
  }));
  const fixed = `number, source_id, brand_id, author_external_id, author_name, language, assigned_because, posted_at,
    opened_at, demo`;
  await tx.run(
    `insert into cases (workspace_id, id, ${fixed}, ${stateNames.join(', ')})
     select $1, id, ${fixed}, ${stateNames.join(', ')} from json_to_recordset($2) as r(
       id uuid, number integer, source_id uuid, brand_id uuid, author_external_id text, author_name text,
       language text, assigned_because text, posted_at timestamptz, opened_at timestamptz, demo boolean,
       ${stateColumns})`,
    [tx.workspaceId, JSON.stringify(rows)],
  );
}

/** Writes what the events made of cases. */
export async function saveCases(tx: Transaction, records: readonly CaseRecord[]): Promise<void> {
  await tx.run(
    `update cases c set ${stateNames.map((name) => `${name} = r.${name}`).join(', ')}
     from json_to_recordset($2) as r(id uuid, ${stateColumns})
     where c.workspace_id = $1 and c.id = r.id and c.id = any($3::uuid[])`,
    [tx.workspaceId, JSON.stringify(records.map(columnsOf)), records.map((record) => record.state.id)],
  );
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
