import type { FailureKind } from './failure.js';
import type { FixKind } from './fix.js';
import { type CatalogueFix, playbookFor, type Policy } from './policy.js';
import { type Share, wilson } from './wilson.js';

/** Closed cases in which the same kinds of fix were done, counted. */
export interface TriedCount {
  readonly kinds: readonly FixKind[];
  readonly cases: number;
  /** Those whose customer said `recovered`; who said `partly`, or nothing, is not among them. */
  readonly recovered: number;
  /** Of what was spent on one case; absent when it was spent in another currency. */
  readonly medianCostMinor?: number;
}

/** What was tried with the share of those it helped. */
export interface TriedFixes extends TriedCount {
  readonly helped: Share;
}

/**
 * What worked, the best first: by the lower end of the interval, so that one lucky case does not beat thirty good
 * ones; of equals the cheaper first.
 */
export function bestFirst(tried: readonly TriedCount[]): readonly TriedFixes[] {
  return tried
    .map((each) => ({ ...each, helped: wilson(each.recovered, each.cases) }))
    .toSorted(
      (a, b) =>
        b.helped.from - a.helped.from ||
        (a.medianCostMinor ?? Infinity) - (b.medianCostMinor ?? Infinity) ||
        a.kinds.join().localeCompare(b.kinds.join(), 'en'),
    );
}

/** True when so many cases like this one are known that experience says more than the playbook. */
export function isEnough(tried: readonly TriedCount[], policy: Policy): boolean {
  return tried.reduce((sum, { cases }) => sum + cases, 0) >= policy.suggestFrom;
}

/** The fixes of the catalogue on the ladder for a kind of failure, the first to offer first. */
export function ladderOf(failure: FailureKind, policy: Policy): readonly CatalogueFix[] {
  return playbookFor(policy, failure).ladder.flatMap(
    (key) => policy.fixes.find((each) => each.key === key) ?? [],
  );
}

/** The fix of the catalogue to offer for a kind: the first on the ladder, else any that is meant for the failure. */
export function fixOfKind(kind: FixKind, failure: FailureKind, policy: Policy): CatalogueFix | undefined {
  const meant = policy.fixes.filter((each) => each.failures.includes(failure));
  return [...ladderOf(failure, policy), ...meant].find((each) => each.kind === kind);
}
