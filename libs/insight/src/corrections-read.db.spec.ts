import { newId } from '@heard/database';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { caseOf, view } from './case-of.spec-suite.js';
import { Desk, minute, walk } from './desk.spec-suite.js';
import { MentionsRead } from './mentions-read.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([]);
});
afterAll(() => db.close());

const mentions = new MentionsRead();
const understood = {
  model: 'rules-1',
  sentiment: 'negative',
  pNegative: 0.75,
  intent: 'complaint',
  urgency: 'high',
  category: 'delivery',
};

async function corrected(desk: Desk, mentionId: string, row: Record<string, unknown>): Promise<string> {
  const id = newId();
  const said = JSON.stringify(understood);
  const whole = { id, mention_id: mentionId, revision: 1, said, by_staff_id: desk.staffId, at: minute(5) };
  await desk.put('corrections', { ...whole, ...row });
  return id;
}

async function made(): Promise<{ desk: Desk; mentionId: string }> {
  const desk = await Desk.make(db);
  const mentionId = await desk.mention({});
  await desk.assessment(mentionId);
  return { desk, mentionId };
}

test('a mention says what stands, whose word it is since when, and what had been understood', async () => {
  const { desk, mentionId } = await made();
  const taras = await desk.staff('Тарас');
  await corrected(desk, mentionId, { urgency: 'critical', at: minute(4) });
  const urgency = await corrected(desk, mentionId, { urgency: 'low', by_staff_id: taras, at: minute(6) });
  const category = await corrected(desk, mentionId, { category: 'staff' });
  const view = await desk.in((tx) => mentions.get(tx, mentionId));
  expect(view?.assessment).toMatchObject({
    urgency: 'low',
    urgencyReasons: ['corrected'],
    category: 'staff',
    sentiment: 'negative',
    understood: { urgency: 'high', urgencyReasons: ['stuck_now'], category: 'delivery', pNegative: 0.75 },
  });
  expect(view?.assessment?.corrected).toEqual({
    urgency: { correctionId: urgency, by: { id: taras, name: 'Тарас' }, at: minute(6).toISOString() },
    category: {
      correctionId: category,
      by: { id: desk.staffId, name: 'Оксана' },
      at: minute(5).toISOString(),
    },
  });
  expect((await desk.in((tx) => mentions.list(tx, { limit: 5 }))).items).toEqual([view]);
});

test('nobody’s word is on what nobody corrected, nor on what was all taken back, nor on an edited text', async () => {
  const { desk, mentionId } = await made();
  const assessment = async () => (await desk.in((tx) => mentions.get(tx, mentionId)))?.assessment;
  const before = await assessment();
  expect(before).not.toHaveProperty('corrected');
  const id = await corrected(desk, mentionId, { sentiment: 'neutral' });
  expect(await assessment()).toMatchObject({ sentiment: 'neutral', pNegative: 0 });
  await corrected(desk, mentionId, { takes_back: id, at: minute(7) });
  expect(await assessment()).toEqual(before);
  const edited = await desk.mention({ revision: 2 });
  await desk.assessment(edited, { revision: 2 });
  await corrected(desk, edited, { urgency: 'low' });
  const view = await desk.in((tx) => mentions.get(tx, edited));
  expect(view?.assessment).toMatchObject({ urgency: 'high' });
  expect(view?.assessment).not.toHaveProperty('corrected');
});

test('corrections are listed newest first, page by page, with what stood before and who took one back', async () => {
  const { desk, mentionId } = await made();
  const first = await corrected(desk, mentionId, { urgency: 'low', from_urgency: 'high', note: 'Жарт' });
  await corrected(desk, mentionId, { takes_back: first, at: minute(9) });
  const rest: string[] = [];
  for (let at = 10; at < 13; at += 1) {
    rest.push(
      await corrected(desk, mentionId, { category: 'app', from_category: 'delivery', at: minute(at) }),
    );
  }
  const page = (cursor: string | undefined) =>
    desk.in(async (tx) => (await mentions.corrections(tx, mentionId, { limit: 2, cursor })) ?? { items: [] });
  const seen = await walk(page);
  expect(seen.map(({ id }) => id)).toEqual([...rest.toReversed(), first]);
  const { pNegative: _, ...said } = understood;
  const by = { id: desk.staffId, name: 'Оксана' };
  expect(seen.at(-1)).toEqual({
    id: first,
    revision: 1,
    given: { urgency: 'low' },
    before: { urgency: 'high' },
    understood: said,
    note: 'Жарт',
    by,
    at: minute(5).toISOString(),
    takenBack: { by, at: minute(9).toISOString() },
  });
});

test('in a case verdicts are shown with what they rest on, but not those that people gave', async () => {
  const { desk, mentionId } = await made();
  const caseId = await caseOf(desk, mentionId);
  await corrected(desk, mentionId, { urgency: 'low', category: 'staff' });
  const first = [{ start: 0, end: 2 }];
  const behind = (await view(desk, caseId)).thread[0]?.assessment?.behind;
  expect(behind).toEqual({ sentiment: first, intent: first });
  const alone = await desk.in((tx) => mentions.get(tx, mentionId));
  expect(alone?.assessment).not.toHaveProperty('behind');
});

test('another workspace sees no correction', async () => {
  const { desk, mentionId } = await made();
  await corrected(desk, mentionId, { urgency: 'low' });
  const other = await Desk.make(db);
  const list = (of: Desk, id: string) => of.in((tx) => mentions.corrections(tx, id, { limit: 5 }));
  expect((await list(desk, mentionId))?.items).toHaveLength(1);
  expect(await list(other, mentionId)).toBeUndefined();
  expect(await list(desk, 'x')).toBeUndefined();
});
