import type { Policy } from '@heard/core';
import { isDeepStrictEqual } from 'node:util';

/** A part of a policy that is changed and shown by itself: its field. */
export type PolicySection = keyof Policy;

/** The sections in which two policies differ, in the order of the alphabet; the order of fields does not matter. */
export function changedSections(before: Policy, after: Policy): readonly PolicySection[] {
  const sections = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<PolicySection>;
  return [...sections]
    .filter((section) => !isDeepStrictEqual(plain(before[section]), plain(after[section])))
    .toSorted();
}

/** As it is stored: without fields that hold nothing. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
