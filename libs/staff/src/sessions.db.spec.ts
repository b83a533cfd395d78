import { heard, isFault } from '@heard/core';
import { newId } from '@heard/database';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import {
  ApiKeys,
  Audit,
  ChangeStaff,
  DutyRota,
  People,
  Sessions,
  setUpWorkspace,
  Workspaces,
} from './index.js';

const clock = new FakeClock(new Date('2026-11-22T12:00:00Z'));
const people = new People(clock);
const workspaces = new Workspaces();
const audit = new Audit(clock);
const email = 'head@lavka.example';
const password = 'тиха кавʼярня 12';

let db: TestDatabase;
let workspaceId: string;
let staff: ChangeStaff;
let keys: ApiKeys;
beforeAll(async () => {
  db = await testDatabase([]);
  const asked = { administratorEmail: email, administratorPassword: password };
  ({ workspaceId } = await setUpWorkspace(db.database, asked, clock));
  staff = new ChangeStaff(db.database, people, new DutyRota(), workspaces, audit);
  keys = new ApiKeys(db.database, audit, clock);
});
afterAll(() => db.close());

const sessionsAnew = () => new Sessions(db.database, people, workspaces, audit, clock);
const from = { address: '198.51.100.7' };
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no fault',
    (error: unknown) => (isFault(error) ? error.code : String(error)),
  );

test('several first starts at once make one workspace and say its password once', async () => {
  const fresh = await testDatabase([]);
  try {
    const starts = await Promise.all(
      [1, 2, 3].map(() => setUpWorkspace(fresh.database, { administratorEmail: email }, clock)),
    );
    expect(new Set(starts.map((each) => each.workspaceId)).size).toBe(1);
    const said = starts.flatMap(({ administrator }) => administrator?.oneTimePassword ?? []);
    expect(said).toHaveLength(1);
    const sessions = new Sessions(fresh.database, people, workspaces, audit, clock);
    const { workspace } = await sessions.signIn(email, said[0] ?? '', from);
    expect(workspace).toMatchObject({ name: 'Heard', timeZone: 'Europe/Kyiv', currency: 'UAH' });
  } finally {
    await fresh.close();
  }
});

test('a session is found by its token until it ends, and the token is stored nowhere', async () => {
  const sessions = sessionsAnew();
  const { token, person, sessionId } = await sessions.signIn('Head@Lavka.example', password, from);
  expect(token).toMatch(/^[\w-]{43}$/u);
  expect((await sessions.find(token))?.person).toEqual(person);
  const [stored] = await db.owner<{ row: string }>(
    'select sessions::text as row from sessions where id = $1',
    [sessionId],
  );
  expect(stored?.row).not.toContain(token);
  await sessions.signOut(workspaceId, sessionId);
  expect(await sessions.find(token)).toBeUndefined();
});

test('a session lasts 14 days', async () => {
  const sessions = sessionsAnew();
  const { token, sessionId } = await sessions.signIn(email, password, from);
  const [span] = await db.owner(
    `select (expires_at - created_at)::text as lasts from sessions where id = $1`,
    [sessionId],
  );
  expect(span).toEqual({ lasts: '14 days' });
  await db.owner(`update sessions set expires_at = now() - interval '1 second' where id = $1`, [sessionId]);
  expect(await sessions.find(token)).toBeUndefined();
});

test('an unknown name and a wrong password are told apart by nothing', async () => {
  const sessions = sessionsAnew();
  expect(await faultOf(sessions.signIn(email, 'wrong password', from))).toBe('wrong_credentials');
  expect(await faultOf(sessions.signIn('nobody@lavka.example', password, from))).toBe('wrong_credentials');
});

test('after ten wrong passwords even the right one has to wait a quarter of an hour', async () => {
  const patient = new FakeClock(clock.now());
  const sessions = new Sessions(db.database, people, workspaces, audit, patient);
  const wrong = Array.from({ length: 10 }, (_, at) =>
    faultOf(sessions.signIn(email, `wrong ${at}`, { address: `203.0.113.${at}` })),
  );
  expect(new Set(await Promise.all(wrong))).toEqual(new Set(['wrong_credentials']));
  expect(await faultOf(sessions.signIn(email, password, from))).toBe('too_many_attempts');
  patient.advanceTo(new Date(patient.now().getTime() + 15 * 60_000));
  expect(await faultOf(sessions.signIn(email, password, from))).toBe('no fault');
});

