import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailReceiver } from '@heard/alerting';
import { type Actor, isFault } from '@heard/core';
import { type Database, newId, SecretBox, type Transaction } from '@heard/database';
import { createHttpClient } from '@heard/http';
import { Jobs } from '@heard/jobs';
import { usualPace } from '@heard/listening';
import { allQueues, composeHeard, type Heard } from '@heard/pipeline';
import { realBaseUrls } from '@heard/sources';
import { DutyRota, setUpWorkspace } from '@heard/staff';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { type Simulator, startSimulator } from '../../../simulator/src/index.js';
import { demoPeople, demoScript } from './demo-data.js';
import { DemoPlayer } from './play-demo.js';
import type { DemoPlayPorts, DemoSetUpPorts } from './ports.js';
import { removeDemo } from './remove-demo.js';
import { setUpDemo } from './set-up-demo.js';
import { caseOfMention } from './store/demo-rows.js';
import { bookshopLines } from './stories/bookshop.js';

let clock: FakeClock;
let db: TestDatabase;
let database: Database;
let jobs: Jobs;
let heard: Heard;
let workspaceId: string;
let simulator: Simulator;
let folder: string;
const failures: unknown[] = [];

beforeEach(async () => {
  clock = new FakeClock(new Date('2031-03-03T12:00:00Z'));
  failures.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'heard-demo-'));
  simulator = await startSimulator({ clock, stateFile: join(folder, 'simulator.json') });
  db = await testDatabase(allQueues);
  database = db.database;
  jobs = await Jobs.start(db.serviceUrl, ({ error }) => failures.push(error), false);
  heard = compose();
  ({ workspaceId } = await setUpWorkspace(database, { administratorEmail: 'head@lavka.example' }, clock));
});
afterEach(async () => {
  await jobs.stop(0);
  await db.close();
  await simulator.close();
  await rm(folder, { recursive: true });
});

function compose(): Heard {
  const origins = [...new Set(Object.values(simulator.baseUrls))];
  const http = createHttpClient({ allowPrivateAddresses: origins });
  const mail = new MailReceiver({ url: simulator.mailbox.smtpUrl, from: 'Heard <heard@heard.local>' });
  return composeHeard({
    database,
    jobs,
    clock,
    secretBox: new SecretBox(Buffer.alloc(32, 7).toString('base64')),
    http,
    publicUrl: 'http://127.0.0.1:3000',
    mail,
    demoMail: mail,
    baseUrls: realBaseUrls,
    demo: { http, baseUrls: simulator.baseUrls },
    collect: { ...usualPace, pollMs: 60_000 },
    signal: new AbortController().signal,
    onTurnFailed: ({ error }) => failures.push(error),
    onWatchFailed: ({ error }) => {
      throw error;
    },
  });
}

const inWorkspace = <T>(work: (tx: Transaction) => Promise<T>) => database.inWorkspace(workspaceId, work);
const setUpPorts = (): DemoSetUpPorts => ({
  inWorkspace,
  people: heard.people,
  duty: new DutyRota(),
  connect: (tx, connection) => heard.connect.connect(tx, connection),
});
const playPorts = (): DemoPlayPorts => ({
  inWorkspace,
  clock,
  act: (caseId, command, by) => heard.act.run(workspaceId, caseId, command, by),
});
const player = (pace = 1) =>
  new DemoPlayer(playPorts(), simulator, { pace, onFailure: (error) => failures.push(error) });

/** Rounds of the player with all that Heard does between them, `seconds` apart. */
async function watch(playing: DemoPlayer, rounds: number, seconds = 4): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await playing.tick();
    await heard.collect.run(new AbortController().signal);
    await jobs.drain();
    clock.advanceTo(new Date(clock.now().getTime() + seconds * 1_000));
  }
}

/** Tables that have rows of the workspace, with how many. */
async function rowsByTable(): Promise<Record<string, number>> {
  const tables = await db.owner<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db.owner<{ n: number }>(`select count(*)::int as n from public.${name}`);
    if (row && row.n > 0) counts[name] = row.n;
  }
  return counts;
}

const bookshopCase = async () => {
  const postId = simulator.facebook.world.posts.find(({ from }) => from.name === 'Олена Гнатюк')?.id ?? '';
  return inWorkspace((tx) => caseOfMention(tx, postId));
};

test('setting up twice makes one brand, staff and sources, all marked demo', async () => {
  await setUpDemo(setUpPorts(), simulator.places);
  const once = await rowsByTable();
  await setUpDemo(setUpPorts(), simulator.places);
  expect(await rowsByTable()).toEqual(once);
  expect(once).toMatchObject({ brands: 1, sources: 3, staff: demoPeople.length + 1, duty_hours: 14 });
  const marked = await db.owner<{ n: number }>(
    `select count(*)::int as n from (select demo from brands union all select demo from sources
     union all select demo from staff where email like '%@demo.heard.example') all_rows where demo`,
  );
  expect(marked[0]?.n).toBe(1 + 3 + demoPeople.length);
});

