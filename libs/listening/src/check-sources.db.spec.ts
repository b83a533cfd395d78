import { newId, SecretBox } from '@heard/database';
import { createHttpClient, type HttpClient } from '@heard/http';
import { realBaseUrls } from '@heard/sources';
import { FacebookFake } from '@heard/sources/fakes';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { CheckSources, ConnectSource, OpenSource } from './index.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const clock = new FakeClock(new Date(Date.now() + dayMs));
const workspaceId = newId();
let db: TestDatabase;
let http: HttpClient;
let fake: FacebookFake;
let pageId: string;
let id: string;
let settled: string[];
let alarms: string[];
let unheard: string[];
let looks: CheckSources[];

beforeAll(async () => {
  db = await testDatabase([]);
  fake = new FacebookFake({ clock });
  const { baseUrl } = await fake.listen();
  http = createHttpClient({ allowPrivateAddresses: [baseUrl] });
  await db.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, 'Ліхтар', 'Europe/Kyiv', 'UAH', '{}', now())`,
    [workspaceId],
  );
  const sources = new OpenSource({
    http,
    baseUrls: { ...realBaseUrls, facebook: baseUrl },
    clock,
    secretBox: new SecretBox('the key'),
  });
  const alarm = {
    raise: async (_tx: unknown, about: { kind?: string; state: string; occasion?: string }) => {
      alarms.push(
        about.kind === 'source_expiring'
          ? `expiring ${about.occasion?.split(' ')[1]}`
          : (about.kind ?? about.state),
      );
    },
    settle: async (_tx: unknown, _id: string, kind = 'source_state') => void settled.push(kind),
  };
  const signal = new AbortController().signal;
  const onFailed = ({ error }: { error: unknown }): void => void alarms.push(String(error));
  const onUnheard = (found: { unheard: readonly string[] }): void => void unheard.push(...found.unheard);
  const parts = { signal, onFailed, onUnheard };
  looks = [1, 2].map(() => new CheckSources(db.database, sources, alarm, clock, parts));
  pageId = fake.addPage('Книгарня «Ліхтар»').id;
  const connect = new ConnectSource(db.database, sources, clock);
  id = await db.database.inWorkspace(workspaceId, (tx) =>
    connect.connect(tx, { platform: 'facebook', name: 'Ліхтар', settings: fake.settingsOf(pageId) }),
  );
  await set(`state = 'ok', next_due_at = null`);
});
beforeEach(() => {
  alarms = [];
  settled = [];
  unheard = [];
});
afterAll(async () => {
  http.close();
  await fake.close();
  await db.close();
});

const later = (ms: number): void => clock.advanceTo(new Date(clock.now().getTime() + ms));
const look = async (): Promise<number> => (await looks[0]?.run()) ?? 0;
const set = (what: string, ...values: unknown[]): Promise<unknown> =>
  db.owner(`update sources set ${what} where id = $1`, [id, ...values]);
const source = async (): Promise<Record<string, unknown>> =>
  (await db.owner<Record<string, unknown>>('select * from sources where id = $1', [id]))[0] ?? {};

test('of two processes that look at once, one does; and it asks the platform once a day', async () => {
  const done = await Promise.all(looks.map((each) => each.run()));
  expect(done.toSorted((a, b) => a - b)).toEqual([0, 1]);
  const asked = fake.server.counters.requests;
  expect(asked).toBeGreaterThan(0);
  later(2 * hourMs);
  expect(await look()).toBe(1);
  expect(fake.server.counters.requests).toBe(asked);
  later(dayMs);
  await look();
  expect(fake.server.counters.requests).toBeGreaterThan(asked);
  expect(await source()).toMatchObject({ check_missing: [], access_ends_at: null });
});

test('what a platform has begun to offer and nobody reads is told to the log', async () => {
  later(dayMs);
  await look();
  expect(unheard).toEqual([]);
  fake.giveRatings();
  later(dayMs);
  await look();
  expect(unheard).toEqual([expect.stringContaining('Facebook gives recommendations')]);
  expect(alarms).toEqual([]);
});

test('the end of access is told in time, once for each of 30, 14, 7, 3 and 1 days', async () => {
  fake.page(pageId).dataAccessEndsAt = Math.floor((clock.now().getTime() + 40.5 * dayMs) / 1_000);
  const told: string[] = [];
  for (let day = 0; day < 40; day += 1) {
    later(dayMs);
    await look();
    told.push(...alarms.splice(0));
  }
  expect([...new Set(told)]).toEqual([
    'expiring 30',
    'expiring 14',
    'expiring 7',
    'expiring 3',
    'expiring 1',
  ]);
  delete fake.page(pageId).dataAccessEndsAt;
});

test('a right that only answers need is missed by the check, while reading goes on', async () => {
  fake.dropPermission(pageId, 'pages_manage_engagement');
  later(dayMs);
  await look();
  later(dayMs);
  await look();
  expect(alarms).toEqual(['permission_missing']);
  const { state, check_missing: missing } = await source();
  expect([state, String(missing)]).toEqual(['ok', expect.stringContaining('pages_manage_engagement')]);
});

test('a refusal is checked at once, once, and a source that is well again is asked again', async () => {
  fake.page(pageId).permissions.push('pages_manage_engagement');
  later(hourMs);
  const now = clock.now();
  await set(`state = 'needs_reconnect', state_since = $2, check_due_at = $2, next_due_at = null`, now);
  expect(await look()).toBe(1);
  expect(await source()).toMatchObject({ next_due_at: now, check_missing: [] });
  expect(settled).toEqual(['source_expiring']);
  await set(`state = 'ok'`);
});

test('a source that answers, but has gone quiet, is told of once, and no longer when it speaks again', async () => {
  const first = clock.now().getTime() - 40 * dayMs;
  const add = (ago: number, at: Date): Promise<unknown> =>
    db.owner(
      `insert into mentions (workspace_id, id, source_id, kind, external_id, is_brand, text, posted_at, posted_at_given,
         first_seen_at, last_seen_at, platform_state, content_hash, raw)
       values ($1, gen_random_uuid(), $2, 'post', $3, false, 'Слово', $4, true, $4, $4, 'visible', '', 'null')`,
      [workspaceId, id, `${ago}`, at],
    );
  for (let each = 0; each < 120; each += 1) await add(each, new Date(first + each * 8 * hourMs));
  later(2 * hourMs);
  await look();
  later(2 * hourMs);
  await look();
  expect(alarms).toEqual([]);
  later(10 * dayMs);
  await look();
  later(2 * hourMs);
  await look();
  expect(alarms).toEqual(['source_silent']);
  expect((await source())['silent_since']).not.toBeNull();
  await add(200, clock.now());
  later(2 * hourMs);
  await look();
  expect((await source())['silent_since']).toBeNull();
  expect(settled).toContain('source_silent');
});

test('the silence of a source that speaks five hundred times a day is heard too', async () => {
  await db.owner(
    `insert into mentions (workspace_id, id, source_id, kind, external_id, is_brand, text, posted_at, posted_at_given,
       first_seen_at, last_seen_at, platform_state, content_hash, raw)
     select $1, gen_random_uuid(), $2, 'post', 'busy ' || n, false, 'Слово', at, true, at, at, 'visible', '', 'null'
     from generate_series(1, 500 * 30) n, lateral (select $3::timestamptz - n * interval '172.8 seconds' as at) a`,
    [workspaceId, id, clock.now()],
  );
  later(2 * hourMs);
  await look();
  later(2 * hourMs);
  await look();
  expect(alarms).toEqual(['source_silent']);
});
