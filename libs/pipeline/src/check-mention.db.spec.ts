import { type CheckAnswer, type CollectedMention, heard as itself } from '@heard/core';
import { newId } from '@heard/database';
import { ChecksRead } from '@heard/insight';
import type { Jobs } from '@heard/jobs';
import type { TestDatabase } from '@heard/testing';
import { assess, expectedUnsure, ownLeans } from '@heard/understanding';
import { CorrectedShop } from './corrected-shop.spec-suite.js';
import type { Heard } from './index.js';

let shop: CorrectedShop;
let db: TestDatabase;
let jobs: Jobs;
let heard: Heard;
let workspaceId: string;

beforeAll(async () => {
  shop = await CorrectedShop.open();
  ({ db, jobs, heard, workspaceId } = shop);
});
afterEach(() => expect(shop.failures).toEqual([]));
afterAll(() => shop.close());

/** Texts on either side, the model's own leaning deciding which is which: new weights move them. */
const doubtful = ['Чекаю посилку', 'Ну такое, ожидал большего', 'Could be better, but fine', 'Дорого'];
const plain = 'Дякую за чудову книгарню, завжди раді завітати!';
const widthFor = (text: string): number => Math.min(Math.abs(assess({ text }).lean ?? 1) + 0.01, 1);
const notNegative = doubtful.find((text) => assess({ text }).sentiment !== 'negative') ?? '';

let next = 0;
async function taken(text: string, rest: Partial<CollectedMention> = {}, into = workspaceId) {
  const externalId = `e${++next}`;
  const given: CollectedMention = {
    kind: 'post',
    externalId,
    author: { externalId: `a${next}`, displayName: 'Оксана Б.', isBrand: false },
    text,
    postedAt: new Date('2031-03-03T09:00:00Z'),
    platformState: 'visible',
    raw: { id: externalId },
    ...rest,
  };
  await heard.takePushed.run(into, 'shop', [given]);
  await jobs.drain();
  const [row] = await db.owner<{ id: string; revision: number; case_id: string | null; unsure: boolean }>(
    `select m.id, m.revision, m.case_id, a.unsure from mentions m
     join assessments a on a.mention_id = m.id and a.revision = m.revision where m.external_id = $1`,
    [externalId],
  );
  if (!row) throw new Error('not stored');
  return { ...row, given };
}
const setWidth = (width: number, of = workspaceId) =>
  db.database.inWorkspace(of, (tx) => heard.unsureBand.change(tx, width, itself));
const waiting = (of = workspaceId) =>
  db.database.inWorkspace(of, async (tx) => {
    const asked = { width: await heard.unsureBand.width(tx), now: heard.clock.now(), limit: 100 };
    const { items, waiting: count } = await new ChecksRead().list(tx, asked);
    expect(count).toBe(items.length);
    return items.map(({ id }) => id);
  });
const say = (mention: { id: string; revision: number }, said: CheckAnswer) =>
  heard.check.run(workspaceId, mention.id, mention.revision, said, shop.lead);

beforeEach(() => setWidth(widthFor(notNegative)));

test('what is too close to call is asked about, and one answer opens the case that the model did not', async () => {
  const unsure = await taken(notNegative);
  const clear = await taken(plain);
  expect([unsure.unsure, unsure.case_id, clear.unsure]).toEqual([true, null, false]);
  expect(await waiting()).toContain(unsure.id);
  expect(await waiting()).not.toContain(clear.id);
  await say(unsure, 'complaint');
  const [after] = await db.owner<{ status: string; sentiment: string; unsure: boolean }>(
    `select c.status, v.sentiment, v.unsure from mentions m join cases c on c.id = m.case_id
     join standing_assessments v on v.mention_id = m.id where m.id = $1`,
    [unsure.id],
  );
  expect(after).toEqual({ status: 'open', sentiment: 'negative', unsure: false });
  expect(await waiting()).not.toContain(unsure.id);
});

test('said to be urgent, it wakes somebody', async () => {
  const unsure = await taken(notNegative);
  await say(unsure, 'urgent_complaint');
  await jobs.drain();
  const alerts = await db.owner<{ kind: string; urgency: string }>(
    `select a.kind, a.urgency from alerts a join mentions m on m.case_id = a.case_id where m.id = $1`,
    [unsure.id],
  );
  expect(alerts).toEqual([{ kind: 'urgent_case', urgency: 'high' }]);
});

