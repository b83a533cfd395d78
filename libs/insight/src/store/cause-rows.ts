import type { CauseState, FailureKind } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { SortKeyValues } from '../cursor.js';

/** A cause with the names around it. */
export interface CauseRow {
  readonly id: string;
  readonly state: CauseState;
  readonly title: string;
  readonly failures: FailureKind[];
  readonly brand_id: string | null;
  readonly brand_name: string | null;
  readonly location_id: string | null;
  readonly location_name: string | null;
  readonly answerable_id: string;
  readonly answerable_name: string | null;
  readonly named_at: Date;
  readonly fixed_at: Date | null;
  readonly cases: number;
  readonly recurrences: number;
  readonly demo: boolean;
  readonly sort_key: SortKeyValues;
}

/** Reads causes `r`, the newest first. */
export function readCauses(
  tx: Transaction,
  selection: {
    readonly where: string;
    readonly values: readonly unknown[];
    readonly sortKey: string;
    readonly limit: number;
  },
): Promise<CauseRow[]> {
  const { where, values, sortKey, limit } = selection;
  return tx.rows<CauseRow>(
    `select r.*, b.name as brand_name, l.name as location_name, p.name as answerable_name, ${sortKey} as sort_key
     from causes r
     left join brands b on b.workspace_id = r.workspace_id and b.id = r.brand_id
     left join locations l on l.workspace_id = r.workspace_id and l.id = r.location_id
     left join staff p on p.workspace_id = r.workspace_id and p.id = r.answerable_id
     where ${where} order by r.named_at desc, r.id desc limit ${limit}`,
    values,
  );
}

/** A case of a cause. */
export interface CauseCaseRow {
  readonly id: string;
  readonly number: number;
  readonly author_name: string | null;
  readonly status: 'open' | 'closed';
  readonly posted_at: Date;
}

const mostCases = 200;

/** The cases of a cause, the newest complaint first. */
export function readCasesOfCause(tx: Transaction, causeId: string): Promise<CauseCaseRow[]> {
  return tx.rows<CauseCaseRow>(
    `select c.id, c.number, c.author_name, c.status, c.posted_at from cause_cases x
     join cases c on c.workspace_id = x.workspace_id and c.id = x.case_id
     where x.workspace_id = $1 and x.cause_id = $2 order by c.posted_at desc, c.id limit ${mostCases}`,
    [tx.workspaceId, causeId],
  );
}

/** When all complaints of these kinds of failure at this place were posted, within a stretch of time. */
export async function complaintsOfKind(
  tx: Transaction,
  of: Pick<CauseRow, 'failures' | 'brand_id' | 'location_id' | 'demo'>,
  from: Date,
  to: Date,
): Promise<Date[]> {
  const rows = await tx.rows<{ posted_at: Date }>(
    `select posted_at from cases
     where workspace_id = $1 and failure = any($2) and ($3::uuid is null or brand_id = $3)
       and ($4::uuid is null or location_id = $4) and demo = $5 and posted_at between $6 and $7`,
    [tx.workspaceId, of.failures, of.brand_id, of.location_id, of.demo, from, to],
  );
  return rows.map((row) => row.posted_at);
}

/** Cases by their ids as people name them, `#16`. */
export async function numbersOf(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; number: number }>(
    'select id, number from cases where workspace_id = $1 and id = any($2)',
    [tx.workspaceId, caseIds],
  );
  return new Map(rows.map(({ id, number }) => [id, `#${number}`]));
}
