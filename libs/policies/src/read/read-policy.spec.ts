import { isFault, type Policy } from '@heard/core';
import { defaultPolicy, forCurrency, readPolicy } from '../index.js';

/** The default policy as plain JSON, with one place changed: `playbooks.4.steps.0.withinMinutes`. */
function broken(path: string, value: unknown): unknown {
  const policy = JSON.parse(JSON.stringify(defaultPolicy)) as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  const at = names.reduce<Record<string, unknown>>(
    (place, name) => place[name] as Record<string, unknown>,
    policy,
  );
  if (value === undefined) delete at[last];
  else at[last] = value;
  return policy;
}

function refusalOf(value: unknown): { code: string; message: string; place: string | undefined } {
  try {
    readPolicy(value);
  } catch (error) {
    if (!isFault(error, 'invalid')) throw error;
    return { code: error.code, message: error.message, place: error.missing?.[0] };
  }
  throw new Error('It was taken.');
}

const [firstFix, firstPlaybook] = [defaultPolicy.fixes[0], defaultPolicy.playbooks[0]];

describe('a policy', () => {
  it('is read as it was written, from the default and from its JSON', () => {
    expect(readPolicy(defaultPolicy)).toEqual(defaultPolicy);
    expect(readPolicy(JSON.parse(JSON.stringify(defaultPolicy)))).toEqual(defaultPolicy);
  });

  it.each(['EUR', 'USD', 'JPY', 'KZT', 'PLN', 'XAF'])('in %s is in order too', (currency) => {
    const policy = forCurrency(defaultPolicy, currency);
    expect(readPolicy(policy)).toEqual(policy);
    expect(policy.money.currency).toBe(currency);
  });

  it('takes a field that holds nothing for one that is not there', () => {
    const policy = broken('fixes.0.cost', null) as { fixes: Record<string, unknown>[] };
    policy.fixes[0] = { ...policy.fixes[0], cost: undefined };
    expect(Object.keys(readPolicy(policy).fixes[0] ?? {})).not.toContain('cost');
  });

  it.each([
    [undefined, 'the policy: it is missing; add it, or copy it from the default policy.'],
    [null, 'the policy: null stands where an object with fields belongs; write { … }.'],
    [[], 'the policy: a list stands where an object with fields belongs; write { … }.'],
    ['{}', 'the policy: "{}" stands where an object with fields belongs; write { … }.'],
    [{}, 'calendar: it is missing; add it, or copy it from the default policy.'],
  ])('is not %j', (value, message) => {
    expect(refusalOf(value)).toMatchObject({ code: 'invalid_policy', message });
  });
});

