import { checkSubstance } from './check-substance.js';

/** A complaint and an answer of which a person says whether it is to be held. */
export interface LabelledPair {
  readonly lang: string;
  readonly complaint: string;
  readonly answer: string;
  readonly previous: readonly string[];
  readonly held: boolean;
  readonly reasons: readonly string[];
}

/** How well empty answers are told from others: shares from 0 to 1 of `held` over `n` pairs. */
export interface SubstanceScore {
  readonly n: number;
  readonly precision: number;
  readonly recall: number;
  /** Of those held rightly, the ones for which a labelled reason was given. */
  readonly reasonRight: number;
}

/** Compares the check with the labels. */
export function scoreSubstance(pairs: readonly LabelledPair[]): SubstanceScore {
  let [held, labelled, right, reasoned] = [0, 0, 0, 0];
  for (const pair of pairs) {
    const found = checkSubstance(pair);
    if (found.held) held += 1;
    if (pair.held) labelled += 1;
    if (!found.held || !pair.held) continue;
    right += 1;
    if (found.reasons.some((reason) => pair.reasons.includes(reason))) reasoned += 1;
  }
  return {
    n: pairs.length,
    precision: share(right, held),
    recall: share(right, labelled),
    reasonRight: share(reasoned, right),
  };
}

const share = (part: number, whole: number): number =>
  whole === 0 ? 1 : Math.round((part / whole) * 1_000) / 1_000;
