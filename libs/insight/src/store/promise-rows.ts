import type { PromiseState, Urgency } from '@heard/core';
import type { Transaction } from '@heard/database';
import { microsOf, type SortKeyValues } from '../cursor.js';

/** A promise with its case and the people around it. */
export interface PromiseDueRow {
  readonly id: string;
  readonly what: string;
  readonly due: Date;
  readonly state: PromiseState;
  readonly made_at: Date;
  readonly made_by: string | null;
  readonly maker_name: string | null;
  readonly warned_at: Date | null;
  readonly settled_at: Date | null;
  readonly repeats: string | null;
  readonly case_id: string;
  readonly number: number;
  readonly status: 'open' | 'closed';
  readonly author_name: string | null;
  readonly urgency: Urgency;
  readonly assignee_id: string;
  readonly assignee_name: string;
  readonly demo: boolean;
  readonly sort_key: SortKeyValues;
}

/** Promises in the order of their due; `x` is the promise, `c` its case. */
export function readPromisesDue(
  tx: Transaction,
  { where, values, limit }: { where: string; values: readonly unknown[]; limit: number },
): Promise<PromiseDueRow[]> {
  return tx.rows<PromiseDueRow>(
    `select x.id, x.what, x.due, x.state, x.made_at, x.made_by, m.name as maker_name, x.warned_at, x.settled_at,
            x.repeats, c.id as case_id, c.number, c.status, c.author_name, c.urgency, c.assignee_id,
            p.name as assignee_name, c.demo, array[${microsOf('x.due')}, x.id::text] as sort_key
     from promises x
     join cases c on c.workspace_id = x.workspace_id and c.id = x.case_id
     join staff p on p.workspace_id = c.workspace_id and p.id = c.assignee_id
     left join staff m on m.workspace_id = x.workspace_id and m.id = x.made_by
     where ${where}
     order by x.due, x.id limit ${limit}`,
    values,
  );
}

/** How the promises of one person ended. */
export interface KeptRow {
  readonly made_by: string | null;
  readonly name: string | null;
  readonly kept: number;
  readonly broken: number;
  readonly again: number;
}

/** Promises that were kept or broke since a moment, by who gave them. */
export function readKept(tx: Transaction, since: Date): Promise<KeptRow[]> {
  return tx.rows<KeptRow>(
    `select x.made_by, p.name, count(*) filter (where x.state = 'kept')::integer as kept,
            count(*) filter (where x.state = 'broken')::integer as broken,
            count(*) filter (where x.repeats is not null)::integer as again
     from promises x
     left join staff p on p.workspace_id = x.workspace_id and p.id = x.made_by
     where x.workspace_id = $1 and x.state <> 'open' and x.settled_at > $2
     group by x.made_by, p.name
     order by count(*) desc, p.name`,
    [tx.workspaceId, since],
  );
}
