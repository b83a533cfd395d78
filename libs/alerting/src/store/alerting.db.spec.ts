import { type TestDatabase, testDatabase } from '@heard/testing';
import { Webhook } from 'standardwebhooks';
import {
  type AlertDesk,
  alertDesk,
  person,
  publicUrl,
  retryNow,
  startAt,
  urgentCase,
  workspace,
} from '../fixtures/alert-desk.js';
import { startMailServer, type TestMailServer } from '../fixtures/mail-server.js';
import { startWebhookServer, type TestWebhookServer } from '../fixtures/webhook-server.js';
import {
  type AlertToRaise,
  escalateQueue,
  type EscalationFollower,
  type EscalationStep,
  notifyQueue,
  notNeeded,
  type ToldPerson,
} from '../index.js';

const minutes = (count: number): Date => new Date(startAt.getTime() + count * 60_000);

let db: TestDatabase;
let mail: TestMailServer;
let hook: TestWebhookServer;
let desk: AlertDesk;
let home: { readonly id: string; readonly sourceId: string };
let olha: ToldPerson;
let taras: ToldPerson;
let caseId: string;
let steps: EscalationStep[];
let follow: EscalationFollower['escalated'];

const note: EscalationFollower['escalated'] = async (_tx, step) => void steps.push(step);

beforeAll(async () => {
  db = await testDatabase([notifyQueue, escalateQueue]);
});
afterAll(() => db.close());

beforeEach(async () => {
  [mail, hook] = [await startMailServer(), await startWebhookServer()];
  steps = [];
  follow = note;
  desk = await deskWith(mail.port);
  home = await workspace(db);
  [olha, taras] = [
    await person(db, home.id, 'Ольга Черненко', 'uk'),
    await person(db, home.id, 'Taras Bondar', 'en'),
  ];
  desk.duty.set('on_call', olha).set('lead', taras);
  caseId = await urgentCase(db, home, olha.staffId);
});
afterEach(async () => {
  await desk.close();
  await Promise.all([mail.stop(), hook.stop()]);
  await db.owner('delete from pgboss.job');
});

function deskWith(port: number | undefined): Promise<AlertDesk> {
  const settings =
    port === undefined
      ? undefined
      : { url: `smtp://127.0.0.1:${port}/?ignoreTLS=true`, from: 'heard@kashtan.example' };
  return alertDesk(db, settings, {
    privateOrigins: [hook.origin],
    follower: { escalated: (tx, step) => follow(tx, step) },
  });
}

function raise(changes: Partial<AlertToRaise> = {}): Promise<string | undefined> {
  return db.database.inWorkspace(home.id, (tx) =>
    desk.raise.run(tx, {
      kind: 'urgent_case',
      dedupeKey: `urgent:${caseId}`,
      caseId,
      urgency: 'critical',
      reasons: ['safety'],
      demo: false,
      escalates: true,
      to: 'on_call',
      ...changes,
    }),
  );
}

async function raised(changes: Partial<AlertToRaise> = {}): Promise<string> {
  const id = await raise(changes);
  if (id === undefined) throw new Error('the alert was raised before');
  return id;
}

const take = (): Promise<number> =>
  db.database.inWorkspace(home.id, (tx) =>
    desk.settle.run(tx, caseId, { state: 'taken', by: olha.staffId, at: desk.clock.now() }),
  );

const recipients = (): string[] => mail.sessions.flatMap((session) => session.recipients);

const notifications = (): Promise<{ state: string; attempts: number; last_error: string | null }[]> =>
  db.owner(
    'select state, attempts, last_error from notifications where workspace_id = $1 order by level, receiver',
    [home.id],
  );

