import { type Actor, type Clock, Fault, type Policy } from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import { PolicyVersionsRead, type PolicyVersionView, SuggestedFixesRead } from '@heard/insight';
import { type Policies, readPolicy } from '@heard/policies';
import type { Audit } from '@heard/staff';
import type { PoliciesPart } from '../ports/index.js';

/** What of Heard the policies are made of. */
export interface PoliciesLibrary {
  readonly database: Database;
  readonly clock: Clock;
  readonly policies: Policies;
  readonly audit: Audit;
}

/** Policies for the api: kept by @heard/policies, read by insight; every change is in the audit. */
export function policiesPart({ database, clock, policies, audit }: PoliciesLibrary): PoliciesPart {
  const versions = new PolicyVersionsRead();
  const suggestions = new SuggestedFixesRead(policies);
  const shown = async (tx: Transaction, version: number, policy: Policy): Promise<PolicyVersionView> => {
    const change = await versions.get(tx, version);
    if (!change) throw new Fault('bug', 'A version of the policy was read that is not there.');
    return { ...change, policy };
  };
  return {
    current: (workspaceId) =>
      database.inWorkspace(workspaceId, async (tx) => {
        const { version, policy } = await policies.current(tx);
        return shown(tx, version, policy);
      }),
    get: (workspaceId, version) =>
      database.inWorkspace(workspaceId, async (tx) => shown(tx, version, await policies.get(tx, version))),
    versions: (workspaceId, page) =>
      database.inWorkspace(workspaceId, async (tx) => {
        // The first asking of a workspace writes version 1.
        await policies.currentVersion(tx);
        return versions.list(tx, page);
      }),
    change: (workspaceId, basedOn, policy, by: Actor) =>
      database.inWorkspace(workspaceId, async (tx) => {
        const saved = await policies.change(tx, basedOn, readPolicy(policy), by);
        const view = await shown(tx, saved.version, saved.policy);
        if (saved.version !== basedOn) {
          await audit.write(tx, by, 'policy.changed', `policy:${saved.version}`, { sections: view.sections });
        }
        return view;
      }),
    suggestedFixes: (workspaceId, caseId) =>
      database.inWorkspace(workspaceId, (tx) => suggestions.get(tx, caseId, clock.now())),
  };
}
