import { newId, SecretBox } from '@heard/database';
import { createHttpClient, type HttpClient } from '@heard/http';
import { GoogleFake, PUSH_ACCOUNT } from '@heard/sources/fakes';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { listeningRig } from './listening-rig.spec-suite.js';

/** Deliveries that Google signs with keys of its own, on the way from the door to the table. */

const clock = new FakeClock(new Date('2031-03-03T08:00:00Z'));
const workspaceId = newId();
let db: TestDatabase;
let http: HttpClient;
let google: GoogleFake;
let rig: ReturnType<typeof listeningRig>;
let sourceId: string;

beforeAll(async () => {
  db = await testDatabase([]);
  await db.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, 'Маяк', 'Europe/Kyiv', 'UAH', '{}', now())`,
    [workspaceId],
  );
});
beforeEach(async () => {
  google = new GoogleFake({ clock });
  const { baseUrl } = await google.listen();
  http = createHttpClient({ allowPrivateAddresses: [baseUrl] });
  const urls = { google: baseUrl, googleOauth: baseUrl, googleCerts: baseUrl };
  const secretBox = new SecretBox('the key');
  rig = listeningRig({ db, workspaceId, clock, http, urls, secretBox, pollMs: 60_000 });
  sourceId = await rig.connect('google', { ...google.settings(), pushAccount: PUSH_ACCOUNT });
});
afterEach(async () => {
  await google.close();
  http.close();
  await db.owner('delete from mentions');
  await db.owner('delete from sources');
});
afterAll(() => db.close());

const inbox = (): Promise<unknown[]> => db.owner('select 1 from inbox');
const told = async (audience: string, account = PUSH_ACCOUNT) => {
  const id = google.addReview({ author: 'Марія', stars: 1, text: 'Не передзвонили' });
  return google.push.deliver(id, { token: await google.push.sign({ audience, account }) });
};

test('a review that Google tells of, signed for this very source, is stored', async () => {
  const delivery = await told(`https://heard.example/hooks/google/${sourceId}`);
  expect((await rig.deliver('google', sourceId, delivery)).status).toBe(200);
  await rig.takeEvents(sourceId);
  expect(await db.owner('select text from mentions')).toEqual([{ text: 'Не передзвонили' }]);
});

test('what is signed for another source, or by somebody else, is answered with 401 and not kept', async () => {
  const elsewhere = await told(`https://heard.example/hooks/google/${newId()}`);
  const somebody = await told(
    `https://heard.example/hooks/google/${sourceId}`,
    'else@lihtar.iam.gserviceaccount.com',
  );
  for (const delivery of [elsewhere, somebody, { ...elsewhere, headers: {} }])
    expect((await rig.deliver('google', sourceId, delivery)).status).toBe(401);
  expect(await inbox()).toEqual([]);
});

test('while the keys cannot be had nothing is judged: Google delivers it again', async () => {
  const delivery = await told(`https://heard.example/hooks/google/${sourceId}`);
  google.failNext(1, '500', /certs/u);
  await expect(rig.deliver('google', sourceId, delivery)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await inbox()).toEqual([]);
  clock.advanceTo(new Date(clock.now().getTime() + 31_000));
  expect((await rig.deliver('google', sourceId, delivery)).status).toBe(200);
});
