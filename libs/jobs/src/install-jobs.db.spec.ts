import { type TestDatabase, testDatabase } from '@heard/testing';
import { installJobs } from './index.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([]);
});
afterAll(() => db.close());

test('processes that start at the same moment make the tables of jobs together', async () => {
  const queue = {
    ...{ name: 'made-together', concurrency: 1, batchSize: 1 },
    ...{ retryLimit: 1, retryDelaySeconds: 1, retryDelayMaxSeconds: 1 },
  };
  await Promise.all(Array.from({ length: 6 }, () => installJobs(db.ownerUrl, [queue])));
  expect(await db.owner(`select name from pgboss.queue where name = 'made-together'`)).toHaveLength(1);
});
