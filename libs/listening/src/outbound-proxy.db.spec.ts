import { newId, SecretBox } from '@heard/database';
import { createHttpClient, type HttpClient } from '@heard/http';
import { GoogleFake } from '@heard/sources/fakes';
import { ConnectProxy, FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { listeningRig } from './listening-rig.spec-suite.js';

/** A connection with a proxy of its own, on the way from the form to the platform. */

const clock = new FakeClock(new Date('2031-03-03T08:00:00Z'));
const workspaceId = newId();
let db: TestDatabase;
let http: HttpClient;
let google: GoogleFake;
let proxy: ConnectProxy;
let outboundProxy: string;
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
  google = new GoogleFake({ clock });
  google.addReview({ author: 'Марія', stars: 1, text: 'Не передзвонили' });
  proxy = new ConnectProxy();
  const [{ baseUrl }, proxyUrl] = [await google.listen(), await proxy.listen()];
  outboundProxy = proxyUrl.replace('//', '//shop:s3cret-word@');
  http = createHttpClient({ allowPrivateAddresses: [baseUrl, proxyUrl] });
  const urls = { google: baseUrl, googleOauth: baseUrl };
  const secretBox = new SecretBox('the key');
  rig = listeningRig({ db, workspaceId, clock, http, urls, secretBox, pollMs: 60_000 });
});
afterEach(async () => {
  await Promise.all([google.close(), proxy.close()]);
  http.close();
  await db.owner('delete from mentions');
  await db.owner('delete from sources');
});
afterAll(() => db.close());

const connected = (): Promise<string> => rig.connect('google', { ...google.settings(), outboundProxy });
const texts = (): Promise<unknown> => db.owner('select text from mentions');
const source = async (): Promise<Record<string, unknown> | undefined> =>
  (await db.owner('select * from sources'))[0] as Record<string, unknown> | undefined;

test('all calls of the connection go through it, those for a token too; its password is sealed', async () => {
  await connected();
  await rig.turn();
  expect(await texts()).toEqual([{ text: 'Не передзвонили' }]);
  expect(google.server.counters.requests).toBeGreaterThan(1);
  expect(proxy.asked).not.toEqual([]);
  expect(JSON.stringify(await source())).not.toMatch(/s3cret/u);
});

test('what the proxy does wrong is told of the proxy, and mended by another password', async () => {
  const id = await connected();
  proxy.status = 407;
  await rig.turn();
  expect(await source()).toMatchObject({
    state: 'needs_reconnect',
    state_reason: 'The proxy of this connection refuses its user name or password (407).',
  });
  expect(google.server.counters.requests).toBe(0);
  proxy.status = 200;
  await rig.change(id, { settings: { outboundProxy: outboundProxy.replace('s3cret', 'n3w') } });
  await rig.turn();
  expect(await source()).toMatchObject({ state: 'ok' });
  expect(await texts()).toHaveLength(1);
});

test('a proxy that fails is tried again, as a platform is', async () => {
  await connected();
  proxy.status = 502;
  await rig.turn();
  expect(await source()).toMatchObject({ state: 'failing' });
  expect((await source())?.['state_reason']).toMatch(/the proxy of this connection answered 502$/u);
});

test('an empty value takes it away again', async () => {
  const id = await connected();
  await rig.change(id, { settings: { outboundProxy: '' } });
  await rig.turn();
  expect(proxy.asked).toEqual([]);
  expect(await texts()).toHaveLength(1);
});

test('what is no address of a proxy is not taken', async () => {
  for (const wrong of ['proxy.example:3128', 'ftp://proxy.example', 'https://proxy.example/path'])
    await expect(rig.connect('google', { ...google.settings(), outboundProxy: wrong })).rejects.toMatchObject(
      { kind: 'invalid', missing: ['outboundProxy'] },
    );
});
