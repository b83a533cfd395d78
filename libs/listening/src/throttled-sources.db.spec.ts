import { Database, newId, SecretBox } from '@heard/database';
import { createHttpClient, type HttpClient } from '@heard/http';
import { BudgetedHttp, budgetTree, catalog, realBaseUrls } from '@heard/sources';
import { FacebookFake, GoogleFake, VkFake, type SimFault } from '@heard/sources/fakes';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { CallBudgets, CollectDueSources, ConnectSource, OpenSource, TakeBatch, usualPace } from './index.js';

const minute = 60_000;
const clock = new FakeClock(new Date('2031-03-03T08:00:00Z'));
const workspaces = [newId(), newId()] as const;
const [ours, theirs] = workspaces;

let db: TestDatabase;
let http: HttpClient;
let fake: FacebookFake;
let baseUrl: string;
beforeAll(async () => {
  db = await testDatabase([]);
  for (const id of workspaces) {
    await db.owner(
      `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
       values ($1, 'Ліхтар', 'Europe/Kyiv', 'UAH', '{}', now())`,
      [id],
    );
  }
});
beforeEach(async () => {
  fake = new FacebookFake({ clock });
  ({ baseUrl } = await fake.listen());
  http = createHttpClient({ allowPrivateAddresses: [baseUrl] });
});
afterEach(async () => {
  http.close();
  await fake.close();
  for (const table of ['mentions', 'sources', 'call_nodes']) await db.owner(`delete from ${table}`);
});
afterAll(() => db.close());

/** One process that listens, over its own connections. */
function listening(database: Database = db.database, client = http, world: Record<string, string> = {}) {
  const secretBox = new SecretBox('the key');
  const callBudget = new CallBudgets(database);
  const baseUrls = { ...realBaseUrls, facebook: baseUrl, ...world };
  const sources = new OpenSource({ http: client, baseUrls, clock, secretBox, callBudget });
  const nothing = { caseOf: new Map(), store: () => Promise.resolve() };
  const take = new TakeBatch(() => Promise.resolve(nothing), clock);
  const alarm = { raise: () => Promise.resolve(), settle: () => Promise.resolve() };
  const pace = { ...usualPace, pollMs: minute };
  const collect = new CollectDueSources(database, sources, take, alarm, clock, pace, () => undefined);
  const connect = new ConnectSource(database, sources, clock);
  return {
    turn: () => collect.run(new AbortController().signal),
    connect: (pageId: string, app: Record<string, string> = {}, workspaceId: string = ours) =>
      database.inWorkspace(workspaceId, (tx) =>
        connect.connect(tx, {
          platform: 'facebook',
          name: 'Ліхтар',
          settings: { ...fake.settingsOf(pageId), ...app },
        }),
      ),
    connectOn: (platform: string, settings: Record<string, string>) =>
      database.inWorkspace(ours, (tx) => connect.connect(tx, { platform, name: 'Ліхтар', settings })),
    answer: (workspaceId: string, id: string) =>
      database.inWorkspace(workspaceId, (tx) => sources.byId(tx, id)),
  };
}

function never(): never {
  throw new Error('this cannot be');
}

const page = (): string => fake.addPage('Книгарня «Ліхтар»').id;
const visitor = (pageId: string, text: string): string =>
  fake.addPost({ pageId, author: { name: 'Роман' }, text });
const texts = async (): Promise<string[]> =>
  (await db.owner<{ text: string }>('select text from mentions order by text')).map(({ text }) => text);
const stateOf = async (id: string): Promise<unknown> =>
  (await db.owner<{ state: string }>('select state from sources where id = $1', [id]))[0]?.state;
const later = (ms: number): void => clock.advanceTo(new Date(clock.now().getTime() + ms));

