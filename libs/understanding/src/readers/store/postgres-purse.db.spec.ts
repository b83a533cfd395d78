import { Database } from '@heard/database';
import { setUpWorkspace } from '@heard/staff';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { PostgresPurse } from './postgres-purse.js';

let db: TestDatabase;
let other: Database;
let workspaceId: string;

beforeAll(async () => {
  db = await testDatabase([]);
  other = await Database.connect(db.serviceUrl, { poolSize: 6 });
  const clock = new FakeClock(new Date('2031-03-03T10:00:00Z'));
  ({ workspaceId } = await setUpWorkspace(db.database, { administratorEmail: 'admin@shop.example' }, clock));
});
afterAll(async () => {
  await other.close();
  await db.close();
});

const spent = async (day: string): Promise<number> => {
  const [row] = await db.owner<{ spent: string }>(
    'select spent_micro as spent from reader_spending where workspace_id = $1 and day = $2',
    [workspaceId, day],
  );
  return Number(row?.spent ?? 0);
};

test('two processes that spend at the same time keep to one limit', async () => {
  const purses = [new PostgresPurse(db.database), new PostgresPurse(other)];
  const granted = await Promise.all(
    Array.from({ length: 30 }, () => purses)
      .flat()
      .map((purse) => purse.reserve(workspaceId, '2031-03-03', 100, 2_050)),
  );
  expect(granted.filter(Boolean)).toHaveLength(20);
  expect(await spent('2031-03-03')).toBe(2_000);
});

test('what was set aside too much is given back, and the next day begins anew', async () => {
  const purse = new PostgresPurse(db.database);
  expect(await purse.reserve(workspaceId, '2031-03-04', 900, 1_000)).toBe(true);
  expect(await purse.reserve(workspaceId, '2031-03-04', 900, 1_000)).toBe(false);
  await purse.settle(workspaceId, '2031-03-04', -800);
  expect(await spent('2031-03-04')).toBe(100);
  expect(await purse.reserve(workspaceId, '2031-03-04', 900, 1_000)).toBe(true);
  expect(await purse.reserve(workspaceId, '2031-03-05', 900, 1_000)).toBe(true);
});

test('a first call that costs more than the day may is not made', async () => {
  expect(await new PostgresPurse(db.database).reserve(workspaceId, '2031-03-06', 11, 10)).toBe(false);
  expect(await spent('2031-03-06')).toBe(0);
});
