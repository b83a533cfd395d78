import { MailReceiver } from '@heard/alerting';
import type { CollectedMention } from '@heard/core';
import { SecretBox } from '@heard/database';
import { createHttpClient } from '@heard/http';
import { Digests } from '@heard/insight';
import { Jobs } from '@heard/jobs';
import { usualPace } from '@heard/listening';
import { realBaseUrls } from '@heard/sources';
import { setUpWorkspace } from '@heard/staff';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { LetterBox } from '../../../test/stories/language/letter-box.js';
import { allQueues, composeHeard, type Heard } from './index.js';

const kyiv = (text: string): Date => new Date(`${text}+02:00`);

let db: TestDatabase;
let mail: LetterBox;
let clock: FakeClock;
const running: Jobs[] = [];
beforeEach(async () => {
  db = await testDatabase(allQueues);
  clock = new FakeClock(kyiv('2031-03-03T09:00:00'));
  mail = await LetterBox.open(clock);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop(0)));
  await mail.close();
  await db.close();
});

/** One process of Heard; any number may run on one database. */
async function start({ hasMail = true } = {}): Promise<Heard> {
  const jobs = await Jobs.start(db.serviceUrl, () => undefined, false);
  running.push(jobs);
  return composeHeard({
    database: db.database,
    jobs,
    clock,
    secretBox: new SecretBox('only for tests, only for tests, only'),
    http: createHttpClient(),
    publicUrl: 'https://heard.example',
    mail: new MailReceiver(hasMail ? { url: mail.url, from: 'Heard <heard@likhtar.example>' } : undefined),
    baseUrls: realBaseUrls,
    collect: { ...usualPace, pollMs: 60_000 },
    signal: new AbortController().signal,
    onTurnFailed: ({ error }) => {
      throw error;
    },
    onWatchFailed: ({ error }) => {
      throw error;
    },
  });
}

async function shop(heard: Heard): Promise<string> {
  const { workspaceId } = await setUpWorkspace(
    db.database,
    { administratorEmail: 'admin@likhtar.example', timeZone: 'Europe/Kyiv' },
    clock,
  );
  for (const [name, role, interfaceLanguage] of [
    ['Danylo', 'director', 'uk'],
    ['Марина', 'director', 'ru'],
    ['Kate', 'director', 'en'],
    ['Taras', 'manager', 'uk'],
  ] as const) {
    await heard.database.inWorkspace(workspaceId, (tx) =>
      heard.people.add(tx, {
        name,
        email: `${role}-${interfaceLanguage}@likhtar.example`,
        role,
        languages: ['uk'],
        interfaceLanguage,
      }),
    );
  }
  return workspaceId;
}

let next = 0;
function complaint(postedAt: Date, reach?: number): CollectedMention {
  const externalId = `e${(next += 1)}`;
  return {
    kind: 'comment',
    externalId,
    author: {
      externalId: `a${next}`,
      displayName: 'Олена П.',
      isBrand: false,
      ...(reach === undefined ? {} : { reach }),
    },
    text: 'Замовлення не привезли вже третій день, на дзвінки ніхто не відповідає! Поверніть гроші.',
    postedAt,
    platformState: 'visible',
    raw: {},
  };
}

const mondayAt = (time: string): Date => kyiv(`2031-03-10T${time}`);

test('on Monday at eight each director has one letter in their language, however many processes look', async () => {
  const [one, two] = [await start(), await start()];
  const workspaceId = await shop(one);
  await one.takePushed.run(workspaceId, 'Ліхтар', [
    complaint(kyiv('2031-03-04T10:00:00'), 20),
    complaint(kyiv('2031-03-05T10:00:00'), 5_000),
  ]);
  clock.advanceTo(mondayAt('07:59:00'));
  expect(await one.digests.run()).toBe(0);
  clock.advanceTo(mondayAt('08:00:00'));
  const made = await Promise.all([one.digests.run(), two.digests.run()]);
  expect([...made].sort((a, b) => a - b)).toEqual([0, 1]);
  await one.jobs.drain();
  await two.jobs.drain();
  clock.advanceTo(mondayAt('08:05:00'));
  expect(await one.digests.run()).toBe(0);
  await one.jobs.drain();
  const letters = mail.letters.filter(({ subject }) => /тиждень|неделя|week/iu.test(subject));
  expect(letters.map(({ to, subject }) => `${to.join(' ')}: ${subject}`).sort()).toEqual([
    'director-en@likhtar.example: The week of March 3 – 9, 2031',
    'director-ru@likhtar.example: Неделя 3–9 марта 2031 г.',
    'director-uk@likhtar.example: Тиждень 3–9 березня 2031 р.',
  ]);
  expect(letters.every(({ raw, text }) => raw.includes('<h1') && text.includes('week=2031-03-03'))).toBe(
    true,
  );
});

test('while no mail server is set the letter waits, and then comes once', async () => {
  const [mute, heard] = [await start({ hasMail: false }), await start()];
  await shop(mute);
  clock.advanceTo(mondayAt('08:00:00'));
  await mute.digests.run();
  await mute.jobs.drain();
  expect(mail.letters).toHaveLength(0);
  const why = { state: 'queued', attempts: 1, last_error: 'no mail server is set (HEARD_SMTP_URL)' };
  const letters = () => db.owner('select state, attempts, last_error from letters');
  expect(await letters()).toEqual([why, why, why]);
  await db.owner(`update pgboss.job set start_after = now() where state = 'retry'`);
  await heard.jobs.drain();
  await heard.jobs.drain();
  expect(mail.letters).toHaveLength(3);
  const sent = { state: 'sent', attempts: 2, last_error: null };
  expect(await letters()).toEqual([sent, sent, sent]);
});