describe('a storm of refusals (P08)', () => {
  it.each<SimFault>(['throttle', 'wait-seconds', 'wait-date'])(
    'by %s: the source rests as long as it is told, and another one is read meanwhile',
    async (kind) => {
      const { turn, connect } = listening();
      const [stormy, calm] = [page(), page()];
      const id = await connect(stormy);
      await connect(calm);
      fake.failNext(1, kind, new RegExp(`/${stormy}/`));
      visitor(calm, 'Чую');
      await turn();
      expect(await stateOf(id)).toBe('throttled');
      visitor(stormy, 'Згодом');
      visitor(calm, 'І далі чую');
      later(6 * minute);
      const before = fake.server.arrived.length;
      await turn();
      expect(await texts()).toEqual(['І далі чую', 'Чую']);
      // Only the calm page was asked: its feed, its tags, and a post without comments that may be gone.
      const asked = fake.server.arrived.slice(before).map(({ call }) => call);
      expect([asked.length, asked.filter((call) => call.includes(stormy))]).toEqual([3, []]);
    },
  );

  it('is obeyed by every process and workspace that asks the same account', async () => {
    const elsewhere = await Database.connect(db.serviceUrl, { poolSize: 3 });
    try {
      const [one, other] = [listening(), listening(elsewhere)];
      const shared = page();
      await one.connect(shared);
      fake.failNext(1, 'wait-seconds');
      await one.turn();
      const id = await other.connect(shared, {}, theirs);
      const before = fake.server.counters.requests;
      expect(await other.turn()).toBe(1);
      expect(fake.server.counters.requests).toBe(before);
      expect(await stateOf(id)).toBe('throttled');
    } finally {
      await elsewhere.close();
    }
  });

  it('of an app whose allowance is used up stops its other pages too, and no other app', async () => {
    const { turn, connect, answer } = listening();
    const [first, second, foreign] = [page(), page(), page()];
    await connect(first);
    fake.reportUsage(100);
    await turn();
    fake.reportUsage(10);
    const id = await connect(second);
    await connect(foreign, { appId: '777' });
    visitor(second, 'Ні');
    visitor(foreign, 'Так');
    await turn();
    expect(await texts()).toEqual(['Так']);
    expect(await stateOf(id)).toBe('throttled');
    const { source } = await answer(ours, id);
    await expect(source?.check(new AbortController().signal)).rejects.toMatchObject({ kind: 'throttled' });
  });

  it('that is not near yet makes polling slower, and is no trouble of the source', async () => {
    const { turn, connect } = listening();
    const pageId = page();
    const id = await connect(pageId);
    visitor(pageId, 'Поволі');
    fake.reportUsage(78);
    await turn();
    expect(await texts()).toEqual(['Поволі']);
    expect(await stateOf(id)).toBe('ok');
    expect(fake.server.counters.requests).toBe(1);
    later(minute);
    await turn();
    expect(fake.server.counters.requests).toBe(1);
  });

  it('that is far away lengthens the pause to what the calls so far have used', async () => {
    const { turn, connect } = listening();
    const pageId = page();
    const id = await connect(pageId);
    const limits = catalog['facebook']?.limits ?? never();
    const { app } = budgetTree('facebook', limits, fake.settingsOf(pageId));
    await new CallBudgets(db.database).take([app ?? never()], 'polling', 60);
    fake.reportUsage(70);
    await turn();
    const [source] = await db.owner<{ next_due_at: Date }>('select next_due_at from sources where id = $1', [
      id,
    ]);
    const waitMs = (source?.next_due_at.getTime() ?? 0) - clock.now().getTime();
    expect(waitMs).toBeGreaterThan(minute);
    expect(waitMs).toBeLessThan(3 * minute);
  });

  it('that is only near leaves the rest to answers', async () => {
    const { turn, connect, answer } = listening();
    const pageId = page();
    const id = await connect(pageId);
    const postId = visitor(pageId, 'Де книга?');
    fake.reportUsage(85);
    await turn();
    expect(await stateOf(id)).toBe('throttled');
    const { source } = await answer(ours, id);
    const to = { kind: 'post', externalId: postId } as const;
    await source?.reply?.(to, 'Уже їде', new AbortController().signal);
    expect(fake.thread(postId).map(({ text }) => text)).toEqual(['Уже їде']);
  });
});

