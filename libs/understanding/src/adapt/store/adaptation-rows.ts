import type { Actor, Language } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { Adaptation } from '../adaptation.js';
import type { HeldBack } from '../measure.js';
import type { PriorEstimate } from '../prior.js';
import type { AdaptationKind, Proposal } from '../propose.js';

/** What a proposal was measured to do, and from what it was learned. */
export interface AdaptationFigures {
  readonly labels: { readonly drawn: number; readonly found: number };
  readonly texts: number;
  readonly priors?: Partial<Record<Language, PriorEstimate>>;
  /** Absent for a prior while there are too few checked labels to measure it by. */
  readonly heldBack?: HeldBack;
}

/** A proposal as it is kept, without its numbers. */
export interface KeptProposal {
  readonly version: number;
  readonly kind: AdaptationKind;
  readonly model: string;
  readonly figures: AdaptationFigures;
  /** How many sources have a prior of their own in it. */
  readonly sources: number;
  readonly proposedAt: Date;
}

/** Something was switched on or off. */
export interface AdaptationSwitch {
  readonly version?: number;
  readonly at: Date;
  readonly by: Actor;
}

const columns = `version, kind, model, figures, proposed_at as "proposedAt",
  (select count(*)::integer from jsonb_object_keys(coalesce(layers -> 'sources', '{}'))) as sources`;

/** Of two that change what a workspace learned one waits. */
export async function lockAdaptations(tx: Transaction): Promise<void> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`adaptations:${tx.workspaceId}`]);
}

/** Keeps proposals under the next versions. */
export async function keepProposals(
  tx: Transaction,
  proposals: readonly Proposal[],
  figures: Omit<AdaptationFigures, 'heldBack' | 'priors'>,
  now: Date,
): Promise<void> {
  await lockAdaptations(tx);
  for (const { kind, adaptation, heldBack, priors } of proposals) {
    const { model, ...layers } = adaptation;
    await tx.run(
      `insert into adaptations (workspace_id, version, kind, model, layers, figures, proposed_at)
       select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6 from adaptations where workspace_id = $1`,
      [
        tx.workspaceId,
        kind,
        model,
        JSON.stringify(layers),
        JSON.stringify({ ...figures, ...(priors && { priors }), ...(heldBack && { heldBack }) }),
        now,
      ],
    );
  }
}

/** The newest proposal of each kind; those of other weights say nothing any more. */
export function newestProposals(tx: Transaction, model: string): Promise<KeptProposal[]> {
  return tx.rows<KeptProposal>(
    `select * from (
       select distinct on (kind) ${columns} from adaptations where workspace_id = $1 and model = $2
       order by kind, version desc
     ) x order by version`,
    [tx.workspaceId, model],
  );
}

/** One proposal by its version; undefined when there is none. */
export async function findProposal(tx: Transaction, version: number): Promise<KeptProposal | undefined> {
  const [row] = await tx.rows<KeptProposal>(
    `select ${columns} from adaptations where workspace_id = $1 and version = $2`,
    [tx.workspaceId, version],
  );
  return row;
}

/** The layers of one version. */
export async function findLayers(tx: Transaction, version: number): Promise<Adaptation | undefined> {
  const [row] = await tx.rows<{ model: string; layers: Omit<Adaptation, 'model'> }>(
    'select model, layers from adaptations where workspace_id = $1 and version = $2',
    [tx.workspaceId, version],
  );
  return row && { model: row.model, ...row.layers };
}

/** What is switched on, by one indexed row; undefined where the model assesses alone. */
export async function versionInForce(tx: Transaction): Promise<number | undefined> {
  const [row] = await tx.rows<{ version: number | null }>(
    'select version from adaptation_switches where workspace_id = $1 order by seq desc limit 1',
    [tx.workspaceId],
  );
  return row?.version ?? undefined;
}

/** What was switched on and off, the newest first. */
export async function switches(tx: Transaction, most: number): Promise<AdaptationSwitch[]> {
  const rows = await tx.rows<{ version: number | null; at: Date; by: Actor }>(
    'select version, at, by from adaptation_switches where workspace_id = $1 order by seq desc limit $2',
    [tx.workspaceId, most],
  );
  return rows.map(({ version, at, by }) => ({ at, by, ...(version !== null && { version }) }));
}

/** Writes down that a version, or none, assesses from now on. */
export async function addSwitch(
  tx: Transaction,
  version: number | undefined,
  by: Actor,
  now: Date,
): Promise<void> {
  await tx.run('insert into adaptation_switches (workspace_id, version, at, by) values ($1, $2, $3, $4)', [
    tx.workspaceId,
    version ?? null,
    now,
    JSON.stringify(by),
  ]);
}