test('the bookshop’s story plays by itself to its recorded end, through a restart in the middle', async () => {
  await setUpDemo(setUpPorts(), simulator.places);
  const playing = player();
  let half: Awaited<ReturnType<typeof bookshopCase>>;
  for (let round = 0; round < 15 && !half?.answers.length; round += 1) {
    await watch(playing, 1);
    half = await bookshopCase();
  }
  expect(half).toMatchObject({ closed: false, answers: [{ text: bookshopLines.firstAnswer }] });
  // The alert came while nobody had taken the case.
  expect(simulator.mailbox.letters().length).toBeGreaterThan(0);

  await simulator.close();
  simulator = await startSimulator({ clock, stateFile: join(folder, 'simulator.json') });
  await watch(player(), 24);
  const ended = await bookshopCase();
  expect(ended).toMatchObject({
    closed: true,
    hasOutcome: true,
    fix: { state: 'done' },
    answers: [
      { text: bookshopLines.firstAnswer, state: 'visible' },
      { text: bookshopLines.secondAnswer, state: 'visible' },
    ],
  });
  const said = simulator.facebook.world.comments.filter(({ from }) => from.name === 'Олена Гнатюк');
  expect(said.map(({ text }) => text)).toEqual([bookshopLines.acceptance, bookshopLines.praise]);
  const history = await db.owner<{ type: string }>(
    'select type from case_events where case_id = $1 order by seq',
    [ended?.id],
  );
  expect(history.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['case.fix_accepted', 'case.fix_done', 'case.outcome_recorded', 'case.closed']),
  );
  expect(failures).toEqual([]);
});

test('every story is said once and heard, and a customer comes back once after a public answer', async () => {
  await setUpDemo(setUpPorts(), simulator.places);
  const playing = player(12);
  await watch(playing, 12);
  const heardTexts = await db.owner<{ text: string }>(
    'select text from mentions where demo and not is_brand',
  );
  const customers = demoScript.filter(({ author }) => author !== undefined);
  for (const { text } of customers) expect(heardTexts.filter((each) => each.text === text)).toHaveLength(1);

  const letters = simulator.mailbox.letters();
  expect(letters.length).toBeGreaterThan(3);
  for (const { to } of letters) expect(to.join()).toMatch(/@demo\.heard\.example$/u);

  const courier = simulator.facebook.world.posts.find(({ from }) => from.name === 'Дмитрий Ковальчук');
  const star = simulator.google.world.reviews.find(({ author }) => author === 'Priya N.');
  const halyna = () =>
    simulator.facebook.world.comments.filter(({ from }) => from.name === 'Галина Степанівна Мороз');
  const sveta = () =>
    simulator.instagram.world.remarks.filter(({ username }) => username === 'sveta.petrenko.88');
  const oldPost = halyna()[0]?.id ?? '';
  const answered = [courier?.id, star?.id, sveta()[0]?.id, oldPost.slice(oldPost.lastIndexOf('_') + 1)];
  for (const externalId of answered) await answer(externalId ?? '');
  await watch(playing, 6);
  for (const [first, second, ...more] of [halyna(), sveta()]) {
    expect(second?.parentId).toBe(first?.id);
    expect(more).toEqual([]);
  }
  const back = simulator.facebook.world.comments.filter(({ from }) => from.name === 'Дмитрий Ковальчук');
  expect(back).toHaveLength(1);
  expect(simulator.google.review(star?.id ?? '').stars).toBe(4);
  expect(failures).toEqual([]);
});

/** Answers as the newcomer would: takes the case and writes. */
async function answer(externalId: string): Promise<void> {
  const found = await inWorkspace((tx) => caseOfMention(tx, externalId));
  if (!found) throw new Error(`no case of ${externalId}`);
  const by: Actor = { kind: 'person', staffId: found.assigneeId, role: 'manager' };
  const text = 'Нашёл ваш заказ, курьер уже едет. Максим';
  const command = {
    type: 'answer',
    answerId: newId(),
    mentionId: found.mentionId,
    text,
    overrule: 'Same for all',
  } as const;
  await heard.act.run(workspaceId, found.id, command, by);
}

/** What people and time make of the demo's cases: a cause, an incident, the digest of a week. */
async function workWithTheDemo(): Promise<void> {
  const [lead] = await db.owner<{ id: string }>(`select id from staff where demo and role = 'lead' limit 1`);
  const by: Actor = { kind: 'person', staffId: lead?.id ?? '', role: 'lead' };
  const cases = await db.owner<{ id: string }>('select id from cases where demo order by id limit 2');
  const [caseId = '', other = ''] = cases.map(({ id }) => id);
  const named = {
    title: 'Склад губить адреси',
    failures: ['not_delivered'],
    answerable: by.staffId,
  } as const;
  await heard.causes.name(workspaceId, { ...named, caseId }, by);
  await heard.incidents.act.open(workspaceId, [caseId, other], by);
  clock.advanceTo(new Date('2031-03-10T12:00:00Z'));
  await heard.incidents.find.run();
  expect(await heard.digests.run()).toBe(1);
}