describe('a slip of the pen is named with its place and what to do', () => {
  it.each<[string, unknown, string]>([
    ['playboks', [], 'playboks: there is no such field; did you mean "playbooks"?'],
    [
      'playbooks.3.steps.0.withinMinute',
      5,
      'playbooks[3].steps[0].withinMinute: there is no such field; did you mean "withinMinutes"?',
    ],
    ['promises.mood', 1, 'promises.mood: there is no such field; write "warnAtShare" or "lateDraft".'],
    [
      'playbooks.3.steps.0.withinMinutes',
      undefined,
      'playbooks[3].steps[0].withinMinutes: it is missing; add it, or copy it from the default policy.',
    ],
    [
      'playbooks.3.steps.0.withinMinutes',
      '60',
      'playbooks[3].steps[0].withinMinutes: "60" is no number; write a whole number from 1 to 129600 (minutes).',
    ],
    [
      'playbooks.3.steps.0.withinMinutes',
      0,
      'playbooks[3].steps[0].withinMinutes: 0 is out of range; write a whole number from 1 to 129600 (minutes).',
    ],
    [
      'playbooks.3.steps.0.withinMinutes',
      1.5,
      'playbooks[3].steps[0].withinMinutes: 1.5 is not whole; write a whole number from 1 to 129600 (minutes).',
    ],
    [
      'playbooks.0.failure',
      'unsafe_produkt',
      'playbooks[0].failure: "unsafe_produkt" is no kind of failure; did you mean "unsafe_product"?',
    ],
    [
      'playbooks.0.steps.0.goal',
      'public_anser',
      'playbooks[0].steps[0].goal: "public_anser" is no goal of a step; did you mean "public_answer"?',
    ],
    [
      'playbooks.0.steps.0.clock',
      'ours',
      'playbooks[0].steps[0].clock: "ours" is no clock; write "customer" or "working".',
    ],
    ['fixes.0.kind', 'refnd', 'fixes[0].kind: "refnd" is no kind of fix; did you mean "refund"?'],
    [
      'fixes.0.key',
      'Вибачення',
      'fixes[0].key: "Вибачення" is no key; write small Latin letters, digits and _, beginning with a letter, at most 60.',
    ],
    ['fixes.0.title.uk', ' ', 'fixes[0].title.uk: it is empty; write the text in this language too.'],
    ['fixes.0.title.uk', undefined, 'fixes[0].title.uk: it is missing; write the text in this language too.'],
    ['fixes.0.title.uk', 7, 'fixes[0].title.uk: 7 is no text; write it in quotes.'],
    ['fixes.0.title.de', 'Bitte', 'fixes[0].title.de: there is no such field; write "ru", "uk" or "en".'],
    ['fixes.0.title.en', 'x'.repeat(2_001), 'fixes[0].title.en: it has 2001 letters; write at most 2000.'],
    [
      'fixes.0.title.en',
      'a\u0000b',
      'fixes[0].title.en: it holds a letter that cannot be shown; type the text anew.',
    ],
    [
      'fixes.0.title.en',
      'a\ud800b',
      'fixes[0].title.en: it holds a letter that cannot be shown; type the text anew.',
    ],
    ['fixes.0.failures', [], 'fixes[0].failures: it holds 0, at least 1 are needed; add what is missing.'],
    ['fixes.0.failures', 'all', 'fixes[0].failures: "all" stands where a list belongs; write [ … ].'],
    [
      'money.currency',
      'грн',
      'money.currency: "грн" is no currency; write its three capital letters, such as "UAH".',
    ],
    [
      'money.chanceOfLeaving.high',
      45,
      'money.chanceOfLeaving.high: 45 is out of range; write a share from 0 to 1, such as 0.2 for 20 %.',
    ],
    [
      'promises.warnAtShare',
      1,
      'promises.warnAtShare: 1 is out of range; write a share above 0 below 1, such as 0.2 for 20 %.',
    ],
    [
      'calendar.days',
      [1, 8],
      'calendar.days[1]: 8 is out of range; write a whole number from 1 to 7 (weekday, 1 is Monday).',
    ],
    [
      'calendar.holidays',
      ['2026-02-30'],
      'calendar.holidays[0]: there is no day 2026-02-30; write year, month and day, such as "2026-12-31".',
    ],
    [
      'calendar.holidays',
      ['1 січня'],
      'calendar.holidays[0]: "1 січня" is no date; write year, month and day, such as "2026-12-31".',
    ],
  ])('%s = %j', (path, value, message) => {
    expect(refusalOf(broken(path, value)).message).toBe(message);
  });

  it('names no field that every object has', () => {
    const policy = JSON.parse('{"constructor": 1, "__proto__": {"calendar": 1}}') as unknown;
    expect(refusalOf(policy).message).toContain('constructor: there is no such field');
    expect(refusalOf(JSON.parse('{"__proto__": 1}')).message).toContain('__proto__: there is no such field');
  });

  it('shows no more than the beginning of what was written, however long', () => {
    const { message } = refusalOf(broken('playbooks.0.failure', 'х'.repeat(1_000_000)));
    expect(message.length).toBeLessThan(400);
  });
});

