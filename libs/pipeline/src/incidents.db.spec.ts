import type { Actor, CollectedMention, Incident } from '@heard/core';
import { SecretBox } from '@heard/database';
import { createHttpClient } from '@heard/http';
import { Jobs } from '@heard/jobs';
import { usualPace } from '@heard/listening';
import { firstBreak } from '@heard/registers';
import { realBaseUrls } from '@heard/sources';
import { setUpWorkspace } from '@heard/staff';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { MailReceiver } from '@heard/alerting';
import { allQueues, composeHeard, type Heard } from './index.js';

const now = new Date('2031-03-03T10:00:00Z');
const minuteMs = 60_000;
let db: TestDatabase;
let jobs: Jobs;
let heard: Heard;
let clock: FakeClock;
let workspaceId: string;
let lead: Actor & { kind: 'person' };

beforeEach(async () => {
  db = await testDatabase(allQueues);
  jobs = await Jobs.start(db.serviceUrl, () => undefined, false);
  clock = new FakeClock(now);
  heard = composeHeard({
    database: db.database,
    jobs,
    clock,
    secretBox: new SecretBox('only for tests, only for tests, only'),
    http: createHttpClient(),
    publicUrl: 'http://127.0.0.1:3000',
    mail: new MailReceiver(undefined),
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
  ({ workspaceId } = await setUpWorkspace(db.database, { administratorEmail: 'admin@shop.example' }, clock));
  const [person] = await db.owner<{ id: string }>('select id from staff limit 1');
  lead = { kind: 'person', staffId: person?.id ?? '', role: 'lead' };
});
afterEach(async () => {
  await jobs.stop(0);
  await db.close();
});

let next = 0;
function complaint(text: string, minutes = 0): CollectedMention {
  const externalId = `e${++next}`;
  return {
    kind: 'review',
    externalId,
    author: { externalId: `a${next}`, displayName: `Олена ${next}`, isBrand: false },
    text,
    postedAt: new Date(now.getTime() + minutes * minuteMs),
    platformState: 'visible',
    raw: { id: externalId },
  };
}

const take = (mentions: readonly CollectedMention[]) => heard.takePushed.run(workspaceId, 'one', mentions);
const look = () => heard.incidents.find.lookAt(workspaceId);
async function incidents(): Promise<Incident[]> {
  const ids = await db.owner<{ id: string }>('select id from incidents order by proposed_at, id');
  const records = await heard.database.inWorkspace(workspaceId, (tx) =>
    heard.incidents.book.read(
      tx,
      ids.map(({ id }) => id),
    ),
  );
  return records.map(({ state }) => state);
}

async function theIncident(): Promise<Incident> {
  const [incident] = await incidents();
  if (!incident) throw new Error('There is no incident.');
  return incident;
}

const aboutOleg = [
  'Курьер Олег не привёз заказ, третий час жду, трубку не берёт. Верните деньги!',
  'Курʼєр Олег кинув замовлення під дощем і поїхав. Замовлення зіпсоване, жах!',
  'Your courier Oleg never delivered my order and hung up on me. Terrible service!',
];

test('complaints that name one courier are proposed once, whatever their language, and the lead is told', async () => {
  await take(aboutOleg.map((text, index) => complaint(text, index)));
  expect(await look()).toBe(3);
  expect(await look()).toBe(0);
  const [found, ...others] = await incidents();
  expect(others).toEqual([]);
  expect(found).toMatchObject({ status: 'proposed', authors: 3, coordinated: false });
  expect(found?.shares[0]).toMatchObject({ code: 'courier', key: 'oleg', cases: 3 });
  const alerts = await db.owner<{ kind: string }>(`select kind from alerts where kind = 'incident_proposed'`);
  expect(alerts).toHaveLength(1);
});

test('whoever takes its alert takes no customer from their assignee', async () => {
  await take(aboutOleg.map((text, index) => complaint(text, index)));
  await look();
  const before = await db.owner('select id, assignee_id from cases order by id');
  const [alert] = await db.owner<{ id: string }>(`select id from alerts where kind = 'incident_proposed'`);
  const olha = await db.owner<{ id: string }>(
    `insert into staff (workspace_id, id, name, email, role, password_hash, active, created_at)
     select workspace_id, gen_random_uuid(), 'Olha', 'olha@shop.example', 'lead', password_hash, true, created_at
     from staff limit 1 returning id`,
  );
  await heard.takeAlert.run(workspaceId, alert?.id ?? '', olha[0]?.id ?? '');
  expect(await db.owner('select state from alerts where id = $1', [alert?.id])).toEqual([{ state: 'taken' }]);
  expect(await db.owner('select id, assignee_id from cases order by id')).toEqual(before);
});

test('two processes that look at the same moment propose it once', async () => {
  await take(aboutOleg.map((text) => complaint(text)));
  await Promise.all([look(), look(), look()]);
  expect(await incidents()).toHaveLength(1);
});

test('a later complaint joins, as a member of the rule; one who is taken out is not brought back', async () => {
  await take(aboutOleg.map((text, index) => complaint(text, index)));
  await look();
  const { id, cases } = await theIncident();
  await heard.incidents.act.run(workspaceId, id, { type: 'confirm' }, lead);
  const out = cases[0]?.caseId ?? '';
  await heard.incidents.act.run(
    workspaceId,
    id,
    { type: 'remove_case', caseId: out, reason: 'Another Oleg' },
    lead,
  );
  await take([complaint('Опять курьер Олег: заказ не привезли, никто не отвечает!', 30)]);
  await look();
  const [after, ...others] = await incidents();
  expect(others).toEqual([]);
  expect(after?.left).toEqual([out]);
  expect(after?.cases).toHaveLength(3);
  expect(after?.cases.at(-1)).toMatchObject({ from: 'rule', state: 'confirmed' });
});

test('what was dismissed is proposed again only when it has grown beyond that', async () => {
  await take(aboutOleg.map((text, index) => complaint(text, index)));
  await look();
  const { id } = await theIncident();
  await heard.incidents.act.run(workspaceId, id, { type: 'dismiss', reason: 'Three different Olegs' }, lead);
  await take(aboutOleg.map((text, index) => complaint(`${text} Ужас.`, 10 + index)));
  await look();
  expect(await incidents()).toHaveLength(1);
  await take([complaint('Курьер Олег снова не приехал, деньги списали, никто не отвечает!', 20)]);
  await look();
  expect(await incidents()).toHaveLength(2);
});

test('what comes again after it was resolved says what it follows', async () => {
  await take(aboutOleg.map((text, index) => complaint(text, index)));
  await look();
  const { id } = await theIncident();
  await heard.incidents.act.run(workspaceId, id, { type: 'confirm' }, lead);
  await heard.incidents.act.run(workspaceId, id, { type: 'resolve', words: 'Oleg has a new route' }, lead);
  await take(aboutOleg.map((text, index) => complaint(`${text} Снова.`, 60 * 24 + index)));
  await look();
  expect((await incidents()).map(({ recurs }) => recurs)).toEqual([undefined, id]);
});

describe('the message', () => {
  const texts = {
    ru: '{customer}, курьер Олег сегодня не развёз 12 заказов из-за поломки машины. Ваш заказ привезут сегодня до 18:00.',
    uk: '{customer}, курʼєр Олег сьогодні не розвіз 12 замовлень через поломку машини. Ваше замовлення привезуть сьогодні до 18:00.',
    en: '{customer}, our courier Oleg could not deliver 12 orders because his van broke down. We will bring your order today by 18:00.',
  };
  const due = new Date('2031-03-03T16:00:00Z');
  const dated = (text: string, words: string) => {
    const start = text.indexOf(words);
    return [{ start, end: start + words.length, due }];
  };
  const promises = {
    ru: dated(texts.ru, 'Ваш заказ привезут сегодня до 18:00'),
    uk: dated(texts.uk, 'Ваше замовлення привезуть сьогодні до 18:00'),
    en: dated(texts.en, 'We will bring your order today by 18:00'),
  };
  const decide = (more: object = {}) =>
    ({
      type: 'decide',
      decisionId: '00000000-0000-7000-8000-000000000001',
      message: { texts, promises, overrule: 'The same for all, and it says what happened', ...more },
    }) as const;
  async function confirmed(): Promise<string> {
    await take(aboutOleg.map((text, index) => complaint(text, index)));
    await look();
    const { id } = await theIncident();
    await heard.incidents.act.run(workspaceId, id, { type: 'confirm' }, lead);
    return id;
  }

  test('waits to be given by hand where the source takes no answers, in each customer’s language', async () => {
    const id = await confirmed();
    await heard.incidents.act.run(workspaceId, id, decide(), lead);
    await jobs.drain();
    const [incident] = await incidents();
    expect(incident?.deliveries.map(({ state }) => state)).toEqual(['by_hand', 'by_hand', 'by_hand']);
    const of = await db.owner<{ id: string; language: string }>('select id, language from cases');
    for (const each of of) {
      const how = { channel: 'phone', evidence: 'Called them' } as const;
      await heard.incidents.tell.given(workspaceId, id, each.id, how, lead);
      await heard.incidents.tell.given(workspaceId, id, each.id, how, lead);
    }
    const answers = await db.owner<Record<string, unknown>>(
      `select a.text, a.human, a.substantive, a.channel, c.language, c.author_name from answers a join cases c on c.id = a.case_id`,
    );
    expect(answers).toHaveLength(3);
    expect(new Set(answers.map(({ language }) => language))).toEqual(new Set(['ru', 'uk', 'en']));
    for (const each of answers) {
      const own = texts[each['language'] as 'ru' | 'uk' | 'en'].replace(
        '{customer}',
        String(each['author_name']),
      );
      expect(each).toMatchObject({ text: own, human: true, substantive: true, channel: 'phone' });
    }
    expect((await incidents())[0]?.deliveries.map(({ state }) => state)).toEqual(['given', 'given', 'given']);
    const made = await db.owner<{ what: string; due: Date }>('select what, due from promises');
    expect(made).toHaveLength(3);
    for (const each of made) {
      expect(each.due).toEqual(due);
      expect(each.what).toMatch(/^(Ваш заказ привезут|Ваше замовлення привезуть|We will bring your order)/u);
    }
  });

  test('that promises something without a date is sent to nobody', async () => {
    const id = await confirmed();
    const asked = heard.incidents.act.run(workspaceId, id, decide({ promises: {} }), lead);
    await expect(asked).rejects.toMatchObject({ code: 'promise_not_confirmed', about: { language: 'ru' } });
    expect(await db.owner(`select from pgboss.job where name = 'tell-incident'`)).toEqual([]);
  });

  test('reaches a case once, however often the work is delivered', async () => {
    const id = await confirmed();
    await heard.incidents.act.run(workspaceId, id, decide(), lead);
    const work = await db.owner<{ data: Parameters<Heard['incidents']['tell']['run']>[0] }>(
      `select data from pgboss.job where name = 'tell-incident'`,
    );
    for (const { data } of [...work, ...work]) await heard.incidents.tell.run(data);
    await Promise.all(work.map(({ data }) => heard.incidents.tell.run(data)));
    const told = await db.owner(`select from register_events where type = 'incident.told'`);
    expect(told).toHaveLength(3);
  });

  test('of a manager is refused: it speaks for the whole firm', async () => {
    const id = await confirmed();
    const manager = { ...lead, role: 'manager' } as const;
    const asked = heard.incidents.act.run(workspaceId, id, decide(), manager);
    await expect(asked).rejects.toMatchObject({ code: 'lead_needed' });
  });

  test('goes to nobody before the incident is confirmed', async () => {
    await take(aboutOleg.map((text, index) => complaint(text, index)));
    await look();
    const { id } = await theIncident();
    const asked = heard.incidents.act.run(workspaceId, id, decide(), lead);
    await expect(asked).rejects.toMatchObject({ code: 'incident_not_confirmed' });
  });
});

describe('the others who are likely hit', () => {
  async function proposed(): Promise<Incident> {
    await take(aboutOleg.map((text, index) => complaint(text, index)));
    await look();
    return theIncident();
  }
  const list = (incident: Incident) =>
    heard.database.inWorkspace(workspaceId, (tx) => heard.incidents.likelyHit.list(tx, incident));
  const hand = (id: string) =>
    heard.incidents.likelyHit.add(
      workspaceId,
      id,
      [
        { name: 'Ірина Савчук', contact: '+380 67 123 45 67', reference: 'A-1001' },
        { name: 'Петро Гай', contact: 'petro@mail.example', reference: 'A-1002' },
      ],
      lead,
    );

  test('are those whom the firm lists and those who asked; who complains meanwhile is marked', async () => {
    const incident = await proposed();
    await take([complaint('Подскажите, пожалуйста, курьер Олег сегодня ещё приедет?', 5)]);
    expect(await hand(incident.id)).toEqual({ added: 2, known: 0 });
    expect(await hand(incident.id)).toEqual({ added: 0, known: 2 });
    await take([complaint('Курьер Олег не привёз мой заказ A-1002! Никто не отвечает, ужас!', 7)]);
    await look();
    const people = await list(incident);
    expect(people.map(({ name, from, complained }) => [name, from, complained !== undefined])).toEqual([
      ['Ірина Савчук', 'listed', false],
      ['Петро Гай', 'listed', true],
      [expect.stringContaining('Олена'), 'asked', false],
    ]);
  });

  test('are told once, by a person; afterwards they are forgotten, and only their number stays', async () => {
    const { id } = await proposed();
    await hand(id);
    const incident = await theIncident();
    const [first] = await list(incident);
    const told = () =>
      heard.incidents.likelyHit.told(workspaceId, id, first?.id ?? '', { channel: 'phone' }, lead);
    await told();
    await told();
    const history = await db.owner<{ type: string; facts: object }>(
      'select type, facts from register_events where id = $1 order by seq',
      [id],
    );
    expect(history.filter(({ type }) => type === 'incident.likely_hit_told')).toHaveLength(1);
    expect(JSON.stringify(history)).not.toMatch(/Савчук|petro@|\+380/u);

    await heard.incidents.act.run(workspaceId, id, { type: 'confirm' }, lead);
    await heard.incidents.act.run(workspaceId, id, { type: 'resolve', words: 'New van' }, lead);
    clock.advanceTo(new Date(now.getTime() + 29 * 24 * 60 * minuteMs));
    await heard.incidents.find.run();
    expect(await db.owner('select from likely_hit')).toHaveLength(2);
    clock.advanceTo(new Date(now.getTime() + 31 * 24 * 60 * minuteMs));
    await heard.incidents.find.run();
    expect(await db.owner('select from likely_hit')).toHaveLength(0);
    const events = await heard.database.inWorkspace(workspaceId, (tx) =>
      heard.incidents.book.histories(tx, [id]),
    );
    expect(events.get(id)?.at(-1)).toMatchObject({ type: 'incident.likely_hit_wiped', people: 2 });
    expect(firstBreak(id, events.get(id) ?? [])).toBeUndefined();
  });
});