test('what the demo made up is put together with nothing real', async () => {
  await setUpDemo(setUpPorts(), simulator.places);
  await watch(player(12), 10);
  const [admin] = await db.owner<{ id: string }>(`select id from staff where not demo limit 1`);
  const by: Actor = { kind: 'person', staffId: admin?.id ?? '', role: 'administrator' };
  const [made] = await db.owner<{ id: string }>('select id from cases where demo limit 1');
  const named = {
    title: 'Склад губить адреси',
    failures: ['not_delivered'],
    answerable: by.staffId,
  } as const;
  const causeId = await heard.causes.name(workspaceId, named, by);
  await expect(
    heard.act.run(workspaceId, made?.id ?? '', { type: 'name_cause', causeId }, by),
  ).rejects.toMatchObject({ code: 'demo_apart' });
  const real = await heard.suggestions.add(workspaceId, { title: 'Самовивіз по суботах' }, by);
  const madeUp = await heard.suggestions.add(
    workspaceId,
    { title: 'Самовивіз у неділю', caseId: made?.id ?? '' },
    by,
  );
  await expect(heard.suggestions.group(workspaceId, real, madeUp, by)).rejects.toMatchObject({
    code: 'demo_apart',
  });
});

test('made-up people get nothing real', async () => {
  await setUpDemo(setUpPorts(), simulator.places);
  const given = 'Замовлення не привезли вже третій день, на дзвінки ніхто не відповідає!';
  const mention = {
    kind: 'review',
    externalId: 'r1',
    author: { externalId: 'a1', displayName: 'Олена П.', isBrand: false },
    text: given,
    postedAt: clock.now(),
    platformState: 'visible',
    raw: {},
  } as const;
  await heard.takePushed.run(workspaceId, 'справжнє', [mention]);
  const [row] = await db.owner<{ case_id: string; admin: string; made_up: string }>(
    `select c.id as case_id, c.assignee_id as admin, s.id as made_up from cases c, staff s
     where not c.demo and s.demo and s.role = 'manager' limit 1`,
  );
  const { case_id: caseId = '', admin: staffId = '', made_up: to = '' } = row ?? {};
  const by: Actor = { kind: 'person', staffId, role: 'administrator' };
  await expect(
    heard.act.run(workspaceId, caseId, { type: 'hand_over', to, toOnDuty: true, reason: 'Обід' }, by),
  ).rejects.toMatchObject({ code: 'demo_apart' });
  const named = { title: 'Склад губить адреси', failures: ['not_delivered'], answerable: to } as const;
  await expect(heard.causes.name(workspaceId, named, by)).rejects.toMatchObject({ code: 'no_such_person' });
});

test('removing the demo leaves no trace of it and every real row', async () => {
  await inWorkspace(async (tx) => {
    await tx.run(`insert into brands (workspace_id, id, name) values ($1, $2, 'Справжня')`, [
      workspaceId,
      newId(),
    ]);
    await heard.connect.connect(tx, { platform: 'push', name: 'import', settings: {} });
  });
  const before = await rowsByTable();
  await setUpDemo(setUpPorts(), simulator.places);
  const playing = player(12);
  await watch(playing, 10);
  await workWithTheDemo();
  const during = await rowsByTable();
  expect(during['cases']).toBeGreaterThan(5);
  expect(during).toMatchObject({ causes: 1, cause_cases: 1, digests: 1, incidents: 1, incident_cases: 2 });
  expect(during['letters']).toBeGreaterThan(0);

  const stateFile = join(folder, 'simulator.json');
  const removed = await removeDemo(database, workspaceId, stateFile);
  expect(removed).toEqual({ mentions: during['mentions'], cases: during['cases'] });
  // That it was removed is written down, so that the next start does not begin it anew.
  // So is that the week was told, without what was told of it.
  const marks = { audit: (before['audit'] ?? 0) + 1, policies: 1, digests: 1, incident_looks: 1 };
  const after = { ...before, ...marks };
  expect(await db.owner('select digest from digests')).toEqual([{ digest: null }]);
  expect(await rowsByTable()).toEqual(after);
  expect(existsSync(stateFile)).toBe(false);

  await playing.tick();
  await jobs.drain();
  expect(simulator.facebook.world.posts).toEqual([]);
  expect(await rowsByTable()).toEqual(after);
  expect(failures.filter((error) => !isFault(error, 'missing'))).toEqual([]);
  expect(await removeDemo(database, workspaceId)).toEqual({ mentions: 0, cases: 0 });
});
