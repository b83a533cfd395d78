/** Parts of a population that are drawn from apart; in each of them the machine says the same. */
export type Stratum = 'urgent_negative' | 'urgent_other' | 'negative' | 'doubtful' | 'rest';

/** What the machine says in each part, and how much the truth likely varies there: the root of p (1 - p). */
export const strata: Readonly<
  Record<Stratum, { readonly negative: boolean; readonly urgent: boolean; readonly spread: number }>
> = {
  urgent_negative: { negative: true, urgent: true, spread: 0.5 },
  urgent_other: { negative: false, urgent: true, spread: 0.5 },
  negative: { negative: true, urgent: false, spread: 0.43 },
  /** Not negative, but not far from it. */
  doubtful: { negative: false, urgent: false, spread: 0.46 },
  rest: { negative: false, urgent: false, spread: 0.17 },
};

/** All parts, in a fixed order. */
export const allStrata = Object.keys(strata) as readonly Stratum[];

/** What is not negative by less than this is doubtful. */
export const doubtfulLean = -0.9;

/** From a part that has any, at least so many are drawn, or all of it. */
export const fewestOfStratum = 5;

/**
 * How many to draw from each part: in proportion to its size and to how much the truth varies in it (Neyman 1934, "On
 * the two different aspects of the representative method"), so that the whole is known as well as so many checks allow.
 */
export function allocate(
  populations: Readonly<Record<Stratum, number>>,
  size: number,
): Record<Stratum, number> {
  const drawn = { urgent_negative: 0, urgent_other: 0, negative: 0, doubtful: 0, rest: 0 };
  for (const each of allStrata) drawn[each] = Math.min(populations[each], fewestOfStratum);
  const left = (): number => size - allStrata.reduce((sum, each) => sum + drawn[each], 0);
  while (left() > 0) {
    let [neediest, need]: [Stratum | undefined, number] = [undefined, 0];
    for (const each of allStrata) {
      if (drawn[each] >= populations[each]) continue;
      const due = (populations[each] * strata[each].spread) / (drawn[each] + 1);
      if (due > need) [neediest, need] = [each, due];
    }
    if (neediest === undefined) break;
    drawn[neediest] += 1;
  }
  return drawn;
}