describe('money is whole, in one currency, and somebody may approve it', () => {
  const withFix = (change: object): unknown => ({
    ...defaultPolicy,
    fixes: [{ ...firstFix, ...change }, ...defaultPolicy.fixes.slice(1)],
  });
  const limit = (role: string, upToMinor: number) => ({ role, upToMinor });

  it.each<[object, string]>([
    [
      { cost: { amountMinor: 99.9, currency: 'UAH' } },
      'fixes[0].cost.amountMinor: 99.9 is not whole; write the amount in the smallest unit of the currency, such as 50000 for 500.00.',
    ],
    [
      { cost: { amountMinor: -1, currency: 'UAH' } },
      'fixes[0].cost.amountMinor: -1 is out of range; write a whole number from 0 to 1000000000000 (smallest unit of the currency).',
    ],
    [
      { cost: { amountMinor: 100, currency: 'EUR' }, approval: [limit('lead', 500)] },
      'fixes[0].cost.currency: "EUR" is not the currency of money.currency ("UAH"); write all amounts in one currency.',
    ],
    [
      { cost: { amountMinor: 600, currency: 'UAH' }, approval: [limit('lead', 500)] },
      'fixes[0].approval: it usually costs 600, and nobody may approve more than 500; raise a limit or lower the cost.',
    ],
    [{ approval: [] }, 'fixes[0].approval: it holds 0, at least 1 are needed; add what is missing.'],
    [
      { approval: [limit('viewer', 1)] },
      'fixes[0].approval[0].role: "viewer" is no role that approves; write "administrator", "director", "lead" or "manager".',
    ],
    [
      { approval: [limit('lead', 1), limit('lead', 2)] },
      'fixes[0].approval[1].role: "lead" stands already at fixes[0].approval[0].role; each may stand once.',
    ],
    [
      { approval: [limit('manager', 500), limit('lead', 300)] },
      'fixes[0].approval[1].upToMinor: the lead may approve less than the manager; write at least 500.',
    ],
  ])('%j is not taken', (change, message) => {
    expect(refusalOf(withFix(change)).message).toBe(message);
  });

  it('the lower value of a contact stands first', () => {
    expect(refusalOf(broken('money.valueFromMinor', 700_001)).message).toBe(
      'money.valueToMinor: 700000 is less than valueFromMinor (700001); write the lower value first.',
    );
  });
});

