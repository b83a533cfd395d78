import { newId, SecretBox } from '@heard/database';
import { createHttpClient, type HttpClient } from '@heard/http';
import { deliveryOf, FacebookFake } from '@heard/sources/fakes';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import type { Understand } from './index.js';
import { listeningRig, nobodyReads } from './listening-rig.spec-suite.js';

/** What webhooks told of, when some of it cannot be read. */

const clock = new FakeClock(new Date('2031-03-03T08:00:00Z'));
const workspaceId = newId();
const pageId = '500600';
let db: TestDatabase;
let http: HttpClient;
let facebook: FacebookFake;
let rig: ReturnType<typeof listeningRig>;
let sourceId: string;
/** In the order in which they were read. */
let read: string[];
/** What our own parts stumble over. */
let stumblingBlock: RegExp | undefined;

const understand: Understand = (...given) => {
  const texts = given[2].map(({ collected }) => collected.text);
  if (texts.some((text) => stumblingBlock?.test(text)))
    throw new TypeError('Cannot read properties of undefined');
  read.push(...texts);
  return nobodyReads(...given);
};

beforeAll(async () => {
  db = await testDatabase([]);
  await db.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, 'Маяк', 'Europe/Kyiv', 'UAH', '{}', now())`,
    [workspaceId],
  );
});
beforeEach(async () => {
  facebook = new FacebookFake({ clock });
  facebook.addPage('Маяк', pageId);
  const { baseUrl } = await facebook.listen();
  http = createHttpClient({ allowPrivateAddresses: [baseUrl] });
  const secretBox = new SecretBox('the key');
  const urls = { facebook: baseUrl };
  rig = listeningRig({ db, workspaceId, clock, http, urls, secretBox, pollMs: 60_000, understand });
  sourceId = await rig.connect('facebook', facebook.settingsOf(pageId));
  read = [];
  stumblingBlock = undefined;
});
afterEach(async () => {
  await facebook.close();
  http.close();
  await db.owner('delete from mentions');
  await db.owner('delete from sources');
});
afterAll(() => db.close());

const posted = (texts: readonly string[]): string[] =>
  texts.map((text) => facebook.addPost({ pageId, author: { name: 'Олена' }, text }));
async function told(ids: readonly string[]): Promise<void> {
  const changes = ids.map((id) => ({ id, verb: 'add' as const }));
  expect((await rig.deliver('facebook', sourceId, deliveryOf(facebook, pageId, changes))).status).toBe(200);
}
const tellOf = async (texts: readonly string[]): Promise<string[]> => {
  const ids = posted(texts);
  await told(ids);
  return ids;
};
const waiting = (): Promise<unknown[]> => db.owner('select 1 from inbox where taken_at is null');
const onlyOf = (id: string | undefined): RegExp => new RegExp(`^GET /[^/]+/${id}$`, 'u');
const take = (): Promise<boolean> => rig.takeEvents(sourceId);
const calls = (): number => facebook.server.counters.requests;

test('events are taken in the order they came, those of one delivery and of one moment too', async () => {
  const texts = Array.from({ length: 120 }, (_, nth) => `слово ${nth}`);
  const ids = posted(texts);
  await told(ids.slice(0, 60));
  await told(ids.slice(60));
  await take();
  expect(read).toEqual(texts);
  expect(await waiting()).toEqual([]);
});

test('what will never be read is let go of: those behind it are taken', async () => {
  const ids = await tellOf(['перше', 'завелике', 'зникле', 'останнє']);
  facebook.failNext(1, 'huge', onlyOf(ids[1]));
  facebook.remove(ids[2] ?? '');
  await take();
  expect(read).toEqual(['перше', 'останнє']);
  expect(await waiting()).toEqual([]);
});

test('what fails alone waits alone, and is taken the next time', async () => {
  const ids = await tellOf(['перше', 'друге', 'третє']);
  facebook.failNext(1, '500', onlyOf(ids[1]));
  await expect(take()).rejects.toMatchObject({ kind: 'unavailable' });
  expect(read).toEqual(['перше', 'третє']);
  await take();
  expect(read).toEqual(['перше', 'третє', 'друге']);
  expect(await waiting()).toEqual([]);
});

test.each([
  ['nobody answers', 2, () => facebook.failNext(2, 'reset')],
  ['somebody else answers, with a page to log in', 2, () => facebook.failNext(2, 'html')],
  ['the platform wants fewer calls', 1, () => facebook.failNext(1, 'throttle')],
])('all that is left waits when %s, and is taken in its order afterwards', async (_name, asked, happens) => {
  await tellOf(['перше', 'друге', 'третє', 'четверте']);
  const before = calls();
  happens();
  await expect(take()).rejects.toMatchObject({
    kind: expect.stringMatching(/^(unavailable|throttled)$/u) as string,
  });
  expect(calls() - before).toBe(asked);
  expect([read, (await waiting()).length]).toEqual([[], 4]);
  await take();
  expect(read).toEqual(['перше', 'друге', 'третє', 'четверте']);
});

test('all waits for a person when the token has ended', async () => {
  await tellOf(['перше', 'друге']);
  facebook.expireToken(pageId);
  const before = calls();
  await expect(take()).rejects.toMatchObject({ kind: 'disconnected' });
  expect(calls() - before).toBe(1);
  expect(await waiting()).toHaveLength(2);
});

test('a mistake of ours is thrown when the others were taken, and its event waits for our next version', async () => {
  await tellOf(['перше', 'дивне', 'третє']);
  stumblingBlock = /дивне/u;
  await expect(take()).rejects.toThrow(TypeError);
  expect(read).toEqual(['перше', 'третє']);
  stumblingBlock = undefined;
  await take();
  expect(read).toEqual(['перше', 'третє', 'дивне']);
  expect(await waiting()).toEqual([]);
});

test('however many stand in the way, those behind them are reached', async () => {
  await tellOf([...Array.from({ length: 230 }, (_, nth) => `дивне ${nth}`), 'останнє']);
  stumblingBlock = /дивне/u;
  await expect(take()).rejects.toThrow(TypeError);
  expect(read).toEqual(['останнє']);
  expect(await waiting()).toHaveLength(230);
});
