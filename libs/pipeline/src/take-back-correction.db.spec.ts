import { newId } from '@heard/database';
import { CorrectedShop, type Person } from './corrected-shop.spec-suite.js';

let shop: CorrectedShop;
beforeAll(async () => {
  shop = await CorrectedShop.open();
});
afterEach(() => expect(shop.failures).toEqual([]));
afterAll(() => shop.close());

const urgent = 'Замовлення не привезли вже третій день, на дзвінки ніхто не відповідає! Поверніть гроші.';
const torn = 'Жахливе обслуговування, книжка прийшла з порваними сторінками!';
const praise = 'Дякую за чудову книгарню, завжди раді завітати!';

test('taken back, what was understood stands again, and so does its alert', async () => {
  const given = await shop.taken(urgent);
  const before = await shop.standing(given);
  await shop.correct(given, { intent: 'question' });
  expect(await shop.standing(given)).toMatchObject({ case_urgency: 'none', complaints: 0 });
  await shop.takeBack(given);
  expect(await shop.standing(given)).toEqual(before);
  expect(await shop.alertsOf(given)).toMatchObject([
    { kind: 'urgent_case', state: 'resolved', resolved_because: 'corrected' },
    { kind: 'urgent_case', state: 'firing' },
  ]);
  expect(await shop.kept(given)).toMatchObject([{ intent: 'question' }, { intent: null }]);
});

test('said to be low and taken back, it is as urgent as its words, and later readings count again', async () => {
  const given = await shop.taken(torn);
  const before = await shop.standing(given);
  await shop.correct(given, { urgency: 'critical' });
  await shop.takeBack(given);
  expect(await shop.standing(given)).toEqual(before);
  expect(await shop.alertsOf(given)).toMatchObject([{ state: 'resolved', resolved_because: 'corrected' }]);
  const [{ facts } = { facts: {} }] = await shop.db.owner<{ facts: object }>(
    `select facts from case_events where case_id = $1 and type = 'case.urgency_corrected' order by seq desc limit 1`,
    [before.case_id],
  );
  expect(facts).toMatchObject({ unsaid: true });
});

test('of two words on the same the one before stands when the newer is taken back, and the newer when the older is', async () => {
  const [older, newer] = [await shop.taken(torn), await shop.taken(torn)];
  for (const given of [older, newer]) {
    await shop.correct(given, { urgency: 'high' });
    await shop.correct(given, { urgency: 'low', category: 'staff' });
  }
  await shop.takeBack(newer, 1);
  expect(await shop.standing(newer)).toMatchObject({
    urgency: 'high',
    category: 'product',
    case_urgency: 'high',
  });
  await shop.takeBack(older, 0);
  expect(await shop.standing(older)).toMatchObject({
    urgency: 'low',
    category: 'staff',
    case_urgency: 'low',
  });
});

test('what it is about goes back to what was understood, with its kind of failure', async () => {
  const given = await shop.taken(torn);
  const { failure, category } = await shop.standing(given);
  await shop.correct(given, { category: 'delivery' });
  expect(await shop.standing(given)).toMatchObject({ category: 'delivery', failure: 'not_delivered' });
  await shop.takeBack(given);
  expect(await shop.standing(given)).toMatchObject({ failure, category });
});

test('the case that a correction opened holds no complaint when it is taken back', async () => {
  const given = await shop.taken(praise);
  await shop.correct(given, { intent: 'complaint' });
  expect(await shop.standing(given)).toMatchObject({ sentiment: 'negative', complaints: 1 });
  await shop.takeBack(given);
  expect(await shop.standing(given)).toMatchObject({
    sentiment: 'positive',
    intent: 'praise',
    complaints: 0,
  });
});

test('the rest of the assessment follows from what people still say', async () => {
  const given = await shop.taken(urgent);
  await shop.correct(given, { sentiment: 'neutral' });
  await shop.correct(given, { intent: 'question' });
  await shop.takeBack(given, 1);
  const { urgency } = await shop.standing(given);
  const again = await shop.taken(urgent);
  await shop.correct(again, { sentiment: 'neutral' });
  expect(urgency).toBe((await shop.standing(again)).urgency);
});

test('of two at once one takes it back, and once more changes nothing', async () => {
  const given = await shop.taken(torn);
  await shop.correct(given, { urgency: 'critical' });
  await Promise.all([shop.takeBack(given), shop.takeBack(given)]);
  await shop.takeBack(given);
  expect(await shop.kept(given)).toHaveLength(2);
  await shop.correct(given, { urgency: 'critical' });
  expect(await shop.standing(given)).toMatchObject({ urgency: 'critical', case_urgency: 'critical' });
});

test('a word on the text before an edit is taken back without a change to the text as it is', async () => {
  const given = await shop.taken(praise);
  await shop.correct(given, { sentiment: 'negative' });
  await shop.taken(`${praise} Найкраща!`, { externalId: given.externalId, author: given.author });
  const after = await shop.standing(given);
  await shop.takeBack(given);
  expect(await shop.standing(given)).toEqual(after);
  expect(await shop.kept(given)).toHaveLength(2);
});

test('a manager who has not the case takes nothing back; what is no correction of the mention is not there', async () => {
  const given = await shop.taken(urgent);
  await shop.correct(given, { urgency: 'low' });
  const other: Person = { kind: 'person', staffId: shop.workspaceId, role: 'manager' };
  await expect(shop.takeBack(given, -1, other)).rejects.toMatchObject({ code: 'not_assignee' });
  const { id } = await shop.standing(await shop.taken(torn));
  const [correction] = await shop.kept(given);
  for (const unknown of [newId(), correction?.id ?? '']) {
    await expect(shop.heard.correct.takeBack(shop.workspaceId, id, unknown, shop.lead)).rejects.toMatchObject(
      { code: 'no_such_correction' },
    );
  }
  expect(await shop.standing(given)).toMatchObject({ urgency: 'low' });
});
