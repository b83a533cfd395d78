/** The ratio of two rates with its 95 % interval; a limit is absent where there is none. */
export interface RateRatio {
  /** Absent where nothing was counted before. */
  readonly ratio?: number;
  readonly low: number;
  /** Absent: without limit. */
  readonly high?: number;
}

const tail = 0.025;

/**
 * How the rate changed between two equal stretches of time with `before` and `after` events, with the exact 95 %
 * interval: given their sum, the second count of two Poisson counts is binomial (Przyborowski & Wilenski 1940,
 * "Homogeneity of results in testing samples from Poisson series", Biometrika 31), so that the limits of Clopper &
 * Pearson (1934, Biometrika 26) for its share p give those of the ratio, p / (1 - p).
 */
export function rateRatio(before: number, after: number): RateRatio {
  const all = before + after;
  const low = after === 0 ? 0 : oddsOf(shareWhere((share) => atLeast(after, all, share) < tail));
  const limits =
    before === 0
      ? { low }
      : { low, high: oddsOf(shareWhere((share) => 1 - atLeast(after + 1, all, share) > tail)) };
  return before === 0 ? limits : { ratio: after / before, ...limits };
}

const oddsOf = (share: number): number => share / (1 - share);

/** The share up to which `holds`, which holds for small shares and not for large ones; by halving. */
function shareWhere(holds: (share: number) => boolean): number {
  let [from, to] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (from + to) / 2;
    if (holds(middle)) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/** The probability of at least `least` of `all` when each has the chance `share`; added up as logarithms, which do not vanish. */
function atLeast(least: number, all: number, share: number): number {
  if (share <= 0) return least <= 0 ? 1 : 0;
  if (share >= 1) return least <= all ? 1 : 0;
  const step = Math.log(share) - Math.log(1 - share);
  let term = all * Math.log(1 - share);
  let sum = least <= 0 ? Math.exp(term) : 0;
  for (let count = 1; count <= all; count += 1) {
    term += Math.log(all - count + 1) - Math.log(count) + step;
    if (count >= least) sum += Math.exp(term);
  }
  return Math.min(sum, 1);
}
