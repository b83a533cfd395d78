import type { CaseTimers } from '@heard/cases';
import { type Case, type Clock, nextTimer, type Policy } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { Policies } from '@heard/policies';
import type { Workspaces } from '@heard/staff';

/** When time next has something to do with a case: by its own policy, on the workspace's wall. */
export class TimersByPolicy implements CaseTimers {
  constructor(
    private readonly policies: Policies,
    private readonly workspaces: Workspaces,
    private readonly clock: Clock,
  ) {}

  async for(tx: Transaction, versions: readonly number[]): Promise<(state: Case) => Date | undefined> {
    const { timeZone } = await this.workspaces.get(tx);
    const policies = new Map<number, Policy>();
    for (const version of versions) policies.set(version, await this.policies.get(tx, version));
    const now = this.clock.now();
    return (state) => {
      const policy = policies.get(state.policyVersion);
      return policy && nextTimer(state, policy, timeZone, now);
    };
  }
}
