import { type Actor, heard, isFault, type Policy, type Role } from '@heard/core';
import { newId, type Transaction } from '@heard/database';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { defaultPolicy, forCurrency, Policies } from '../index.js';

const now = new Date('2026-11-24T09:10:00Z');
const person = (role: Role): Actor => ({ kind: 'person', staffId: newId(), role });
const lead = person('lead');
const budget = (policy: Policy, allowed: number): Policy => ({ ...policy, handOffs: { budget: allowed } });

let db: TestDatabase;
let policies: Policies;
beforeAll(async () => {
  db = await testDatabase([]);
});
afterAll(() => db.close());
beforeEach(() => {
  policies = new Policies(new FakeClock(now));
});

async function workspace(
  currency = 'UAH',
): Promise<<T>(work: (tx: Transaction) => Promise<T>) => Promise<T>> {
  const id = newId();
  await db.database.inWorkspace(id, (tx) =>
    tx.run(
      `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
       values ($1, 'Лавка', 'Europe/Kyiv', $2, '{}', $3)`,
      [id, currency, now],
    ),
  );
  return (work) => db.database.inWorkspace(id, work);
}

const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no fault',
    (error: unknown) => (isFault(error) ? `${error.kind} ${error.code}` : String(error)),
  );

/** A transaction that counts its statements. */
function counted(tx: Transaction): { readonly tx: Transaction; readonly count: () => number } {
  let statements = 0;
  const seen: Transaction = {
    ...tx,
    rows: (sql, parameters) => {
      statements += 1;
      return tx.rows(sql, parameters);
    },
  };
  return { tx: seen, count: () => statements };
}

test('the first asking writes the default in the currency of the workspace, once', async () => {
  const inEuros = await workspace('EUR');
  const first = await inEuros((tx) => policies.current(tx));
  expect(first).toEqual({ version: 1, policy: forCurrency(defaultPolicy, 'EUR') });
  expect(await inEuros((tx) => policies.current(tx))).toEqual(first);
  expect(await inEuros((tx) => policies.versions(tx))).toEqual([
    { version: 1, at: now, by: heard, sections: [] },
  ]);
});

test('version 1 is there for cases from before there were policies', async () => {
  const inOurs = await workspace();
  expect(await inOurs((tx) => policies.get(tx, 1))).toEqual(defaultPolicy);
  expect(await inOurs((tx) => policies.currentVersion(tx))).toBe(1);
  expect(await faultOf(inOurs((tx) => policies.get(tx, 2)))).toBe('missing no_such_policy');
});

test('several that ask first at once, in processes of their own, get the same version', async () => {
  const inOurs = await workspace();
  const asked = await Promise.all(
    Array.from({ length: 5 }, () => inOurs((tx) => new Policies(new FakeClock(now)).current(tx))),
  );
  expect(asked.map(({ version }) => version)).toEqual([1, 1, 1, 1, 1]);
  expect(await inOurs((tx) => policies.versions(tx))).toHaveLength(1);
});

test('a change becomes the next version, and the one before stays what it was', async () => {
  const inOurs = await workspace();
  const changed = await inOurs((tx) => policies.change(tx, 1, budget(defaultPolicy, 4), lead));
  expect(changed).toMatchObject({ version: 2, policy: { handOffs: { budget: 4 } } });
  await inOurs(async (tx) => {
    expect(await policies.current(tx)).toEqual(changed);
    expect(await policies.get(tx, 1)).toEqual(defaultPolicy);
    expect(await policies.versions(tx)).toEqual([
      { version: 2, at: now, by: lead, sections: ['handOffs'] },
      { version: 1, at: now, by: heard, sections: [] },
    ]);
  });
});

test('a change that changes nothing makes no version', async () => {
  const inOurs = await workspace();
  expect(await inOurs((tx) => policies.change(tx, 1, defaultPolicy, lead))).toMatchObject({ version: 1 });
  expect(await inOurs((tx) => policies.versions(tx))).toHaveLength(1);
});

test('who changes an old version is told that there is a newer one', async () => {
  const inOurs = await workspace();
  await inOurs((tx) => policies.change(tx, 1, budget(defaultPolicy, 4), lead));
  const late = inOurs((tx) => policies.change(tx, 1, budget(defaultPolicy, 5), lead));
  expect(await faultOf(late)).toBe('conflict policy_changed');
  const early = inOurs((tx) => policies.change(tx, 3, budget(defaultPolicy, 5), lead));
  expect(await faultOf(early)).toBe('conflict policy_changed');
});

