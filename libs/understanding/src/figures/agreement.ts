/** A label that people gave, and the one that was given here. */
export type Pair<T> = readonly [wanted: T, given: T];

/** The share of pairs that agree. */
export function agreement<T>(pairs: readonly Pair<T>[]): number | undefined {
  if (pairs.length === 0) return undefined;
  return rounded(pairs.filter(([wanted, given]) => wanted === given).length / pairs.length);
}

/** The harmonic mean of precision and recall of one label. */
export function f1Of<T>(label: T, pairs: readonly Pair<T>[]): number | undefined {
  const wanted = pairs.filter((pair) => pair[0] === label).length;
  const given = pairs.filter((pair) => pair[1] === label).length;
  const both = pairs.filter((pair) => pair[0] === label && pair[1] === label).length;
  return wanted + given === 0 ? undefined : rounded((2 * both) / (wanted + given));
}

/** The same over all members of the pairs of sets together. */
export function f1OfSets<T>(pairs: readonly Pair<ReadonlySet<T>>[]): number | undefined {
  let [both, all] = [0, 0];
  for (const [wanted, given] of pairs) {
    all += wanted.size + given.size;
    for (const each of wanted) if (given.has(each)) both += 1;
  }
  return all === 0 ? undefined : rounded((2 * both) / all);
}

/** Agreement of ranks beyond chance, in which being far off counts more: 1 is perfect, 0 is chance. */
export function quadraticKappa(pairs: readonly Pair<number>[], levels: number): number | undefined {
  if (pairs.length === 0) return undefined;
  const shares = (side: 0 | 1): number[] =>
    Array.from(
      { length: levels },
      (_, level) => pairs.filter((pair) => pair[side] === level).length / pairs.length,
    );
  const [wanted, given] = [shares(0), shares(1)];
  const seen = pairs.reduce((sum, [a, b]) => sum + (a - b) ** 2, 0) / pairs.length;
  let chance = 0;
  wanted.forEach((share, a) => given.forEach((other, b) => (chance += share * other * (a - b) ** 2)));
  return rounded(chance === 0 ? 1 : 1 - seen / chance);
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
