import { newId } from '@heard/database';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { Desk, minute, walk } from './desk.spec-suite.js';
import { PromisesRead } from './promises-read.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([]);
});
afterAll(() => db.close());

const reading = new PromisesRead();
const now = minute(60);
const day = 24 * 60;

async function promise(desk: Desk, caseId: string, row: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  const whole = {
    id,
    case_id: caseId,
    what: 'Подзвонимо',
    due: minute(90),
    state: 'open',
    made_at: minute(0),
  };
  await desk.put('promises', { ...whole, made_by: desk.staffId, ...row });
  return id;
}

test('what is open and what broke this week stand in the order of their due, page by page, mine alone where asked', async () => {
  const desk = await Desk.make(db);
  const taras = await desk.staff('Тарас');
  const mine = await desk.case({ author_name: 'Олена' });
  const his = await desk.case({ assignee_id: taras });
  const later = await promise(desk, mine, { due: minute(120) });
  const soon = await promise(desk, his, { due: minute(70), warned_at: minute(55) });
  const broken = await promise(desk, mine, { due: minute(10), state: 'broken', settled_at: minute(10) });
  await promise(desk, mine, { due: minute(-8 * day), state: 'broken', settled_at: minute(-8 * day) });
  await promise(desk, mine, { due: minute(50), state: 'kept', settled_at: minute(40) });
  const all = await walk((cursor) => desk.in((tx) => reading.list(tx, { limit: 1, cursor }, now)));
  expect(all.map(({ id }) => id)).toEqual([broken, soon, later]);
  expect(all[1]).toMatchObject({
    warnedAt: minute(55).toISOString(),
    assignee: { name: 'Тарас' },
    madeBy: { name: 'Оксана' },
    case: { id: his, number: 2 },
  });
  const own = await desk.in((tx) => reading.list(tx, { limit: 9, assigneeId: taras }, now));
  expect(own.items.map(({ id }) => id)).toEqual([soon]);
  const kept = await desk.in((tx) => reading.list(tx, { limit: 9, state: 'kept' }, now));
  expect(kept.items).toMatchObject([{ state: 'kept', case: { customer: 'Олена' } }]);
});

test('the kept-rate counts what came to its end in 90 days, for each who promised, and what was said again', async () => {
  const desk = await Desk.make(db);
  const taras = await desk.staff('Тарас');
  const id = await desk.case();
  const ended = (state: string, row: Record<string, unknown> = {}) =>
    promise(desk, id, { state, settled_at: minute(-day), ...row });
  const first = await ended('broken');
  await ended('kept', { repeats: first });
  await ended('kept');
  await ended('kept', { made_by: taras });
  await ended('broken', { settled_at: minute(-91 * day) });
  await ended('broken', { made_by: null });
  await promise(desk, id);
  const rate = await desk.in((tx) => reading.keptRate(tx, now));
  expect(rate).toMatchObject({
    days: 90,
    kept: 3,
    broken: 2,
    again: 1,
    rate: { count: 3, of: 5, share: 0.6 },
  });
  expect(rate.people).toMatchObject([
    { person: { name: 'Оксана' }, kept: 2, broken: 1, again: 1 },
    { person: { name: 'Тарас' }, kept: 1, broken: 0 },
    { kept: 0, broken: 1 },
  ]);
  expect(rate.people[2]).not.toHaveProperty('person');
});

test('nothing of another workspace is seen', async () => {
  const [ours, theirs] = [await Desk.make(db), await Desk.make(db)];
  await promise(theirs, await theirs.case());
  expect(await ours.in((tx) => reading.list(tx, { limit: 9 }, now))).toEqual({ items: [] });
  expect(await ours.in((tx) => reading.keptRate(tx, now))).toMatchObject({ kept: 0, broken: 0, people: [] });
});
