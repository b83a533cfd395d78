import type { Reading } from '../reading.js';
import { Spelling } from '../spelling.js';
import type { WordRows } from '../word-rows.js';
import { fillBuckets, fillBucketsOf, mostFeatures, negatedBucket, pairBucket } from './features.js';
import type { ModelWeights, Three } from './weights.js';

/** A word whose row holds what it adds to a score by itself, in steps; that is the same wherever the word stands. */
export interface ScoredWord {
  readonly rows: WordRows;
  readonly row: number;
}

/** Works the row of a word out when it is first met by these weights; returns the rows that it stands in. */
export function scored({ rows, row }: ScoredWord, { buckets }: ModelWeights): WordRows {
  if (rows.by !== buckets) rows.forget(buckets);
  if (rows.count(row) === 0) score(rows, row, buckets);
  return rows;
}

const sheet = new Int32Array(mostFeatures);
const spelling = new Spelling();

function score(rows: WordRows, row: number, weights: Int8Array): void {
  const { hash, count } = rows.read(row, spelling)
    ? fillBucketsOf(spelling, sheet)
    : fillBuckets(rows.written(row), sheet);
  let negative = 0;
  let neutral = 0;
  let positive = 0;
  for (let at = 0; at < count; at += 1) {
    const first = 3 * (sheet[at] ?? 0);
    negative += weights[first] ?? 0;
    neutral += weights[first + 1] ?? 0;
    positive += weights[first + 2] ?? 0;
  }
  rows.put(row, hash, count, negative, neutral, positive);
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
  for (const slot of reading.slots) {
    const rows = scored(slot, model);
    const { row } = slot;
    const hash = rows.hash(row);
    negative += rows.negative(row);
    neutral += rows.neutral(row);
    positive += rows.positive(row);
    count += rows.count(row);
    add(pairBucket(previous, hash));
    if (slot.isNegated) add(negatedBucket(hash));
    previous = hash;
  }
  const scale = (model.step * model.sharpness) / Math.sqrt(Math.max(count, 1));
  return [negative * scale, neutral * scale, positive * scale];
}
