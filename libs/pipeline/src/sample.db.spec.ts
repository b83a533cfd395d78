import { type CheckAnswer, heard as itself } from '@heard/core';
import { newId } from '@heard/database';
import { ChecksRead } from '@heard/insight';
import { Accuracy, type AccuracyOfLanguage, expectedUnsure } from '@heard/understanding';
import { CorrectedShop, type Person } from './corrected-shop.spec-suite.js';

let shop: CorrectedShop;
beforeAll(async () => {
  shop = await CorrectedShop.open();
});
afterEach(() => expect(shop.failures).toEqual([]));
afterAll(() => shop.close());

interface Says {
  readonly sentiment: 'negative' | 'neutral';
  readonly urgency?: 'high' | 'none';
  readonly lean: number;
}
const negative: Says = { sentiment: 'negative', lean: 0.5 };
const rest: Says = { sentiment: 'neutral', lean: -0.95 };

let next = 0;
/** Texts of which the machine says just this: what it makes of them is none of these tests. */
async function texts(count: number, says: Says): Promise<string[]> {
  const names = Array.from({ length: count }, () => `s${++next}`);
  await shop.heard.takePushed.run(
    shop.workspaceId,
    'shop',
    names.map((externalId) => ({
      kind: 'post',
      externalId,
      author: { externalId, displayName: externalId, isBrand: false },
      text: `Книжки з полиці ${externalId}`,
      postedAt: new Date('2031-03-03T09:00:00Z'),
      platformState: 'visible',
      raw: {},
    })),
  );
  await shop.db.owner(
    `update assessments a set sentiment = $2, urgency = $3, lean = $4, language = 'uk' from mentions m
     where m.id = a.mention_id and m.external_id = any($1)`,
    [names, says.sentiment, says.urgency ?? 'none', says.lean],
  );
  return names;
}
const draw = (size: number, of = shop.workspaceId) =>
  shop.db.database.inWorkspace(of, (tx) => shop.heard.drawSample.run(tx, size, itself));
const sample = (of = shop.workspaceId) =>
  shop.db.database.inWorkspace(of, (tx) => new ChecksRead().sample(tx, 100));
const figures = (of = shop.workspaceId) =>
  shop.db.database.inWorkspace(of, (tx) => new Accuracy(shop.heard.clock).run(tx, 180));
const ukrainian = async (): Promise<AccuracyOfLanguage | undefined> =>
  (await figures()).find(({ language }) => language === 'uk');
const later = (): void => shop.later(1);
const say = (mention: { id: string; revision: number }, said: CheckAnswer, by: Person = shop.lead) =>
  shop.heard.check.run(shop.workspaceId, mention.id, mention.revision, said, by);

test('nothing is drawn from too few texts', async () => {
  await texts(19, rest);
  await expect(draw(20)).rejects.toMatchObject({ kind: 'refused', code: 'too_few_texts' });
});

test('figures come from checked texts, each as heavy as the texts that it was drawn from', async () => {
  await texts(21, rest);
  await texts(30, negative);
  await draw(30);
  const { items, open } = await sample();
  expect([items.length, open]).toEqual([30, 30]);
  expect(items.some((item) => 'assessment' in item)).toBe(false);
  const strata = await shop.db.owner<{ stratum: string; population: number; drawn: number }>(
    'select stratum, population, drawn from sample_strata order by stratum',
  );
  expect(strata.map(({ stratum, population }) => [stratum, population])).toEqual([
    ['negative', 30],
    ['rest', 40],
  ]);
  expect(await ukrainian()).toMatchObject({
    texts: 70,
    drawn: 30,
    checked: 0,
    open: 30,
    negative: {},
    urgent: {},
  });

  // Of those called negative every second one is, and of the rest one.
  const said = new Map(
    (
      await shop.db.owner<{ mention_id: string; sentiment: string }>(
        'select mention_id, sentiment from sample_texts',
      )
    ).map(({ mention_id: id, sentiment }) => [id, sentiment]),
  );
  const found = { negative: 0, neutral: 0 };
  for (const [at, item] of items.entries()) {
    const isNegative = said.get(item.id) === 'negative' ? at % 2 === 0 : found.neutral === 0;
    if (isNegative) found[said.get(item.id) as 'negative' | 'neutral'] += 1;
    await say(item, isNegative ? 'complaint' : 'praise');
  }
  const [ofNegative, ofRest] = strata.map(({ drawn }) => drawn);
  const [hit, missed] = [(30 * found.negative) / (ofNegative ?? 1), (40 * found.neutral) / (ofRest ?? 1)];
  const after = await ukrainian();
  expect(after).toMatchObject({ texts: 70, checked: 30, open: 0 });
  expect(after?.negative.precision?.value).toBeCloseTo(hit / 30, 3);
  expect(after?.negative.recall?.value).toBeCloseTo(hit / (hit + missed), 3);
  expect(after?.negative.precision?.of).toBe(ofNegative);
  expect(after?.urgent.precision).toBeUndefined();
  const { from = 1, to = 0 } = after?.negative.recall ?? {};
  expect(from).toBeLessThan(hit / (hit + missed));
  expect(to).toBeGreaterThan(hit / (hit + missed));
});

