import { newId, SecretBox } from '@heard/database';
import { createHttpClient, type HttpClient } from '@heard/http';
import { realBaseUrls } from '@heard/sources';
import { OzonFake, WildberriesFake } from '@heard/sources/fakes';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { CheckSources, OpenSource } from './index.js';
import { listeningRig } from './listening-rig.spec-suite.js';

/** Marketplaces on the way from the platform to the table: several lists of one source, and parts that are withheld. */

const pollMs = 60_000;
const hourMs = 3_600_000;
const clock = new FakeClock(new Date('2031-03-03T08:00:00Z'));
const workspaceId = newId();
const secretBox = new SecretBox('the key');

let db: TestDatabase;
let http: HttpClient;
let ozon: OzonFake;
let wildberries: WildberriesFake;
let urls: Record<string, string>;

beforeAll(async () => {
  db = await testDatabase([]);
  await db.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, 'Маяк', 'Europe/Kyiv', 'UAH', '{}', now())`,
    [workspaceId],
  );
});
beforeEach(async () => {
  ozon = new OzonFake({ clock });
  wildberries = new WildberriesFake({ clock });
  const market = (await wildberries.listen()).baseUrl;
  urls = { ozon: (await ozon.listen()).baseUrl, wildberries: market };
  Object.assign(urls, { wildberriesChats: market, wildberriesClaims: market });
  http = createHttpClient({ allowPrivateAddresses: Object.values(urls) });
});
afterEach(async () => {
  await ozon.close();
  await wildberries.close();
  http.close();
  for (const table of ['mentions', 'sources']) await db.owner(`delete from ${table}`);
});
afterAll(() => db.close());

const listening = () => listeningRig({ db, workspaceId, clock, http, urls, secretBox, pollMs });
const later = (ms: number): void => clock.advanceTo(new Date(clock.now().getTime() + ms));
const ago = (minutes: number): Date => new Date(clock.now().getTime() - minutes * 60_000);
const stored = async (): Promise<Record<string, string>> => {
  const rows = await db.owner<{ text: string; platform_state: string }>(
    'select text, platform_state from mentions order by text',
  );
  return Object.fromEntries(rows.map(({ text, platform_state }) => [text, platform_state]));
};

test('a plan that is lost for questions is told at once, not with the check of tomorrow, and reviews go on', async () => {
  const { connect, turn, log } = listening();
  const alarms: string[] = [];
  const alarm = {
    raise: async (_tx: unknown, about: { state: string }) => void alarms.push(about.state),
    settle: async () => undefined,
  };
  const sources = new OpenSource({ http, baseUrls: { ...realBaseUrls, ...urls }, clock, secretBox });
  const parts = { signal: new AbortController().signal, onFailed: () => undefined };
  const checks = new CheckSources(db.database, sources, alarm, clock, parts);
  ozon.world.keyExpiresAt = '2041-02-06T08:09:07.738Z';
  await connect('ozon', ozon.settings());
  await turn();
  await checks.run();
  expect(alarms).toEqual([]);
  later(2 * hourMs);
  ozon.setAccess('no_question_plan');
  ozon.addReview({ rating: 1, text: 'Слышно' });
  await turn();
  await checks.run();
  expect(alarms).toEqual(['permission_missing']);
  const [row] = await db.owner<{ state: string; check_missing: string[] }>(
    'select state, check_missing from sources',
  );
  expect(row).toMatchObject({ state: 'ok', check_missing: [expect.stringContaining('Premium Plus')] });
  expect([await stored(), log.failed]).toEqual([{ Слышно: 'visible' }, []]);
});

test('a question that is gone is found by two readings of the questions, and reviews are none of theirs', async () => {
  const { connect, turn } = listening();
  const gone = ozon.addQuestion({ text: 'Уйдёт', at: ago(60) });
  ozon.addQuestion({ text: 'Останется', at: ago(50) });
  ozon.addReview({ rating: 1, text: 'Отзыв', at: ago(40) });
  await connect('ozon', ozon.settings());
  await turn();
  ozon.remove(gone);
  const states: unknown[] = [];
  for (let reading = 0; reading < 2; reading += 1) {
    later(hourMs);
    await turn();
    states.push((await stored())['Уйдёт']);
  }
  expect(states).toEqual(['visible', 'deleted']);
  expect(await stored()).toMatchObject({ Останется: 'visible', Отзыв: 'visible' });
});

test('chats and claims stay while the lists of reviews are read whole without them', async () => {
  const { connect, turn } = listening();
  wildberries.addFeedback({ stars: 1, text: 'Отзыв', at: ago(40) });
  wildberries.addMessage({ text: 'В чате', at: ago(30) });
  // Two weeks old tomorrow: then Wildberries shows it no more.
  wildberries.addClaim('В заявке', ago(13 * 24 * 60));
  await connect('wildberries', wildberries.settings());
  for (let day = 0; day < 4; day += 1) {
    await turn();
    later(24 * hourMs + pollMs);
  }
  expect(await stored()).toEqual({ 'В заявке': 'visible', 'В чате': 'visible', Отзыв: 'visible' });
});

test('what can be decided about a claim is stored, and changes with what is decided in the cabinet', async () => {
  const { connect, turn } = listening();
  const id = wildberries.addClaim('Страницы вырваны', ago(30));
  await connect('wildberries', wildberries.settings());
  await turn();
  const decisions = async (): Promise<unknown> => (await db.owner('select decisions from mentions'))[0];
  expect(await decisions()).toMatchObject({
    decisions: { actions: ['approve1', 'autorefund1', 'reject1', 'rejectcustom'] },
  });
  wildberries.decideClaim(id, true, 'Деньги вернутся');
  later(hourMs);
  await turn();
  expect(await decisions()).toEqual({ decisions: null });
});
