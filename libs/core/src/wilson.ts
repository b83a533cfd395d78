/** A share with its counts and the bounds between which it likely lies. */
export interface Share {
  readonly count: number;
  readonly of: number;
  /** `count / of`; absent where there is nothing to count. */
  readonly share?: number;
  /** Bounds, 95 %, 0 to 1; from 0 to 1 where there is nothing to count. */
  readonly from: number;
  readonly to: number;
}

const z95 = 1.959964;

/** A share with its interval (E. B. Wilson, JASA 22 (1927), 209-212): sensible also for few, and for none or all of them. */
export function wilson(count: number, of: number): Share {
  if (of <= 0) return { count: 0, of: 0, from: 0, to: 1 };
  const share = count / of;
  const z2 = z95 * z95;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const spread = (z95 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of);
  return {
    count,
    of,
    share,
    from: count === 0 ? 0 : Math.max(0, middle - spread),
    to: count === of ? 1 : Math.min(1, middle + spread),
  };
}
