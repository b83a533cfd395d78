import { fixKinds, type FailureKind, type FixKind, type TriedCount } from '@heard/core';
import type { Transaction } from '@heard/database';

/** What is asked of closed cases. */
export interface TriedAsked {
  readonly caseId: string;
  readonly failure: FailureKind;
  readonly since: Date;
  readonly until: Date;
  /** Sums of money are of this currency alone. */
  readonly currency: string;
  /** Made-up cases learn from made-up ones, real ones from real ones. */
  readonly demo: boolean;
}

interface TriedRow {
  readonly kinds: readonly FixKind[];
  readonly cases: number;
  readonly recovered: number;
  readonly median: number | null;
}

/** The case that a suggestion is for. */
export interface SubjectRow {
  readonly failure: FailureKind;
  readonly policy_version: number;
  readonly demo: boolean;
}

/** What of a case a suggestion goes by; undefined when there is none. */
export async function readSubject(tx: Transaction, caseId: string): Promise<SubjectRow | undefined> {
  const [row] = await tx.rows<SubjectRow>(
    'select failure, policy_version, demo from cases where workspace_id = $1 and id = $2',
    [tx.workspaceId, caseId],
  );
  return row;
}

/**
 * Closed cases of a kind of failure, other than the one asked for, by the set of kinds of fix done in them. A fix
 * without a recorded cost cost nothing; a case with a cost in another currency is left out of the median.
 */
export async function readTried(tx: Transaction, asked: TriedAsked): Promise<readonly TriedCount[]> {
  const rows = await tx.rows<TriedRow>(
    `with done as (
       select c.id, array_agg(distinct f.kind) as kinds, coalesce(sum(f.cost_minor), 0) as spent,
              bool_and(f.cost_minor is null or f.cost_minor = 0 or f.currency = $6) as countable
       from cases c
       join fixes f on f.workspace_id = c.workspace_id and f.case_id = c.id and f.state = 'done'
       where c.workspace_id = $1 and c.id <> $2 and c.status = 'closed' and c.failure = $3
         and c.closed_at > $4 and c.closed_at <= $5 and c.demo = $7
       group by c.id
     )
     select d.kinds, count(*)::integer as cases,
            (count(*) filter (where o.verdict = 'recovered'))::integer as recovered,
            percentile_cont(0.5) within group (order by d.spent) filter (where d.countable) as median
     from done d
     left join outcomes o on o.workspace_id = $1 and o.case_id = d.id
     group by d.kinds`,
    [tx.workspaceId, asked.caseId, asked.failure, asked.since, asked.until, asked.currency, asked.demo],
  );
  return rows.map(({ kinds, cases, recovered, median }) => ({
    // Words first, as they are said first.
    kinds: fixKinds.filter((kind) => kinds.includes(kind)),
    cases,
    recovered,
    ...(median !== null && { medianCostMinor: Math.round(median) }),
  }));
}