describe('the parts of a policy fit together', () => {
  const step = firstPlaybook?.steps[0];
  const withPlaybook = (change: object): unknown => ({
    ...defaultPolicy,
    playbooks: [{ ...firstPlaybook, ...change }, ...defaultPolicy.playbooks.slice(1)],
  });
  const ends = (hours: object): Policy => ({
    ...defaultPolicy,
    calendar: { ...defaultPolicy.calendar, ...hours },
  });

  it.each<[string, unknown, string]>([
    [
      'work that ends before it begins',
      ends({ from: 1080, to: 540 }),
      'calendar.to: work ends (540) before it begins (1080); write minutes from midnight, such as 1080 for 18:00, later than calendar.from.',
    ],
    [
      'a day twice',
      ends({ days: [1, 2, 1] }),
      'calendar.days[2]: 1 stands already at calendar.days[0]; each may stand once.',
    ],
    [
      'a critical case that waits longer than a high one',
      broken('leaseMinutes.critical', 31),
      'leaseMinutes.high: 30 is less than critical (31) has; let the more urgent wait no longer than the less urgent.',
    ],
    [
      'two fixes of one key',
      { ...defaultPolicy, fixes: [...defaultPolicy.fixes, firstFix] },
      'fixes[19].key: "apology_by_name" stands already at fixes[0].key; each may stand once.',
    ],
    [
      'no playbook for a kind of failure',
      { ...defaultPolicy, playbooks: defaultPolicy.playbooks.slice(1) },
      'playbooks: there is none for "unsafe_product"; add one: each kind of failure has its own.',
    ],
    [
      'two playbooks for a kind of failure',
      { ...defaultPolicy, playbooks: [...defaultPolicy.playbooks, firstPlaybook] },
      'playbooks[11].failure: "unsafe_product" stands already at playbooks[0].failure; each may stand once.',
    ],
    [
      'a ladder with a fix that is not there',
      withPlaybook({ ladder: ['full_refnd'] }),
      'playbooks[0].ladder[0]: the catalogue has no fix "full_refnd"; did you mean "full_refund"?',
    ],
    [
      'a ladder with a fix for other failures',
      withPlaybook({ ladder: ['full_refund', 'gift_with_note'] }),
      'playbooks[0].ladder[1]: the fix "gift_with_note" is not meant for "unsafe_product"; add "unsafe_product" to its failures, or take it off the ladder.',
    ],
    [
      'a case that could never close as fixed',
      withPlaybook({ closesWith: ['compensation'] }),
      'playbooks[0].closesWith: no fix of the ladder is a compensation, so that no such case could close as fixed; put one on the ladder.',
    ],
    [
      'a refund awaited that nobody offers',
      withPlaybook({ steps: [{ ...step, goal: 'refund_done' }], ladder: ['call_by_lead'], closesWith: [] }),
      'playbooks[0].steps[0].goal: it waits for a refund, and the ladder has none; put one on it.',
    ],
    [
      'two steps of one goal',
      withPlaybook({ steps: [step, { ...step, key: 'again' }] }),
      'playbooks[0].steps[1].goal: "public_answer" stands already at playbooks[0].steps[0].goal; each may stand once.',
    ],
    [
      'two steps of one key',
      withPlaybook({ steps: [step, { ...step, goal: 'offer' }] }),
      'playbooks[0].steps[1].key: "warn_in_public" stands already at playbooks[0].steps[0].key; each may stand once.',
    ],
    [
      'steps out of order',
      withPlaybook({ steps: [step, { ...step, key: 'sooner', goal: 'offer', withinMinutes: 5 }] }),
      'playbooks[0].steps[1].withinMinutes: 5 is sooner than the step before it, steps[0] (15); put the steps in the order of their times.',
    ],
  ])('%s is not taken', (_what, policy, message) => {
    expect(refusalOf(policy).message).toBe(message);
  });

  it('tells programs the place alone', () => {
    expect(refusalOf(withPlaybook({ ladder: ['full_refnd'] })).place).toBe('playbooks[0].ladder[0]');
  });
});

describe('texts for customers hold the placeholders that are filled in, and no others', () => {
  it.each<[string, string, string]>([
    [
      'promises.lateDraft.ru',
      'Мы обещали {promis} до {due}',
      'promises.lateDraft.ru: there is no placeholder "{promis}"; did you mean "{promise}"?',
    ],
    [
      'promises.lateDraft.ru',
      'Мы обещали {promise}',
      'promises.lateDraft.ru: it lacks "{due}"; put it where the fact belongs.',
    ],
    [
      'outcome.question.uk',
      'Ну як воно, {customer}?',
      'outcome.question.uk: it lacks "{link}"; put it where the fact belongs.',
    ],
    [
      'outcome.question.uk',
      '{link} {due}',
      'outcome.question.uk: there is no placeholder "{due}"; write "{customer}", "{link}" or "{brand}".',
    ],
    [
      'outcome.question.uk',
      '{link} і {customer',
      'outcome.question.uk: a brace stands alone; close each { with a }, and use them for placeholders only.',
    ],
    [
      'playbooks.0.steps.0.hint.en',
      'Write to {customer} at once.',
      'playbooks[0].steps[0].hint.en: nothing is filled in for "{customer}" here; write the words themselves.',
    ],
  ])('%s = %j', (path, text, message) => {
    expect(refusalOf(broken(path, text)).message).toBe(message);
  });
});
