/** A score, and whether what it speaks for is the case. */
export interface Ranked {
  readonly score: number;
  readonly is: boolean;
}

/**
 * How often a case scores above a non-case, ties counting half (Mann and Whitney 1947): 0.5 is chance, 1 is perfect.
 * 0.5 also where either is missing.
 */
export function areaUnderCurve(ranked: readonly Ranked[]): number {
  const sorted = ranked.toSorted((a, b) => a.score - b.score);
  let cases = 0;
  let rankSum = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    let among = 0;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) {
      if (sorted[to]?.is) among += 1;
      to += 1;
    }
    // Ranks begin with 1; the tied ones share their mean.
    rankSum += (among * (from + 1 + to)) / 2;
    cases += among;
    from = to;
  }
  const others = sorted.length - cases;
  if (cases === 0 || others === 0) return 0.5;
  return Number(((rankSum - (cases * (cases + 1)) / 2) / (cases * others)).toFixed(4));
}

/** A probability, and whether it came true. */
export interface Foretold {
  readonly probability: number;
  readonly is: boolean;
}

const bins = 10;

/** Expected calibration error over ten bins of equal width (Guo et al. 2017). */
export function calibrationError(foretold: readonly Foretold[]): number {
  const sums = Array.from({ length: bins }, () => ({ probability: 0, is: 0 }));
  for (const { probability, is } of foretold) {
    const bin = sums[Math.min(Math.floor(probability * bins), bins - 1)];
    if (!bin) continue;
    bin.probability += probability;
    bin.is += is ? 1 : 0;
  }
  const gap = sums.reduce((sum, { probability, is }) => sum + Math.abs(probability - is), 0);
  return Number((gap / Math.max(foretold.length, 1)).toFixed(4));
}
