import fc from 'fast-check';
import { wilson } from './wilson.js';

// 81/263, 15/148, 0/20 and 1/29: Newcombe 1998, Statistics in Medicine 17, 857–872, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
  [0, 0, 0, 1],
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
  [5, 10, 0.2366, 0.7634],
  [32, 41, 0.6329, 0.88],
  [1, 1, 0.2065, 1],
])('%d of %d lies between %d and %d', (count, of, from, to) => {
  const found = wilson(count, of);
  expect([Number(found.from.toFixed(4)), Number(found.to.toFixed(4))]).toEqual([from, to]);
});

test('the share lies between its bounds, and more of the same brings them closer', () => {
  fc.assert(
    fc.property(fc.nat({ max: 200 }), fc.integer({ min: 1, max: 200 }), (some, of) => {
      const count = Math.min(some, of);
      const [few, many] = [wilson(count, of), wilson(count * 4, of * 4)];
      expect(few.from).toBeLessThanOrEqual(few.share ?? NaN);
      expect(few.to).toBeGreaterThanOrEqual(few.share ?? NaN);
      expect(many.to - many.from).toBeLessThan(few.to - few.from);
    }),
  );
});