describe('an urgent case', () => {
  test('is told to the person on call at once, in their language, with the case and a link to take it', async () => {
    await raised();
    await desk.work();
    expect(recipients()).toEqual([olha.email]);
    const [letter] = mail.letters;
    expect(letter?.subject).toBe('Термінова скарга (критично): Марта Гончар · Facebook, Лавка «Каштан» #1');
    expect(letter?.text).toContain('син порізав руку');
    expect(letter?.text).toContain(`${publicUrl}/cases/${caseId}`);
    expect(await notifications()).toEqual([{ state: 'sent', attempts: 1, last_error: null }]);
  });

  test('goes to the next person after 10 minutes, not before, and round again until it is taken', async () => {
    await raised();
    await desk.work();
    await desk.passTo(minutes(9));
    expect(recipients()).toEqual([olha.email]);
    await desk.passTo(minutes(10));
    expect(recipients()).toEqual([olha.email, taras.email]);
    expect(mail.letters[1]?.text).toContain('Nobody has taken this so far');
    await desk.passTo(minutes(20));
    await desk.passTo(minutes(30));
    expect(recipients()).toEqual([olha.email, taras.email, olha.email, taras.email]);
    await take();
    await desk.passTo(minutes(600));
    expect(recipients()).toHaveLength(4);
    expect(steps.map((step) => [step.level, step.told?.staffId])).toEqual([
      [1, taras.staffId],
      [2, olha.staffId],
      [3, taras.staffId],
    ]);
  });

  test('is raised once, however often it is asked for, also at the same time', async () => {
    const ids = await Promise.all([raise(), raise(), raise()]);
    expect(ids.filter((id) => id !== undefined)).toHaveLength(1);
    await desk.work();
    expect(recipients()).toEqual([olha.email]);
  });

  test('that is rolled back with its case tells nobody', async () => {
    const failing = db.database.inWorkspace(home.id, async (tx) => {
      await desk.raise.run(tx, {
        kind: 'urgent_case',
        dedupeKey: 'x',
        caseId,
        urgency: 'high',
        reasons: [],
        demo: false,
        escalates: true,
        to: 'on_call',
      });
      throw new Error('the rest failed');
    });
    await expect(failing).rejects.toThrow('the rest failed');
    await desk.passTo(minutes(30));
    expect(recipients()).toEqual([]);
    expect(await db.owner('select id from pgboss.job')).toEqual([]);
  });

  test('with nobody on call goes to the next of the policy at once, and never stops when nobody is there at all', async () => {
    desk.duty.delete('on_call');
    await raised();
    await desk.work();
    expect(recipients()).toEqual([taras.email]);
    desk.duty.clear();
    await desk.passTo(minutes(10));
    await desk.passTo(minutes(20));
    desk.duty.set('on_call', olha);
    await desk.passTo(minutes(30));
    expect(recipients()).toEqual([taras.email, olha.email]);
  });

  test('does not wake one person twice in a round who has two duties', async () => {
    const policy = { afterMinutes: 10, steps: [{ to: 'on_call' }, { to: 'lead' }, { to: taras.staffId }] };
    await db.owner('update workspaces set escalation_policy = $2 where workspace_id = $1', [home.id, policy]);
    desk.duty
      .set('lead', olha)
      .set(taras.staffId as `${string}-${string}-${string}-${string}-${string}`, taras);
    await raised();
    await desk.work();
    await desk.passTo(minutes(10));
    await desk.passTo(minutes(20));
    expect(recipients()).toEqual([olha.email, taras.email, olha.email]);
  });
});

