import { Webhook } from 'standardwebhooks';
import { publicUrl, retryNow } from '../fixtures/alert-desk.spec-suite.js';
import { startMailServer } from '../fixtures/mail-server.spec-suite.js';
import { minutes, useStage } from '../fixtures/stage.spec-suite.js';
import { notNeeded } from '../index.js';

const on = useStage();

describe('a letter', () => {
  test('is tried again until it is delivered when the mail server was down', async () => {
    const { port } = on.mail;
    on.mail.mood = 'busy';
    await on.raised();
    await on.desk.work();
    await on.mail.stop();
    await retryNow(on.db);
    await on.desk.work();
    expect(await on.notifications()).toEqual([
      { state: 'queued', attempts: 2, last_error: 'the mail server does not answer' },
    ]);
    on.mail = await startMailServer({ port });
    await retryNow(on.db);
    await on.desk.work();
    const [row] = await on.db.owner<{ id: string }>('select id from notifications where workspace_id = $1', [
      on.home.id,
    ]);
    expect(on.mail.letters.map((letter) => letter.messageId)).toEqual([`<${row?.id}@heard>`]);
    expect(await on.notifications()).toEqual([{ state: 'sent', attempts: 3, last_error: null }]);
  });

  test('that the server took but did not confirm is sent again under the same Message-ID', async () => {
    on.mail.mood = 'forgetful';
    await on.raised();
    await on.desk.work();
    on.mail.mood = 'well';
    await retryNow(on.db);
    await on.desk.work();
    await on.desk.work();
    const ids = on.mail.letters.map((letter) => letter.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('waits for a mail server to be set', async () => {
    await on.restart(undefined);
    await on.raised();
    await on.desk.work();
    expect(await on.notifications()).toEqual([
      { state: 'queued', attempts: 1, last_error: 'no mail server is set (HEARD_SMTP_URL)' },
    ]);
    await on.restart(on.mail.port);
    await retryNow(on.db);
    await on.desk.work();
    expect(on.recipients()).toEqual([on.olha.email]);
  });

  test('is not sent once the alert was taken, nor when a later one to the same person took its place', async () => {
    on.mail.mood = 'busy';
    await on.raised();
    await on.desk.work();
    await on.desk.passTo(minutes(10));
    await on.desk.passTo(minutes(20));
    on.mail.mood = 'well';
    await retryNow(on.db);
    await on.desk.work();
    expect(on.recipients().sort()).toEqual([on.olha.email, on.taras.email].sort());
    const errors = (await on.notifications()).map((row) => row.last_error);
    expect(errors).toEqual([notNeeded, null, null]);
    on.mail.mood = 'busy';
    await on.desk.passTo(minutes(30));
    await on.take();
    on.mail.mood = 'well';
    await retryNow(on.db);
    await on.desk.work();
    expect(on.recipients()).toHaveLength(2);
    expect((await on.notifications()).at(-1)).toEqual({
      state: 'failed',
      attempts: 1,
      last_error: notNeeded,
    });
  });

  test('is given up for an address that does not exist, while the escalation goes on', async () => {
    on.mail.mood = 'gone';
    await on.raised();
    await on.desk.work();
    on.mail.mood = 'well';
    await on.desk.passTo(minutes(10));
    expect(on.recipients()).toEqual([on.taras.email]);
    expect(on.desk.failures).toEqual([]);
    expect((await on.notifications()).map((row) => row.state)).toEqual(['failed', 'sent']);
  });

  test('has a link that leads its reader to the alert for 7 days', async () => {
    const alertId = await on.raised();
    await on.desk.work();
    const token = /\/take\/(\S+)/u.exec(on.mail.letters[0]?.text ?? '')?.[1] ?? '';
    expect(await on.desk.links.find(token)).toMatchObject({
      workspaceId: on.home.id,
      alertId,
      staffId: on.olha.staffId,
      caseId: on.caseId,
      kind: 'urgent_case',
      state: 'firing',
    });
    expect(await on.desk.links.find(`${token}x`)).toBeUndefined();
    await on.take();
    on.desk.clock.advanceTo(minutes(7 * 24 * 60));
    expect(await on.desk.links.find(token)).toMatchObject({ state: 'taken' });
    on.desk.clock.advanceTo(minutes(7 * 24 * 60 + 1));
    expect(await on.desk.links.find(token)).toBeUndefined();
  });
});

describe('a webhook receiver', () => {
  const add = (url: string) =>
    on.db.database.inWorkspace(on.home.id, (tx) => on.desk.receivers.add(tx, { name: 'CRM', url }));

  test('is called for every step with a signature that its secret verifies, under the same id on every attempt', async () => {
    const added = await add(`${on.hook.origin}/heard`);
    on.hook.status = 503;
    await on.raised();
    await on.desk.work();
    on.hook.status = 204;
    await retryNow(on.db);
    await on.desk.work();
    await on.desk.passTo(minutes(10));
    const told = on.hook.calls.map(
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
    const rows = await on.db.owner<{ id: string }>(
      `select id from notifications where workspace_id = $1 and receiver = 'webhook' order by level`,
      [on.home.id],
    );
    expect(on.hook.calls.map((call) => call.headers['webhook-id'])).toEqual(rows.map((row) => row.id));
  });

  test('shows its secret once, keeps it sealed, and is called no more when removed', async () => {
    const added = await add(`${on.hook.origin}/heard`);
    const listed = await on.db.database.inWorkspace(on.home.id, (tx) => on.desk.receivers.list(tx));
    expect(JSON.stringify(listed)).not.toContain('whsec_');
    const [row] = await on.db.owner<{ secret_sealed: Buffer }>(
      'select secret_sealed from receivers where id = $1',
      [added.id],
    );
    expect(row?.secret_sealed.includes(added.secret)).toBe(false);
    await on.raised();
    await on.db.database.inWorkspace(on.home.id, (tx) => on.desk.receivers.remove(tx, added.id));
    await on.desk.work();
    expect(on.hook.calls).toEqual([]);
    expect((await on.notifications()).map((each) => each.last_error)).toEqual([
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
  const alertId = await on.raised({
    kind: 'source_state',
    dedupeKey: 's',
    caseId: undefined,
    sourceId: on.home.sourceId,
    reasons: [],
  });
  await on.desk.work();
  expect(on.mail.letters[0]?.text).toContain(`${publicUrl}/sources`);
  const takenBy = (staffId: string): Promise<boolean> =>
    on.db.database.inWorkspace(on.home.id, (tx) => on.desk.markTaken.run(tx, alertId, staffId, minutes(1)));
  expect(await Promise.all([takenBy(on.olha.staffId), takenBy(on.taras.staffId)])).toContain(false);
  await on.desk.passTo(minutes(10));
  expect(on.recipients()).toEqual([on.olha.email]);
});
