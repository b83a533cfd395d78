import { newId } from '@heard/database';
import { CorrectedShop, type Person } from './corrected-shop.spec-suite.js';

let shop: CorrectedShop;
beforeAll(async () => {
  shop = await CorrectedShop.open();
});
afterEach(() => expect(shop.failures).toEqual([]));
afterAll(() => shop.close());

const urgent = 'Замовлення не привезли вже третій день, на дзвінки ніхто не відповідає! Поверніть гроші.';
const praise = 'Дякую за чудову книгарню, завжди раді завітати!';
const ironic = 'Дякую за швидку доставку, чекаю лише третій тиждень.';

test('a person’s word stands above the model’s, which stays readable beside it', async () => {
  const given = await shop.taken(praise);
  await shop.correct(given, { sentiment: 'neutral', category: 'place' });
  expect(await shop.standing(given)).toMatchObject({
    sentiment: 'neutral',
    category: 'place',
    model_sentiment: 'positive',
    p_negative: 0,
    corrected_by: shop.lead.staffId,
    case_id: null,
  });
});

test('said to be a complaint, it gets a case at once, as urgent as its words are then', async () => {
  const given = await shop.taken(praise.replace('чудову', 'зачинену'));
  await shop.correct(given, { intent: 'complaint' });
  expect(await shop.standing(given)).toMatchObject({
    intent: 'complaint',
    sentiment: 'negative',
    urgency: 'low',
    status: 'open',
    complaints: 1,
  });
});

test('signals that praise cannot have are read again in a complaint', async () => {
  const given = await shop.taken(ironic, { rating: { value: 5, scale: 5 } });
  await shop.correct(given, { intent: 'complaint', sentiment: 'negative' });
  const [row] = await shop.db.owner<{ codes: string[] }>(
    `select array(select x ->> 'code' from jsonb_array_elements(v.signals) x) as codes
     from standing_assessments v where v.mention_id = $1`,
    [(await shop.standing(given)).id],
  );
  expect(row?.codes).toContain('waiting');
});

test('said to be a complaint, it joins the open case of the same person', async () => {
  const author = { externalId: 'the-same', displayName: 'Ганна', isBrand: false };
  const first = await shop.taken('Жахливе обслуговування, книжка прийшла з порваними сторінками!', {
    author,
  });
  const second = await shop.taken('Дякую, гарного вам вечора.', {
    author,
    postedAt: new Date('2031-03-03T09:30:00Z'),
  });
  expect((await shop.standing(second)).complaints).toBe(1);
  await shop.correct(second, { intent: 'complaint' });
  const after = await shop.standing(second);
  expect(after).toMatchObject({
    case_id: (await shop.standing(first)).case_id,
    complaints: 2,
    case_urgency: 'high',
  });
});

test('said to be no complaint, its alert is taken back with the reason, and nobody is woken for it any more', async () => {
  const given = await shop.taken(urgent);
  expect(await shop.alertsOf(given)).toMatchObject([{ kind: 'urgent_case', state: 'firing' }]);
  await shop.correct(given, { intent: 'question' });
  expect(await shop.alertsOf(given)).toMatchObject([
    { kind: 'urgent_case', state: 'resolved', resolved_because: 'corrected' },
  ]);
  const after = await shop.standing(given);
  expect(after).toMatchObject({ status: 'open', complaints: 0, case_urgency: 'none' });
  await shop.heard.act.run(
    shop.workspaceId,
    after.case_id ?? '',
    { type: 'close', because: 'no_complaint' },
    shop.lead,
  );
  expect(await shop.standing(given)).toMatchObject({ status: 'closed' });
});

test('a further complaint of the same person brings the case back', async () => {
  const author = { externalId: 'again', displayName: 'Ігор', isBrand: false };
  const first = await shop.taken(urgent, { author });
  await shop.correct(first, { intent: 'other' });
  const caseId = (await shop.standing(first)).case_id ?? '';
  await shop.heard.act.run(shop.workspaceId, caseId, { type: 'close', because: 'no_complaint' }, shop.lead);
  const second = await shop.taken(urgent, { author, postedAt: new Date('2031-03-03T09:50:00Z') });
  expect(await shop.standing(second)).toMatchObject({ case_id: caseId, status: 'open', complaints: 1 });
  expect(await shop.alertsOf(second)).toMatchObject([{ state: 'resolved' }, { state: 'firing' }]);
});

