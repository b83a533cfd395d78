import type { FailureKind, FixKind, FixState, Policy, Verdict } from '@heard/core';
import { newId } from '@heard/database';
import { defaultPolicy } from '@heard/policies';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { Desk, minute } from './desk.spec-suite.js';
import { SuggestedFixesRead } from './suggested-fixes-read.js';
import type { SuggestedFixesView } from './views.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([]);
});
afterAll(() => db.close());

const now = minute(0);
const dayMs = 24 * 60 * 60_000;
const daysAgo = (days: number): Date => new Date(now.getTime() - days * dayMs);
const policy: Policy = { ...defaultPolicy, suggestFrom: 4 };
const reading = new SuggestedFixesRead({ get: async () => policy });

interface Tried {
  readonly fixes: readonly (readonly [FixKind, number?, FixState?, string?])[];
  readonly verdict?: Verdict;
  readonly failure?: FailureKind;
  readonly closed?: Date;
  readonly status?: 'open' | 'closed';
  readonly demo?: boolean;
}

/** A case as the tables show it, closed with these fixes. */
async function tried(desk: Desk, { fixes, verdict, ...rest }: Tried): Promise<string> {
  const { failure = 'not_delivered', closed = daysAgo(10), status = 'closed', demo = false } = rest;
  const id = await desk.case({ failure, status, demo, closed_at: status === 'closed' ? closed : null });
  for (const [kind, cost, state = 'done', currency = 'UAH'] of fixes) {
    const money = cost === undefined ? {} : { cost_minor: cost, currency };
    const fix = { id: newId(), case_id: id, kind, what: 'Як завжди', state, offered_at: minute(0) };
    await desk.put('fixes', { ...fix, ...money });
  }
  if (verdict) await desk.put('outcomes', { case_id: id, verdict, at: minute(0) });
  return id;
}

async function suggestion(desk: Desk, caseId: string): Promise<SuggestedFixesView> {
  const found = await desk.in((tx) => reading.get(tx, caseId, now));
  if (!found) throw new Error('The case is not there.');
  return found;
}

const openCase = (desk: Desk, row: object = {}): Promise<string> =>
  desk.case({ failure: 'not_delivered', ...row });
const inWords = ({ tried: found }: SuggestedFixesView): readonly string[] =>
  found.map(
    ({ fixes, cases, recovered, medianCost }) =>
      `${fixes.map(({ kind }) => kind).join('+')} ${recovered}/${cases} ${medianCost?.amountMinor ?? '-'}`,
  );

test('groups by what was done together, with the median of what a case cost, the best first', async () => {
  const desk = await Desk.make(db);
  const both = (cost: number): Tried['fixes'] => [['redelivery', cost], ['apology']];
  await tried(desk, { fixes: both(300_00), verdict: 'recovered' });
  await tried(desk, { fixes: both(340_00), verdict: 'recovered' });
  await tried(desk, { fixes: [...both(100_00), ['redelivery', 900_00]], verdict: 'recovered' });
  await tried(desk, { fixes: [['refund', 700_00]], verdict: 'not_recovered' });
  const found = await suggestion(desk, await openCase(desk));
  expect(inWords(found)).toEqual(['apology+redelivery 3/3 34000', 'refund 0/1 70000']);
  expect(found).toMatchObject({ basis: 'experience', cases: 4, needed: 4, days: 365, policyVersion: 1 });
  expect(found.tried[0]?.fixes).toMatchObject([{ key: 'apology_by_name' }, { key: 'redelivery_first' }]);
  expect(found.tried[0]?.helped).toMatchObject({ share: 1, to: 1 });
});

test('only the customer’s “recovered” is a recovery: “partly” and silence are cases without one', async () => {
  const desk = await Desk.make(db);
  for (const verdict of ['recovered', 'partly', 'unknown', 'not_recovered', undefined] as const) {
    await tried(desk, { fixes: [['redelivery', 200_00]], verdict });
  }
  expect(inWords(await suggestion(desk, await openCase(desk)))).toEqual(['redelivery 1/5 20000']);
});

test('what was withdrawn, declined or never done is not counted as done', async () => {
  const desk = await Desk.make(db);
  const withdrawn: Tried['fixes'] = [
    ['refund', 900_00, 'withdrawn'],
    ['redelivery', 100_00],
  ];
  for (let n = 0; n < 4; n += 1) await tried(desk, { fixes: withdrawn, verdict: 'recovered' });
  await tried(desk, { fixes: [['compensation', 50_00, 'declined']], verdict: 'not_recovered' });
  await tried(desk, { fixes: [['compensation', 50_00, 'accepted']], verdict: 'recovered' });
  await tried(desk, { fixes: [] });
  const found = await suggestion(desk, await openCase(desk));
  expect(inWords(found)).toEqual(['redelivery 4/4 10000']);
  expect(found.cases).toBe(4);
});

test('other failures, open, old and made-up cases, the case itself and other workspaces do not count', async () => {
  const [desk, elsewhere] = [await Desk.make(db), await Desk.make(db)];
  const fixes: Tried['fixes'] = [['redelivery']];
  for (let n = 0; n < 4; n += 1) {
    await tried(elsewhere, { fixes });
    await tried(desk, { fixes, failure: 'rude_staff' });
    await tried(desk, { fixes, status: 'open' });
    await tried(desk, { fixes, closed: daysAgo(366) });
    await tried(desk, { fixes, closed: new Date(now.getTime() + dayMs) });
    await tried(desk, { fixes, demo: true });
  }
  const itself = await tried(desk, { fixes, closed: daysAgo(364) });
  expect(await suggestion(desk, itself)).toMatchObject({ basis: 'playbook', cases: 0, tried: [] });
  expect(await suggestion(desk, await openCase(desk))).toMatchObject({ basis: 'playbook', cases: 1 });
  expect(await suggestion(desk, await openCase(desk, { demo: true }))).toMatchObject({ cases: 4 });
});

test('while too little is known the ladder of the playbook speaks, with its titles and costs', async () => {
  const desk = await Desk.make(db);
  for (let n = 0; n < 3; n += 1) await tried(desk, { fixes: [['refund', 1]], verdict: 'recovered' });
  const found = await suggestion(desk, await openCase(desk));
  expect(found).toMatchObject({ basis: 'playbook', cases: 3, needed: 4, tried: [] });
  const ladder = defaultPolicy.playbooks.find(({ failure }) => failure === 'not_delivered')?.ladder;
  expect(found.ladder.map(({ key }) => key)).toEqual(ladder);
  expect(found.ladder[0]?.title?.uk).toBeTruthy();
});

test('money of another currency is no part of a median', async () => {
  const desk = await Desk.make(db);
  const inEuros: Tried['fixes'] = [['redelivery', 10_00, 'done', 'EUR']];
  for (let n = 0; n < 4; n += 1) await tried(desk, { fixes: inEuros });
  expect(inWords(await suggestion(desk, await openCase(desk)))).toEqual(['redelivery 0/4 -']);
  await tried(desk, { fixes: [['redelivery', 250_00]] });
  expect(inWords(await suggestion(desk, await openCase(desk)))).toEqual(['redelivery 0/5 25000']);
});

test('a case that is not there, or not ours, has no suggestions', async () => {
  const [desk, elsewhere] = [await Desk.make(db), await Desk.make(db)];
  const theirs = await openCase(elsewhere);
  expect(await desk.in((tx) => reading.get(tx, theirs, now))).toBeUndefined();
  expect(await desk.in((tx) => reading.get(tx, 'x', now))).toBeUndefined();
});
