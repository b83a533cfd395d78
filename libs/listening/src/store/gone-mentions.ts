import type { Transaction } from '@heard/database';
import type { GoneMention, WholeList } from '@heard/sources';

/** Whole lists in a row in which a mention is missing until it is taken for deleted: one may be the platform's slip. */
const absencesOfDeleted = 2;

/** Marks what the platform says is gone; what was not heard of yet is remembered, in case it comes late. */
export async function markGone(
  tx: Transaction,
  sourceId: string,
  gone: readonly GoneMention[],
  now: Date,
): Promise<void> {
  if (gone.length === 0) return;
  const ids = [gone.map(({ kind }) => kind), gone.map(({ externalId }) => externalId)];
  await tx.run(
    `update mentions m set platform_state = 'deleted', gone_at = coalesce(m.gone_at, $3)
     from unnest($4::text[], $5::text[]) as g (kind, external_id)
     where m.workspace_id = $1 and m.source_id = $2 and m.kind = g.kind and m.external_id = g.external_id`,
    [tx.workspaceId, sourceId, now, ...ids],
  );
  await tx.run(
    `insert into gone_before_heard (workspace_id, source_id, kind, external_id, at)
     select $1, $2, g.kind, g.external_id, $3 from unnest($4::text[], $5::text[]) as g (kind, external_id)
     where not exists (select from mentions m where m.workspace_id = $1 and m.source_id = $2
       and m.kind = g.kind and m.external_id = g.external_id)
     on conflict do nothing`,
    [tx.workspaceId, sourceId, now, ...ids],
  );
}

/** Marks those of the new mentions whose deletion was told of before they were. */
export async function markGoneBefore(
  tx: Transaction,
  sourceId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.run(
    `with told as (
       delete from gone_before_heard g using mentions m
       where m.workspace_id = $1 and m.id = any($3) and g.workspace_id = $1 and g.source_id = $2
         and g.kind = m.kind and g.external_id = m.external_id
       returning m.id, g.at)
     update mentions m set platform_state = 'deleted', gone_at = told.at from told
     where m.workspace_id = $1 and m.id = told.id`,
    [tx.workspaceId, sourceId, ids],
  );
}

/** Remembers that known mentions were seen again. */
export async function markSeen(tx: Transaction, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.run(
    `update mentions set last_seen_at = $3, times_absent = 0 where workspace_id = $1 and id = any($2)`,
    [tx.workspaceId, ids, now],
  );
}

/**
 * Counts the mentions of a whole list that were not found in it, and takes for deleted what was missing twice in a row.
 * A list of all the source in which nothing at all was found is no proof: an account that lost a right is shown none.
 */
export async function markAbsent(
  tx: Transaction,
  sourceId: string,
  { rootExternalId, kind, from, startedAt }: WholeList,
  now: Date,
): Promise<void> {
  await tx.run(
    `with listed as (
       select id, last_seen_at >= $4 as found from mentions
       where workspace_id = $1 and source_id = $2 and gone_at is null
         and ($5::text is null and (root_external_id is null or root_external_id = external_id)
           or root_external_id = $5 and external_id <> $5)
         and ($6::timestamptz is null or posted_at >= $6)
         and ($8::text is null or kind = $8)
     )
     update mentions m set times_absent = m.times_absent + 1,
       platform_state = case when m.times_absent + 1 >= $7 then 'deleted' else m.platform_state end,
       gone_at = case when m.times_absent + 1 >= $7 then $3::timestamptz end
     from listed l
     where m.workspace_id = $1 and m.id = l.id and not l.found
       and ($5::text is not null or exists (select from listed where found))`,
    [tx.workspaceId, sourceId, now, startedAt, rootExternalId, from, absencesOfDeleted, kind],
  );
}
