import type { Actor, Policy } from '@heard/core';
import type { Instant } from '../instant.js';

/** A part of a policy that is changed and shown by itself. */
export type PolicySectionName = keyof Policy;

/** Who saved a version of the policy, when, and what it changed; version 1 is the default and changed nothing. */
export interface PolicyChangeView {
  readonly version: number;
  readonly at: Instant;
  readonly by: Actor & { readonly name?: string };
  readonly sections: readonly PolicySectionName[];
}

/** A version of the policy with everything. */
export interface PolicyVersionView extends PolicyChangeView {
  readonly policy: Policy;
}
