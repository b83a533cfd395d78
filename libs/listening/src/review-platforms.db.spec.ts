import { newId, SecretBox } from '@heard/database';
import { createHttpClient, type HttpClient } from '@heard/http';
import { AppStoreFake, GooglePlayFake, TrustpilotFake, YoutubeFake } from '@heard/sources/fakes';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { SealedTokens } from './index.js';
import { listeningRig } from './listening-rig.spec-suite.js';

/** App stores, Trustpilot and YouTube on the way from the platform to the table: tokens, edits, deletions, webhooks. */

const pollMs = 60_000;
const hourMs = 3_600_000;
const clock = new FakeClock(new Date('2031-03-03T08:00:00Z'));
const workspaceId = newId();
const secretBox = new SecretBox('the key');

let db: TestDatabase;
let http: HttpClient;
let fakes: ReturnType<typeof makeFakes>;
let urls: Record<string, string>;

function makeFakes() {
  return {
    trustpilot: new TrustpilotFake({ clock }),
    appStore: new AppStoreFake({ clock }),
    googlePlay: new GooglePlayFake({ clock }),
    youtube: new YoutubeFake({ clock }),
  };
}

beforeAll(async () => {
  db = await testDatabase([]);
  await db.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, 'Маяк', 'Europe/Kyiv', 'UAH', '{}', now())`,
    [workspaceId],
  );
});
beforeEach(async () => {
  fakes = makeFakes();
  urls = {};
  for (const [host, fake] of Object.entries(fakes)) urls[host] = (await fake.listen()).baseUrl;
  Object.assign(urls, { googlePlayOauth: urls['googlePlay'], youtubeOauth: urls['youtube'] });
  http = createHttpClient({ allowPrivateAddresses: Object.values(urls) });
});
afterEach(async () => {
  for (const fake of Object.values(fakes)) await fake.close();
  http.close();
  for (const table of ['mentions', 'sources', 'held_tokens']) await db.owner(`delete from ${table}`);
});
afterAll(() => db.close());

/** Each is a process of its own: they share the database alone. */
const listening = () => {
  const tokens = new SealedTokens(db.database, secretBox, clock);
  return listeningRig({ db, workspaceId, clock, http, urls, secretBox, pollMs, tokens });
};
const later = (ms: number): void => clock.advanceTo(new Date(clock.now().getTime() + ms));
const ago = (minutes: number): Date => new Date(clock.now().getTime() - minutes * 60_000);
const stored = async (): Promise<Record<string, string>> => {
  const rows = await db.owner<{ text: string; platform_state: string }>(
    'select text, platform_state from mentions order by text',
  );
  return Object.fromEntries(rows.map(({ text, platform_state }) => [text, platform_state]));
};

test('Trustpilot and Google are asked for one access token, however many processes read, and after a restart', async () => {
  const { connect, turn } = listening();
  fakes.trustpilot.addReview({ name: 'Марта', stars: 1, text: 'Де книга?', at: ago(5) });
  fakes.googlePlay.addReview({ author: 'Ігор', stars: 1, text: 'Не відкривається', at: ago(5) });
  await connect('trustpilot', fakes.trustpilot.settings());
  await connect('google-play', fakes.googlePlay.settings());
  await turn();
  for (const process of [listening(), listening()]) {
    later(pollMs);
    await process.turn();
    expect(process.log.failed).toEqual([]);
  }
  expect([fakes.trustpilot.world.tokens, fakes.googlePlay.world.tokens]).toEqual([1, 1]);
  expect(await stored()).toEqual({ 'Де книга?': 'visible', 'Не відкривається': 'visible' });
});

test('a review that Trustpilot tells of is stored once, changed and deleted as it tells; forged calls are not kept', async () => {
  const { connect, turn, deliver, takeEvents } = listening();
  const id = await connect('trustpilot', fakes.trustpilot.settings());
  const reviewId = fakes.trustpilot.addReview({ name: 'Марта', stars: 1, text: 'Де книга?', at: ago(5) });
  const told = fakes.trustpilot.notificationOf('created', reviewId);
  for (let times = 0; times < 2; times += 1) expect((await deliver('trustpilot', id, told)).status).toBe(200);
  expect((await deliver('trustpilot', id, { ...told, headers: {} })).status).toBe(401);
  expect(await db.owner('select 1 from inbox')).toHaveLength(1);
  await takeEvents(id);
  await turn();
  expect(await stored()).toEqual({ 'Де книга?': 'visible' });

  fakes.trustpilot.edit(reviewId, { stars: 5, text: 'Привезли!' });
  await deliver('trustpilot', id, fakes.trustpilot.notificationOf('updated', reviewId));
  await takeEvents(id);
  expect(await stored()).toEqual({ 'Привезли!': 'visible' });
  expect(await db.owner('select 1 from mention_revisions')).toHaveLength(1);

  fakes.trustpilot.remove(reviewId);
  await deliver('trustpilot', id, fakes.trustpilot.notificationOf('deleted', reviewId));
  await takeEvents(id);
  expect(await stored()).toEqual({ 'Привезли!': 'deleted' });
});

test('a review that is not in the App Store any more is gone once two deep readings missed it', async () => {
  const { connect, turn } = listening();
  const gone = fakes.appStore.addReview({ stars: 1, body: 'Піде', at: ago(60) });
  fakes.appStore.addReview({ stars: 1, body: 'Лишиться', at: ago(50) });
  await connect('app-store', fakes.appStore.settings());
  await turn();
  fakes.appStore.remove(gone);
  const states: unknown[] = [];
  for (let reading = 0; reading < 2; reading += 1) {
    later(7 * hourMs);
    await turn();
    states.push((await stored())['Піде']);
  }
  expect(states).toEqual(['visible', 'deleted']);
  expect((await stored())['Лишиться']).toBe('visible');
});

test('a review that Google Play lists no more, being older than a week, is still there', async () => {
  const { connect, turn } = listening();
  fakes.googlePlay.addReview({ author: 'Ігор', stars: 1, text: 'Давній', at: ago(60) });
  await connect('google-play', fakes.googlePlay.settings());
  await turn();
  for (let day = 0; day < 10; day += 1) {
    later(24 * hourMs);
    await turn();
  }
  expect(await stored()).toEqual({ Давній: 'visible' });
});

test('a late reply on YouTube is heard, and a comment that is gone takes its replies along', async () => {
  const { connect, turn } = listening();
  const commentId = fakes.youtube.addRemark({ text: 'Де книга?', at: ago(3 * 24 * 60) });
  fakes.youtube.addRemark({ text: 'Інший', at: ago(60) });
  await connect('youtube', fakes.youtube.settings());
  await turn();
  fakes.youtube.addRemark({ parentId: commentId, text: 'І моя' });
  later(pollMs);
  await turn();
  expect(await stored()).toEqual({ 'Де книга?': 'visible', 'І моя': 'visible', Інший: 'visible' });
  fakes.youtube.remove(commentId);
  for (let round = 0; round < 2; round += 1) {
    later(pollMs);
    await turn();
  }
  expect(await stored()).toEqual({ 'Де книга?': 'deleted', 'І моя': 'deleted', Інший: 'visible' });
});