test('said to be critical somebody is woken, once; said to be low the alert is taken back', async () => {
  const given = await shop.taken('Книжка прийшла з порваними сторінками, прикро.');
  expect(await shop.alertsOf(given)).toEqual([]);
  await shop.correct(given, { urgency: 'critical' });
  await shop.correct(given, { urgency: 'critical' });
  expect(await shop.alertsOf(given)).toMatchObject([{ state: 'firing', urgency: 'critical' }]);
  expect(await shop.standing(given)).toMatchObject({
    urgency: 'critical',
    urgency_reasons: ['corrected'],
    case_urgency: 'critical',
  });
  await shop.correct(given, { urgency: 'low' });
  expect(await shop.alertsOf(given)).toMatchObject([{ state: 'resolved', resolved_because: 'corrected' }]);
  expect(await shop.kept(given)).toMatchObject([
    { urgency: 'critical', sentiment: null },
    { urgency: 'low', from_urgency: 'critical' },
  ]);
});

test('said to be about something else, the case follows with its kind of failure', async () => {
  const given = await shop.taken('Жахливе обслуговування, книжка прийшла з порваними сторінками!');
  await shop.correct(given, { category: 'staff' });
  expect(await shop.standing(given)).toMatchObject({ category: 'staff', failure: 'rude_staff' });
});

test('of two people at once both are kept, and the later one stands', async () => {
  const given = await shop.taken('Книжка прийшла з порваними сторінками, дуже прикро.');
  const { id } = await shop.standing(given);
  await Promise.all(
    (['critical', 'low', 'high'] as const).map((urgency) =>
      shop.heard.correct.run(shop.workspaceId, id, { urgency }, shop.lead),
    ),
  );
  const all = await shop.kept(given);
  expect(all).toHaveLength(3);
  expect(all.slice(1).map((each) => each.from_urgency)).toEqual(all.slice(0, -1).map((each) => each.urgency));
  expect(await shop.standing(given)).toMatchObject({
    urgency: all.at(-1)?.urgency,
    case_urgency: all.at(-1)?.urgency,
  });
});

test('an edited text is read anew, without what was said of the old one', async () => {
  const given = await shop.taken(praise);
  await shop.correct(given, { sentiment: 'negative' });
  await shop.taken(`${praise} Найкраща!`, { externalId: given.externalId, author: given.author });
  expect(await shop.standing(given)).toMatchObject({ sentiment: 'positive', corrected_by: null });
});

test('a manager who does not have the case leaves nothing behind; the brand’s own words are nobody’s to correct', async () => {
  const given = await shop.taken(urgent);
  const other: Person = { kind: 'person', staffId: shop.workspaceId, role: 'manager' };
  await expect(shop.correct(given, { urgency: 'low' }, other)).rejects.toMatchObject({
    code: 'not_assignee',
  });
  expect(await shop.kept(given)).toEqual([]);
  const own = await shop.taken(urgent, { author: { externalId: 'page', isBrand: true } });
  await expect(shop.correct(own, { urgency: 'low' })).rejects.toMatchObject({ code: 'own_words' });
});

test('a mention of another workspace is not there, and corrections are never edited', async () => {
  const given = await shop.taken(praise);
  const other = newId();
  const { id } = await shop.standing(given);
  await expect(shop.heard.correct.run(other, id, { urgency: 'low' }, shop.lead)).rejects.toMatchObject({
    kind: 'missing',
  });
  await shop.correct(given, { urgency: 'low' });
  const seenBy = (workspace: string) =>
    shop.db.database.inWorkspace(workspace, (tx) =>
      tx.rows('select from corrections where mention_id = $1', [id]),
    );
  expect([await seenBy(shop.workspaceId), await seenBy(other)].map((rows) => rows.length)).toEqual([1, 0]);
  await expect(
    shop.db.database.inWorkspace(shop.workspaceId, (tx) => tx.run(`update corrections set urgency = 'high'`)),
  ).rejects.toThrow(/permission denied/u);
});
