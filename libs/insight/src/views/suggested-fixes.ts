import type { Cost, FailureKind, FixKind, InThreeLanguages, Share } from '@heard/core';

/** A fix that can be offered; `key` where the catalogue of the case has one to begin with. */
export interface SuggestedFixView {
  readonly kind: FixKind;
  readonly key?: string;
  readonly title?: InThreeLanguages;
  readonly cost?: Cost;
}

/** Kinds of fix that were done together in closed cases of the same kind of failure, and how often that helped. */
export interface TriedFixesView {
  readonly fixes: readonly SuggestedFixView[];
  /** Closed cases in which exactly these were done. */
  readonly cases: number;
  /** Those whose customer said that it was put right. */
  readonly recovered: number;
  /** The share of them, 0 to 1, with its 95 % interval. */
  readonly helped: Share;
  /** Of what was spent on one case. */
  readonly medianCost?: Cost;
}

/** What to offer on a case: by what worked before, or by the playbook while too little is known. */
export interface SuggestedFixesView {
  readonly failure: FailureKind;
  /** The version of the policy that the case keeps. */
  readonly policyVersion: number;
  readonly basis: 'experience' | 'playbook';
  /** Closed cases of this kind of failure with a fix done, of the last `days` days. */
  readonly cases: number;
  /** So many are needed before experience speaks. */
  readonly needed: number;
  readonly days: number;
  /** The best first; empty while the playbook speaks. */
  readonly tried: readonly TriedFixesView[];
  /** The fixes of the playbook, the first to offer first. */
  readonly ladder: readonly SuggestedFixView[];
}
