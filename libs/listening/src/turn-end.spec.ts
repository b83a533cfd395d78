import { pauseMs } from './turn-end.js';

test('P01: pauses double up to ten minutes and lie anywhere within their span, so that sources do not march in step', () => {
  const spans = Array.from({ length: 12 }, (_, failures) => pauseMs(failures, 1));
  expect(spans.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
  expect([spans.at(-1), pauseMs(1_000, 1)]).toEqual([600_000, 600_000]);
  expect([0, 0.25, 0.5, 0.75].map((random) => pauseMs(5, random))).toEqual([1_000, 40_000, 80_000, 120_000]);
});
