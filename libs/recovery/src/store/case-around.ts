import type { Told } from '@heard/core';
import type { Transaction } from '@heard/database';

/** What lies around a case and is told to its customer. */
export interface CaseAround {
  readonly customer?: string;
  readonly brand: string;
  readonly timeZone: string;
}

/** More of their texts, and more of each, a report does not repeat. */
const mostTexts = 10;
const longestExcerpt = 700;

/** What lies around a case; undefined when there is no such case. */
export async function caseAround(tx: Transaction, caseId: string): Promise<CaseAround | undefined> {
  const [row] = await tx.rows<{ author_name: string | null; brand: string; time_zone: string }>(
    `select c.author_name, coalesce(b.name, w.name) as brand, w.time_zone
     from cases c
     join workspaces w on w.workspace_id = c.workspace_id
     left join brands b on b.workspace_id = c.workspace_id and b.id = c.brand_id
     where c.workspace_id = $1 and c.id = $2`,
    [tx.workspaceId, caseId],
  );
  return row && { customer: row.author_name ?? undefined, brand: row.brand, timeZone: row.time_zone };
}

/** What the customer told us in the case, in their words, oldest first. */
export async function toldBy(tx: Transaction, caseId: string): Promise<Told[]> {
  return tx.rows<Told>(
    `select case when char_length(said) > ${longestExcerpt} then left(said, ${longestExcerpt}) || '…' else said end as words,
            posted_at as at
     from (
       select btrim(coalesce(nullif(btrim(text), ''), title, '')) as said, posted_at, id from mentions
       where workspace_id = $1 and case_id = $2 and not is_brand
     ) m
     where said <> '' order by posted_at, id limit ${mostTexts}`,
    [tx.workspaceId, caseId],
  );
}

/** The names by which customers know our people. */
export async function namesOf(tx: Transaction, staffIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; name: string }>(
    'select id, name from staff where workspace_id = $1 and id = any($2)',
    [tx.workspaceId, staffIds],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
