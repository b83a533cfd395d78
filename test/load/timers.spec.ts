import { setTimeout as pause } from 'node:timers/promises';
import { firstBreak, readHistory } from '@heard/cases';
import { type Actor, type CaseEvent, rebuild, stepsOf } from '@heard/core';
import { newId } from '@heard/database';
import { randomOf } from './made-up-day.js';
import { MortalHeard } from './mortal-heard.js';
import { openWorld, type World } from './world.js';

/** R03, and two and more processes that run the same timers: each step happens once, and none is skipped. */

const seed = Number(process.env['TIMERS_SEED'] ?? 20_261_125);
const cases = 90;
const processes = 3;
const kills = 8;
const rounds = 3;
const quietLimitMs = 150_000;
/** The money has to be back within a day: that step is late only after the opening. */
const lastStepAfterMs = 24 * 3_600_000;
const lastStepInMs = 20_000;

let world: World;
let workers: MortalHeard[];
let caseIds: string[];

beforeAll(async () => {
  world = await openWorld('worker');
  caseIds = await openCases();
  workers = Array.from({ length: processes }, () => new MortalHeard(world.environment));
  for (const worker of workers) worker.start();
  await Promise.all(workers.map(({ ready }) => ready));
}, 300_000);

afterAll(async () => {
  await Promise.all((workers ?? []).map((worker) => worker.kill()));
  await world?.close();
});

/** People who waited almost a day before we heard of them: the first steps of their playbook are late, one is about to be. */
async function openCases(): Promise<string[]> {
  const { heard, workspaceId } = world;
  const postedAt = new Date(Date.now() - lastStepAfterMs + lastStepInMs);
  await heard.takePushed.run(
    workspaceId,
    'load',
    Array.from({ length: cases }, (_, index) => ({
      kind: 'post' as const,
      externalId: `${index}`,
      author: { isBrand: false, externalId: `${index}` },
      text: 'Гроші зняли без дозволу: послугу підключили без моєї згоди. Негайно поверніть!',
      postedAt,
      platformState: 'visible' as const,
      raw: {},
    })),
  );
  const [admin] = await world.rows<{ id: string }>('select id from staff limit 1');
  const by: Actor = { kind: 'person', staffId: admin?.id ?? '', role: 'administrator' };
  const ids = (await world.rows<{ id: string }>('select id from cases order by number')).map(({ id }) => id);
  const due = new Date(Date.now() + lastStepInMs);
  for (const id of ids) {
    await heard.act.run(
      workspaceId,
      id,
      { type: 'promise', promiseId: newId(), what: 'Повернути гроші', due },
      by,
    );
  }
  return ids;
}

/** Any process dies at any moment, and another one like it takes its place. */
async function killOneOf(random: () => number): Promise<void> {
  await pause(200 + random() * 900);
  const worker = workers[Math.floor(random() * workers.length)];
  await worker?.kill();
  worker?.start();
}

/** A case that a dead process had claimed is left alone for a minute: that is not waited for. Who looks too often finds nothing to do. */
const claimsRunOut = `update cases set next_timer_at = least(next_timer_at, now())`;
const undone = `select
  (select count(*)::int from cases where next_timer_at <= now()) as timers,
  (select count(*)::int from promises where state = 'open') as promises,
  (select count(*)::int from pgboss.job where state < 'completed' and start_after <= now()
     and name in ('case-events', 'escalate')) as jobs`;

async function untilRest(): Promise<void> {
  const limit = Date.now() + quietLimitMs;
  for (;;) {
    const [now] = await world.rows<{ timers: number; promises: number; jobs: number }>(undone);
    if (now && now.timers + now.promises + now.jobs === 0) return;
    if (Date.now() > limit) throw new Error(`Not at rest: ${JSON.stringify(now)}. ${workers[0]?.lastWords}`);
    await pause(250);
  }
}

async function historyOf(id: string): Promise<readonly CaseEvent[]> {
  return world.heard.database.inWorkspace(world.workspaceId, async (tx) => {
    const events = await readHistory(tx, id);
    expect(firstBreak(id, events)).toBeUndefined();
    return events;
  });
}

test(`${processes} processes, ${kills} times one of them killed: what is due happens once in each case`, async () => {
  const random = randomOf(seed);
  for (let killed = 0; killed < kills; killed += 1) {
    await killOneOf(random);
    await world.rows(claimsRunOut);
  }
  await Promise.all(workers.map(({ ready }) => ready));
  await world.rows(claimsRunOut);
  await untilRest();

  const policy = await world.heard.database.inWorkspace(world.workspaceId, (tx) =>
    world.heard.policies.get(tx, 1),
  );
  const told = new Map<string, number>();
  let lateSinceOpened = 0;
  for (const id of caseIds) {
    const events = await historyOf(id);
    const current = rebuild(id, events);
    const overdue = events.filter((event) => event.type === 'case.step_overdue');
    const late = overdue.map(({ step }) => step);
    lateSinceOpened += overdue.filter((event) => event.due > current.openedAt).length;
    const due = stepsOf(current, policy, 'Europe/Kyiv', new Date())
      .filter(({ state }) => state === 'overdue')
      .map(({ step }) => step.key);
    expect(due.length).toBeGreaterThan(2);
    expect(late.toSorted()).toEqual(due.toSorted());
    expect(events.filter(({ type }) => type === 'case.promise_broken')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'case.promise_warned').length).toBeLessThanOrEqual(1);
    for (const { type } of events) told.set(type, (told.get(type) ?? 0) + 1);
  }
  const alerts = await world.rows<{ kind: string; count: number }>(
    `select kind, count(*)::int from alerts where case_id is not null group by kind`,
  );
  const raised = Object.fromEntries(alerts.map(({ kind, count }) => [kind, count]));
  expect(raised['promise_broken']).toBe(cases);
  // What was late before anybody here could know of it wakes nobody.
  expect(lateSinceOpened).toBe(cases);
  expect(raised['step_overdue']).toBe(lateSinceOpened);
  expect(raised['promise_near'] ?? 0).toBe(told.get('case.promise_warned') ?? 0);
}, 300_000);

test(`${rounds} rounds of escalations, each with a process killed in its middle: no step twice, none skipped`, async () => {
  const random = randomOf(seed + 1);
  const jobsOf = `select data ->> 'alertId' as alert, count(*)::int as jobs from pgboss.job
     where name = 'escalate' group by 1`;
  const before = await world.rows<{ alert: string; jobs: number }>(jobsOf);
  expect(before.length).toBeGreaterThanOrEqual(cases);
  for (let round = 0; round < rounds; round += 1) {
    await world.rows(
      `update pgboss.job set start_after = now() where name = 'escalate' and state = 'created'`,
    );
    await killOneOf(random);
    await untilRest();
  }
  // Each step puts the next one down, so that they are counted by what waits.
  const after = await world.rows<{ alert: string; jobs: number }>(jobsOf);
  const steps = new Map(before.map(({ alert, jobs }) => [alert, jobs + rounds]));
  expect(Object.fromEntries(after.map(({ alert, jobs }) => [alert, jobs]))).toEqual(
    Object.fromEntries(steps),
  );
  const levels = await world.rows(
    `select 1 from notifications group by alert_id, level, receiver, staff_id having count(*) > 1`,
  );
  expect(levels).toEqual([]);
}, 300_000);
