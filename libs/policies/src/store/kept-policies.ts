import type { Policy } from '@heard/core';
import type { Transaction } from '@heard/database';

/** Versions held in memory; a policy is some 50 kB. */
const most = 100;

/**
 * Transactions that wrote a version. What they read may yet be rolled back, and its number be given to another
 * policy, so that nothing of it is kept.
 */
const writing = new WeakSet<Transaction>();

/** Policies that were read before. A version never changes, so that none is ever out of date. */
export class KeptPolicies {
  /** In the order of their last use. */
  private readonly kept = new Map<string, Policy>();

  /** A version of the transaction's workspace, or undefined when it is not kept. */
  find({ workspaceId }: Transaction, version: number): Policy | undefined {
    const name = nameOf(workspaceId, version);
    const policy = this.kept.get(name);
    if (policy) {
      this.kept.delete(name);
      this.kept.set(name, policy);
    }
    return policy;
  }

  /** Keeps a version that the transaction read, frozen, because many cases share it; forgets the least used. */
  keep(tx: Transaction, version: number, policy: Policy): Policy {
    const frozen = freeze(policy);
    if (writing.has(tx)) return frozen;
    this.kept.set(nameOf(tx.workspaceId, version), frozen);
    const [eldest] = this.kept.keys();
    if (this.kept.size > most && eldest !== undefined) this.kept.delete(eldest);
    return frozen;
  }

  /** Says that the transaction wrote a version. */
  wrote(tx: Transaction): void {
    writing.add(tx);
  }
}

function nameOf(workspaceId: string, version: number): string {
  return `${workspaceId} ${version}`;
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
