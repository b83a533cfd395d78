import { readFileSync } from 'node:fs';
import type { Language } from '@heard/core';
import type { AtWidth } from '../unsure/at-width.js';
import { bucketBits } from './features.js';
import { evidenceSize } from './evidence-features.js';

/** A number for each sentiment: negative, neutral, positive. */
export type Three = readonly [number, number, number];

/** Turns scores of one language into probabilities: `softmax(scores / temperature + bias)`. */
export interface Calibration {
  readonly temperature: number;
  readonly bias: Three;
}

/** What each width of the unsure band costs and brings in one language. */
export interface MeasuredUnsure {
  /** Posts that were not learned from. */
  readonly posts: number;
  /** In the order of `unsureWidths`. */
  readonly widths: readonly AtWidth[];
}

/** Everything about the model but its buckets. */
export interface ModelHeader {
  /** Name and version, stored with every assessment. */
  readonly name: string;
  readonly bucketBits: number;
  /** What one step of a bucket's whole number is worth. */
  readonly step: number;
  /** Scores of the features of a text are divided by the root of their count and multiplied by this. */
  readonly sharpness: number;
  readonly bias: Three;
  /** Weights of what the rules found, in the order of `evidenceFeatures`. */
  readonly evidence: readonly Three[];
  readonly calibration: Readonly<Record<Language, Calibration>>;
  readonly unsure: Readonly<Record<'ru' | 'uk' | 'en', MeasuredUnsure>>;
}

/** The model: three whole numbers a bucket, for negative, neutral and positive. */
export interface ModelWeights extends ModelHeader {
  readonly buckets: Int8Array;
}

/** The weights that come with Heard, read once. */
export function weights(): ModelWeights {
  return (loaded ??= readWeights(readFileSync(new URL('./weights.bin', import.meta.url))));
}

let loaded: ModelWeights | undefined;

const headerLengthBytes = 4;

/** Weights as a file: the length of the header, the header as JSON, the buckets a byte each. */
export function writeWeights({ buckets, ...header }: ModelWeights): Buffer {
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(headerLengthBytes);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, text, Buffer.from(buckets.buffer, buckets.byteOffset, buckets.byteLength)]);
}

/** Reads such a file; throws when it was made for other features than this code has. */
export function readWeights(file: Buffer): ModelWeights {
  const begin = headerLengthBytes + file.readUInt32LE(0);
  const header = JSON.parse(file.toString('utf8', headerLengthBytes, begin)) as ModelHeader;
  const buckets = new Int8Array(file.buffer, file.byteOffset + begin, file.length - begin);
  const fits = header.bucketBits === bucketBits && header.evidence.length === evidenceSize;
  if (!fits || buckets.length !== 3 * 2 ** bucketBits) {
    throw new Error('The weights were trained for other features: train them anew with npm run train.');
  }
  return { ...header, buckets };
}
