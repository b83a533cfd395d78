import { MailReceiver } from '@heard/alerting';
import { SecretBox } from '@heard/database';
import { createHttpClient, type HttpClient } from '@heard/http';
import { Jobs } from '@heard/jobs';
import { usualPace } from '@heard/listening';
import { realBaseUrls } from '@heard/sources';
import { FacebookFake } from '@heard/sources/fakes';
import { setUpWorkspace } from '@heard/staff';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { allQueues, composeHeard, type Heard } from './index.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const clock = new FakeClock(new Date('2031-03-03T10:00:00Z'));
const urgent =
  'Списали гроші двічі без моєї згоди! Поверніть кошти негайно, інакше йду до суду і до поліції!';
const { signal } = new AbortController();

let db: TestDatabase;
let jobs: Jobs;
let http: HttpClient;
let fake: FacebookFake;
let heard: Heard;
let pageId: string;

beforeAll(async () => {
  db = await testDatabase(allQueues);
  jobs = await Jobs.start(db.serviceUrl, () => undefined, false);
  fake = new FacebookFake({ clock });
  const { baseUrl } = await fake.listen();
  http = createHttpClient({ allowPrivateAddresses: [baseUrl] });
  heard = composeHeard({
    database: db.database,
    jobs,
    clock,
    secretBox: new SecretBox('only for tests, only for tests, only'),
    http,
    publicUrl: 'http://127.0.0.1:3000',
    mail: new MailReceiver(undefined),
    baseUrls: { ...realBaseUrls, facebook: baseUrl },
    collect: { ...usualPace, pollMs: minute },
    signal,
    onTurnFailed: ({ error }) => fail(error),
    onWatchFailed: ({ error }) => fail(error),
  });
  const { workspaceId } = await setUpWorkspace(
    db.database,
    { administratorEmail: 'admin@shop.example' },
    clock,
  );
  pageId = fake.addPage('Книгарня «Ліхтар»').id;
  writes('Олена', new Date(clock.now().getTime() - 2 * day));
  await db.database.inWorkspace(workspaceId, (tx) =>
    heard.connect.connect(tx, { platform: 'facebook', name: 'Ліхтар', settings: fake.settingsOf(pageId) }),
  );
});
afterAll(async () => {
  await jobs.stop(0);
  http.close();
  await fake.close();
  await db.close();
});

function fail(error: unknown): never {
  throw error;
}

function writes(name: string, at = clock.now()): string {
  return fake.addPost({ pageId, author: { name }, text: urgent, at });
}

async function listens(): Promise<void> {
  clock.advanceTo(new Date(clock.now().getTime() + 2 * minute));
  while ((await heard.collect.run(signal)) > 0);
  while ((await jobs.drain()) > 0);
}

const alerted = async (): Promise<string[]> =>
  (
    await db.owner<{ name: string }>(
      `select c.author_name as name from alerts a join cases c on c.id = a.case_id where a.kind = 'urgent_case' order by 1`,
    )
  ).map(({ name }) => name);
const urgentCases = async (): Promise<number> =>
  (await db.owner("select 1 from cases where urgency in ('high', 'critical')")).length;

test('what was written before the source was connected becomes a case and wakes nobody', async () => {
  await listens();
  expect(await urgentCases()).toBe(1);
  expect(await alerted()).toEqual([]);
});

test('what is written afterwards wakes somebody', async () => {
  writes('Роман');
  await listens();
  expect(await urgentCases()).toBe(2);
  expect(await alerted()).toEqual(['Роман']);
});

test('somebody whose old complaint woke nobody writes again, and is told of, once', async () => {
  writes('Олена');
  await listens();
  writes('Олена');
  await listens();
  expect(await urgentCases()).toBe(2);
  expect(await alerted()).toEqual(['Олена', 'Роман']);
});
