import { comparePolicies } from './polling.js';

describe.each([20_261_126, 1])('150 live posts, 60 calls an hour, people of seed %i', (seed) => {
  const days = 3;
  const [counters, learned, roundRobin] = comparePolicies(seed, days);

  it('are heard within minutes where a list shows counters', () => {
    expect(counters?.p50Min).toBeLessThanOrEqual(2);
    expect(counters?.p99Min).toBeLessThanOrEqual(5);
  });

  it('are heard much sooner by learned rates than by round robin, most of them', () => {
    expect(learned?.p50Min).toBeLessThan((roundRobin?.p50Min ?? 0) / 10);
  });

  it('are heard after hours by round robin', () => {
    expect(roundRobin?.p50Min).toBeGreaterThan(120);
    expect(roundRobin?.p99Min).toBeGreaterThan(140);
  });

  it('leave a fifth of the calls to answers', () => {
    for (const calls of [counters?.calls, learned?.calls]) expect(calls).toBeLessThanOrEqual(days * 24 * 48);
  });
});
