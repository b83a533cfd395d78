import type { Shared, SharedCode } from './cause.js';

const named: ReadonlySet<SharedCode> = new Set<SharedCode>(['courier', 'product', 'location']);

/**
 * True when what cases share now is what others shared before: the same courier, product or place, or nearly the same
 * text; `isCopy` tells the last by the cases that stand for the texts. An hour is never the same again.
 */
export function isSameCause(
  before: readonly Shared[],
  now: readonly Shared[],
  isCopy: (caseId: string, other: string) => boolean,
): boolean {
  return before.some(({ code, key }) =>
    now.some((each) => {
      if (each.code !== code) return false;
      return named.has(code) ? each.key === key : code === 'near_duplicate' && isCopy(key, each.key);
    }),
  );
}
