import type { Three } from '../model/weights.js';
import type { Residual } from './adaptation.js';
import { type Example, probabilitiesOf } from './example.js';

/** Fewer labels than this teach no words. */
export const fewestForResidual = 50;

/** What bounds a residual layer. */
export interface ResidualBounds {
  /** The larger, the less the labels may move (L2). */
  readonly ridge: number;
  readonly mostBuckets: number;
  /** The root of the sum of all squared weights at most. */
  readonly mostNorm: number;
  readonly rounds: number;
}

/** Found on corpora as pages, see docs/accuracy.md. 800 buckets are 5 kB when stored. */
export const usualBounds: ResidualBounds = { ridge: 0.3, mostBuckets: 800, mostNorm: 12, rounds: 120 };

/**
 * A linear layer over the model's hashed features, added to log-odds that stay as they are: multinomial logistic
 * regression with a ridge. There are far more features than labels, so it is fitted by the labels (the weights are
 * sums of examples), by accelerated gradients (Nesterov 1983); then the weightiest buckets are kept, a byte a weight.
 */
export function fitResidual(
  examples: readonly Example[],
  offsets: readonly Three[],
  likeness: Likeness,
  bounds: ResidualBounds = usualBounds,
): Residual | undefined {
  if (examples.length === 0) return undefined;
  const weights = weightsOf(examples, coefficients(examples, offsets, likeness.among(examples), bounds));
  const kept = [...weights.entries()]
    .filter(([, { seen }]) => seen > 1)
    .map(([bucket, { sum }]) => ({ bucket, sum, size: Math.hypot(...sum) }))
    .toSorted((a, b) => b.size - a.size || a.bucket - b.bucket)
    .slice(0, bounds.mostBuckets)
    .toSorted((a, b) => a.bucket - b.bucket);
  if (kept.length === 0) return undefined;
  const norm = Math.hypot(...kept.map(({ size }) => size));
  const shrink = norm > bounds.mostNorm ? bounds.mostNorm / norm : 1;
  const largest = Math.max(...kept.flatMap(({ sum }) => sum.map(Math.abs))) * shrink;
  const step = Number((largest / 127 || 1).toPrecision(6));
  return {
    buckets: kept.map(({ bucket }) => bucket),
    weights: kept.flatMap(({ sum }) => sum.map((each) => Math.round((each * shrink) / step))),
    step,
  };
}

/** What a residual adds to the log-odds of an example. */
export function residualFor({
  buckets,
  weights,
  step,
}: Residual): (example: Pick<Example, 'buckets' | 'values'>) => Three {
  const places = new Map(buckets.map((bucket, at) => [bucket, at]));
  return (example) => {
    const sum: [number, number, number] = [0, 0, 0];
    example.buckets.forEach((bucket, at) => {
      const place = places.get(bucket);
      if (place === undefined) return;
      const value = (example.values[at] ?? 0) * step;
      for (let label = 0; label < 3; label += 1) sum[label as 0] += value * (weights[3 * place + label] ?? 0);
    });
    return sum;
  };
}

/** How much of each example is in the weights: three numbers an example. */
function coefficients(
  examples: readonly Example[],
  offsets: readonly Three[],
  likeness: Float32Array,
  { ridge, rounds }: ResidualBounds,
): Float64Array {
  const count = examples.length;
  const heaviest = Math.max(...examples.map(({ weight }) => weight));
  const rate = 1 / (0.5 * heaviest * widest(likeness, count) + ridge);
  let before = new Float64Array(3 * count);
  let ahead = new Float64Array(3 * count);
  for (let round = 1; round <= rounds; round += 1) {
    const next = new Float64Array(3 * count);
    for (let row = 0; row < count; row += 1) {
      const example = examples[row];
      const offset = offsets[row];
      if (!example || !offset) continue;
      const p = probabilitiesOf(added(offset, times(likeness, ahead, row, count)));
      for (let label = 0; label < 3; label += 1) {
        const now = ahead[3 * row + label] ?? 0;
        const wrong = example.weight * ((p[label] ?? 0) - (example.label === label ? 1 : 0));
        next[3 * row + label] = now - rate * (wrong + ridge * now);
      }
    }
    const speed = (round - 1) / (round + 2);
    ahead = next.map((value, at) => value + speed * (value - (before[at] ?? 0)));
    before = next;
  }
  return before;
}

function added(a: Three, b: Three): Three {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

function times(likeness: Float32Array, by: Float64Array, row: number, count: number): Three {
  let [a, b, c] = [0, 0, 0];
  for (let other = 0; other < count; other += 1) {
    const like = likeness[row * count + other] ?? 0;
    if (like === 0) continue;
    a += like * (by[3 * other] ?? 0);
    b += like * (by[3 * other + 1] ?? 0);
    c += like * (by[3 * other + 2] ?? 0);
  }
  return [a, b, c];
}

/** How alike each two examples are: the inner products of their features, worked out once for all fittings. */
export class Likeness {
  private readonly rows: ReadonlyMap<Example, number>;
  private readonly products: Float32Array;

  constructor(examples: readonly Example[]) {
    const count = examples.length;
    this.rows = new Map(examples.map((example, row) => [example, row]));
    this.products = new Float32Array(count * count);
    examples.forEach((one, row) => {
      for (let other = 0; other <= row; other += 1) {
        const second = examples[other];
        const like = second ? innerProduct(one, second) : 0;
        this.products[row * count + other] = like;
        this.products[other * count + row] = like;
      }
    });
  }

  /** Of some of the examples, row by row. */
  among(some: readonly Example[]): Float32Array {
    const places = Int32Array.from(some, (example) => this.rows.get(example) ?? 0);
    const among = new Float32Array(some.length * some.length);
    let at = 0;
    for (const row of places) {
      const first = row * this.rows.size;
      for (const column of places) among[at++] = this.products[first + column] ?? 0;
    }
    return among;
  }
}

function innerProduct(a: Example, b: Example): number {
  let [i, j, sum] = [0, 0, 0];
  while (i < a.buckets.length && j < b.buckets.length) {
    const [left = 0, right = 0] = [a.buckets[i], b.buckets[j]];
    if (left === right) sum += (a.values[i++] ?? 0) * (b.values[j++] ?? 0);
    else if (left < right) i += 1;
    else j += 1;
  }
  return sum;
}

/** The largest eigenvalue, by power iteration; a little more, so that a step is never too long. */
function widest(likeness: Float32Array, count: number): number {
  let vector = new Float64Array(count).fill(1 / Math.sqrt(count));
  let size = 1;
  for (let round = 0; round < 12; round += 1) {
    const next = new Float64Array(count);
    for (let row = 0; row < count; row += 1) {
      for (let other = 0; other < count; other += 1) {
        next[row] = (next[row] ?? 0) + (likeness[row * count + other] ?? 0) * (vector[other] ?? 0);
      }
    }
    size = Math.hypot(...next) || 1;
    vector = next.map((value) => value / size);
  }
  return 1.1 * size;
}

/** The weights of the buckets, and in how many examples each was seen. */
function weightsOf(examples: readonly Example[], by: Float64Array) {
  const weights = new Map<number, { sum: [number, number, number]; seen: number }>();
  examples.forEach(({ buckets, values }, row) => {
    buckets.forEach((bucket, at) => {
      const weight = weights.get(bucket) ?? { sum: [0, 0, 0], seen: 0 };
      for (let label = 0; label < 3; label += 1) {
        weight.sum[label as 0] += (values[at] ?? 0) * (by[3 * row + label] ?? 0);
      }
      weight.seen += 1;
      weights.set(bucket, weight);
    });
  });
  return weights;
}