test('of two who save at once one wins and the other is told', async () => {
  const inOurs = await workspace();
  await inOurs((tx) => policies.current(tx));
  const saved = await Promise.all(
    [4, 5, 6].map((allowed) =>
      faultOf(
        inOurs((tx) => new Policies(new FakeClock(now)).change(tx, 1, budget(defaultPolicy, allowed), lead)),
      ),
    ),
  );
  expect(saved.toSorted()).toEqual(['conflict policy_changed', 'conflict policy_changed', 'no fault']);
  expect((await inOurs((tx) => policies.current(tx))).version).toBe(2);
});

test('what was rolled back is not remembered', async () => {
  const inOurs = await workspace();
  const rolledBack = inOurs(async (tx) => {
    await policies.change(tx, 1, budget(defaultPolicy, 4), lead);
    expect((await policies.current(tx)).policy.handOffs.budget).toBe(4);
    throw new Error('something else went wrong');
  });
  await expect(rolledBack).rejects.toThrow('something else');
  const { version, policy } = await inOurs((tx) => policies.change(tx, 1, budget(defaultPolicy, 5), lead));
  expect({ version, budget: policy.handOffs.budget }).toEqual({ version: 2, budget: 5 });
  expect((await inOurs((tx) => policies.get(tx, 2))).handOffs.budget).toBe(5);
});

test('once read, the current version costs one statement and an old one none', async () => {
  const inOurs = await workspace();
  await inOurs((tx) => policies.current(tx));
  await inOurs((tx) => policies.current(tx));
  await inOurs(async (plain) => {
    const { tx, count } = counted(plain);
    await policies.current(tx);
    expect(count()).toBe(1);
    await policies.get(tx, 1);
    expect(count()).toBe(1);
  });
});

test('a policy that many share cannot be changed in memory', async () => {
  const inOurs = await workspace();
  const { policy } = await inOurs((tx) => policies.current(tx));
  expect(() => Object.assign(policy.handOffs, { budget: 99 })).toThrow(TypeError);
});

const worth = (policy: Policy): Policy => ({ ...policy, money: { ...policy.money, valueToMinor: 900_000 } });

test.each<[string, Actor, (policy: Policy) => Policy, string]>([
  ['a manager nothing', person('manager'), (policy) => budget(policy, 4), 'refused lead_needed'],
  ['a viewer nothing', person('viewer'), (policy) => budget(policy, 4), 'refused lead_needed'],
  ['a customer nothing', { kind: 'customer' }, (policy) => budget(policy, 4), 'refused lead_needed'],
  ['a lead what is done', lead, (policy) => budget(policy, 4), 'no fault'],
  ['a lead not what a customer is worth', lead, worth, 'refused director_needed'],
  ['a director what a customer is worth', person('director'), worth, 'no fault'],
  ['an administrator what a customer is worth', person('administrator'), worth, 'no fault'],
  ['a program what is done', { kind: 'program', keyId: newId() }, (policy) => budget(policy, 4), 'no fault'],
  [
    'a program not what a customer is worth',
    { kind: 'program', keyId: newId() },
    worth,
    'refused director_needed',
  ],
])('changes: %s', async (_what, by, change, expected) => {
  const inOurs = await workspace();
  const work = inOurs((tx) => policies.change(tx, 1, change(defaultPolicy), by));
  expect(await faultOf(work)).toBe(expected);
});

test('nothing that is not in order is stored', async () => {
  const inOurs = await workspace();
  const work = inOurs((tx) => policies.change(tx, 1, budget(defaultPolicy, -1), lead));
  expect(await faultOf(work)).toBe('invalid invalid_policy');
  expect(await inOurs((tx) => policies.versions(tx))).toEqual([]);
});

test('workspaces do not see each other’s policies, also not from memory', async () => {
  const [inOurs, inTheirs] = [await workspace(), await workspace('EUR')];
  await inOurs((tx) => policies.change(tx, 1, budget(defaultPolicy, 7), lead));
  await inOurs((tx) => policies.get(tx, 2));
  await inTheirs(async (tx) => {
    expect(await faultOf(policies.get(tx, 2))).toBe('missing no_such_policy');
    expect((await policies.current(tx)).policy.money.currency).toBe('EUR');
    expect(await tx.rows('select distinct workspace_id from policies')).toEqual([
      { workspace_id: tx.workspaceId },
    ]);
  });
});

test('a version can be neither changed nor deleted, nor written for a workspace that is not there', async () => {
  const inOurs = await workspace();
  await inOurs((tx) => policies.current(tx));
  const change = inOurs((tx) => tx.run('update policies set sections = array[$1]', ['money']));
  await expect(change).rejects.toThrow(/permission denied/u);
  await expect(inOurs((tx) => tx.run('delete from policies'))).rejects.toThrow(/permission denied/u);
  const nowhere = db.database.inWorkspace(newId(), (tx) => policies.current(tx));
  expect(await faultOf(nowhere)).toBe('missing no_such_workspace');
});
