import {
  type Actor,
  type Clock,
  Fault,
  heard,
  type Policy,
  type PolicyVersion,
  roleAtLeast,
} from '@heard/core';
import type { Transaction } from '@heard/database';
import { changedSections, type PolicySection } from '../changed-sections.js';
import { defaultPolicy } from '../defaults/default-policy.js';
import { forCurrency } from '../defaults/for-currency.js';
import { readPolicy } from '../read/read-policy.js';
import { KeptPolicies } from './kept-policies.js';

/** Who saved a version, when, and what it changed; version 1 is the default and changed nothing. */
export interface PolicyChange {
  readonly version: number;
  readonly at: Date;
  readonly by: Actor;
  readonly sections: readonly PolicySection[];
}

/** So many versions are listed; older ones can still be read by their number. */
const mostListed = 500;

/** The policies of workspaces, version by version. */
export class Policies {
  private readonly kept = new KeptPolicies();

  constructor(private readonly clock: Clock) {}

  /**
   * The newest version with its policy; see {@link currentVersion}. Costs one indexed row once the version was read
   * before.
   */
  async current(tx: Transaction): Promise<PolicyVersion> {
    const version = await this.currentVersion(tx);
    return { version, policy: await this.get(tx, version) };
  }

  /**
   * The number of the newest version, by one indexed row. The first asking writes version 1, the default in the
   * workspace's currency; faults `missing` when the workspace was never set up.
   */
  async currentVersion(tx: Transaction): Promise<number> {
    const [newest] = await tx.rows<{ version: number }>(
      'select version from policies where workspace_id = $1 order by version desc limit 1',
      [tx.workspaceId],
    );
    if (newest) return newest.version;
    await this.writeFirst(tx);
    return 1;
  }

  /**
   * One version; faults `missing` with code `no_such_policy`. Version 1 is always there: cases from before there were
   * policies are under it. Read once, it costs nothing.
   */
  async get(tx: Transaction, version: number): Promise<Policy> {
    const kept = this.kept.find(tx, version);
    if (kept) return kept;
    const stored = await read(tx, version);
    if (stored) return this.kept.keep(tx, version, stored);
    if (version === 1) await this.writeFirst(tx);
    const first = version === 1 ? await read(tx, 1) : undefined;
    if (first) return this.kept.keep(tx, 1, first);
    throw new Fault('missing', `There is no version ${version} of the policy.`, { code: 'no_such_policy' });
  }

  /**
   * Saves a policy as the next version and returns it; one that changes nothing leaves the version as it is. Faults
   * `invalid` (`invalid_policy`, see {@link readPolicy}), `conflict` (`policy_changed`) when somebody saved a newer
   * one than `expectedVersion`, `refused` (`lead_needed`, and `director_needed` for what a customer is worth).
   */
  async change(tx: Transaction, expectedVersion: number, policy: Policy, by: Actor): Promise<PolicyVersion> {
    const asked = readPolicy(policy);
    const before = await this.current(tx);
    if (before.version !== expectedVersion) throw changedMeanwhile(before.version);
    const sections = changedSections(before.policy, asked);
    mayChange(by, sections);
    if (sections.length === 0) return before;
    const version = expectedVersion + 1;
    const written = await this.insert(tx, version, asked, by, sections);
    if (!written) throw changedMeanwhile(version);
    return { version, policy: await this.get(tx, version) };
  }

  /** Every version without its policy, the newest first; the latest 500. */
  async versions(tx: Transaction): Promise<readonly PolicyChange[]> {
    return tx.rows<PolicyChange>(
      `select version, at, by, sections from policies where workspace_id = $1
       order by version desc limit ${mostListed}`,
      [tx.workspaceId],
    );
  }

  /** Of several that write the default at once one does, and the others wait for it. */
  private async writeFirst(tx: Transaction): Promise<void> {
    await this.insert(tx, 1, forCurrency(defaultPolicy, await currencyOf(tx)), heard, []);
  }

  /** False when the version exists already; waits for whoever is writing it. */
  private async insert(
    tx: Transaction,
    version: number,
    policy: Policy,
    by: Actor,
    sections: readonly PolicySection[],
  ): Promise<boolean> {
    this.kept.wrote(tx);
    const written = await tx.run(
      `insert into policies (workspace_id, version, policy, at, by, sections) values ($1, $2, $3, $4, $5, $6)
       on conflict (workspace_id, version) do nothing`,
      [tx.workspaceId, version, JSON.stringify(policy), this.clock.now(), JSON.stringify(by), sections],
    );
    return written === 1;
  }
}

async function read(tx: Transaction, version: number): Promise<Policy | undefined> {
  const [row] = await tx.rows<{ policy: Policy }>(
    'select policy from policies where workspace_id = $1 and version = $2',
    [tx.workspaceId, version],
  );
  return row?.policy;
}

async function currencyOf(tx: Transaction): Promise<string> {
  const [found] = await tx.rows<{ currency: string }>(
    'select currency from workspaces where workspace_id = $1',
    [tx.workspaceId],
  );
  if (!found) throw new Fault('missing', 'There is no such workspace.', { code: 'no_such_workspace' });
  return found.currency;
}

function changedMeanwhile(newest: number): Fault {
  return new Fault(
    'conflict',
    `Somebody saved version ${newest} of the policy meanwhile; read it and change that one.`,
    { code: 'policy_changed' },
  );
}

/** A lead changes how customers are treated, a director what they are worth; a program only what a lead may. */
function mayChange(by: Actor, sections: readonly PolicySection[]): void {
  if (by.kind === 'heard') return;
  if (by.kind === 'customer' || (by.kind === 'person' && !roleAtLeast(by.role, 'lead'))) {
    throw new Fault('refused', 'The policy is changed by a lead or somebody above.', { code: 'lead_needed' });
  }
  if (!sections.includes('money')) return;
  if (by.kind === 'person' && roleAtLeast(by.role, 'director')) return;
  throw new Fault('refused', 'What a customer is worth is set by the director.', { code: 'director_needed' });
}
