import { newId, type Transaction } from '@heard/database';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { type CasesAsked, CasesRead } from './cases-read.js';
import { Desk, minute, walk, worldOf } from './desk.spec-suite.js';
import type { CaseListItem } from './views.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([]);
});
afterAll(() => db.close());

const cases = new CasesRead(worldOf());
const numbers = (items: readonly CaseListItem[]): number[] => items.map((item) => item.number);

const list = (desk: Desk, asked: Partial<CasesAsked>) =>
  desk.in((tx) => cases.list(tx, { status: 'open', limit: 50, ...asked }));

test('open cases are listed by urgency, then by waiting, and closed ones by closing', async () => {
  const desk = await Desk.make(db);
  await desk.case({ urgency: 'normal', urgency_rank: 2, posted_at: minute(1), opened_at: minute(31) });
  await desk.case({ urgency: 'critical', urgency_rank: 4, posted_at: minute(9), opened_at: minute(32) });
  await desk.case({ urgency: 'critical', urgency_rank: 4, posted_at: minute(5), opened_at: minute(33) });
  const closed = { status: 'closed', urgency_rank: 4, closed_because: 'fixed' };
  await desk.case({ ...closed, closed_at: minute(50), opened_at: minute(34) });
  await desk.case({ ...closed, closed_at: minute(55), opened_at: minute(30) });
  expect(numbers((await list(desk, {})).items)).toEqual([3, 2, 1]);
  expect(numbers((await list(desk, { status: 'closed' })).items)).toEqual([5, 4]);
  expect(numbers((await list(desk, { status: 'all' })).items)).toEqual([4, 3, 2, 1, 5]);
});

test.each(['open', 'closed', 'all'] as const)(
  'the list of %s cases has no gap and no double where sort keys tie and rows come in between pages',
  async (status) => {
    const desk = await Desk.make(db);
    const state = status === 'closed' ? { status: 'closed', closed_at: minute(3) } : {};
    for (let made = 0; made < 7; made += 1) await desk.case(state);
    const before = new Set((await list(desk, { status })).items.map((item) => item.id));
    let added = 0;
    const seen = await walk(
      (cursor) => list(desk, { status, limit: 2, cursor }),
      async () => {
        if ((added += 1) > 3) return;
        await desk.case({ ...state, urgency_rank: 4 });
        await desk.case(state);
      },
    );
    const ids = seen.map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => before.has(id)).sort()).toEqual([...before].sort());
  },
);

test('cases that differ by microseconds only are all on one of the pages', async () => {
  const desk = await Desk.make(db);
  const micros = ['10:00:00.000001Z', '10:00:00.000002Z', '10:00:00.000999Z', '10:00:00.001Z'];
  for (const at of micros) await desk.case({ posted_at: `2026-11-22T${at}`, opened_at: `2026-11-22T${at}` });
  for (const [status, expected] of [['open', [1, 2, 3, 4]] as const, ['all', [4, 3, 2, 1]] as const]) {
    const seen = await walk((cursor) => list(desk, { status, limit: 1, cursor }));
    expect(numbers(seen)).toEqual(expected);
  }
});

test('filters of assignee and urgency hold on every page', async () => {
  const desk = await Desk.make(db);
  const taras = await desk.staff('Тарас');
  const urgency = (name: string, rank: number) => ({ urgency: name, urgency_rank: rank });
  for (let made = 0; made < 3; made += 1) {
    await desk.case({ assignee_id: taras, ...urgency('critical', 4) });
    await desk.case({ assignee_id: taras, ...urgency('low', 1) });
    await desk.case(urgency('high', 3));
  }
  const asked = { assigneeId: taras, urgencies: ['critical', 'high'] as const, limit: 2 };
  const seen = await walk((cursor) => list(desk, { ...asked, cursor }));
  expect(seen.map((item) => [item.assignee.name, item.urgency])).toEqual(
    Array.from({ length: 3 }, () => ['Тарас', 'critical']),
  );
  await expect(list(desk, { assigneeId: `x' or true --` })).rejects.toMatchObject({ code: 'bad_id' });
});

test('a line shows the newest complaint, not a later thank-you or our own words, cut between characters', async () => {
  const desk = await Desk.make(db);
  const id = await desk.case({ author_name: 'Олена' });
  const say = async (text: string, at: number, intent?: string, row = {}) => {
    const mention = await desk.mention({ case_id: id, text, posted_at: minute(at), ...row });
    if (intent) await desk.assessment(mention, { intent });
  };
  await say('Перше', 1, 'complaint');
  await say(`  ${'📚'.repeat(300)}`, 2, 'complaint');
  await say('Дякую!', 3, 'praise');
  await say('Ми вже шукаємо', 4, 'complaint', { is_brand: true });
  const [item] = (await list(desk, {})).items;
  expect(item?.excerpt).toBe('📚'.repeat(200));
  expect(item).toMatchObject({
    customer: 'Олена',
    source: { platform: 'facebook', name: 'Сторінка', demo: false },
  });
});