test('what is doubtful and reads as a complaint has its case at once, and its assignee says what it is', async () => {
  const text = 'Обіцяли подзвонити і не подзвонили';
  await setWidth(1);
  const unsure = await taken(text);
  expect(unsure.unsure).toBe(true);
  expect(unsure.case_id).not.toBeNull();
  expect(await waiting()).not.toContain(unsure.id);
  await say(unsure, 'other');
  const [after] = await db.owner<{ complaints: number }>(
    'select complaints from cases c join mentions m on m.case_id = c.id where m.id = $1',
    [unsure.id],
  );
  expect(after?.complaints).toBe(0);
});

test('nobody can tell: it is asked no more, and nothing is corrected', async () => {
  const unsure = await taken(notNegative);
  await say(unsure, 'cannot_tell');
  expect(await waiting()).not.toContain(unsure.id);
  expect(await db.owner('select from corrections where mention_id = $1', [unsure.id])).toEqual([]);
});

test('of two answers the first counts; an edited text, and one nobody was asked about, take none', async () => {
  const unsure = await taken(notNegative);
  await say(unsure, 'question');
  await expect(say(unsure, 'complaint')).rejects.toMatchObject({ code: 'checked_already' });
  const edited = await taken(notNegative);
  await heard.takePushed.run(workspaceId, 'shop', [{ ...edited.given, text: `${notNegative}!` }]);
  await expect(say(edited, 'complaint')).rejects.toMatchObject({ code: 'not_asked' });
  await expect(say(await taken(plain), 'praise')).rejects.toMatchObject({ code: 'not_asked' });
  await expect(say({ id: newId(), revision: 1 }, 'praise')).rejects.toMatchObject({ code: 'not_asked' });
});

test('our own words, calls in vain and texts without a word are not asked about', async () => {
  await setWidth(1);
  const ours = await taken(notNegative, { author: { isBrand: true, externalId: 'us', displayName: 'Ми' } });
  const call = await taken('', { kind: 'missed_contact', missed: { phone: '+380501112233', tries: 1 } });
  const stars = await taken(' ', { kind: 'review', rating: { value: 3, scale: 5 } });
  expect([ours.unsure, call.unsure, stars.unsure]).toEqual([false, false, false]);
});

test('a narrower band asks less at once, at 0 nothing; another workspace keeps its own', async () => {
  const other = newId();
  await db.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, 'Сусіди', 'Europe/Kyiv', 'UAH', '{}', $2)`,
    [other, heard.clock.now()],
  );
  await setWidth(1, other);
  const theirs = await taken(notNegative, {}, other);
  await setWidth(0);
  expect(await waiting()).toEqual([]);
  expect((await taken(notNegative)).unsure).toBe(false);
  expect(theirs.unsure).toBe(true);
  expect(await waiting(other)).toEqual([theirs.id]);
  await expect(say(theirs, 'praise')).rejects.toMatchObject({ code: 'not_asked' });
});

test('how many are asked is counted among the workspace’s own texts once there are enough', async () => {
  const own = () => db.database.inWorkspace(workspaceId, (tx) => ownLeans(tx, [0, 1.1]));
  const before = (await own()).find(({ language }) => language === 'uk')?.texts ?? 0;
  await taken(plain);
  const after = (await own()).find(({ language }) => language === 'uk');
  expect(after).toEqual({ language: 'uk', texts: before + 1, within: [0, before + 1] });
  const few = expectedUnsure([{ language: 'uk', texts: 199, within: [0, 1, 2, 3, 4, 5, 6, 7] }], []);
  const many = expectedUnsure([{ language: 'uk', texts: 200, within: [0, 1, 2, 4, 6, 8, 10, 20] }], []);
  expect([few.askedFrom, many.askedFrom]).toEqual(['tested', 'own']);
  expect(many.options.map(({ asked }) => asked)).toEqual([0, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.1]);
  for (const { options } of [few, many]) {
    const wrong = options.map((each) => each.wrong);
    expect(wrong).toEqual(wrong.toSorted((a, b) => b - a));
    expect(wrong[0]).toBeGreaterThan(wrong.at(-1) ?? 1);
  }
});