test('one network address cannot try many names without end', async () => {
  const sessions = sessionsAnew();
  const address = '203.0.113.200';
  const tries = Array.from({ length: 51 }, (_, at) =>
    faultOf(sessions.signIn(`name${at}@lavka.example`, 'guess guess guess', { address })),
  );
  const codes = await Promise.all(tries);
  expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(1);
});

test('a new password ends all other sessions; leaving ends all', async () => {
  const sessions = sessionsAnew();
  const added = await staff.add(
    workspaceId,
    { name: 'Оксана', email: 'oksana@lavka.example', role: 'manager', languages: ['uk'] },
    heard,
  );
  const old = added.oneTimePassword ?? '';
  const [one, two] = [
    await sessions.signIn('oksana@lavka.example', old, from),
    await sessions.signIn('oksana@lavka.example', old, from),
  ];
  const change = { currentPassword: 'not this one', newPassword: 'new password 1' };
  expect(await faultOf(sessions.changeOwn(workspaceId, one, change))).toBe('wrong_password');
  await sessions.changeOwn(workspaceId, one, { ...change, currentPassword: old, interfaceLanguage: 'uk' });
  expect((await sessions.find(one.token))?.person.interfaceLanguage).toBe('uk');
  expect(await sessions.find(two.token)).toBeUndefined();
  await staff.change(workspaceId, added.person.id, { active: false }, heard);
  expect(await sessions.find(one.token)).toBeUndefined();
  expect(await faultOf(sessions.signIn('oksana@lavka.example', 'new password 1', from))).toBe(
    'wrong_credentials',
  );
});

test('a short password is refused', async () => {
  const person = { name: 'К', email: 'k@lavka.example', role: 'viewer', languages: [] } as const;
  expect(await faultOf(staff.add(workspaceId, { ...person, password: 'short' }, heard))).toBe(
    'password_length',
  );
});

test('an API key works until it is revoked, and is stored nowhere', async () => {
  const made = await keys.create(
    workspaceId,
    { name: 'CRM', scopes: ['cases:read', 'mentions:write'] },
    heard,
  );
  expect(made.key.startsWith(`${made.prefix}_`)).toBe(true);
  expect(await keys.find(made.key)).toEqual({
    workspaceId,
    keyId: made.id,
    scopes: ['mentions:write', 'cases:read'],
  });
  expect(await keys.find(`${made.key.slice(0, -1)}${made.key.endsWith('A') ? 'B' : 'A'}`)).toBeUndefined();
  const [stored] = await db.owner<{ row: string }>(
    'select api_keys::text as row from api_keys where id = $1',
    [made.id],
  );
  expect(stored?.row).not.toContain(made.key);
  await keys.revoke(workspaceId, made.id, heard);
  expect(await keys.find(made.key)).toBeUndefined();
  expect(await keys.list(workspaceId)).toEqual([]);
  expect(await faultOf(keys.revoke(workspaceId, newId(), heard))).toBe('no_such_key');
});

test('the last use of a key is written at most once a minute', async () => {
  const ticking = new FakeClock(clock.now());
  const keysOf = () => new ApiKeys(db.database, audit, ticking);
  const [one, other] = [keysOf(), keysOf()];
  const { id, key } = await one.create(workspaceId, { name: 'BI', scopes: ['cases:read'] }, heard);
  const lastUsed = async () => (await one.list(workspaceId)).find((each) => each.id === id)?.lastUsedAt;
  const begun = ticking.now();
  await one.find(key);
  ticking.advanceTo(new Date(begun.getTime() + 59_000));
  await Promise.all([one.find(key), other.find(key)]);
  expect(await lastUsed()).toEqual(begun);
  ticking.advanceTo(new Date(begun.getTime() + 60_000));
  await one.find(key);
  expect(await lastUsed()).toEqual(ticking.now());
});

test('a key has known scopes only', async () => {
  const asked = keys.create(workspaceId, { name: 'x', scopes: ['cases:read', 'everything'] }, heard);
  expect(await faultOf(asked)).toBe('no_such_scope');
});