test('what was drawn from once is not drawn from again, and a draw just begun leaves the figures as they were', async () => {
  const before = await ukrainian();
  later();
  await expect(draw(20)).rejects.toMatchObject({ code: 'too_few_texts' });
  later();
  const fresh = await texts(25, rest);
  await draw(25);
  const { items } = await sample();
  expect(items.map(({ externalId }) => externalId).toSorted()).toEqual(fresh.toSorted());
  const [first] = items;
  if (!first) throw new Error('nothing was drawn');
  await say(first, 'cannot_tell');
  expect(await ukrainian()).toEqual({ ...before, drawn: 55, cannotTell: 1, open: 24 });
});

test('an edited or deleted text, our own and made-up ones are not asked about', async () => {
  const { items } = await sample();
  const [edited, gone, other] = items;
  if (!edited || !gone || !other) throw new Error('too few are open');
  await shop.db.owner('update mentions set revision = 2 where id = $1', [edited.id]);
  await shop.db.owner('update mentions set gone_at = now() where id = $1', [gone.id]);
  const after = await sample();
  expect([after.items.length, after.open]).toEqual([items.length - 2, items.length - 2]);
  expect((await ukrainian())?.open).toBe(items.length - 2);
  await expect(say(edited, 'praise')).rejects.toMatchObject({ code: 'not_asked' });
  later();
  const [ours = '', made = ''] = await texts(22, rest);
  await shop.db.owner('update mentions set is_brand = true where external_id = $1', [ours]);
  await shop.db.owner('update mentions set demo = true where external_id = $1', [made]);
  await draw(20);
  const [counted] = await shop.db.owner<{ population: number }>(
    'select population from sample_strata join sample_draws d on d.id = draw_id order by d.until desc limit 1',
  );
  expect(counted?.population).toBe(20);
});

test('of somebody else’s case the answer counts, and the case stays as it is', async () => {
  later();
  const [name = ''] = await texts(20, { ...negative, urgency: 'high' });
  await draw(20);
  const drawn = (await sample()).items.find(({ externalId }) => externalId === name);
  if (!drawn) throw new Error('not drawn');
  const given = await shop.taken('Замовлення не привезли третій день, поверніть гроші!');
  const { case_id: caseId } = await shop.standing(given);
  await shop.db.owner('update mentions set case_id = $2 where id = $1', [drawn.id, caseId]);
  const stranger = newId();
  await shop.db.owner(
    `insert into staff (workspace_id, id, name, email, role, created_at)
     values ($1, $2, 'Інша', 'other@shop.example', 'manager', now())`,
    [shop.workspaceId, stranger],
  );
  await say(drawn, 'praise', { kind: 'person', staffId: stranger, role: 'manager' });
  expect(await shop.db.owner('select from corrections where mention_id = $1', [drawn.id])).toEqual([]);
  const [kept] = await shop.db.owner<{ said: string }>('select said from checks where mention_id = $1', [
    drawn.id,
  ]);
  expect(kept?.said).toBe('praise');
});

test('what people came upon is counted apart from the sample', async () => {
  const before = (await ukrainian())?.found;
  const [name = ''] = await texts(1, negative);
  const [{ id = '' } = {}] = await shop.db.owner<{ id?: string }>(
    'select id from mentions where external_id = $1',
    [name],
  );
  await shop.heard.correct.run(shop.workspaceId, id, { sentiment: 'neutral' }, shop.lead);
  expect((await ukrainian())?.found).toEqual({
    ...(before ?? {
      language: 'uk',
      negativeKept: 0,
      negativeOverlooked: 0,
      urgentKept: 0,
      urgentTakenBack: 0,
      urgentOverlooked: 0,
    }),
    texts: (before?.texts ?? 0) + 1,
    negativeTakenBack: (before?.negativeTakenBack ?? 0) + 1,
  });
});

test('another workspace sees neither sample nor figures', async () => {
  const other = newId();
  await shop.db.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, 'Сусіди', 'Europe/Kyiv', 'UAH', '{}', now())`,
    [other],
  );
  expect(await sample(other)).toEqual({ items: [], open: 0 });
  expect(await figures(other)).toEqual([]);
  await expect(draw(20, other)).rejects.toMatchObject({ code: 'too_few_texts' });
});

test('from a hundred checked texts on, the errors of each width are the workspace’s own', () => {
  const judged = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      lean: at % 4 === 0 ? 0.15 : -0.95,
      negative: false,
      weight: 1,
    }));
  expect(expectedUnsure([], judged(99))).toMatchObject({ errorFrom: 'tested' });
  const { errorFrom, errorOf, options } = expectedUnsure([], judged(100));
  expect([errorFrom, errorOf]).toEqual(['own', 100]);
  expect(options.map(({ wrong }) => wrong)).toEqual([0.25, 0.25, 0, 0, 0, 0, 0, 0]);
});
