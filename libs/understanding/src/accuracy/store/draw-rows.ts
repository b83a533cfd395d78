import type { Actor, Language } from '@heard/core';
import type { Transaction } from '@heard/database';
import { allStrata, doubtfulLean, type Stratum } from '../strata.js';

/** Of a large stream the newest so many texts are drawn from: it is they that the figures speak of. */
const mostDrawnFrom = 50_000;

/** The part that a text is in, by what the machine says of it; `a` is its assessment. */
const stratumOf = `
  case
    when a.urgency in ('critical', 'high') and a.sentiment = 'negative' then 'urgent_negative'
    when a.urgency in ('critical', 'high') then 'urgent_other'
    when a.sentiment = 'negative' then 'negative'
    when a.lean > ${doubtfulLean} then 'doubtful'
    else 'rest'
  end`;

/** Texts that customers wrote and that are still there, first seen after one moment until another. */
const population = `
  select m.id as mention_id, m.revision, a.language, ${stratumOf} as stratum, a.model, a.sentiment, a.urgency, a.lean
  from (
    select * from mentions
    where workspace_id = $1 and first_seen_at > $2 and first_seen_at <= $3 and not is_brand and not demo
      and missed is null and gone_at is null and platform_state <> 'deleted' and text ~ '\\S'
    order by id desc limit ${mostDrawnFrom}
  ) m
  join assessments a on a.workspace_id = m.workspace_id and a.mention_id = m.id and a.revision = m.revision`;

/** Between which moments texts are drawn from. */
export interface Window {
  readonly after: Date;
  readonly until: Date;
}

/** How many texts there are of each language and part. */
export interface Population {
  readonly language: Language;
  readonly stratum: Stratum;
  readonly texts: number;
}

/** Of two draws at once one waits. */
export async function lockDraws(tx: Transaction): Promise<void> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`sample:${tx.workspaceId}`]);
}

/** Until when texts were drawn from before; undefined before the first draw. */
export async function drawnUntil(tx: Transaction): Promise<Date | undefined> {
  const [row] = await tx.rows<{ until: Date }>(
    'select until from sample_draws where workspace_id = $1 order by until desc limit 1',
    [tx.workspaceId],
  );
  return row?.until;
}

/** Counts what a draw would be from. */
export function countPopulation(tx: Transaction, { after, until }: Window): Promise<Population[]> {
  return tx.rows<Population>(
    `select language, stratum, count(*)::integer as texts from (${population}) p
     group by language, stratum order by language, stratum`,
    [tx.workspaceId, after, until],
  );
}

/** How many to draw of each language and part. */
export interface Quota extends Population {
  readonly drawn: number;
}

/** Draws at random and keeps what was drawn, with the order in which people are asked. */
export async function keepDraw(
  tx: Transaction,
  draw: Window & { readonly id: string; readonly by: Actor; readonly quotas: readonly Quota[] },
): Promise<void> {
  const { id, after, until, by, quotas } = draw;
  await tx.run('insert into sample_draws (workspace_id, id, after, until, by) values ($1, $2, $3, $4, $5)', [
    tx.workspaceId,
    id,
    after,
    until,
    JSON.stringify(by),
  ]);
  const column = <T>(of: (quota: Quota) => T): T[] => quotas.map(of);
  await tx.run(
    `insert into sample_strata (workspace_id, draw_id, language, stratum, population, drawn)
     select $1, $2, * from unnest($3::text[], $4::text[], $5::integer[], $6::integer[])`,
    [
      tx.workspaceId,
      id,
      column(({ language }) => language),
      column(({ stratum }) => stratum),
      column(({ texts }) => texts),
      column(({ drawn }) => drawn),
    ],
  );
  // The order is random, and the same for the same draw: who doubts a figure can draw it again.
  await tx.run(
    `insert into sample_texts (workspace_id, mention_id, revision, draw_id, language, stratum, turn, model, sentiment,
       urgency, lean)
     select $1, p.mention_id, p.revision, $4::uuid, p.language, p.stratum, (p.place - 0.5) / s.drawn, p.model, p.sentiment,
       p.urgency, p.lean
     from (
       select *, row_number() over (partition by language, stratum order by md5(mention_id::text || $4::uuid::text)) as place
       from (${population}) x
     ) p
     join sample_strata s on s.workspace_id = $1 and s.draw_id = $4::uuid and s.language = p.language
       and s.stratum = p.stratum and p.place <= s.drawn`,
    [tx.workspaceId, after, until, id],
  );
}

/** All parts of one language, with nothing where there is nothing. */
export function partsOf(counted: readonly Population[], language: Language): Record<Stratum, number> {
  const of = (stratum: Stratum): number =>
    counted.find((each) => each.language === language && each.stratum === stratum)?.texts ?? 0;
  return Object.fromEntries(allStrata.map((each) => [each, of(each)])) as Record<Stratum, number>;
}
