import { readFileSync } from 'node:fs';
import { bucketBits } from './features.js';
import { readWeights, weights } from './weights.js';

const file = readFileSync(new URL('./weights.bin', import.meta.url));

it('is one file of at most 8 MB', () => {
  expect(file.length).toBeLessThanOrEqual(8_000_000);
});

it('holds numbers only: no text of the corpora, no word, but the name of the model', () => {
  const headerEnds = 4 + file.readUInt32LE(0);
  const { name, ...rest } = JSON.parse(file.toString('utf8', 4, headerEnds)) as Record<string, unknown>;
  expect(name).toMatch(/^heard-linear-[0-9a-f]{8}$/);
  const leaves = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
  expect(new Set(leaves(rest).map((leaf) => typeof leaf))).toEqual(new Set(['number']));
  // All that follows are the buckets, a byte each.
  expect(file.length - headerEnds).toBe(3 * 2 ** bucketBits);
});

it('is read once, and refused when it was made for other features', () => {
  expect(weights()).toBe(weights());
  expect(() => readWeights(file.subarray(0, file.length - 1))).toThrow('npm run train');
});
