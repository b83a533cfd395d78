import { randomFrom } from '../random.js';
import { betaFrom, binomialFrom } from './chance.js';
import { fewestOfStratum } from './strata.js';

/** A part of a population in which the machine says the same of every text, with what people found in it. */
export interface CheckedStratum {
  /** The machine says that it is so. */
  readonly said: boolean;
  /** How many texts there are. */
  readonly population: number;
  /** How many of them people judged: a random sample. */
  readonly checked: number;
  /** Of those, how many are so. */
  readonly are: number;
}

/** A figure with its bounds, 95 %, and how many checked texts it rests on. */
export interface Estimate {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** How right the machine is about one thing; a figure is absent where too little was checked to tell. */
export interface Rightness {
  /** Of what it says to be so, how much is. */
  readonly precision?: Estimate;
  /** Of what is so, how much it says to be. */
  readonly recall?: Estimate;
}

const simulations = 1_000;

/**
 * Precision and recall from a stratified random sample. Each checked text stands for the texts of its part that it was
 * drawn from: `population / checked` of them. The bounds are percentiles of what the unchecked texts may be, simulated
 * part by part from Jeffreys' interval (Brown, Cai and DasGupta 2001, "Interval Estimation for a Binomial Proportion"):
 * unlike a bootstrap it does not take a part in which nothing was found for one in which there is nothing.
 */
export function rightness(parts: readonly CheckedStratum[]): Rightness {
  const some = parts.filter(({ population }) => population > 0);
  const said = some.filter((part) => part.said);
  const drawn = simulated(some);
  const precision = said.length > 0 && said.every(isKnown) ? estimate(said, drawn, precisionOf) : undefined;
  const recall =
    some.length > 0 && some.every(isKnown) && some.some(({ are }) => are > 0)
      ? estimate(some, drawn, recallOf)
      : undefined;
  return { ...(precision && { precision }), ...(recall && { recall }) };
}

/** A part counts as known once a few of it were checked, or all. */
export function isKnown({ population, checked }: Pick<CheckedStratum, 'population' | 'checked'>): boolean {
  return checked >= Math.min(population, fewestOfStratum);
}

type Counted = readonly (readonly [part: CheckedStratum, are: number])[];

function precisionOf(counted: Counted): number {
  let [are, all] = [0, 0];
  for (const [part, count] of counted) {
    if (!part.said) continue;
    are += count;
    all += part.population;
  }
  return all === 0 ? 0 : are / all;
}

function recallOf(counted: Counted): number {
  let [found, all] = [0, 0];
  for (const [part, count] of counted) {
    all += count;
    if (part.said) found += count;
  }
  return all === 0 ? 0 : found / all;
}

function estimate(
  of: readonly CheckedStratum[],
  drawn: readonly Counted[],
  figure: (counted: Counted) => number,
): Estimate {
  const likeliest = of.map((part) => [part, (part.population * part.are) / part.checked] as const);
  const sorted = drawn.map(figure).toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(Math.floor(share * simulations), simulations - 1)] ?? 0;
  const value = figure(likeliest);
  return {
    value: round3(value),
    // Where all or none of the checked texts are so, the likeliest value is the end of its own interval.
    from: round3(Math.min(at(0.025), value)),
    to: round3(Math.max(at(0.975), value)),
    of: of.reduce((sum, { checked }) => sum + checked, 0),
  };
}

/** How many are so in each part, as it may be given what was checked; the same for the same sample. */
function simulated(parts: readonly CheckedStratum[]): Counted[] {
  const random = randomFrom(
    parts.reduce((sum, { population, checked }) => sum * 31 + population + checked, 7),
  );
  return Array.from({ length: simulations }, () =>
    parts.map((part) => {
      const { population, checked, are } = part;
      const left = population - checked;
      const share = left === 0 ? 0 : betaFrom(random, are + 0.5, checked - are + 0.5);
      return [part, are + binomialFrom(random, left, share)] as const;
    }),
  );
}

function round3(value: number): number {
  return Number(value.toFixed(3));
}
