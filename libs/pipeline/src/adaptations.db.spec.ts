import { type CheckAnswer, heard as itself, type Sentiment } from '@heard/core';
import { newId } from '@heard/database';
import { ChecksRead } from '@heard/insight';
import { Adaptations, modelName } from '@heard/understanding';
import { CorrectedShop } from './corrected-shop.spec-suite.js';

let shop: CorrectedShop;
beforeAll(async () => {
  shop = await CorrectedShop.open();
});
afterEach(() => expect(shop.failures).toEqual([]));
afterAll(() => shop.close());

/** What customers of a made-up parcel service write: its own words for what went wrong and what went well. */
const own: Readonly<Record<Sentiment, readonly string[]>> = {
  negative: [
    'посилку закинули в шлюз',
    'знову шлюз',
    'шлюз третю добу',
    'усе пішло в шлюз',
    'пакунок у шлюзі',
  ],
  positive: ['приїхало зеленим коридором', 'зелений коридор', 'пройшло коридором', 'коридор за годину'],
  neutral: ['де ваше відділення', 'який графік у неділю', 'адреса на мапі', 'відділення навпроти вокзалу'],
};
const around = [
  'Дніпро',
  'Львів',
  'сьогодні',
  'вчора ввечері',
  'замовлення',
  'мама каже',
  'сусід',
  'вранці',
  'оце',
];
const answers: Readonly<Record<Sentiment, CheckAnswer>> = {
  negative: 'complaint',
  positive: 'praise',
  neutral: 'question',
};
const truth = new Map<string, Sentiment>();

let next = 0;
async function page(count: number, source = 'shop'): Promise<string[]> {
  const kinds = ['negative', 'negative', 'negative', 'positive', 'neutral'] as const;
  const mentions = Array.from({ length: count }, () => {
    const at = ++next;
    const kind = kinds[at % kinds.length] ?? 'neutral';
    const [words, place] = [own[kind], (n: number) => around[(at * n) % around.length] ?? ''];
    const externalId = `p${at}`;
    truth.set(externalId, kind);
    return {
      kind: 'post' as const,
      externalId,
      author: { externalId, displayName: externalId, isBrand: false },
      text: `${place(1)}: ${words[at % words.length] ?? ''}, ${place(5)} ${place(7)} ${at}`,
      postedAt: new Date('2031-03-03T09:00:00Z'),
      platformState: 'visible' as const,
      raw: {},
    };
  });
  for (let from = 0; from < count; from += 100) {
    await shop.heard.takePushed.run(shop.workspaceId, source, mentions.slice(from, from + 100));
  }
  await shop.jobs.drain();
  return mentions.map(({ externalId }) => externalId);
}
async function rightOf(names: readonly string[]): Promise<number> {
  const rows = await shop.db.owner<{ external_id: string; sentiment: string }>(
    `select external_id, a.sentiment from mentions m join assessments a on a.mention_id = m.id
     where external_id = any($1)`,
    [names],
  );
  return rows.filter((row) => truth.get(row.external_id) === row.sentiment).length / rows.length;
}
const here = <T>(work: Parameters<typeof shop.db.database.inWorkspace<T>>[1], of = shop.workspaceId) =>
  shop.db.database.inWorkspace(of, work);
const state = () => here((tx) => shop.heard.adaptations.state(tx));
const proposed = async (kind: string) => {
  const found = (await state()).proposals.find((each) => each.kind === kind);
  if (!found) throw new Error(`no ${kind} was proposed`);
  return found;
};
async function learn(): Promise<void> {
  await here((tx) => shop.heard.learning.begin(tx));
  await shop.jobs.drain();
}
async function checkSample(size: number): Promise<void> {
  await here((tx) => shop.heard.drawSample.run(tx, size, itself));
  const { items } = await here((tx) => new ChecksRead().sample(tx, 100));
  for (const { id, revision, externalId } of items) {
    const said = answers[truth.get(externalId) ?? 'neutral'];
    await shop.heard.check.run(shop.workspaceId, id, revision, said, shop.lead);
  }
  await shop.jobs.drain();
}

test('nothing is learned before people said anything', async () => {
  await page(120);
  expect(await shop.heard.learning.run()).toBe(0);
  await learn();
  expect((await state()).proposals).toEqual([]);
});

test('what people checked is learned in the background, measured, and waits for somebody to switch it on', async () => {
  await checkSample(100);
  await learn();
  const { kind, figures, version } = await proposed('residual');
  expect(kind).toBe('residual');
  expect(figures.labels).toEqual({ drawn: 100, found: 0 });
  expect(figures.heldBack).toMatchObject({ drawn: 100, helps: true });
  expect(figures.heldBack?.negativeF1.after).toBeGreaterThan(figures.heldBack?.negativeF1.before ?? 1);
  const before = await page(60);
  const [untouched] = await shop.db.owner<{ model: string }>('select distinct model from assessments');
  expect(untouched?.model).toBe(modelName());

  await here((tx) => shop.heard.adaptations.switchOn(tx, version, shop.lead));
  const after = await page(60);
  expect(await rightOf(before)).toBeLessThan(0.7);
  expect(await rightOf(after)).toBeGreaterThan(0.85);
  const [{ model = '', cases = 0 } = {}] = await shop.db.owner<{ model?: string; cases?: number }>(
    `select min(model) as model, count(m.case_id)::int as cases from mentions m
     join assessments a on a.mention_id = m.id where external_id = any($1)`,
    [after],
  );
  expect(model).toBe(`${modelName()}+a${version}`);
  expect(cases).toBeGreaterThan(20);
}, 300_000);

