import type { Candidate, Policy, PolicyVersion } from '@heard/core';
import type { Transaction } from '@heard/database';

/** Who may answer for a case, and by which clock they work. */
export interface StaffOnDuty {
  /** Active people who may be an assignee; made-up people for made-up cases, real ones for real cases. */
  candidates(tx: Transaction, about: { readonly demo: boolean }): Promise<readonly Candidate[]>;
  /** The workspace's IANA time zone. */
  timeZone(tx: Transaction): Promise<string>;
}

/** The policy under which new cases are opened, and those under which others were. */
export interface PolicyInForce {
  current(tx: Transaction): Promise<PolicyVersion>;
  get(tx: Transaction, version: number): Promise<Policy>;
}
