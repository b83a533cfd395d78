import { newId, SecretBox } from '@heard/database';
import { createHttpClient, type HttpClient } from '@heard/http';
import { FacebookFake, GoogleFake, type SimFault } from '@heard/sources/fakes';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { listeningRig } from './listening-rig.spec-suite.js';

/** P01 and P02: a platform that is down, or says something else, for a long time. */

const minuteMs = 60_000;
const workspaceId = newId();
let db: TestDatabase;
let http: HttpClient;
let clock: FakeClock;
let facebook: FacebookFake;
let google: GoogleFake;
let pageId: string;
let rig: ReturnType<typeof listeningRig>;

beforeAll(async () => {
  db = await testDatabase([]);
  await db.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, 'Маяк', 'Europe/Kyiv', 'UAH', '{}', now())`,
    [workspaceId],
  );
});
beforeEach(async () => {
  clock = new FakeClock(new Date('2031-03-03T08:00:00Z'));
  facebook = new FacebookFake({ clock });
  google = new GoogleFake({ clock });
  pageId = facebook.addPage('Маяк').id;
  const [{ baseUrl: page }, { baseUrl: place }] = [await facebook.listen(), await google.listen()];
  http = createHttpClient({ allowPrivateAddresses: [page, place] });
  const urls = { facebook: page, google: place, googleOauth: place };
  const secretBox = new SecretBox('the key');
  const halfway = (): number => 0.5;
  rig = listeningRig({
    ...{ db, workspaceId, clock, http, urls, secretBox, pollMs: minuteMs, random: halfway },
  });
});
afterEach(async () => {
  await facebook.close();
  await google.close();
  http.close();
  await db.owner('delete from mentions');
  await db.owner('delete from sources');
});
afterAll(() => db.close());

interface Row {
  readonly state: string;
  readonly state_reason: string | null;
  readonly cursor: unknown;
  readonly failures: number;
  readonly blind_since: Date | null;
  readonly next_due_at: Date;
}

const sourceOf = async (id: string): Promise<Row> => {
  const [row] = await db.owner<Row>('select * from sources where id = $1', [id]);
  if (!row) throw new Error('the source is gone');
  return row;
};
const texts = async (): Promise<string[]> =>
  (await db.owner<{ text: string }>('select text from mentions order by text')).map(({ text }) => text);
const write = (text: string): string =>
  facebook.addPost({ pageId, author: { name: 'Роман' }, text, at: clock.now() });

/** The turn that is due next, at its time; how long it was waited for. */
async function nextTurn(id: string): Promise<number> {
  const { next_due_at: dueAt } = await sourceOf(id);
  const waitedMs = dueAt.getTime() - clock.now().getTime();
  clock.advanceTo(dueAt);
  await rig.turn();
  return waitedMs;
}

test('P01: a platform that is down for twenty minutes keeps its place, is asked ever less, and nothing is lost', async () => {
  write('до збою');
  const id = await rig.connect('facebook', facebook.settingsOf(pageId));
  await rig.turn();
  const { cursor } = await sourceOf(id);
  const kinds: readonly SimFault[] = ['500', 'reset', '500', 'truncate'];
  const begins = clock.now().getTime();
  const pauses: number[] = [];
  const before = facebook.server.counters.requests;
  for (let nth = 0; clock.now().getTime() < begins + 20 * minuteMs; nth += 1) {
    write(`під час збою ${nth}`);
    facebook.failNext(1, kinds[nth % kinds.length] ?? '500');
    pauses.push(await nextTurn(id));
    expect(await sourceOf(id)).toMatchObject({ state: 'failing', failures: nth + 1, cursor });
  }
  // The first one is the usual pause; half of a span that doubles, up to ten minutes, are those after failures.
  const growing = pauses.slice(1);
  expect(growing.slice(0, 5)).toEqual([2_500, 5_000, 10_000, 20_000, 40_000]);
  expect(Math.max(...growing)).toBe(5 * minuteMs);
  expect(growing).toEqual(growing.toSorted((a, b) => a - b));
  expect(facebook.server.counters.requests - before).toBe(pauses.length);
  // The first one is of the connection; a person is told from the tenth failure on.
  expect(rig.log.alarms).toEqual(['settled', ...pauses.slice(9).map(() => 'failing')]);
  expect(await texts()).toEqual(['до збою']);

  await nextTurn(id);
  const written = Array.from({ length: pauses.length }, (_, nth) => `під час збою ${nth}`);
  expect(await texts()).toEqual(['до збою', ...written].toSorted());
  expect(await sourceOf(id)).toMatchObject({ state: 'ok', failures: 0, blind_since: null });
  expect(rig.log.alarms.at(-1)).toBe('settled');
});

test('P02: a page to log in is no empty list: the source is broken, a person is told after ten of them, nothing is gone', async () => {
  for (const text of ['перший', 'другий']) google.addReview({ author: 'Ірина', stars: 1, text });
  const id = await rig.connect('google', google.settings());
  await rig.turn();
  google.failNext(1_000, 'html');
  for (let nth = 1; nth <= 9; nth += 1) await nextTurn(id);
  expect(await sourceOf(id)).toMatchObject({ state: 'failing', failures: 9 });
  expect((await sourceOf(id)).state_reason).toMatch(/not JSON/u);
  expect(rig.log.alarms).toEqual(['settled']);
  await nextTurn(id);
  expect(rig.log.alarms).toEqual(['settled', 'failing']);
  expect((await sourceOf(id)).blind_since).toEqual(expect.any(Date));
  expect(await db.owner('select platform_state as state, count(*)::int from mentions group by 1')).toEqual([
    { state: 'visible', count: 2 },
  ]);
});
