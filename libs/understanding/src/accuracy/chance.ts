type Random = () => number;

/** A number from a beta distribution; both parameters above 0. */
export function betaFrom(random: Random, a: number, b: number): number {
  const [x, y] = [gammaFrom(random, a), gammaFrom(random, b)];
  return x + y === 0 ? 0.5 : x / (x + y);
}

/** How many of so many tries succeed; by the normal distribution where there are many. */
export function binomialFrom(random: Random, tries: number, chance: number): number {
  if (tries <= 60) {
    let hits = 0;
    for (let at = 0; at < tries; at += 1) if (random() < chance) hits += 1;
    return hits;
  }
  const middle = tries * chance;
  const count = middle + Math.sqrt(middle * (1 - chance)) * normalFrom(random);
  return Math.min(Math.max(Math.round(count), 0), tries);
}

/** Marsaglia and Tsang 2000, "A simple method for generating gamma variables". */
function gammaFrom(random: Random, shape: number): number {
  if (shape < 1) return gammaFrom(random, shape + 1) * (random() || Number.MIN_VALUE) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalFrom(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(random() || Number.MIN_VALUE) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Box and Muller 1958. */
function normalFrom(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
