import type { Reading } from '../reading.js';
import type { WordRows } from '../word-rows.js';
import { fillBuckets, mostFeatures, negatedBucket, pairBucket } from './features.js';
import type { ModelWeights, Three } from './weights.js';

/** A word with what it adds to a score by itself, in steps; that is the same wherever the word stands. */
export abstract class ScoredWord {
  constructor(
    readonly rows: WordRows,
    readonly row: number,
  ) {}

  abstract get raw(): string;

  /** The hash of the word, for pairs. */
  get hash(): number {
    return this.rows.hash(this.row);
  }

  /** How many features it has. */
  get count(): number {
    return this.rows.count(this.row);
  }

  get negative(): number {
    return this.rows.negative(this.row);
  }

  get neutral(): number {
    return this.rows.neutral(this.row);
  }

  get positive(): number {
    return this.rows.positive(this.row);
  }
}

/** The word with its score, worked out when it is first met and remembered with it. */
export function scoreOfWord(word: ScoredWord, { buckets }: ModelWeights): ScoredWord {
  const { rows, row } = word;
  if (rows.by !== buckets) rows.forget(buckets);
  if (rows.count(row) === 0) score(word, buckets);
  return word;
}

const sheet = new Int32Array(mostFeatures);

function score({ raw, rows, row }: ScoredWord, weights: Int8Array): void {
  const { hash, count } = fillBuckets(raw, sheet);
  let negative = 0;
  let neutral = 0;
  let positive = 0;
  for (let at = 0; at < count; at += 1) {
    const first = 3 * (sheet[at] ?? 0);
    negative += weights[first] ?? 0;
    neutral += weights[first + 1] ?? 0;
    positive += weights[first + 2] ?? 0;
  }
  rows.put(row, [hash, count, negative, neutral, positive]);
}

/** Adds up what the words of a text say, before anything else is known: negative, neutral, positive. */
export function scoreOfText(reading: Reading, model: ModelWeights): Three {
  const { buckets } = model;
  let negative = 0;
  let neutral = 0;
  let positive = 0;
  let count = 0;
  let previous = 0;
  const add = (bucket: number): void => {
    negative += buckets[3 * bucket] ?? 0;
    neutral += buckets[3 * bucket + 1] ?? 0;
    positive += buckets[3 * bucket + 2] ?? 0;
    count += 1;
  };
  for (const { word, isNegated } of reading.slots) {
    const score = scoreOfWord(word, model);
    negative += score.negative;
    neutral += score.neutral;
    positive += score.positive;
    count += score.count;
    add(pairBucket(previous, score.hash));
    if (isNegated) add(negatedBucket(score.hash));
    previous = score.hash;
  }
  const scale = (model.step * model.sharpness) / Math.sqrt(Math.max(count, 1));
  return [negative * scale, neutral * scale, positive * scale];
}