describe('the quota of one method (VK)', () => {
  it("makes the source wait where it is the wall's own, and answers do not wait with it", async () => {
    const vk = new VkFake({ clock });
    const { baseUrl: url } = await vk.listen();
    const client = createHttpClient({ allowPrivateAddresses: [url] });
    try {
      const { turn, connectOn, answer } = listening(db.database, client, { vk: url });
      const id = await connectOn('vk', vk.settings());
      const postId = vk.addPost({ author: 'Роман', text: 'Де книга?' });
      vk.spend('newsfeed.getMentions');
      await turn();
      expect([await stateOf(id), await texts()]).toEqual(['ok', ['Де книга?']]);
      vk.spend('wall.get');
      later(minute);
      await turn();
      expect(await stateOf(id)).toBe('throttled');
      const { source } = await answer(ours, id);
      const to = { kind: 'post', externalId: postId } as const;
      await source?.reply?.(to, 'Уже їде', new AbortController().signal);
      expect(vk.world.comments.map(({ text }) => text)).toEqual(['Уже їде']);
    } finally {
      client.close();
      await vk.close();
    }
  });
});

describe('an allowance that we counted to its end', () => {
  it('ends the turn without a word, and the next one is due when calls come back', async () => {
    const google = new GoogleFake({ clock });
    const reviews = await google.listen();
    try {
      const client = createHttpClient({ allowPrivateAddresses: [reviews.baseUrl] });
      const world = { google: reviews.baseUrl, googleOauth: reviews.baseUrl };
      const { turn, connectOn } = listening(db.database, client, world);
      const id = await connectOn('google', google.settings());
      const { app, account } = budgetTree('google', catalog['google']?.limits ?? never(), google.settings());
      await new CallBudgets(db.database).take([app ?? never(), account], 'polling', 239);
      await turn();
      expect(google.server.counters.requests).toBe(1);
      const [source] = await db.owner<{ state: string; next_due_at: Date }>(
        'select state, next_due_at from sources where id = $1',
        [id],
      );
      expect(source?.state).toBe('ok');
      const waitMs = (source?.next_due_at.getTime() ?? 0) - clock.now().getTime();
      expect(waitMs).toBeGreaterThan(2_000);
      expect(waitMs).toBeLessThanOrEqual(63_000);
      client.close();
    } finally {
      await google.close();
    }
  });

  it('is waited for in place when it comes back at once', async () => {
    const perSecond = { account: { by: ['pageId'], windows: [{ calls: 5, perSeconds: 1 }] } };
    const tree = budgetTree('facebook', perSecond, { pageId: '7' });
    const budget = new CallBudgets(db.database);
    const patient = new BudgetedHttp(http, { budget, tree, purpose: 'polling' }, clock);
    for (let nth = 0; nth < 9; nth += 1)
      expect(await patient.request({ method: 'GET', url: baseUrl })).toMatchObject({ status: 200 });
    const told = new AbortController();
    const many = Array.from({ length: 9 }, () =>
      patient.request({ method: 'GET', url: baseUrl, signal: told.signal }),
    );
    told.abort(new Error('shutting down'));
    const ends = await Promise.allSettled(many);
    expect(ends.map(({ status }) => status)).toEqual(many.map(() => 'rejected'));
  });
});

test('a source that answers byte by byte holds no other one up', async () => {
  const { turn, connect } = listening();
  const [slow, quick] = [page(), page()];
  await connect(slow);
  fake.failNext(1, 'slow', new RegExp(`/${slow}/`));
  const waiting = turn();
  await connect(quick);
  visitor(quick, 'Швидко');
  while (!(await texts()).includes('Швидко')) await turn();
  http.close();
  await fake.close();
  await waiting;
  expect(await texts()).toEqual(['Швидко']);
});
