import { heard, isFault } from '@heard/core';
import { newId, type Transaction } from '@heard/database';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { Audit, ChangeStaff, DutyRota, OnCall, People, setUpWorkspace, Workspaces } from './index.js';

// A Sunday, 14:00 in Kyiv.
const now = new Date('2026-11-22T12:00:00Z');
const clock = new FakeClock(now);
const people = new People(clock);
const rota = new DutyRota();
const workspaces = new Workspaces();
const onCall = new OnCall(people, workspaces);

let db: TestDatabase;
let workspaceId: string;
let staff: ChangeStaff;
beforeAll(async () => {
  db = await testDatabase([]);
  ({ workspaceId } = await setUpWorkspace(db.database, { administratorEmail: 'head@lavka.example' }, clock));
  staff = new ChangeStaff(db.database, people, rota, workspaces, new Audit(clock));
});
afterAll(() => db.close());

const inWorkspace = <T>(work: (tx: Transaction) => Promise<T>) => db.database.inWorkspace(workspaceId, work);
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no fault',
    (error: unknown) => (isFault(error) ? error.code : String(error)),
  );
const hired = async (name: string, role: 'lead' | 'manager' | 'director' | 'viewer', demo = false) =>
  inWorkspace((tx) =>
    people.add(tx, { name, email: `${newId()}@lavka.example`, role, languages: ['uk'], demo }),
  );

/** A case with nothing but an assignee, as the rules of cases are not of interest here. */
async function caseOf(staffId: string): Promise<string> {
  const [source, id] = [newId(), newId()];
  await inWorkspace(async (tx) => {
    await tx.run(
      `insert into sources (workspace_id, id, platform, name, state_since, created_at)
       values ($1, $2, 'push', 'test', $3, $3)`,
      [workspaceId, source, now],
    );
    await tx.run(
      `insert into cases (workspace_id, id, number, status, source_id, language, category, urgency, urgency_rank,
         urgency_reasons, signals, complaints, assignee_id, assignee_since, assigned_because, posted_at, opened_at,
         last_mention_at, version, last_hash)
       values ($1, $2, (select count(*)::int + 1 from cases), 'open', $3, 'uk', 'delivery', 'high', 3, '{}', '{}', 1, $4,
         $5, 'on_duty', $5, $5, $5, 1, '')`,
      [workspaceId, id, source, staffId, now],
    );
  });
  return id;
}

test('a candidate comes with their calendar and the number of their open cases', async () => {
  const olha = await hired('Ольга', 'manager');
  const calendar = {
    week: [
      { weekday: 1, from: 540, to: 780 },
      { weekday: 1, from: 840, to: 1440 },
    ],
    exceptions: [{ date: '2026-12-31', hours: [{ from: 600, to: 720 }] }],
  };
  await staff.setDuty(workspaceId, olha, calendar, heard);
  const place = newId();
  await db.owner(
    `insert into locations (workspace_id, id, name, kind, known_as) values ($1, $2, 'Поділ', 'shop', '{}')`,
    [workspaceId, place],
  );
  const answersFor = { locationIds: [place], skills: ['not_delivered', 'data_leak'] as const };
  await staff.change(workspaceId, olha, answersFor, heard);
  await caseOf(olha);
  await caseOf(olha);
  const found = await inWorkspace((tx) => people.candidates(tx, { demo: false }));
  expect(found.find(({ staffId }) => staffId === olha)).toEqual({
    staffId: olha,
    role: 'manager',
    languages: ['uk'],
    brandIds: [],
    locationIds: [place],
    skills: ['not_delivered', 'data_leak'],
    openCases: 2,
    duty: calendar,
  });
});

test('demo staff are candidates for the demo only, and viewers and those who left for nothing', async () => {
  const [demo, viewer, left] = [
    await hired('Ярина', 'manager', true),
    await hired('Глядач', 'viewer'),
    await hired('Колишній', 'manager'),
  ];
  await staff.change(workspaceId, left, { active: false }, heard);
  const ids = async (of: { demo: boolean }) =>
    (await inWorkspace((tx) => people.candidates(tx, of))).map(({ staffId }) => staffId);
  expect(await ids({ demo: true })).toEqual([demo]);
  const real = await ids({ demo: false });
  expect([demo, viewer, left].filter((id) => real.includes(id))).toEqual([]);
});

