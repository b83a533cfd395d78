import { Database } from '@heard/database';
import type { BudgetNode, CallPurpose } from '@heard/sources';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { CallBudgets } from './call-budgets.js';

let db: TestDatabase;
let budgets: CallBudgets;
beforeAll(async () => {
  db = await testDatabase([]);
  budgets = new CallBudgets(db.database);
});
afterEach(() => db.owner('delete from call_nodes'));
afterAll(() => db.close());

const hour = (key: string, calls?: number): BudgetNode => ({ key, windows: [{ calls, perSeconds: 3_600 }] });
const granted = async (
  nodes: readonly BudgetNode[],
  purpose: CallPurpose,
  tries: number,
  through: readonly CallBudgets[] = [budgets],
): Promise<number> => {
  const all = await Promise.all(
    Array.from({ length: tries }, (_, nth) =>
      (through[nth % through.length] ?? budgets).take(nodes, purpose, 1),
    ),
  );
  return all.filter(({ waitMs }) => waitMs === 0).length;
};

describe('an allowance of calls', () => {
  it('gives old things two fifths, polling four fifths, and answers all of it', async () => {
    const page = [hour('page', 50)];
    expect(await granted(page, 'backfill', 60)).toBe(20);
    expect(await granted(page, 'polling', 60)).toBe(20);
    expect(await granted(page, 'answers', 60)).toBe(10);
  });

  it('is one for all processes, however many ask at once', async () => {
    const processes = await Promise.all(
      [1, 2, 3].map(() => Database.connect(db.serviceUrl, { poolSize: 4 })),
    );
    const everywhere = processes.map((database) => new CallBudgets(database));
    try {
      expect(await granted([hour('app', 100), hour('page', 50)], 'polling', 120, everywhere)).toBe(40);
      expect(await granted([hour('app', 100), hour('shop', 50)], 'polling', 120, everywhere)).toBe(40);
      // The accounts had their shares; now the app has not.
      expect(await granted([hour('app', 100), hour('third', 50)], 'polling', 120, everywhere)).toBe(0);
      expect(await granted([hour('app', 100), hour('third', 50)], 'answers', 120, everywhere)).toBe(20);
    } finally {
      await Promise.all(processes.map((database) => database.close()));
    }
  });

  it('takes from every level or from none', async () => {
    expect(await granted([hour('app', 100), hour('page', 2)], 'answers', 5)).toBe(2);
    const counted = await db.owner<{ key: string; counts: number[] }>(
      'select key, counts from call_windows order by key',
    );
    expect(counted.map(({ key, counts }) => [key, counts.reduce((a, b) => a + b)])).toEqual([
      ['app', 2],
      ['page', 2],
    ]);
  });

  it('comes back as calls leave the window, and says when', async () => {
    const page = [hour('page', 10)];
    expect(await granted(page, 'answers', 12)).toBe(10);
    const { waitMs } = await budgets.take(page, 'answers', 1);
    expect(waitMs).toBeGreaterThan(3_600_000);
    expect(waitMs).toBeLessThanOrEqual(3_600_000 * (1 + 1 / 20));
    await db.owner('update call_windows set newest_slice = newest_slice - 20');
    expect(await granted(page, 'answers', 12)).toBe(0);
    await db.owner('update call_windows set newest_slice = newest_slice - 1');
    expect(await granted(page, 'answers', 12)).toBe(10);
  });

  it('may be of parts of a second', async () => {
    const spread = [{ key: 'spread', windows: [{ calls: 1, perSeconds: 3_600.4 }] }];
    expect(await granted(spread, 'answers', 3)).toBe(1);
    expect(await db.owner('select seconds, counts[1] as taken from call_windows')).toEqual([
      { seconds: 3_600.4, taken: 1 },
    ]);
  });

  it('gives the only call there is to polling too', async () => {
    expect(await granted([hour('page', 1)], 'polling', 3)).toBe(1);
  });

  it('counts what a call costs', async () => {
    const project = [hour('project', 100)];
    expect((await budgets.take(project, 'answers', 50)).waitMs).toBe(0);
    expect((await budgets.take(project, 'answers', 51)).waitMs).toBeGreaterThan(0);
    expect((await budgets.take(project, 'answers', 50)).waitMs).toBe(0);
  });

  it('never lets a stretch as long as the window hold more calls than allowed', async () => {
    const [seconds, calls] = [60, 7];
    const sliceMs = (seconds * 1_000) / 20;
    const times: number[] = [];
    let counts = Array.from({ length: 21 }, () => 0);
    let newest = 0;
    let seed = 7;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let at = 1; times.length < 80; at += random() < 0.5 ? random() * 400 : random() * 9_000) {
      const slice = Math.floor(at / sliceMs);
      const [row] = await db.owner<{ counts: number[]; wait: string }>(
        `select c as counts, heard_span.wait_of_window(c, $3, $4, $5, $6, 1) as wait
         from heard_span.counts_as_of($1, $2, $3) c`,
        [counts, newest, slice, sliceMs, at, calls],
      );
      if (!row) throw new Error('no row');
      if (row.wait !== '0') continue;
      times.push(at);
      counts = row.counts.with(0, (row.counts[0] ?? 0) + 1);
      newest = slice;
    }
    const most = Math.max(
      ...times.map((from) => times.filter((at) => at >= from && at < from + seconds * 1_000).length),
    );
    expect(most).toBeLessThanOrEqual(calls);
    expect(most).toBeGreaterThan(calls - 2);
  });
});

describe('what a platform told', () => {
  it('makes polling rest while answers go on, until it says something better', async () => {
    await budgets.learn([{ key: 'page', used: 0.85, restMs: 300_000 }]);
    expect(await budgets.take([hour('page')], 'polling', 1)).toMatchObject({ told: true });
    expect(await granted([hour('page')], 'answers', 1)).toBe(1);
    await budgets.learn([{ key: 'page', used: 0.4 }]);
    expect(await granted([hour('page')], 'polling', 1)).toBe(1);
  });

  it('stops everything below the node it is about, and nothing beside it', async () => {
    await budgets.learn([{ key: 'page', used: 1, blockMs: 60_000 }]);
    await budgets.learn([{ key: 'page', used: 1, blockMs: 1_000 }]);
    const stopped = await budgets.take([hour('app'), hour('page')], 'answers', 1);
    expect(stopped.told).toBe(true);
    expect(stopped.waitMs).toBeGreaterThan(50_000);
    expect(await granted([hour('app'), hour('other page')], 'polling', 1)).toBe(1);
    await budgets.learn([{ key: 'app', used: 1, blockMs: 60_000 }]);
    expect(await granted([hour('app'), hour('other page')], 'answers', 1)).toBe(0);
  });

  it('says how many calls there are for in an hour', async () => {
    expect((await budgets.take([hour('page', 100)], 'polling', 1)).perHour).toBe(80);
    expect((await budgets.take([hour('shop')], 'polling', 1)).perHour).toBeUndefined();
    await granted([hour('shop')], 'polling', 59);
    await budgets.learn([{ key: 'shop', used: 0.5 }]);
    // 60 calls used half of it: 120 in all, of which polling may use 96.
    expect((await budgets.take([hour('shop')], 'polling', 1)).perHour).toBeCloseTo(96, 0);
  });
});

test('the service reads and writes budgets through functions only', async () => {
  for (const sql of [
    'select * from call_nodes',
    'delete from call_windows',
    'insert into call_nodes values (1)',
  ])
    await expect(db.database.spanning((all) => all.run(sql))).rejects.toThrow(/denied/);
});