test('a process that was killed while it made the digest leaves it to the next one', async () => {
  const heard = await start();
  const workspaceId = await shop(heard);
  clock.advanceTo(mondayAt('08:00:00'));
  const digests = new Digests(heard.policies);
  const killed = heard.database.inWorkspace(workspaceId, async (tx) => {
    await digests.make(tx, '2031-03-03', clock.now());
    throw new Error('killed');
  });
  await expect(killed).rejects.toThrow('killed');
  expect(await heard.digests.run()).toBe(1);
});

test('a week that was slept through is told when somebody wakes up, and weeks before the beginning never', async () => {
  const heard = await start();
  const workspaceId = await shop(heard);
  clock.advanceTo(kyiv('2031-03-12T15:00:00'));
  expect(await heard.digests.run()).toBe(1);
  const listed = await heard.database.inWorkspace(workspaceId, (tx) =>
    new Digests(heard.policies).list(tx, { limit: 10 }),
  );
  expect(listed.items.map(({ week }) => week)).toEqual(['2031-03-03']);
});

test('without a director the administrators are told', async () => {
  const heard = await start();
  const { workspaceId } = await setUpWorkspace(
    db.database,
    { administratorEmail: 'admin@likhtar.example' },
    clock,
  );
  clock.advanceTo(mondayAt('10:00:00'));
  await heard.digests.run();
  expect(await db.owner('select sent_to, kind, about from letters')).toEqual([
    { sent_to: 'admin@likhtar.example', kind: 'digest', about: '2031-03-03' },
  ]);
  expect(workspaceId).toBeDefined();
});

test('a digest counts what was so when its week ended, whatever happened since', async () => {
  const heard = await start();
  const workspaceId = await shop(heard);
  await heard.takePushed.run(workspaceId, 'Ліхтар', [
    complaint(kyiv('2031-03-03T08:30:00'), 20),
    complaint(kyiv('2031-03-04T10:00:00'), 5_000),
  ]);
  const reckon = () =>
    heard.database.inWorkspace(workspaceId, (tx) => new Digests(heard.policies).reckon(tx, '2031-03-03'));
  const first = await reckon();
  expect(first.now).toMatchObject({
    cases: 2,
    unanswered: 2,
    atRisk: { contacts: 2 },
    lost: { contacts: 0 },
    small: { cases: 1, unanswered: 1 },
  });
  expect(first.before.cases).toBe(0);
  expect(first.failures).toEqual([{ key: 'refund_refused', cases: 2, before: 0 }]);
  // A month later nobody has answered: lost then, but not in that week.
  clock.advanceTo(kyiv('2031-04-10T10:00:00'));
  await heard.takePushed.run(workspaceId, 'Ліхтар', [complaint(kyiv('2031-04-09T10:00:00'))]);
  expect(await reckon()).toEqual(first);
  const later = await heard.database.inWorkspace(workspaceId, (tx) =>
    new Digests(heard.policies).reckon(tx, '2031-03-17'),
  );
  expect(later.now).toMatchObject({
    cases: 0,
    unanswered: 2,
    lost: { contacts: 2 },
    atRisk: { contacts: 0 },
  });
  expect(later.before.lost.contacts).toBe(0);
});

test('a digest calls root causes by their names, and counts what is seen long after the closing', async () => {
  const heard = await start();
  const workspaceId = await shop(heard);
  await heard.takePushed.run(workspaceId, 'Ліхтар', [complaint(kyiv('2031-03-03T08:30:00'))]);
  const [found] = await db.owner<{ case_id: string; staff_id: string }>(
    `select c.id as case_id, s.id as staff_id from cases c, staff s where s.role = 'administrator'`,
  );
  const { case_id: caseId, staff_id: staffId } = found ?? { case_id: '', staff_id: '' };
  const admin = { kind: 'person', staffId, role: 'administrator' } as const;
  await heard.causes.name(
    workspaceId,
    { title: 'Кур’єр губить адреси', failures: ['not_delivered'], answerable: staffId, caseId },
    admin,
  );
  const act = (asked: Parameters<Heard['act']['run']>[2]) => heard.act.run(workspaceId, caseId, asked, admin);
  await act({ type: 'say_no_offer', reason: 'Замовлення знайшлося' });
  await act({ type: 'refuse', reason: 'Уже повернули', evidence: 'Платіж 7', appeal: 'Пишіть директорці' });
  await act({ type: 'close', because: 'customer_word', words: 'Гаразд' });
  const reckon = (week: string) =>
    heard.database.inWorkspace(workspaceId, (tx) => new Digests(heard.policies).reckon(tx, week));
  expect((await reckon('2031-03-03')).causes).toMatchObject([{ name: 'Кур’єр губить адреси', cases: 1 }]);
  clock.advanceTo(kyiv('2031-03-11T10:00:00'));
  await act({ type: 'see_behaviour', behaviour: 'silent' });
  // Three weeks later they raise their rating.
  clock.advanceTo(kyiv('2031-04-02T10:00:00'));
  await act({ type: 'see_behaviour', behaviour: 'rating_up' });
  expect((await reckon('2031-03-31')).now.saved.contacts).toBe(1);
});
