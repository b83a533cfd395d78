import { newId, SecretBox } from '@heard/database';
import { createHttpClient, type HttpClient } from '@heard/http';
import { realBaseUrls } from '@heard/sources';
import { FacebookFake } from '@heard/sources/fakes';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { CollectDueSources, ConnectSource, OpenSource, TakeBatch, usualPace } from './index.js';

const pollMs = 60_000;
const clock = new FakeClock(new Date('2031-03-03T08:00:00Z'));
const workspaceId = newId();
const alarms: string[] = [];
const failed: string[] = [];

let db: TestDatabase;
let http: HttpClient;
let fake: FacebookFake;
let baseUrl: string;
beforeAll(async () => {
  db = await testDatabase([]);
  fake = new FacebookFake({ clock });
  ({ baseUrl } = await fake.listen());
  http = createHttpClient({ allowPrivateAddresses: [baseUrl] });
  await db.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, 'Ліхтар', 'Europe/Kyiv', 'UAH', '{}', now())`,
    [workspaceId],
  );
});
afterEach(async () => {
  alarms.length = 0;
  failed.length = 0;
  await db.owner('delete from mentions');
  await db.owner('delete from sources');
});
afterAll(async () => {
  http.close();
  await fake.close();
  await db.close();
});

/** Listening with a key of the installation; nobody understands what was heard. */
function listening(key = 'the key', atOnce = usualPace.atOnce) {
  const secretBox = new SecretBox(key);
  const sources = new OpenSource({
    http,
    baseUrls: { ...realBaseUrls, facebook: baseUrl },
    clock,
    secretBox,
  });
  const take = new TakeBatch(
    () => Promise.resolve({ caseOf: new Map(), store: () => Promise.resolve() }),
    clock,
  );
  const alarm = {
    raise: async (_tx: unknown, { state }: { state: string }) => void alarms.push(state),
    settle: async () => void alarms.push('settled'),
  };
  const collect = new CollectDueSources(
    db.database,
    sources,
    take,
    alarm,
    clock,
    { ...usualPace, atOnce, pollMs },
    ({ state }) => failed.push(state),
    () => 1,
  );
  const connect = new ConnectSource(db.database, sources, clock);
  return {
    turn: () => collect.run(new AbortController().signal),
    connect: (pageId: string) =>
      db.database.inWorkspace(workspaceId, (tx) =>
        connect.connect(tx, { platform: 'facebook', name: 'Ліхтар', settings: fake.settingsOf(pageId) }),
      ),
  };
}

const page = (): string => fake.addPage('Книгарня «Ліхтар»').id;
const visitor = (pageId: string, text: string): string =>
  fake.addPost({ pageId, author: { name: 'Роман' }, text });
const texts = async (): Promise<string[]> =>
  (await db.owner<{ text: string }>('select text from mentions order by posted_at, text')).map(
    ({ text }) => text,
  );
const sourceOf = async (id: string): Promise<Record<string, unknown> | undefined> =>
  (await db.owner<Record<string, unknown>>('select * from sources where id = $1', [id]))[0];
const later = (ms: number): void => clock.advanceTo(new Date(clock.now().getTime() + ms));

test('a source that is due is read to its end, once, and is due again after the pause', async () => {
  const { turn, connect } = listening();
  const pageId = page();
  const id = await connect(pageId);
  visitor(pageId, 'Де моє замовлення?');
  expect(await turn()).toBe(1);
  expect(await texts()).toEqual(['Де моє замовлення?']);
  expect(await turn()).toBe(0);
  const next = new Date(clock.now().getTime() + pollMs);
  expect(await sourceOf(id)).toMatchObject({
    state: 'ok',
    next_due_at: next,
    lease_until: null,
    failures: 0,
  });
  later(pollMs);
  expect(await turn()).toBe(1);
  expect(await texts()).toEqual(['Де моє замовлення?']);
});

test('of two processes that ask at the same time one gets the source', async () => {
  const [one, two] = [listening(), listening()];
  const pageId = page();
  await one.connect(pageId);
  visitor(pageId, 'Ще не привезли.');
  const turns = await Promise.all([one.turn(), two.turn()]);
  expect(turns.toSorted((a, b) => a - b)).toEqual([0, 1]);
  expect(await texts()).toEqual(['Ще не привезли.']);
});

test('a platform that fails keeps its place, is asked again soon, and nothing is lost or doubled', async () => {
  const { turn, connect } = listening();
  const pageId = page();
  const id = await connect(pageId);
  visitor(pageId, 'Перше');
  await turn();
  visitor(pageId, 'Друге');
  fake.failNext(1, '500');
  later(pollMs);
  await turn();
  expect(await sourceOf(id)).toMatchObject({ state: 'failing', failures: 1, lease_until: null });
  expect(await texts()).toEqual(['Перше']);
  later(60_000);
  await turn();
  expect(await texts()).toEqual(['Друге', 'Перше'].sort());
  expect(await sourceOf(id)).toMatchObject({ state: 'ok', failures: 0, blind_since: null });
  expect(failed).toEqual(['failing']);
});

test('a token that ran out stops the source, raises an alarm, and names no secret', async () => {
  const { turn, connect } = listening();
  const pageId = page();
  const id = await connect(pageId);
  fake.expireToken(pageId);
  await turn();
  const source = await sourceOf(id);
  expect(source).toMatchObject({ state: 'needs_reconnect', next_due_at: null });
  expect(alarms).toEqual(['needs_reconnect']);
  expect(JSON.stringify(source)).not.toContain(fake.page(pageId).token);
  later(24 * 3_600_000);
  expect(await turn()).toBe(0);
});

test('a permission that is missing is named, told to a person, and looked for once a day', async () => {
  const { turn, connect } = listening();
  const pageId = page();
  const id = await connect(pageId);
  fake.dropPermission(pageId, 'pages_read_engagement');
  await turn();
  const tomorrow = new Date(clock.now().getTime() + 24 * 3_600_000);
  const source = await sourceOf(id);
  expect(source).toMatchObject({ state: 'permission_missing', next_due_at: tomorrow });
  expect(JSON.stringify(source?.['state_missing'])).toContain('pages_read_engagement');
  expect(alarms).toEqual(['permission_missing']);
});

test('a source whose secrets were sealed with another key says so, and the others are read all the same', async () => {
  const now = listening('the key of today');
  const [oldPage, newPage] = [page(), page()];
  const old = await listening('the key of last year').connect(oldPage);
  const current = await now.connect(newPage);
  visitor(newPage, 'Чую вас?');
  expect(await now.turn()).toBe(2);
  expect(await sourceOf(old)).toMatchObject({ state: 'needs_reconnect', lease_until: null });
  expect(await sourceOf(current)).toMatchObject({ state: 'ok' });
  expect(await texts()).toEqual(['Чую вас?']);
  expect(alarms).toEqual(expect.arrayContaining(['needs_reconnect']));
});

test('what a webhook that speaks did not tell of in time is counted when polling finds it', async () => {
  const { turn, connect } = listening();
  const pageId = page();
  const id = await connect(pageId);
  visitor(pageId, 'Це було до вебхука');
  await turn();
  expect(await sourceOf(id)).toMatchObject({ push_missed: 0 });
  await db.owner('update sources set push_since = $2 where id = $1', [id, clock.now()]);
  later(1_000);
  visitor(pageId, 'Про це вебхук змовчав');
  later(10 * 60_000);
  visitor(pageId, 'А про це він ще може сказати');
  await turn();
  expect(await texts()).toHaveLength(3);
  expect(await sourceOf(id)).toMatchObject({ push_missed: 1 });
});