test('an e-mail address belongs to one person, whatever its letters', async () => {
  const person = { name: 'Двійник', role: 'manager', languages: ['uk'] } as const;
  const again = staff.add(workspaceId, { ...person, email: 'HEAD@lavka.example' }, heard);
  expect(await faultOf(again)).toBe('email_taken');
});

test('the last administrator can neither leave nor become something else', async () => {
  const all = await inWorkspace((tx) => people.list(tx));
  const head = all.find(({ role }) => role === 'administrator')?.id ?? '';
  expect(await faultOf(staff.change(workspaceId, head, { active: false }, heard))).toBe('last_administrator');
  expect(await faultOf(staff.change(workspaceId, head, { role: 'lead' }, heard))).toBe('last_administrator');
});

test('nobody leaves with open cases', async () => {
  const busy = await hired('Зайнята', 'manager');
  await caseOf(busy);
  expect(await faultOf(staff.change(workspaceId, busy, { active: false }, heard))).toBe('has_open_cases');
});

test.each([
  [
    'overlapping',
    [
      { weekday: 1, from: 540, to: 700 },
      { weekday: 1, from: 600, to: 800 },
    ],
    [],
  ],
  ['over midnight', [{ weekday: 1, from: 1380, to: 120 }], []],
  ['on a date that does not exist', [], [{ date: '2026-02-30', hours: [] }]],
])('hours %s are refused', async (_, week, exceptions) => {
  const id = await hired('Хто', 'manager');
  expect(await faultOf(staff.setDuty(workspaceId, id, { week, exceptions }, heard))).toBe('hours_malformed');
});

test('each step of an escalation finds its person', async () => {
  const manager = await hired('Марко', 'manager');
  const [resting, present] = [await hired('Лідер вдома', 'lead'), await hired('Лідер на місці', 'lead')];
  const director = await hired('Директорка', 'director');
  await staff.setDuty(
    workspaceId,
    present,
    { week: [{ weekday: 7, from: 0, to: 1440 }], exceptions: [] },
    heard,
  );
  const caseId = await caseOf(manager);
  const told = async (target: string, about: { caseId?: string; demo: boolean }) =>
    (await inWorkspace((tx) => onCall.resolve(tx, target, about, now)))?.staffId;
  expect(await told('on_call', { caseId, demo: false })).toBe(manager);
  expect(await told('on_call', { demo: false })).toBe(present);
  expect(await told('lead', { caseId, demo: false })).toBe(present);
  expect(await told('director', { demo: false })).toBe(director);
  expect(await told(resting, { demo: false })).toBe(resting);
  expect(await told('director', { demo: true })).toBeUndefined();
  expect(await told(newId(), { demo: false })).toBeUndefined();
});

test('an escalation policy names only people who work here', async () => {
  const unknown = { afterMinutes: 5, steps: [{ to: 'on_call' }, { to: newId() }] };
  expect(await faultOf(staff.setPolicy(workspaceId, unknown, heard))).toBe('no_such_person');
  await staff.setPolicy(workspaceId, { afterMinutes: 5, steps: [{ to: 'lead' }] }, heard);
  const { escalationPolicy } = await inWorkspace((tx) => workspaces.get(tx));
  expect(escalationPolicy).toEqual({ afterMinutes: 5, steps: [{ to: 'lead' }] });
});

test('the audit says who did what, and refuses to hold a secret', async () => {
  const audit = new Audit(clock);
  const id = await hired('Слід', 'manager');
  await staff.change(workspaceId, id, { name: 'Новий слід' }, { kind: 'program', keyId: 'k1' });
  const rows = await inWorkspace((tx) =>
    tx.rows('select actor, action, detail, at from audit where target = $1', [`staff:${id}`]),
  );
  expect(rows).toEqual([
    {
      actor: { kind: 'program', keyId: 'k1' },
      action: 'staff.changed',
      detail: { fields: ['name'] },
      at: now,
    },
  ]);
  const leaking = inWorkspace((tx) => audit.write(tx, heard, 'x', 'y', { accessToken: 'abc' }));
  expect(await faultOf(leaking)).toBe('bug');
});
