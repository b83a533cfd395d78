import { readHistory } from '@heard/cases';
import { type Case, measuresOf, type Policy, rebuild } from '@heard/core';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { present } from '../instant.js';
import { BusyShop } from './busy-shop.spec-suite.js';
import { periodOf } from './period.js';
import type { ReportCase } from './report-case.js';
import { type Counted, type ReportAsked, reportOf, Reports, worldOf } from './reports.js';
import { readReportNames } from './store/report-names.js';

const now = new Date('2031-04-20T12:00:00Z');
const whole = { from: '2031-03-01', to: '2031-04-20' };
const reportNames = ['clocks', 'reach', 'promises', 'outcomes', 'money', 'scores'] as const;

let db: TestDatabase;
let shop: BusyShop;
let reports: Reports;
beforeAll(async () => {
  db = await testDatabase([]);
  shop = await BusyShop.open(db);
  for (let seed = 1; seed <= 150; seed += 1) await shop.live(seed * 7_919);
  reports = new Reports(shop.policies);
}, 120_000);
afterAll(() => db.close());

/** What the histories alone tell; the platform is that of the source which they name. */
async function fromHistories(asked: ReportAsked): Promise<Counted> {
  return shop.desk.in(async (tx) => {
    const states: Case[] = [];
    for (const id of shop.caseIds) states.push(rebuild(id, await readHistory(tx, id)));
    const period = periodOf(asked, 'Europe/Kyiv', now);
    const cases = states
      .toSorted((a, b) => a.postedAt.getTime() - b.postedAt.getTime() || (a.id < b.id ? -1 : 1))
      .map((state): ReportCase => {
        const platform = shop.places[0]?.sourceId === state.sourceId ? 'facebook' : 'google';
        const { brandId, locationId } = state;
        return { measures: measuresOf(state), ...present({ platform, brandId, locationId }) };
      })
      .filter((each) => isAsked(each, asked, period.startsAt, period.endsAt));
    const policies = new Map<number, Policy>([[1, shop.policy]]);
    const names = await readReportNames(tx);
    const known = { period, timeZone: 'Europe/Kyiv', demo: false, now, policy: shop.policy, policies, names };
    return { cases, world: worldOf(known), policy: shop.policy };
  });
}

function isAsked({ measures, ...from }: ReportCase, asked: ReportAsked, start: Date, end: Date): boolean {
  const { brandId, locationId, platform, category, failure, assigneeId } = asked;
  const fits = (wanted: string | undefined, is: string | undefined): boolean =>
    wanted === undefined || wanted === is;
  return (
    measures.postedAt >= start &&
    measures.postedAt < end &&
    fits(brandId, from.brandId) &&
    fits(locationId, from.locationId) &&
    fits(platform, from.platform) &&
    fits(category, measures.category) &&
    fits(failure, measures.failure) &&
    fits(assigneeId, measures.assignee)
  );
}

const filters = (): Readonly<Record<string, ReportAsked>> => ({
  'of everything': whole,
  'of two weeks': { from: '2031-03-10', to: '2031-03-23' },
  'of a brand': { ...whole, brandId: shop.places[0]?.brandId },
  'of a location': { ...whole, locationId: shop.places[1]?.locationId },
  'of a platform': { ...whole, platform: 'google' },
  'of a category': { ...whole, category: 'billing' },
  'of a kind of failure': { ...whole, failure: 'rude_staff' },
  'of an assignee': { ...whole, assigneeId: shop.staff[1] },
});

test.each([
  'of everything',
  'of two weeks',
  'of a brand',
  'of a location',
  'of a platform',
  'of a category',
  'of a kind of failure',
  'of an assignee',
])('the histories alone rebuild every number of every report %s', async (which) => {
  const asked = filters()[which] ?? {};
  const told = await fromHistories(asked);
  expect(told.cases.length).toBeGreaterThan(5);
  for (const name of reportNames) {
    const shown = await shop.desk.in((tx) => reports.get(tx, name, asked, now));
    expect({ [name]: shown }).toEqual({ [name]: reportOf(name, told) });
  }
});

test('the busy shop has something of everything, so that the proof above proves something', async () => {
  const of = async <N extends (typeof reportNames)[number]>(name: N) =>
    shop.desk.in((tx) => reports.get(tx, name, whole, now));
  const { all } = await of('promises');
  expect(Math.min(all.kept, all.broken, all.open, all.again)).toBeGreaterThan(0);
  const money = await of('money');
  expect(
    Math.min(money.all.atRisk.contacts, money.all.lost.contacts, money.all.saved.contacts),
  ).toBeGreaterThan(0);
  expect(money.all.costMinor).toBeGreaterThan(0);
  const clocks = await of('clocks');
  expect(clocks.cases).toBe(150);
  for (const { clock, customer } of clocks.clocks) {
    expect({ clock, counted: customer.happened + customer.waiting + customer.never }).toEqual({
      clock,
      counted: 150,
    });
    expect(customer.happened).toBeGreaterThan(0);
  }
  expect((await of('outcomes')).catalogue.length).toBeGreaterThan(0);
  expect((await of('scores')).points.every(({ yes, no }) => yes > 0 && no > 0)).toBe(true);
});

test('a report shows nothing of another workspace, and takes no id that is none', async () => {
  const other = await BusyShop.open(db);
  const read = (asked: ReportAsked) =>
    other.desk.in((tx) => new Reports(other.policies).get(tx, 'clocks', asked, now));
  expect(await read(whole)).toMatchObject({ cases: 0, unanswered: 0, demo: false });
  expect(await read({ ...whole, brandId: shop.places[0]?.brandId })).toMatchObject({ cases: 0 });
  await expect(read({ ...whole, assigneeId: "x' or true --" })).rejects.toMatchObject({ code: 'bad_id' });
  await expect(read({ from: '2031-02-31' })).rejects.toMatchObject({ code: 'bad_date' });
  await expect(read({ from: '2031-03-02', to: '2031-03-01' })).rejects.toMatchObject({ code: 'bad_period' });
  await expect(read({ from: '2020-03-02', to: '2031-03-01' })).rejects.toMatchObject({
    code: 'period_too_long',
  });
});
