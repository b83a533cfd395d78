import type { Reading } from '../reading.js';
import { longestSpelt, type Spelling } from '../spelling.js';
import { isCyrillic, normalise } from '../words.js';

/** Features are hashed into two to the power of this many buckets (Weinberger et al. 2009, "Feature hashing"). */
export const bucketBits = 21;

const mask = 2 ** bucketBits - 1;
const shortestGram = 3;
const longestGram = 5;
/** Longer ones are no words: they are known by their beginning, and not looked into. */
const longestWord = longestSpelt;

/** One kind of feature never falls on another of the same letters by its seed. */
const seeds = { word: 0x1111, pair: 0x2222, negated: 0x3333, shouted: 0x4444, gram: 0x5555, drawn: 0x6666 };

/** What a word brings by itself: its hash, for pairs, and the buckets of its features. */
export interface WordFeatures {
  readonly hash: number;
  readonly buckets: readonly number[];
}

interface Filled {
  readonly hash: number;
  readonly count: number;
}

/** The features of a word as written: itself, its letter sequences of three to five, capitals, drawn letters. */
export function wordFeatures(raw: string): WordFeatures {
  const { hash, count } = fillBuckets(raw, sheet);
  return { hash, buckets: Array.from(sheet.subarray(0, count)) };
}

/** As many features as a word can have: sequences of three lengths, itself, capitals, drawn letters. */
export const mostFeatures = 3 * (longestWord + 2) + 3;

const sheet = new Int32Array(mostFeatures);

/** The same features without an array of their own: the first `count` numbers of `into`. */
export function fillBuckets(raw: string, into: Int32Array): Filled {
  const text = spellingOf(raw);
  const hash = hashOf(text);
  into[0] = bucketOf(hash ^ seeds.word);
  if (raw.length > longestWord || !(isCyrillic(text) || beginsWithLetter.test(text)))
    return { hash, count: 1 };
  for (let at = 0; at < text.length; at += 1) letters[at + 1] = text.charCodeAt(at);
  let count = fillGrams(text.length, into);
  // A word that is written as it is spelt has neither capitals nor drawn letters.
  if (raw !== text) {
    if (isShouted(raw)) into[count++] = bucketOf(seeds.shouted);
    if (drawn.test(raw)) into[count++] = bucketOf(seeds.drawn);
  }
  return { hash, count };
}

/** The same again for a word of everyday Cyrillic letters. */
export function fillBucketsOf({ codes, length, capitals }: Spelling, into: Int32Array): Filled {
  let hash = fnvOffset | 0;
  for (let at = 0; at < length; at += 1) {
    const code = codes[at] ?? 0;
    letters[at + 1] = code;
    hash = Math.imul(hash ^ code, fnvPrime);
  }
  into[0] = bucketOf(hash ^ seeds.word);
  let count = fillGrams(length, into);
  if (length > 2 && capitals === length) into[count++] = bucketOf(seeds.shouted);
  return { hash, count };
}

const beginsWithLetter = /^\p{L}/u;
const drawn = /(\p{L})\1\1/u;

/** The bucket of two words that stand side by side; the first word of a text stands beside 0. */
export function pairBucket(previous: number, hash: number): number {
  return bucketOf(Math.imul(previous, 31) ^ hash ^ seeds.pair);
}

/** The bucket of a word that is denied. */
export function negatedBucket(hash: number): number {
  return bucketOf(hash ^ seeds.negated);
}

/** Every feature of a text, as often as it occurs: what the training counts and the scorer adds up. */
export function bucketsOf(reading: Reading, featuresOf: (raw: string) => WordFeatures): number[] {
  const buckets: number[] = [];
  let previous = 0;
  for (const { raw, isNegated } of reading.slots) {
    const features = featuresOf(raw);
    for (const bucket of features.buckets) buckets.push(bucket);
    buckets.push(pairBucket(previous, features.hash));
    if (isNegated) buckets.push(negatedBucket(features.hash));
    previous = features.hash;
  }
  return buckets;
}

/** Figures count by their length only: an order's number says nothing about a mood. */
function spellingOf(raw: string): string {
  const text = normalise(raw).slice(0, longestWord);
  return !isCyrillic(text) && /^\d/.test(text) ? '#'.repeat(Math.min(text.length, 5)) : text;
}

function isShouted(raw: string): boolean {
  return raw.length > 2 && raw === raw.toUpperCase() && raw !== raw.toLowerCase();
}

/** The letters of a word between its bounds; written anew for every word. */
const letters = new Uint16Array(longestWord + 2);

/** Writes each sequence of so many letters once, after the first number; returns how many numbers there are then. */
function fillGrams(length: number, into: Int32Array): number {
  const size = length + 2;
  letters[0] = opening;
  letters[size - 1] = closing;
  met.fill(0);
  let count = 1;
  for (let from = 0; from < size; from += 1) {
    let hash = seeds.gram;
    const last = Math.min(longestGram, size - from);
    for (let length = 1; length <= last; length += 1) {
      hash = Math.imul(hash ^ (letters[from + length - 1] ?? 0), fnvPrime);
      const isWhole = from === 0 && length === size;
      if (length < shortestGram || isWhole) continue;
      const bucket = bucketOf(hash ^ (length << 20));
      const bit = 1 << (bucket & 31);
      const place = (bucket >>> 5) & (met.length - 1);
      const before = met[place] ?? 0;
      if ((before & bit) !== 0 && isAmong(into, count, bucket)) continue;
      met[place] = before | bit;
      into[count] = bucket;
      count += 1;
    }
  }
  return count;
}

const opening = '<'.charCodeAt(0);
const closing = '>'.charCodeAt(0);

/** A bit for each number so far by its last digits, several to a bit: most need no look at the numbers themselves. */
const met = new Int32Array(16);

/** A look at the few numbers so far: V8's own search costs more to call than they cost to compare. */
function isAmong(numbers: Int32Array, end: number, number: number): boolean {
  for (let at = 1; at < end; at += 1) if (numbers[at] === number) return true;
  return false;
}

const fnvPrime = 0x01000193;
const fnvOffset = 0x811c9dc5;

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo). */
function hashOf(text: string): number {
  let hash = fnvOffset | 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), fnvPrime);
  return hash;
}

/** Spreads a hash over the buckets: the finalizer of MurmurHash3 (Appleby). */
function bucketOf(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & mask;
}
