import type { Assess, Assessment, CollectedMention } from '@heard/core';
import { assess as own, modelName } from '@heard/understanding';
import { CorrectedShop } from './corrected-shop.spec-suite.js';

let shop: CorrectedShop;
beforeEach(async () => {
  shop = await CorrectedShop.open();
});
afterEach(async () => {
  expect(shop.failures).toEqual([]);
  await shop.close();
});

const torn = 'Книжка прийшла з порваними сторінками, прикро.';
const urgent = 'Замовлення не привезли вже третій день, на дзвінки ніхто не відповідає! Поверніть гроші.';
const praise = { sentiment: 'positive', intent: 'praise', urgency: 'none', urgencyReasons: [] } as const;
const alarm = {
  sentiment: 'negative',
  intent: 'complaint',
  urgency: 'critical',
  urgencyReasons: ['safety'],
} as const;
const newer = 'heard-linear-2';

/** Our own assessor with newer weights, which make something else of some texts. */
function weights(model: string, verdictsOf: (text: string) => Partial<Assessment> = () => ({})): Assess {
  return (input) => ({ ...own(input), ...verdictsOf(input.text), model });
}

/** A process with those weights comes up, and does everything that follows. */
async function comesUp(assess: Assess): Promise<number> {
  const { heard, jobs } = await shop.another(assess);
  const begun = await heard.assessAnew.run();
  while ((await jobs.drain()) > 0);
  return begun;
}

async function models(): Promise<Record<string, number>> {
  const rows = await shop.db.owner<{ model: string; n: number }>(
    'select model, count(*)::int as n from assessments group by model',
  );
  return Object.fromEntries(rows.map(({ model, n }) => [model, n]));
}
const former = () =>
  shop.db.owner<{ model: string; before: Assessment }>('select model, before from former_assessments');

/** What pg-boss waits for before it tries again. */
const pausePasses = () =>
  shop.db.owner(
    `update pgboss.job set start_after = now() - interval '1 minute' where name = 'assess-anew' and state = 'retry'`,
  );

/** The same complaint of many people, each with a case of their own. */
async function complaints(count: number): Promise<CollectedMention[]> {
  const all = Array.from({ length: count }, () => shop.mention(torn));
  await shop.heard.takePushed.run(shop.workspaceId, 'shop', all);
  await shop.jobs.drain();
  return all;
}

test('texts of open cases are the new model’s, with what the old one said kept; closed and caseless ones stay', async () => {
  const open = await shop.taken(torn);
  await shop.taken('Дякую за чудову книгарню!');
  const closed = await shop.taken(torn);
  await shop.correct(closed, { intent: 'other' });
  const caseId = (await shop.standing(closed)).case_id ?? '';
  await shop.heard.act.run(shop.workspaceId, caseId, { type: 'close', because: 'no_complaint' }, shop.lead);
  expect(await comesUp(weights(newer, () => ({ category: 'place', margin: 0.25 })))).toBe(1);
  expect(await models()).toEqual({ [newer]: 1, [modelName()]: 2 });
  expect(await shop.standing(open)).toMatchObject({ model: newer, category: 'place' });
  expect(await former()).toMatchObject([
    { model: modelName(), before: { category: 'product', model: modelName() } },
  ]);
});

test('the same weights do nothing, and one process in ten minutes looks', async () => {
  await shop.taken(torn);
  expect(await shop.heard.assessAnew.run()).toBe(0);
  const first = await shop.another(weights(newer));
  const second = await shop.another(weights(newer));
  expect([await first.heard.assessAnew.run(), await second.heard.assessAnew.run()]).toEqual([1, 0]);
  await first.jobs.drain();
  await shop.taken(torn);
  shop.clock.advanceTo(new Date('2031-03-03T10:10:00Z'));
  expect(await second.heard.assessAnew.run()).toBe(1);
  await second.jobs.drain();
  expect(await models()).toEqual({ [newer]: 2 });
});

test('a case becomes more urgent by it, and somebody is woken; never less, whatever the new weights make of it', async () => {
  const [worse, milder] = [await shop.taken(torn), await shop.taken(urgent)];
  await comesUp(weights(newer, (text) => (text === torn ? alarm : praise)));
  expect(await shop.standing(worse)).toMatchObject({ urgency: 'critical', case_urgency: 'critical' });
  expect(await shop.alertsOf(worse)).toMatchObject([
    { kind: 'urgent_case', state: 'firing', urgency: 'critical' },
  ]);
  expect(await shop.standing(milder)).toMatchObject({
    sentiment: 'positive',
    urgency: 'none',
    case_urgency: 'high',
    complaints: 1,
    status: 'open',
  });
  expect(await shop.alertsOf(milder)).toMatchObject([
    { kind: 'urgent_case', state: 'firing', urgency: 'high' },
  ]);
});

