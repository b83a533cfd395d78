import type { Language, LikelyHit, Shared } from '@heard/core';
import type { Transaction } from '@heard/database';

/** Somebody of the list of an incident. */
export interface LikelyHitRow extends LikelyHit {
  readonly id: string;
  /** The text in which they asked, without complaining. */
  readonly mentionId?: string;
  readonly toldAt?: Date;
  readonly toldChannel?: string;
  readonly toldEvidence?: string;
  readonly toldBy?: { readonly id: string; readonly name: string };
}

interface Row {
  readonly id: string;
  readonly name: string | null;
  readonly contact: string | null;
  readonly reference: string | null;
  readonly mention_id: string | null;
  readonly told_at: Date | null;
  readonly told_channel: string | null;
  readonly told_evidence: string | null;
  readonly told_by: string | null;
  readonly told_by_name: string | null;
}

/** The list of an incident, in the order in which it was handed in. */
export async function likelyHitOf(tx: Transaction, incidentId: string): Promise<LikelyHitRow[]> {
  const rows = await tx.rows<Row>(
    `select l.id, l.name, l.contact, l.reference, l.mention_id, l.told_at, l.told_channel, l.told_evidence, l.told_by,
            p.name as told_by_name
     from likely_hit l left join staff p on p.workspace_id = l.workspace_id and p.id = l.told_by
     where l.workspace_id = $1 and l.incident_id = $2 order by l.added_at, l.id`,
    [tx.workspaceId, incidentId],
  );
  return rows.map((row) => ({
    id: row.id,
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.contact === null ? {} : { contact: row.contact }),
    ...(row.reference === null ? {} : { reference: row.reference }),
    ...(row.mention_id === null ? {} : { mentionId: row.mention_id }),
    ...(row.told_at === null ? {} : { toldAt: row.told_at }),
    ...(row.told_channel === null ? {} : { toldChannel: row.told_channel }),
    ...(row.told_evidence === null ? {} : { toldEvidence: row.told_evidence }),
    ...(row.told_by === null ? {} : { toldBy: { id: row.told_by, name: row.told_by_name ?? '' } }),
  }));
}

/** A person to be listed. */
export interface NewLikelyHit extends LikelyHit {
  readonly id: string;
  readonly mentionId?: string;
}

/** Adds people to the list. */
export async function addLikelyHit(
  tx: Transaction,
  incidentId: string,
  people: readonly NewLikelyHit[],
  at: Date,
): Promise<void> {
  await tx.run(
    `insert into likely_hit (workspace_id, incident_id, added_at, id, name, contact, reference, mention_id)
     select $1, $2, $3, * from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[])`,
    [
      tx.workspaceId,
      incidentId,
      at,
      people.map(({ id }) => id),
      people.map(({ name }) => name ?? null),
      people.map(({ contact }) => contact ?? null),
      people.map(({ reference }) => reference ?? null),
      people.map(({ mentionId }) => mentionId ?? null),
    ],
  );
}

/** How somebody of the list was told. */
export interface Told {
  readonly channel: string;
  readonly evidence?: string;
  readonly by: string;
  readonly at: Date;
}

/** Writes down that somebody was told; false when they were already, or are not on the list. */
export async function saveTold(
  tx: Transaction,
  incidentId: string,
  id: string,
  told: Told,
): Promise<boolean> {
  const { channel, evidence, by, at } = told;
  const touched = await tx.run(
    `update likely_hit set told_at = $4, told_channel = $5, told_evidence = $6, told_by = $7
     where workspace_id = $1 and incident_id = $2 and id = $3 and told_at is null`,
    [tx.workspaceId, incidentId, id, at, channel, evidence ?? null, by],
  );
  return touched === 1;
}

/** Somebody who asked about the same thing and has no case. */
export interface AskedRow {
  readonly id: string;
  readonly name: string | null;
  readonly text: string;
  readonly at: Date;
  readonly url: string | null;
  readonly language: Language | null;
  readonly locationId: string | null;
}

const mostRead = 1_000;
const [beforeHours, afterHours] = [6, 72];

/** What people wrote around the time of an incident without complaining: questions, mostly. */
export function askedAround(tx: Transaction, since: Date): Promise<AskedRow[]> {
  return tx.rows<AskedRow>(
    `select m.id, m.author_name as name, left(m.text, 10000) as text, m.posted_at as at, m.url,
            a.language, m.location_id as "locationId"
     from mentions m
     left join standing_assessments a on a.workspace_id = m.workspace_id and a.mention_id = m.id and a.revision = m.revision
     where m.workspace_id = $1 and m.case_id is null and not m.is_brand
       and m.posted_at between $2::timestamptz - interval '${beforeHours} hours'
         and $2::timestamptz + interval '${afterHours} hours'
       and coalesce(a.intent, 'other') <> 'praise'
     order by m.posted_at desc, m.id limit ${mostRead}`,
    [tx.workspaceId, since],
  );
}

/** A case that somebody of the list may have opened. */
export interface ComplainedRow {
  readonly caseId: string;
  readonly number: number;
  readonly name: string | null;
  readonly text: string;
}

/** The cases of an incident, and those opened since it began whose customer has the name of somebody on the list. */
export function complainedSince(tx: Transaction, incidentId: string, since: Date): Promise<ComplainedRow[]> {
  return tx.rows<ComplainedRow>(
    `select c.id as "caseId", c.number, c.author_name as name,
            coalesce((select left(string_agg(m.text, E'\\n'), 10000) from mentions m
              where m.workspace_id = c.workspace_id and m.case_id = c.id and not m.is_brand), '') as text
     from cases c
     where c.workspace_id = $1 and c.id in (
       select i.case_id from incident_cases i
       where i.workspace_id = $1 and i.incident_id = $2 and i.state <> 'left'
       union all
       select b.id from cases b
       where b.workspace_id = $1 and b.posted_at >= $3::timestamptz - interval '1 day' and lower(b.author_name) in (
         select lower(l.name) from likely_hit l where l.workspace_id = $1 and l.incident_id = $2))
     order by c.number limit ${mostRead}`,
    [tx.workspaceId, incidentId, since],
  );
}

/** Incidents that were resolved so long ago that their lists are not needed any more. */
export function incidentsToWipe(tx: Transaction, resolvedBefore: Date): Promise<{ readonly id: string }[]> {
  return tx.rows(
    `select x.id from incidents x
     where x.workspace_id = $1 and x.status in ('resolved', 'dismissed')
       and coalesce(x.resolved_at, x.proposed_at) < $2
       and exists (select from likely_hit l where l.workspace_id = x.workspace_id and l.incident_id = x.id)
     limit 50`,
    [tx.workspaceId, resolvedBefore],
  );
}

/** Takes the whole list away; returns how many people were on it. */
export function wipeLikelyHit(tx: Transaction, incidentId: string): Promise<number> {
  return tx.run('delete from likely_hit where workspace_id = $1 and incident_id = $2', [
    tx.workspaceId,
    incidentId,
  ]);
}

/** The name of a thing shared, by which texts are compared with it. */
export function sharedKeys(shares: readonly Shared[]): ReadonlySet<string> {
  return new Set(shares.map(({ code, key }) => `${code} ${key}`));
}
