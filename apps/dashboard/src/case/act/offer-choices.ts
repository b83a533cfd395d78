import {
  type CatalogueFix,
  type FailureKind,
  type FixKind,
  fixKinds,
  ladderOf,
  type Policy,
} from '@heard/core';

/** What is chosen in the form: a fix of the catalogue by its key, or something of one's own by its kind. */
export type Choice = `listed:${string}` | `own:${FixKind}`;

export const chosenKey = (choice: Choice): string | undefined =>
  choice.startsWith('listed:') ? choice.slice('listed:'.length) : undefined;

export const listed = (key: string): Choice => `listed:${key}`;
export const own = (kind: FixKind): Choice => `own:${kind}`;

/** The catalogue in the order in which it is offered: the playbook first, then what else fits, then the rest. */
export interface Offered {
  readonly ladder: readonly CatalogueFix[];
  readonly fitting: readonly CatalogueFix[];
  readonly others: readonly CatalogueFix[];
}

export function offeredFor(failure: FailureKind, policy: Policy): Offered {
  const ladder = ladderOf(failure, policy);
  const rest = policy.fixes.filter((each) => !ladder.includes(each));
  return {
    ladder,
    fitting: rest.filter((each) => each.failures.includes(failure)),
    others: rest.filter((each) => !each.failures.includes(failure)),
  };
}

/** The kind of what is chosen; a fix that the catalogue does not have is none. */
export function kindOf(choice: Choice, policy: Policy | undefined): FixKind | undefined {
  const key = chosenKey(choice);
  if (key !== undefined) return policy?.fixes.find((each) => each.key === key)?.kind;
  return fixKinds.find((kind) => own(kind) === choice);
}
