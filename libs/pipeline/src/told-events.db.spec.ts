import { newId } from '@heard/database';
import { job, Jobs } from '@heard/jobs';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { TakeToldEvents, toldEventsQueue } from './told-events.js';

/** The durable work of webhooks: many deliveries, few workers, and no source that keeps the others waiting. */

const workspaceId = newId();
const [vk, google] = [newId(), newId()];
let db: TestDatabase;
let jobs: Jobs;
let work: TakeToldEvents;
/** Whose events were taken. */
let taken: string[];
/** What happens while the events of a source are being taken; true when the time was up before the end. */
let meanwhile: (sourceId: string) => Promise<boolean>;

beforeAll(async () => {
  db = await testDatabase([toldEventsQueue]);
  jobs = await Jobs.start(db.serviceUrl, () => undefined, false);
  const run = (_workspaceId: string, sourceId: string): Promise<boolean> => {
    taken.push(sourceId);
    return meanwhile(sourceId);
  };
  work = new TakeToldEvents(db.database, jobs, { run });
  jobs.handle(toldEventsQueue, (told) => work.run(told));
});
beforeEach(async () => {
  taken = [];
  meanwhile = async () => false;
  await db.owner('delete from pgboss.job');
});
afterAll(async () => {
  await jobs.stop(0);
  await db.close();
});

const deliver = (sourceId: string, times = 1): Promise<void> =>
  db.database.inWorkspace(workspaceId, (tx) =>
    jobs.add(
      tx,
      Array.from({ length: times }, () => job(toldEventsQueue, { workspaceId, sourceId })),
    ),
  );
const waiting = (): Promise<unknown[]> => db.owner(`select 1 from pgboss.job where state = 'created'`);

test('however many deliveries told of a source, one job takes all there is', async () => {
  await deliver(vk, 50);
  await deliver(google);
  await jobs.drain();
  expect(taken.toSorted()).toEqual([vk, google].toSorted());
  expect(await waiting()).toEqual([]);
});

test('what is delivered while events are being taken is taken too', async () => {
  meanwhile = async () => {
    if (taken.length === 1) await deliver(vk, 3);
    return false;
  };
  await deliver(vk);
  await jobs.drain();
  expect(taken).toEqual([vk, vk]);
});

test('when its time is up a source goes behind the others that wait', async () => {
  meanwhile = async (sourceId) => sourceId === vk && taken.length < 3;
  await deliver(vk);
  await deliver(google);
  await jobs.drain();
  expect(taken).toEqual([vk, google, vk]);
});

test('a source that is being read holds no second worker, and nothing told of it meanwhile is forgotten', async () => {
  let end: (isMore: boolean) => void = () => undefined;
  meanwhile = () => new Promise((resolve) => (end = resolve));
  const first = work.run({ workspaceId, sourceId: vk });
  await work.run({ workspaceId, sourceId: vk });
  while (taken.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(taken).toEqual([vk]);
  end(false);
  await first;
  expect(await waiting()).toHaveLength(1);
});

test('the job that goes on is not taken for one that came meanwhile, however soon it begins', async () => {
  meanwhile = async () => taken.length < 2;
  const told = { workspaceId, sourceId: vk };
  const hasty: TakeToldEvents = new TakeToldEvents(
    db.database,
    {
      takeOver: (...asked) => jobs.takeOver(...asked),
      // Another worker begins it before this one has heard that it was added.
      add: async (tx, added) => {
        await jobs.add(tx, added);
        await hasty.run(told);
      },
    },
    { run: async (_workspaceId, sourceId) => (taken.push(sourceId), meanwhile(sourceId)) },
  );
  await hasty.run(told);
  expect(taken).toEqual([vk, vk]);
});

test('what cannot be taken is tried again, and is not lost with the jobs it took over', async () => {
  meanwhile = () => Promise.reject(new Error('nobody answers'));
  await deliver(vk, 5);
  await jobs.drain();
  expect(await db.owner(`select state from pgboss.job`)).toEqual([{ state: 'retry' }]);
});
