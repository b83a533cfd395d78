import type { Policy } from '@heard/core';
import type { PolicySectionName, PolicyVersionView } from '@heard/insight';

/** The sections in the order of the page. */
export const sections: readonly PolicySectionName[] = [
  'calendar',
  'leaseMinutes',
  'handOffs',
  'rounds',
  'substance',
  'incidents',
  'suggestFrom',
  'report',
  'promises',
  'outcome',
  'money',
  'fixes',
  'playbooks',
];

/** What was typed, and the version that it was made from. */
export interface Draft {
  readonly base: PolicyVersionView;
  readonly policy: Policy;
}

/** The sections in which two policies differ; an edit keeps the order of fields, so that their text can be compared. */
export function changedIn(before: Policy, after: Policy): readonly PolicySectionName[] {
  return sections.filter((each) => JSON.stringify(before[each]) !== JSON.stringify(after[each]));
}

/** What was typed, carried over to a version that somebody saved meanwhile; `both` are the sections both changed. */
export function carriedOver(
  { base, policy }: Draft,
  newer: PolicyVersionView,
): { readonly draft: Draft; readonly both: readonly PolicySectionName[] } {
  const mine = changedIn(base.policy, policy);
  const theirs = changedIn(base.policy, newer.policy);
  const changes = Object.fromEntries(mine.map((each) => [each, policy[each]])) as Partial<Policy>;
  return {
    draft: { base: newer, policy: { ...newer.policy, ...changes } },
    both: mine.filter((each) => theirs.includes(each)),
  };
}

/** The catalogue without a fix, and the ladders too. */
export function withoutFix(policy: Policy, key: string): Pick<Policy, 'fixes' | 'playbooks'> {
  return {
    fixes: policy.fixes.filter((each) => each.key !== key),
    playbooks: policy.playbooks.map((each) =>
      each.ladder.includes(key) ? { ...each, ladder: each.ladder.filter((one) => one !== key) } : each,
    ),
  };
}

/** A list with one of its things a place further up or down. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const [one, other] = [list[from], list[from + by]];
  if (one === undefined || other === undefined) return list;
  return list.map((each, index) => (index === from ? other : index === from + by ? one : each));
}

/** A list with one of its things replaced. */
export function replaced<T>(list: readonly T[], at: number, next: T): readonly T[] {
  return list.map((each, index) => (index === at ? next : each));
}

const longestKey = 60;

/** A key for programs made of an English title: `Gift with a note` is `gift_with_a_note`. */
export function keyOf(title: string): string {
  const key = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '');
  return key.slice(0, longestKey) || 'new_fix';
}
