import type { Assessment } from '@heard/core';
import type { Transaction } from '@heard/database';
import { saveAssessments } from '@heard/understanding';
import type { ReadMention } from './read-mentions.js';

/** A mention that another model assessed than the one in use. */
export interface Outdated extends Pick<ReadMention, 'id' | 'revision' | 'sourceId'> {
  readonly model: string;
}

/** A model by its weights, whatever a workspace taught it. */
export const weightsOf = (model: string): string => model.split('+')[0] ?? model;

/** True when it is this process's turn to look; a model that was never met here counts from now on. */
export async function mayLook(
  tx: Transaction,
  weights: string,
  now: Date,
  pauseMs: number,
): Promise<boolean> {
  await tx.run(
    `insert into models_in_use (workspace_id, model, since) values ($1, $2, $3) on conflict do nothing`,
    [tx.workspaceId, weights, now],
  );
  const claimed = await tx.run(
    `update models_in_use set looked_at = $3
     where workspace_id = $1 and model = $2 and (looked_at is null or looked_at <= $4)`,
    [tx.workspaceId, weights, now, new Date(now.getTime() - pauseMs)],
  );
  return claimed > 0;
}

/**
 * The customers' texts of open cases that another model of ours assessed, in the order of their ids. What weights assessed
 * that came later is left alone: while a new version is put in, processes of the old one still run. So is what a stronger
 * reader read, and what has no words any more.
 */
export async function outdated(
  tx: Transaction,
  model: string,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<Outdated[]> {
  const rows = await tx.rows<{ id: string; revision: number; source_id: string; model: string }>(
    `select m.id, m.revision, m.source_id, a.model
     from cases c
     join mentions m on m.workspace_id = c.workspace_id and m.case_id = c.id
     join assessments a on a.workspace_id = m.workspace_id and a.mention_id = m.id and a.revision = m.revision
     where c.workspace_id = $1 and c.status = 'open' and not m.is_brand and m.wiped_at is null
       and a.model <> $2 and ($4::uuid is null or m.id > $4)
       and not exists (
         select from second_readings r where r.workspace_id = m.workspace_id and r.mention_id = m.id
           and r.revision = m.revision and r.said ->> 'model' = a.model)
       and not exists (
         select from models_in_use later join models_in_use own on own.workspace_id = later.workspace_id
         where later.workspace_id = $1 and later.model = split_part(a.model, '+', 1) and own.model = $3
           and later.since > own.since)
     order by m.id limit $5`,
    [tx.workspaceId, model, weightsOf(model), after ?? null, limit],
  );
  return rows.map(({ id, revision, source_id: sourceId, model: by }) => ({
    id,
    revision,
    sourceId,
    model: by,
  }));
}

/**
 * Puts an assessment in the place of one by that model; false where another stands there by now. What stood is kept, but
 * for its notes: they may hold a telephone number, and a person may ask to be forgotten.
 */
export async function replaceAssessment(
  tx: Transaction,
  { id: mentionId, revision, model }: Outdated,
  assessment: Assessment,
  now: Date,
): Promise<boolean> {
  const kept = await tx.run(
    `with gone as (
       delete from assessments where workspace_id = $1 and mention_id = $2 and revision = $3 and model = $4 returning *
     )
     insert into former_assessments (workspace_id, mention_id, revision, model, replaced_at, before)
     select workspace_id, mention_id, revision, model, $5, to_jsonb(gone) - 'workspace_id' - 'notes' from gone`,
    [tx.workspaceId, mentionId, revision, model, now],
  );
  if (kept === 0) return false;
  await saveAssessments(tx, [{ mentionId, revision, assessment }], now);
  return true;
}