test('it is switched off and on again at any time, and who did so is kept', async () => {
  const { version } = await proposed('residual');
  await here((tx) => shop.heard.adaptations.switchOff(tx, shop.lead));
  await here((tx) => shop.heard.adaptations.switchOff(tx, shop.lead));
  const names = await page(40);
  expect(await rightOf(names)).toBeLessThan(0.7);
  expect((await state()).inForce).toBeUndefined();
  await here((tx) => shop.heard.adaptations.switchOn(tx, version, shop.lead));
  const { switches, inForce } = await state();
  expect(inForce?.version).toBe(version);
  expect(switches.map((each) => each.version)).toEqual([version, undefined, version]);
  expect(switches[0]?.by).toMatchObject({ staffId: shop.lead.staffId });
});

test('the texts of open cases are assessed anew by what was switched on', async () => {
  const [open] = await shop.db.owner<{ external_id: string }>(
    `select external_id from mentions m join cases c on c.id = m.case_id and c.status = 'open'
     join assessments a on a.mention_id = m.id where a.model = $1 limit 1`,
    [modelName()],
  );
  if (!open) throw new Error('every open case was assessed by the adaptation');
  expect(await shop.heard.assessAnew.run()).toBe(1);
  while ((await shop.jobs.drain()) > 0);
  const [row] = await shop.db.owner<{ model: string }>(
    'select a.model from mentions m join assessments a on a.mention_id = m.id where external_id = $1',
    [open.external_id],
  );
  expect(row?.model).toMatch(/\+a\d+$/u);
});

test('what was not shown to help, is unknown, or was learned beside other weights is refused', async () => {
  const { version } = await proposed('recalibration');
  await shop.db.owner(
    `update adaptations set figures = jsonb_set(figures, '{heldBack,helps}', 'false') where version = $1`,
    [version],
  );
  const on = (at: number, by = shop.heard.adaptations) => here((tx) => by.switchOn(tx, at, shop.lead));
  await expect(on(version)).rejects.toMatchObject({ kind: 'refused', code: 'adaptation_unproven' });
  await expect(on(9_999)).rejects.toMatchObject({ kind: 'missing', code: 'no_such_adaptation' });
  const newer = new Adaptations(shop.heard.clock, () => 'heard-linear-9');
  await expect(on((await proposed('residual')).version, newer)).rejects.toMatchObject({
    code: 'adaptation_outdated',
  });
  expect(await here((tx) => newer.current(tx))).toBeUndefined();
});

test('it changes nothing in another workspace, which sees none of it', async () => {
  const other = newId();
  await shop.db.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, 'Сусіди', 'Europe/Kyiv', 'UAH', '{}', now())`,
    [other],
  );
  const { version } = await proposed('residual');
  await here(async (tx) => {
    expect(await tx.rows('select from adaptations')).toEqual([]);
    expect(await tx.rows('select from adaptation_switches')).toEqual([]);
    expect(await shop.heard.adaptations.current(tx)).toBeUndefined();
    expect(await shop.heard.adaptations.state(tx)).toEqual({ proposals: [], switches: [] });
  }, other);
  await expect(
    here((tx) => shop.heard.adaptations.switchOn(tx, version, itself), other),
  ).rejects.toMatchObject({
    code: 'no_such_adaptation',
  });
  await expect(
    here(
      (tx) =>
        tx.run(
          `insert into adaptation_switches (workspace_id, version, at, by) values ($1, $2, now(), '{}')`,
          [shop.workspaceId, version],
        ),
      other,
    ),
  ).rejects.toThrow(/row-level security/u);
});

test('only numbers are kept, and few of them', async () => {
  const rows = await shop.db.owner<{ layers: string }>('select layers::text as layers from adaptations');
  expect(rows.length).toBeGreaterThan(0);
  for (const { layers } of rows) {
    expect(layers).not.toMatch(/\p{Script=Cyrillic}/u);
    expect(layers.length).toBeLessThan(25_000);
  }
});

test('it learns again by itself once people said enough more', async () => {
  const versions = async () =>
    (await shop.db.owner<{ n: number }>('select count(*)::int as n from adaptations'))[0]?.n;
  const before = await versions();
  shop.later(11);
  expect(await shop.heard.learning.run()).toBe(0);
  await page(60);
  await checkSample(40);
  shop.later(11);
  expect(await shop.heard.learning.run()).toBe(1);
  await shop.jobs.drain();
  expect(await versions()).toBeGreaterThan(before ?? 0);
}, 300_000);
