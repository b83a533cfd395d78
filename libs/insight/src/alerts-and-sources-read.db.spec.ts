import { newId } from '@heard/database';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { type AlertsAsked, AlertsRead } from './alerts-read.js';
import { Desk, minute, walk } from './desk.spec-suite.js';
import { SourcesRead } from './sources-read.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([]);
});
afterAll(() => db.close());

const alerts = new AlertsRead();
const sources = new SourcesRead((platform) => platform === 'facebook');
const list = (desk: Desk, asked: Partial<AlertsAsked> = {}) =>
  desk.in((tx) => alerts.list(tx, { state: 'all', limit: 50, ...asked }));

test('alerts are listed newest first without gap or double, by state', async () => {
  const desk = await Desk.make(db);
  const made: string[] = [];
  for (let at = 0; at < 5; at += 1) made.push(await desk.alert({ raised_at: minute(Math.floor(at / 3)) }));
  const taken = await desk.alert({ state: 'taken', raised_at: minute(1) });
  const seen = await walk(
    (cursor) => list(desk, { state: 'firing', limit: 2, cursor }),
    () => desk.alert({ raised_at: minute(30) }),
  );
  expect(seen.map((alert) => alert.id)).toEqual(made.toReversed());
  expect((await list(desk, { state: 'taken' })).items.map((alert) => alert.id)).toEqual([taken]);
});

test('an alert of a source, and its link, name the source, how it is, and no case', async () => {
  const desk = await Desk.make(db);
  await desk.in((tx) =>
    tx.run(
      `update sources set state = 'needs_reconnect', state_reason = 'The token has expired.'
            where workspace_id = $1`,
      [desk.workspaceId],
    ),
  );
  const id = await desk.alert({ kind: 'source_state', source_id: desk.sourceId });
  const seen = await desk.in((tx) => alerts.get(tx, id));
  expect(seen).toMatchObject({ kind: 'source_state', sourceId: desk.sourceId, notifications: [] });
  expect(seen).not.toHaveProperty('caseId');
  expect(await desk.in((tx) => alerts.link(tx, id, desk.staffId))).toEqual({
    kind: 'source_state',
    state: 'firing',
    urgency: 'critical',
    reasons: ['safety'],
    source: { id: desk.sourceId, platform: 'facebook', name: 'Сторінка', demo: false },
    sourceState: 'needs_reconnect',
    sourceReason: 'The token has expired.',
    raisedAt: minute(0).toISOString(),
    forPerson: { id: desk.staffId, name: 'Оксана' },
  });
});

test('the link of an alert shows the case, who took it, and for whom the link is', async () => {
  const desk = await Desk.make(db);
  const taras = await desk.staff('Тарас');
  const caseId = await desk.case({ author_name: 'Олена' });
  await desk.assessment(await desk.mention({ case_id: caseId, text: 'Гроші зняли двічі' }));
  const id = await desk.alert({ case_id: caseId, state: 'taken', taken_by: taras, taken_at: minute(2) });
  const link = (staffId: string, at = desk) => at.in((tx) => alerts.link(tx, id, staffId));
  expect(await link(desk.staffId)).toEqual({
    kind: 'urgent_case',
    caseId,
    caseNumber: 1,
    state: 'taken',
    takenBy: { id: taras, name: 'Тарас' },
    customer: 'Олена',
    excerpt: 'Гроші зняли двічі',
    urgency: 'critical',
    reasons: ['safety'],
    source: { id: desk.sourceId, platform: 'facebook', name: 'Сторінка', demo: false },
    postedAt: minute(0).toISOString(),
    raisedAt: minute(0).toISOString(),
    forPerson: { id: desk.staffId, name: 'Оксана' },
  });
  expect(await link(newId())).toBeUndefined();
  expect(await link(await desk.staff('Колишній', { active: false }))).toBeUndefined();
  const other = await Desk.make(db);
  expect(await link(other.staffId, other)).toBeUndefined();
  expect(await other.in((tx) => alerts.get(tx, id))).toBeUndefined();
  expect((await list(other)).items).toEqual([]);
});

test('sources show how they are and how much was heard there, and of secrets only the names', async () => {
  const desk = await Desk.make(db);
  const shop = await desk.source({
    platform: 'push',
    name: 'Імпорт',
    state: 'permission_missing',
    state_missing: ['pages_read_engagement'],
    settings: JSON.stringify({ pageId: '500600', accessToken: 'sesame' }),
    secrets_sealed: Buffer.from('sesame'),
    secret_names: ['accessToken'],
    cursor: JSON.stringify({ after: 'sesame' }),
    created_at: minute(1),
  });
  for (const source of [desk.sourceId, shop, shop]) await desk.mention({ source_id: source });
  const gone = await desk.source({ removed_at: minute(2) });
  const { items, nextCursor } = await desk.in((tx) => sources.list(tx));
  expect(nextCursor).toBeUndefined();
  expect(items).toMatchObject([
    { id: desk.sourceId, mentions: 1, canReply: true, state: 'waiting', settings: {}, secretsSet: [] },
    {
      id: shop,
      mentions: 2,
      canReply: false,
      missing: ['pages_read_engagement'],
      settings: { pageId: '500600' },
      secretsSet: ['accessToken'],
    },
  ]);
  expect(JSON.stringify(items)).not.toMatch(/sesame|736573616d65/u);
  expect(await desk.in((tx) => sources.get(tx, shop))).toEqual(items[1]);
  expect(await desk.in((tx) => sources.get(tx, gone))).toBeUndefined();
  const other = await Desk.make(db);
  expect(await other.in((tx) => sources.get(tx, shop))).toBeUndefined();
});

test('sources come in pages in the order of connecting', async () => {
  const desk = await Desk.make(db);
  const made = [desk.sourceId];
  for (let at = 0; at < 3; at += 1) made.push(await desk.source({ created_at: minute(1) }));
  const seen = await walk((cursor) => desk.in((tx) => sources.list(tx, { limit: 2, cursor })));
  expect(seen.map((source) => source.id)).toEqual(made);
});
