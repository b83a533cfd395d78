import { policy } from './policy.spec-suite.js';
import { bestFirst, fixOfKind, isEnough, ladderOf, type TriedCount } from './tried-fixes.js';

const tried = (kinds: TriedCount['kinds'], cases: number, recovered: number, cost?: number): TriedCount => ({
  kinds,
  cases,
  recovered,
  ...(cost !== undefined && { medianCostMinor: cost }),
});

describe('what worked stands in the order of what is sure about it', () => {
  test.each<[string, readonly TriedCount[], readonly string[]]>([
    [
      'thirty good ones of forty beat one lucky one',
      [tried(['refund'], 1, 1), tried(['apology', 'redelivery'], 41, 32)],
      ['apology,redelivery', 'refund'],
    ],
    [
      'the larger share beats the smaller of as many',
      [tried(['apology'], 20, 5), tried(['redelivery'], 20, 15)],
      ['redelivery', 'apology'],
    ],
    [
      'of two that help as much the cheaper one',
      [tried(['refund'], 10, 6, 900_00), tried(['redelivery'], 10, 6, 200_00)],
      ['redelivery', 'refund'],
    ],
    [
      'what never helped stands last',
      [tried(['apology'], 30, 0), tried(['refund'], 2, 1)],
      ['refund', 'apology'],
    ],
  ])('%s', (_what, counts, order) => {
    expect(bestFirst(counts).map(({ kinds }) => kinds.join())).toEqual(order);
  });

  test('with the share and its interval', () => {
    const [best] = bestFirst([tried(['apology', 'redelivery'], 41, 32, 320_00)]);
    expect(best).toMatchObject({ cases: 41, recovered: 32, medianCostMinor: 320_00 });
    expect(best?.helped.share).toBeCloseTo(0.78, 2);
    expect(best?.helped.from).toBeCloseTo(0.633, 3);
    expect(best?.helped.to).toBeCloseTo(0.88, 3);
  });
});

test.each([
  [[], false],
  [[tried(['refund'], 7, 7)], false],
  [[tried(['refund'], 7, 0), tried(['apology'], 1, 0)], true],
])('experience speaks from %j: %s', (counts, enough) => {
  expect(policy.suggestFrom).toBe(8);
  expect(isEnough(counts, policy)).toBe(enough);
});

describe('the fix to begin with', () => {
  test('stands on the ladder of the playbook', () => {
    expect(ladderOf('not_delivered', policy).map(({ key }) => key)).toEqual(['redelivery']);
    expect(fixOfKind('redelivery', 'not_delivered', policy)?.key).toBe('redelivery');
  });

  test('else is one that is meant for the failure, else none', () => {
    expect(fixOfKind('refund', 'not_delivered', policy)?.key).toBe('refund');
    expect(fixOfKind('compensation', 'not_delivered', policy)).toBeUndefined();
  });
});
