import type { Actor, CaseEventType } from '@heard/core';
import type { Transaction } from '@heard/database';
import { isId, type SortKeyValues } from '../cursor.js';
import { instant } from '../instant.js';
import type { HistoryEntry } from '../views.js';

/** A step of a case's history as it is stored; moments inside the facts are ISO 8601 text. */
export interface HistoryRow {
  readonly seq: number;
  readonly type: CaseEventType;
  readonly at: Date;
  readonly by: Actor;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly hash: Buffer;
  readonly sort_key: SortKeyValues;
}

const columns = 'e.seq, e.type, e.at, e.by, e.facts, e.hash, array[e.seq::text] as sort_key';

/** Steps after one of them, oldest first. */
export function readSteps(
  tx: Transaction,
  caseId: string,
  page: { readonly after: number; readonly limit: number },
): Promise<HistoryRow[]> {
  return tx.rows<HistoryRow>(
    `select ${columns} from case_events e
     where e.workspace_id = $1 and e.case_id = $2 and e.seq > $3 order by e.seq limit $4`,
    [tx.workspaceId, caseId, page.after, page.limit],
  );
}

/** The newest steps in their order. */
export async function readNewestSteps(tx: Transaction, caseId: string, limit: number): Promise<HistoryRow[]> {
  const rows = await tx.rows<HistoryRow>(
    `select ${columns} from case_events e
     where e.workspace_id = $1 and e.case_id = $2 order by e.seq desc limit $3`,
    [tx.workspaceId, caseId, limit],
  );
  return rows.reverse();
}

/** Names of people of the staff and of API keys by their id. */
export type Names = ReadonlyMap<string, string>;

/** The names of all these ids that belong to somebody; others are left out. */
export async function readNames(tx: Transaction, ids: Iterable<string>): Promise<Names> {
  const asked = [...new Set(ids)].filter(isId);
  if (asked.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; name: string }>(
    `select id, name from staff where workspace_id = $1 and id = any($2::uuid[])
     union all
     select id, name from api_keys where workspace_id = $1 and id = any($2::uuid[])`,
    [tx.workspaceId, asked],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Everybody who acts or is named in steps. */
export function peopleOf(rows: readonly HistoryRow[]): string[] {
  return rows.flatMap((row) => {
    const actor = actorId(row.by);
    return [...(actor === undefined ? [] : [actor]), ...peopleFacts(row).map(([, id]) => id)];
  });
}

/** A step with the names beside the ids. */
export function historyEntry(row: HistoryRow, names: Names): HistoryEntry {
  const name = names.get(actorId(row.by) ?? '');
  const named = peopleFacts(row).flatMap(([key, id]) => {
    const known = names.get(id);
    return known === undefined ? [] : [[`${key}Name`, known] as const];
  });
  return {
    seq: row.seq,
    type: row.type,
    at: instant(row.at),
    by: name === undefined ? row.by : { ...row.by, name },
    facts: { ...row.facts, ...Object.fromEntries(named) },
    hash: row.hash.toString('hex'),
  };
}

function actorId(by: Actor): string | undefined {
  if (by.kind === 'person') return by.staffId;
  return by.kind === 'program' ? by.keyId : undefined;
}

/** The facts that name a person, with their ids; `to` of other events is something else. */
function peopleFacts({ type, facts }: HistoryRow): (readonly [string, string])[] {
  const keys =
    type === 'case.opened'
      ? ['assignee']
      : type === 'case.taken' || type === 'case.handed_over'
        ? ['from', 'to']
        : [];
  return keys.flatMap((key) => {
    const id = facts[key];
    return typeof id === 'string' ? [[key, id] as const] : [];
  });
}
