import { FakeClock } from '@heard/testing';
import { openShop, type Shop } from './shop.spec-suite.js';

let shop: Shop;
let sourceId: string;

beforeAll(async () => {
  shop = await openShop(new FakeClock(new Date('2031-05-05T10:00:00Z')));
  const { db, heard, workspaceId } = shop;
  const source = await db.database.inWorkspace(workspaceId, (tx) => heard.connect.pushSource(tx, 'the till'));
  sourceId = source.id;
});
afterAll(() => shop.close());

type About = Parameters<Shop['heard']['alerting']['sourceAlarm']['raise']>[1];

const raise = (about: Partial<About>): Promise<void> =>
  shop.db.database.inWorkspace(shop.workspaceId, (tx) =>
    shop.heard.alerting.sourceAlarm.raise(tx, { sourceId, demo: false, state: 'ok', ...about }),
  );
const settle = (kind?: 'source_expiring' | 'source_silent'): Promise<void> =>
  shop.db.database.inWorkspace(shop.workspaceId, (tx) =>
    shop.heard.alerting.sourceAlarm.settle(tx, sourceId, kind),
  );

/** What alerts there are of a kind, and how each stands. */
async function states(kind: string): Promise<string[]> {
  const rows = await shop.db.owner<{ state: string }>(
    'select state from alerts where kind = $1 order by raised_at, id',
    [kind],
  );
  return rows.map(({ state }) => state);
}

test('one state is told once, and ends when the source is well again', async () => {
  await raise({ state: 'needs_reconnect' });
  await raise({ state: 'needs_reconnect' });
  expect(await states('source_state')).toEqual(['firing']);
  await settle('source_silent');
  expect(await states('source_state')).toEqual(['firing']);
  await settle();
  expect(await states('source_state')).toEqual(['resolved']);
});

test('a right that is lost again while the source is well is told again', async () => {
  await raise({ state: 'permission_missing', occasion: '2031-05-06' });
  await raise({ state: 'permission_missing', occasion: '2031-05-06' });
  await settle();
  await raise({ state: 'permission_missing', occasion: '2031-05-09' });
  expect(await states('source_state')).toEqual(['resolved', 'resolved', 'firing']);
});

test('a newer warning of the end of access takes the place of the one before, and all end when it is renewed', async () => {
  for (const days of [30, 14, 14, 7]) await raise({ kind: 'source_expiring', occasion: `June ${days}` });
  expect(await states('source_expiring')).toEqual(['resolved', 'resolved', 'firing']);
  await settle('source_expiring');
  expect(await states('source_expiring')).toEqual(['resolved', 'resolved', 'resolved']);
});