describe('one step of an escalation', () => {
  test('is made once when two workers race for it', async () => {
    const alertId = await raised();
    desk.clock.advanceTo(minutes(10));
    const data = { workspaceId: home.id, alertId, level: 0 };
    const made = await Promise.all([1, 2, 3, 4].map(() => desk.escalate.run(data)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await desk.escalate.run(data)).toBe(false);
    expect(await notifications()).toHaveLength(2);
    const timers = await db.owner(
      `select id from pgboss.job where name = 'escalate' and data ->> 'level' = '1'`,
    );
    expect(timers).toHaveLength(1);
  });

  test('is not made after the alert was taken, and leaves nothing behind when it fails halfway', async () => {
    const alertId = await raised();
    const data = { workspaceId: home.id, alertId, level: 0 };
    follow = async () => {
      throw new Error('the case could not be given to the next one');
    };
    await expect(desk.escalate.run(data)).rejects.toThrow('could not be given');
    expect(await notifications()).toHaveLength(1);
    follow = note;
    await take();
    expect(await desk.escalate.run(data)).toBe(false);
    expect(await notifications()).toHaveLength(1);
  });
});

describe('a letter', () => {
  test('is tried again until it is delivered when the mail server was down', async () => {
    const { port } = mail;
    mail.mood = 'busy';
    await raised();
    await desk.work();
    await mail.stop();
    await retryNow(db);
    await desk.work();
    expect(await notifications()).toEqual([
      { state: 'queued', attempts: 2, last_error: 'the mail server does not answer' },
    ]);
    mail = await startMailServer({ port });
    await retryNow(db);
    await desk.work();
    const [row] = await db.owner<{ id: string }>('select id from notifications where workspace_id = $1', [
      home.id,
    ]);
    expect(mail.letters.map((letter) => letter.messageId)).toEqual([`<${row?.id}@heard>`]);
    expect(await notifications()).toEqual([{ state: 'sent', attempts: 3, last_error: null }]);
  });

  test('that the server took but did not confirm is sent again under the same Message-ID', async () => {
    mail.mood = 'forgetful';
    await raised();
    await desk.work();
    mail.mood = 'well';
    await retryNow(db);
    await desk.work();
    await desk.work();
    const ids = mail.letters.map((letter) => letter.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('waits for a mail server to be set', async () => {
    await desk.close();
    desk = await deskWith(undefined);
    desk.duty.set('on_call', olha);
    await raised();
    await desk.work();
    expect(await notifications()).toEqual([
      { state: 'queued', attempts: 1, last_error: 'no mail server is set (HEARD_SMTP_URL)' },
    ]);
    await desk.close();
    desk = await deskWith(mail.port);
    await retryNow(db);
    await desk.work();
    expect(recipients()).toEqual([olha.email]);
  });

  test('is not sent once the alert was taken, nor when a later one to the same person took its place', async () => {
    mail.mood = 'busy';
    await raised();
    await desk.work();
    await desk.passTo(minutes(10));
    await desk.passTo(minutes(20));
    mail.mood = 'well';
    await retryNow(db);
    await desk.work();
    expect(recipients().sort()).toEqual([olha.email, taras.email].sort());
    const errors = (await notifications()).map((row) => row.last_error);
    expect(errors).toEqual([notNeeded, null, null]);
    mail.mood = 'busy';
    await desk.passTo(minutes(30));
    await take();
    mail.mood = 'well';
    await retryNow(db);
    await desk.work();
    expect(recipients()).toHaveLength(2);
    expect((await notifications()).at(-1)).toEqual({ state: 'failed', attempts: 1, last_error: notNeeded });
  });

  test('is given up for an address that does not exist, while the escalation goes on', async () => {
    mail.mood = 'gone';
    await raised();
    await desk.work();
    mail.mood = 'well';
    await desk.passTo(minutes(10));
    expect(recipients()).toEqual([taras.email]);
    expect(desk.failures).toEqual([]);
    expect((await notifications()).map((row) => row.state)).toEqual(['failed', 'sent']);
  });

  test('has a link that leads its reader to the alert for 7 days', async () => {
    const alertId = await raised();
    await desk.work();
    const token = /\/take\/(\S+)/u.exec(mail.letters[0]?.text ?? '')?.[1] ?? '';
    expect(await desk.links.find(token)).toMatchObject({
      workspaceId: home.id,
      alertId,
      staffId: olha.staffId,
      caseId,
      kind: 'urgent_case',
      state: 'firing',
    });
    expect(await desk.links.find(`${token}x`)).toBeUndefined();
    await take();
    desk.clock.advanceTo(minutes(7 * 24 * 60));
    expect(await desk.links.find(token)).toMatchObject({ state: 'taken' });
    desk.clock.advanceTo(minutes(7 * 24 * 60 + 1));
    expect(await desk.links.find(token)).toBeUndefined();
  });
});

describe('a webhook receiver', () => {
  const add = (url: string) =>
    db.database.inWorkspace(home.id, (tx) => desk.receivers.add(tx, { name: 'CRM', url }));

  test('is called for every step with a signature that its secret verifies, under the same id on every attempt', async () => {
    const added = await add(`${hook.origin}/heard`);
    hook.status = 503;
    await raised();
    await desk.work();
    hook.status = 204;
    await retryNow(db);
    await desk.work();
    await desk.passTo(minutes(10));
    const told = hook.calls.map(
      (call) =>
        new Webhook(added.secret).verify(call.body, call.headers) as {
          type: string;
          data: { level: number };
        },
    );
    expect(told.map(({ type, data }) => [type, data.level])).toEqual([
      ['alert.raised', 0],
      ['alert.escalated', 1],
    ]);
    const rows = await db.owner<{ id: string }>(
      `select id from notifications where workspace_id = $1 and receiver = 'webhook' order by level`,
      [home.id],
    );
    expect(hook.calls.map((call) => call.headers['webhook-id'])).toEqual(rows.map((row) => row.id));
  });

  test('shows its secret once, keeps it sealed, and is called no more when removed', async () => {
    const added = await add(`${hook.origin}/heard`);
    const listed = await db.database.inWorkspace(home.id, (tx) => desk.receivers.list(tx));
    expect(JSON.stringify(listed)).not.toContain('whsec_');
    const [row] = await db.owner<{ secret_sealed: Buffer }>(
      'select secret_sealed from receivers where id = $1',
      [added.id],
    );
    expect(row?.secret_sealed.includes(added.secret)).toBe(false);
    await raised();
    await db.database.inWorkspace(home.id, (tx) => desk.receivers.remove(tx, added.id));
    await desk.work();
    expect(hook.calls).toEqual([]);
    expect((await notifications()).map((each) => each.last_error)).toEqual([
      null,
      'the receiver was removed',
    ]);
  });

  test.each([
    ['of another protocol', 'ftp://x.example'],
    ['with a password in it', 'https://a:b@x.example'],
    ['that is none', 'nothing'],
    ['of 2,000 characters', `https://x.example/${'a'.repeat(2_000)}`],
  ])('is not added with an address %s', async (_, url) => {
    await expect(add(url)).rejects.toMatchObject({ kind: 'invalid', code: 'receiver_url' });
  });
});

test('an alert of a source is taken by itself, once, and its letter leads to the sources', async () => {
  const alertId = await raised({
    kind: 'source_state',
    dedupeKey: 's',
    caseId: undefined,
    sourceId: home.sourceId,
    reasons: [],
  });
  await desk.work();
  expect(mail.letters[0]?.text).toContain(`${publicUrl}/sources`);
  const takenBy = (staffId: string): Promise<boolean> =>
    db.database.inWorkspace(home.id, (tx) => desk.markTaken.run(tx, alertId, staffId, minutes(1)));
  expect(await Promise.all([takenBy(olha.staffId), takenBy(taras.staffId)])).toContain(false);
  await desk.passTo(minutes(10));
  expect(recipients()).toEqual([olha.email]);
});

test('settling a case ends its urgent alert only, unless other kinds are named', async () => {
  await raised();
  await raised({ kind: 'promise_broken', dedupeKey: 'p', escalates: false, to: 'lead' });
  const states = (): Promise<{ kind: string; state: string }[]> =>
    db.owner('select kind, state from alerts where workspace_id = $1 order by kind', [home.id]);
  await take();
  expect((await states()).map((row) => row.state)).toEqual(['firing', 'taken']);
  const closed = { state: 'resolved', at: minutes(5), kinds: ['urgent_case', 'promise_broken'] } as const;
  expect(await db.database.inWorkspace(home.id, (tx) => desk.settle.run(tx, caseId, closed))).toBe(2);
  expect((await states()).map((row) => row.state)).toEqual(['resolved', 'resolved']);
});