test('a line shows other words where there is no complaint, the title where there are no words, and the mark of a zero byte', async () => {
  const desk = await Desk.make(db);
  const [praised, titled, silent] = [await desk.case(), await desk.case(), await desk.case()];
  await desk.mention({ case_id: praised, text: '\n a␀b \ud800 ' });
  await desk.mention({ case_id: titled, text: ' \n', title: 'Жахливо' });
  const { items } = await list(desk, {});
  const excerpts = Object.fromEntries(items.map((item) => [item.id, item.excerpt]));
  expect(excerpts).toEqual({ [praised]: 'a␀b \ufffd', [titled]: 'Жахливо', [silent]: '' });
});

test('an alert fires on a line only while nobody has taken the urgent complaint', async () => {
  const desk = await Desk.make(db);
  const [firing, taken, promise] = [await desk.case(), await desk.case(), await desk.case()];
  await desk.alert({ case_id: firing });
  await desk.alert({ case_id: taken, state: 'taken' });
  await desk.alert({ case_id: promise, kind: 'promise_broken' });
  const { items } = await list(desk, {});
  expect(items.filter((item) => item.alertFiring).map((item) => item.id)).toEqual([firing]);
});

test('a hundred cases are one statement, and no page is longer', async () => {
  const desk = await Desk.make(db);
  for (let made = 0; made < 101; made += 1) await desk.mention({ case_id: await desk.case() });
  let statements = 0;
  const page = await desk.in((tx) => {
    const counted: Transaction = {
      workspaceId: tx.workspaceId,
      run: (...args) => ((statements += 1), tx.run(...args)),
      rows: (...args) => ((statements += 1), tx.rows(...args)),
    };
    return cases.list(counted, { status: 'open', limit: 5_000 });
  });
  expect([statements, page.items.length]).toEqual([1, 100]);
  expect(page.items.every((item) => item.excerpt === 'Де моє замовлення?')).toBe(true);
  const rest = await list(desk, { cursor: page.nextCursor });
  expect([rest.items.length, rest.nextCursor]).toEqual([1, undefined]);
});

test('another workspace sees no case, and a cursor of one list is refused by another', async () => {
  const [desk, other] = [await Desk.make(db), await Desk.make(db)];
  const id = await desk.case();
  await desk.case();
  for (const status of ['open', 'all'] as const) expect((await list(other, { status })).items).toEqual([]);
  expect(await other.in((tx) => cases.get(tx, id, minute(1)))).toBeUndefined();
  expect(await other.in((tx) => cases.history(tx, id, { limit: 10 }))).toBeUndefined();
  const { nextCursor } = await list(desk, { limit: 1 });
  expect((await list(other, { cursor: nextCursor })).items).toEqual([]);
  await expect(list(desk, { status: 'all', cursor: nextCursor })).rejects.toMatchObject({
    code: 'bad_cursor',
  });
});

test('a case says which brand and location it is about, and the list can be narrowed to them', async () => {
  const desk = await Desk.make(db);
  const [brand, podil, lviv] = [newId(), newId(), newId()];
  await desk.put('brands', { id: brand, name: 'Ліхтар' });
  await desk.put('locations', { id: podil, brand_id: brand, name: 'Поділ', kind: 'shop', known_as: [] });
  await desk.put('locations', {
    id: lviv,
    name: 'Львів',
    kind: 'depot',
    known_as: [],
    retired_at: minute(0),
  });
  await desk.case({ brand_id: brand, location_id: podil });
  await desk.case({ location_id: lviv });
  await desk.case({ brand_id: brand });
  await desk.case();
  const all = (await list(desk, { status: 'all' })).items.toSorted((a, b) => a.number - b.number);
  expect(all.map((item) => [item.brand?.name, item.location?.name])).toEqual([
    ['Ліхтар', 'Поділ'],
    [undefined, 'Львів'],
    ['Ліхтар', undefined],
    [undefined, undefined],
  ]);
  expect(new Set(numbers((await list(desk, { brandId: brand })).items))).toEqual(new Set([1, 3]));
  expect(numbers((await list(desk, { locationId: podil })).items)).toEqual([1]);
  expect(numbers((await list(desk, { locationId: lviv })).items)).toEqual([2]);
  expect(numbers((await list(desk, { brandId: brand, locationId: lviv })).items)).toEqual([]);
});
