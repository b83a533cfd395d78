import { type Actor, type Clock, Fault } from '@heard/core';
import type { Transaction } from '@heard/database';
import { modelName } from '../assess.js';
import { ReadyAdaptation } from './adaptation.js';
import {
  addSwitch,
  type AdaptationSwitch,
  findLayers,
  findProposal,
  type KeptProposal,
  lockAdaptations,
  newestProposals,
  switches,
  versionInForce,
} from './store/adaptation-rows.js';

/** Adaptations held ready; each remembers words, about 2 MB at most. */
const mostReady = 30;
const mostSwitches = 50;

/** What people taught the model in each workspace, and what of it is switched on. */
export class Adaptations {
  /** In the order of their last use; a version never changes. */
  private readonly ready = new Map<string, ReadyAdaptation>();

  constructor(
    private readonly clock: Clock,
    private readonly model: () => string = modelName,
  ) {}

  /**
   * What assesses the texts of a source here, beside the model; undefined where nothing is switched on, or where it was
   * learned beside other weights. Costs one indexed row once it was read.
   */
  async current(tx: Transaction, sourceId?: string): Promise<ReadyAdaptation | undefined> {
    const version = await versionInForce(tx);
    const ready = version === undefined ? undefined : await this.readied(tx, version);
    if (ready?.adaptation.model !== this.model()) return undefined;
    return sourceId === undefined ? ready : ready.forSource(sourceId);
  }

  /** The newest proposals for the weights of today, the version in force, and who switched what, the newest first. */
  async state(tx: Transaction): Promise<{
    readonly proposals: readonly KeptProposal[];
    readonly inForce?: KeptProposal;
    readonly switches: readonly AdaptationSwitch[];
  }> {
    const version = await versionInForce(tx);
    const inForce = version === undefined ? undefined : await findProposal(tx, version);
    return {
      proposals: await newestProposals(tx, this.model()),
      ...(inForce && { inForce }),
      switches: await switches(tx, mostSwitches),
    };
  }

  /**
   * Lets a version assess from now on. Faults `missing` when there is none, and refuses one that was not shown to help
   * on labels that it was not fitted to, or that was learned beside other weights.
   */
  async switchOn(tx: Transaction, version: number, by: Actor): Promise<void> {
    await lockAdaptations(tx);
    const proposal = await findProposal(tx, version);
    if (!proposal) {
      throw new Fault('missing', 'There is no such adaptation.', { code: 'no_such_adaptation' });
    }
    const because = whyNot(proposal, this.model());
    if (because) throw new Fault('refused', refusals[because], { code: because });
    if ((await versionInForce(tx)) !== version) await addSwitch(tx, version, by, this.clock.now());
  }

  /** Lets the model assess alone from now on. */
  async switchOff(tx: Transaction, by: Actor): Promise<void> {
    await lockAdaptations(tx);
    if ((await versionInForce(tx)) !== undefined) await addSwitch(tx, undefined, by, this.clock.now());
  }

  private async readied(tx: Transaction, version: number): Promise<ReadyAdaptation | undefined> {
    const key = `${tx.workspaceId} ${version}`;
    const kept = this.ready.get(key);
    if (kept) {
      this.ready.delete(key);
      this.ready.set(key, kept);
      return kept;
    }
    const layers = await findLayers(tx, version);
    if (!layers) return undefined;
    const made = new ReadyAdaptation(layers, `a${version}`);
    this.ready.set(key, made);
    const [eldest] = this.ready.keys();
    if (this.ready.size > mostReady && eldest !== undefined) this.ready.delete(eldest);
    return made;
  }
}

/** Why a proposal may not be switched on. */
export type NotSwitchedOn = 'adaptation_outdated' | 'adaptation_unproven';

const refusals: Readonly<Record<NotSwitchedOn, string>> = {
  adaptation_outdated: 'It was learned beside other weights of the model; let it learn anew.',
  adaptation_unproven: 'It was not shown to help on posts that it did not learn from.',
};

/**
 * Nothing is switched on that was measured and did not help. A prior alone may be switched on before there are labels:
 * it comes from the stream, is bounded, and moves no post but those near the line.
 */
export function whyNot({ kind, model, figures }: KeptProposal, today: string): NotSwitchedOn | undefined {
  if (model !== today) return 'adaptation_outdated';
  const isProven = figures.heldBack ? figures.heldBack.helps : kind === 'prior';
  return isProven ? undefined : 'adaptation_unproven';
}
