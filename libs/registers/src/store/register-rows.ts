import { type Actor, Fault } from '@heard/core';
import type { Transaction } from '@heard/database';
import { factsOf, type Happening, revive } from '../chain.js';
import type { EntryWritten, Kept, RegisterName, RegisterRules } from '../register-record.js';

/** What is kept of an entry beside its history. */
export interface EntryRow {
  readonly id: string;
  readonly demo: boolean;
  readonly version: number;
  readonly last_hash: Buffer;
}

interface EventRow {
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly by: Actor;
  readonly facts: Record<string, unknown>;
  readonly hash: Buffer;
  readonly previous_hash: Buffer | null;
}

const entriesSql = `
  select id, demo, version, last_hash from registers
  where workspace_id = $1 and register = $2 and id = any($3) order by id`;

/** Locks entries in the order of their ids. */
export function lockEntries(
  tx: Transaction,
  register: RegisterName,
  ids: readonly string[],
): Promise<EntryRow[]> {
  return tx.rows<EntryRow>(`${entriesSql} for update`, [tx.workspaceId, register, ids]);
}

/** Reads entries without locking them. */
export function readEntries(
  tx: Transaction,
  register: RegisterName,
  ids: readonly string[],
): Promise<EntryRow[]> {
  return tx.rows<EntryRow>(entriesSql, [tx.workspaceId, register, ids]);
}

/** The histories of entries by their id, each oldest first. */
export async function readEvents<Event extends Happening>(
  tx: Transaction,
  { register, moments }: Pick<RegisterRules<unknown, Event>, 'register' | 'moments'>,
  ids: readonly string[],
): Promise<Map<string, Kept<Event>[]>> {
  const rows = await tx.rows<EventRow>(
    `select id, seq, type, at, by, facts, hash, previous_hash from register_events
     where workspace_id = $1 and register = $2 and id = any($3) order by id, seq`,
    [tx.workspaceId, register, ids],
  );
  const histories = new Map<string, Kept<Event>[]>();
  for (const { id, facts, previous_hash: previousHash, ...stamp } of rows) {
    // The shape was checked when it was written, and rows are never edited.
    const event = {
      ...(revive(facts, moments) as object),
      ...stamp,
      previousHash: previousHash ?? undefined,
    } as unknown as Kept<Event>;
    const history = histories.get(id);
    if (history) history.push(event);
    else histories.set(id, [event]);
  }
  return histories;
}

type AnyWritten = EntryWritten<unknown, Happening>;

/** Writes new entries. */
export async function insertEntries(
  tx: Transaction,
  register: RegisterName,
  written: readonly AnyWritten[],
): Promise<void> {
  await tx.run(
    `insert into registers (workspace_id, register, id, demo, version, last_hash)
     select $1, $2, * from unnest($3::uuid[], $4::boolean[], $5::integer[], $6::bytea[])`,
    [
      tx.workspaceId,
      register,
      written.map(({ record }) => record.id),
      written.map(({ record }) => record.demo),
      written.map(({ record }) => record.version),
      written.map(({ record }) => record.lastHash),
    ],
  );
}

/** Writes how far the histories of entries have come; a conflict where somebody else wrote meanwhile. */
export async function saveEntries(
  tx: Transaction,
  register: RegisterName,
  written: readonly AnyWritten[],
): Promise<void> {
  const touched = await tx.run(
    `update registers r set version = n.version, last_hash = n.last_hash
     from unnest($3::uuid[], $4::integer[], $5::integer[], $6::bytea[]) as n (id, before, version, last_hash)
     where r.workspace_id = $1 and r.register = $2 and r.id = n.id and r.version = n.before`,
    [
      tx.workspaceId,
      register,
      written.map(({ record }) => record.id),
      written.map(({ record, events }) => record.version - events.length),
      written.map(({ record }) => record.version),
      written.map(({ record }) => record.lastHash),
    ],
  );
  if (touched < written.length) {
    throw new Fault('conflict', `The ${register} was changed meanwhile.`, { code: 'changed_meanwhile' });
  }
}

/** Adds events to the histories; a history never has two events of one number. */
export async function insertEvents(
  tx: Transaction,
  register: RegisterName,
  written: readonly AnyWritten[],
): Promise<void> {
  const rows = written.flatMap(({ record, events }) => events.map((event) => ({ id: record.id, event })));
  await tx.run(
    `insert into register_events (workspace_id, register, id, seq, type, at, by, facts, hash, previous_hash)
     select $1, $2, * from unnest($3::uuid[], $4::integer[], $5::text[], $6::timestamptz[], $7::jsonb[], $8::jsonb[],
       $9::bytea[], $10::bytea[])`,
    [
      tx.workspaceId,
      register,
      rows.map(({ id }) => id),
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
