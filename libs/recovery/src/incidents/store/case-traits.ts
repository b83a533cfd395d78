import type { CauseTraits, FailureKind, Named, Sketch } from '@heard/core';
import type { Transaction } from '@heard/database';

/** A case that nobody has looked at yet, with its first words. */
export interface UnreadCase {
  readonly id: string;
  readonly scope: string;
  readonly at: Date;
  readonly author: string;
  readonly fresh: boolean;
  readonly failure: FailureKind;
  readonly text: string;
  readonly locationId: string | null;
  readonly locationName: string | null;
}

/** Longer texts are read only so far. */
const mostRead = 10_000;

/** Cases opened since a moment whose traits are not known; those posted first come first. */
export function unreadCases(tx: Transaction, since: Date, most: number): Promise<UnreadCase[]> {
  return tx.rows<UnreadCase>(
    `select c.id, coalesce(c.brand_id::text, '') || case when c.demo then ' demo' else '' end as scope,
            c.posted_at as at, c.failure,
            case when coalesce(c.author_external_id, c.author_name) is null then c.id::text
              else c.source_id || ' ' || coalesce(c.author_external_id, c.author_name) end as author,
            not exists (
              select from cases b where b.workspace_id = c.workspace_id and b.source_id = c.source_id
                and b.author_external_id = c.author_external_id and b.id <> c.id and b.opened_at < c.opened_at
            ) as fresh,
            left(coalesce(m.title || E'\\n', '') || coalesce(m.text, ''), ${mostRead}) as text,
            l.id as "locationId", l.name as "locationName"
     from cases c
     left join case_traits t on t.workspace_id = c.workspace_id and t.case_id = c.id
     left join locations l on l.workspace_id = c.workspace_id and l.id = c.location_id
     left join lateral (
       select n.title, n.text from mentions n
       where n.workspace_id = c.workspace_id and n.case_id = c.id and not n.is_brand
       order by n.posted_at, n.id limit 1
     ) m on true
     where c.workspace_id = $1 and c.opened_at >= $2 and t.case_id is null
     order by c.posted_at, c.id limit $3`,
    [tx.workspaceId, since, most],
  );
}

/** Writes what cases could share with others; of two who read the same case one writes. */
export async function saveTraits(tx: Transaction, traits: readonly CauseTraits[]): Promise<void> {
  await tx.run(
    `insert into case_traits (workspace_id, case_id, scope, at, author, fresh, failure, sketch, location, couriers,
       products, places)
     select $1, * from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::boolean[], $7::text[],
       $8::bytea[], $9::jsonb[], $10::jsonb[], $11::jsonb[], $12::jsonb[])
     on conflict do nothing`,
    [
      tx.workspaceId,
      traits.map(({ caseId }) => caseId),
      traits.map(({ scope }) => scope),
      traits.map(({ at }) => at),
      traits.map(({ author }) => author),
      traits.map(({ isFresh }) => isFresh),
      traits.map(({ failure }) => failure),
      traits.map(({ sketch }) => (sketch ? Buffer.from(Uint32Array.from(sketch).buffer) : null)),
      traits.map(({ location }) => (location ? JSON.stringify(location) : null)),
      traits.map(({ couriers }) => JSON.stringify(couriers)),
      traits.map(({ products }) => JSON.stringify(products)),
      traits.map(({ places }) => JSON.stringify(places)),
    ],
  );
}

interface TraitsRow {
  readonly case_id: string;
  readonly scope: string;
  readonly at: Date;
  readonly author: string;
  readonly fresh: boolean;
  readonly failure: FailureKind;
  readonly sketch: Buffer | null;
  readonly location: Named | null;
  readonly couriers: Named[];
  readonly products: Named[];
  readonly places: Named[];
}

/** More are not compared at once: the newest are. */
const mostCompared = 5_000;

/**
 * What the cases posted between two moments could share, without those that a person took out of an incident, and
 * those of incidents that are over: they do not make new ones.
 */
export async function traitsBetween(tx: Transaction, from: Date, to: Date): Promise<CauseTraits[]> {
  const rows = await tx.rows<TraitsRow>(
    `select t.* from case_traits t
     where t.workspace_id = $1 and t.at between $2 and $3 and not exists (
       select from incident_cases i join incidents x on x.workspace_id = i.workspace_id and x.id = i.incident_id
       where i.workspace_id = t.workspace_id and i.case_id = t.case_id
         and (i.state = 'left' or x.status in ('dismissed', 'resolved')))
     order by t.at desc, t.case_id limit ${mostCompared}`,
    [tx.workspaceId, from, to],
  );
  return rows.map(({ case_id: caseId, fresh, sketch, location, ...row }) => ({
    ...row,
    caseId,
    isFresh: fresh,
    ...(sketch ? { sketch: sketchFrom(sketch) } : {}),
    ...(location ? { location } : {}),
  }));
}

function sketchFrom(bytes: Buffer): Sketch {
  return Uint32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4));
}

/** What stands for the texts of these cases, where it was long enough. */
export async function sketchesOf(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Sketch>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; sketch: Buffer }>(
    `select case_id as id, sketch from case_traits
     where workspace_id = $1 and case_id = any($2) and sketch is not null`,
    [tx.workspaceId, caseIds],
  );
  return new Map(rows.map(({ id, sketch }) => [id, sketchFrom(sketch)]));
}

/** How many distinct people the cases are of. */
export async function authorsOf(tx: Transaction, caseIds: readonly string[]): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(
    'select count(distinct author)::int as count from case_traits where workspace_id = $1 and case_id = any($2)',
    [tx.workspaceId, caseIds],
  );
  return row?.count ?? 0;
}
