import { approverOf, decideOffer, fits } from './decide-fix.js';
import { rebuild } from './evolve.js';
import type { FixOffer } from './fix.js';
import type { CatalogueFix } from './policy.js';
import { policy } from './policy.spec-suite.js';
import { isRefusal } from './refusal.js';
import { type Actor, heard, type Role } from './staff.js';

const at = new Date('2026-11-20T10:00:00Z');
const lead: Actor = { kind: 'person', staffId: 'iryna', role: 'lead' };
const undelivered = rebuild('c1', [
  {
    type: 'case.opened',
    mentionId: 'm1',
    postedAt: at,
    language: 'uk',
    category: 'delivery',
    urgency: 'normal',
    urgencyReasons: ['definite_breach'],
    signals: [],
    assignee: 'iryna',
    because: 'on_duty',
    at,
    by: heard,
  },
]);

const hryvnias = (amount: number) => ({ amountMinor: amount * 100, currency: 'UAH' });

test.each<[FixOffer['kind'], string, string]>([
  ['redelivery', 'redelivery', 'allowed'],
  ['refund', 'refund', 'allowed'],
  ['refund', 'redelivery', 'not_in_catalogue'],
  ['redelivery', 'anything_dear', 'not_in_catalogue'],
])('a %s by the key %s of the catalogue is %s', (kind, catalogueKey, expected) => {
  const offer: FixOffer = { kind, what: 'Привезти сьогодні', cost: hryvnias(100), catalogueKey };
  const decision = decideOffer(undelivered, { type: 'offer_fix', fixId: 'f', offer }, lead, policy);
  expect(isRefusal(decision) ? decision.refused : 'allowed').toBe(expected);
});

test.each<[number, string, Role, Role | undefined]>([
  [0, 'UAH', 'viewer', undefined],
  [500, 'UAH', 'manager', undefined],
  [501, 'UAH', 'manager', 'lead'],
  [3_001, 'UAH', 'manager', 'director'],
  [3_001, 'UAH', 'lead', 'director'],
  [3_001, 'UAH', 'director', undefined],
  [99_999, 'UAH', 'administrator', undefined],
  [1, 'EUR', 'lead', 'director'],
])('what costs %i %s and is offered by a %s needs the %s', (amount, currency, role, approver) => {
  const cost = { ...hryvnias(amount), currency };
  expect(approverOf({ kind: 'redelivery', cost, catalogueKey: 'redelivery' }, role, policy)).toBe(approver);
});

test.each<[string, Partial<FixOffer>, Role | undefined]>([
  ['by the limits of its kind', { kind: 'redelivery' }, 'lead'],
  ['by the limits of the catalogue, when it has none of its kind', { kind: 'compensation' }, 'lead'],
  ['by the highest, when the catalogue has two of its kind', { kind: 'apology' }, 'director'],
])('what is not of the catalogue is approved %s', (_why, { kind = 'apology' }, approver) => {
  const apology = (key: string, upToMinor: number): CatalogueFix => ({
    key,
    kind: 'apology',
    title: { ru: key, uk: key, en: key },
    failures: [],
    approval: [{ role: key === 'dear' ? 'director' : 'manager', upToMinor }],
  });
  const fixes = kind === 'apology' ? [apology('cheap', 999_00), apology('dear', 999_00)] : policy.fixes;
  expect(approverOf({ kind, cost: hryvnias(600) }, 'manager', { ...policy, fixes })).toBe(approver);
});

test('a program offers no more than a manager may', () => {
  const crm: Actor = { kind: 'program', keyId: 'crm' };
  const offered = (amount: number) =>
    decideOffer(
      undelivered,
      {
        type: 'offer_fix',
        fixId: 'f',
        offer: { kind: 'redelivery', what: 'Привезти сьогодні', cost: hryvnias(amount) },
      },
      crm,
      policy,
    );
  expect(offered(501)).toEqual({ refused: 'approval_needed', about: { role: 'lead' } });
  expect(isRefusal(offered(500))).toBe(false);
});

test.each<[FixOffer['kind'], string | undefined, boolean]>([
  ['redelivery', undefined, true],
  ['redelivery', 'redelivery', true],
  ['compensation', undefined, false],
  ['apology', undefined, true],
])('a %s (%s) fits what was not delivered: %s', (kind, catalogueKey, expected) => {
  expect(fits({ failure: 'not_delivered' }, { kind, catalogueKey }, policy)).toBe(expected);
});