test('what a person said stands, field by field, and no weights go above it', async () => {
  const [calm, question] = [await shop.taken(urgent), await shop.taken(urgent)];
  await shop.correct(calm, { urgency: 'low', category: 'staff' });
  await shop.correct(question, { intent: 'question' });
  const before = [await shop.standing(calm), await shop.standing(question)];
  await comesUp(weights(newer, () => ({ ...alarm, category: 'safety' })));
  for (const [index, given] of [calm, question].entries()) {
    const { urgency, intent, category, case_urgency: caseUrgency, complaints: told } = before[index] ?? {};
    expect(await shop.standing(given)).toMatchObject({
      model: newer,
      urgency,
      intent,
      category,
      case_urgency: caseUrgency,
      complaints: told,
    });
  }
  await shop.takeBack(calm);
  expect(await shop.standing(calm)).toMatchObject({ urgency: 'critical', case_urgency: 'critical' });
});

test('more than a page is done page by page; a text that fails keeps no other from its turn, and is tried again', async () => {
  const all = await complaints(120);
  const broken = await shop.taken(`${torn} Зламано.`);
  let fails = 1;
  await comesUp(
    weights(newer, (text) => {
      if (!text.includes('Зламано')) return {};
      if (fails-- > 0) throw new Error('the process dies here');
      return {};
    }),
  );
  expect(shop.failures.splice(0)).toMatchObject([{ message: 'the process dies here' }]);
  expect(await models()).toEqual({ [newer]: all.length, [modelName()]: 1 });
  await pausePasses();
  await (await shop.another(weights(newer))).jobs.drain();
  expect((await shop.standing(broken)).model).toBe(newer);
});

test('killed in the middle, the next try goes on where it was', async () => {
  const all = await complaints(60);
  let read = 0;
  const dying = await shop.another(
    weights(newer, (text) => {
      if (text !== '' && ++read > 20) throw new Error('killed');
      return {};
    }),
  );
  await dying.heard.assessAnew.run();
  await dying.jobs.drain();
  shop.failures.splice(0);
  expect((await models())[newer]).toBe(20);
  await pausePasses();
  const heir = await shop.another(weights(newer));
  await heir.jobs.drain();
  expect(await models()).toEqual({ [newer]: all.length });
  expect(await former()).toHaveLength(all.length);
});

test('two processes at once do each text once', async () => {
  const all = await complaints(60);
  const both = [await shop.another(weights(newer)), await shop.another(weights(newer))];
  const work = { workspaceId: shop.workspaceId, model: newer };
  await Promise.all(both.map(({ heard }) => heard.assessAnew.do(work)));
  await Promise.all(both.map(({ jobs }) => jobs.drain()));
  expect(await models()).toEqual({ [newer]: all.length });
  expect(await former()).toHaveLength(all.length);
});

test('a process with older weights undoes nothing and does none of the newer ones’ work; what a workspace taught is followed both ways', async () => {
  const given = await shop.taken(torn);
  await shop.heard.assessAnew.run();
  shop.clock.advanceTo(new Date('2031-03-03T10:01:00Z'));
  const { heard } = await shop.another(weights(newer));
  await heard.assessAnew.run();
  await shop.jobs.drain();
  expect((await shop.standing(given)).model).toBe(modelName());
  shop.clock.advanceTo(new Date('2031-03-03T10:30:00Z'));
  await comesUp(weights(newer));
  expect((await shop.standing(given)).model).toBe(newer);
  shop.clock.advanceTo(new Date('2031-03-03T11:00:00Z'));
  expect(await shop.heard.assessAnew.run()).toBe(0);
  for (const model of [`${newer}+page-1`, newer]) {
    shop.clock.advanceTo(new Date(shop.clock.now().getTime() + 600_000));
    expect(await comesUp(weights(model))).toBe(1);
    expect((await shop.standing(given)).model).toBe(model);
  }
});

test('what a stronger reader read, what the brand said and what was wiped stay as they are', async () => {
  const author = { externalId: 'a-1', displayName: 'Ганна', isBrand: false };
  const read = await shop.taken(torn, { author });
  const wiped = await shop.taken(torn);
  await shop.db.owner(
    `insert into second_readings select workspace_id, id, revision, now(), '{}', '{"model": "chat:small-1"}', true
     from mentions where external_id = '${read.externalId}'`,
  );
  await shop.db.owner(
    `update assessments a set model = 'chat:small-1' from mentions m
     where m.id = a.mention_id and m.external_id = '${read.externalId}'`,
  );
  await shop.db.owner(`update mentions set wiped_at = now() where external_id = '${wiped.externalId}'`);
  expect(await comesUp(weights(newer))).toBe(0);
  expect(await models()).toEqual({ 'chat:small-1': 1, [modelName()]: 1 });
});
