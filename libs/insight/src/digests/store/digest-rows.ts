import { behaviourDays, type WeekDigest } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { SortKeyValues } from '../../cursor.js';

const dayMs = 24 * 60 * 60 * 1000;

interface DigestRow {
  readonly week: string;
  readonly made_at: Date;
  readonly digest: WeekDigest;
}

/** Begins the digest of a week; false when it was made already. Waits for whoever is making it. */
export async function beginDigest(tx: Transaction, week: string, at: Date): Promise<boolean> {
  const inserted = await tx.run(
    `insert into digests (workspace_id, week, made_at) values ($1, $2, $3)
     on conflict (workspace_id, week) do nothing`,
    [tx.workspaceId, week, at],
  );
  return inserted === 1;
}

/** Writes what the digest says. */
export async function finishDigest(tx: Transaction, digest: WeekDigest): Promise<void> {
  await tx.run('update digests set digest = $3 where workspace_id = $1 and week = $2', [
    tx.workspaceId,
    digest.week,
    JSON.stringify(digest),
  ]);
}

/** The digest of a week, by its Monday. */
export async function findDigest(tx: Transaction, week: string): Promise<DigestRow | undefined> {
  const [row] = await tx.rows<DigestRow>(
    `select week::text, made_at, digest from digests
     where workspace_id = $1 and week = $2 and digest is not null`,
    [tx.workspaceId, week],
  );
  return row;
}

/** Weeks that have a digest, newest first. */
export function readDigestWeeks(
  tx: Transaction,
  page: { readonly before: number | undefined; readonly limit: number },
): Promise<{ week: string; made_at: Date; sort_key: SortKeyValues }[]> {
  return tx.rows(
    `select week::text, made_at, array[(week - date '1970-01-01')::text] as sort_key from digests
     where workspace_id = $1 and digest is not null
       and ($2::integer is null or week < date '1970-01-01' + $2::integer)
     order by week desc limit $3`,
    [tx.workspaceId, page.before ?? null, page.limit],
  );
}

/** The cases that a span of time may say something of: posted before its end, and not over before it began. */
export async function casesOverSpan(
  tx: Transaction,
  span: { readonly startsAt: Date; readonly endsAt: Date; readonly demo: boolean },
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select c.id from cases c
     left join outcomes o on o.workspace_id = c.workspace_id and o.case_id = c.id
     where c.workspace_id = $1 and c.opened_at < $3 and c.demo = $4
       and (c.status = 'open' or c.closed_at >= $2 or o.at >= $2
         or c.closed_at >= $5 and exists (
           select from case_events e where e.workspace_id = $1 and e.case_id = c.id
             and e.type = 'case.behaviour_seen' and e.at >= $2))
     order by c.id`,
    [
      tx.workspaceId,
      span.startsAt,
      span.endsAt,
      span.demo,
      new Date(span.startsAt.getTime() - behaviourDays * dayMs),
    ],
  );
  return rows.map(({ id }) => id);
}

/** What root causes are called, by their ids. */
export async function readCauseTitles(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ id: string; title: string }>(
    'select id, title from causes where workspace_id = $1 and id = any($2)',
    [tx.workspaceId, ids],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}
