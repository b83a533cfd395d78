import type { Actor, CaseFact } from '@heard/core';
import { newId } from '@heard/database';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { caseOf, reading, type Step, view } from './case-of.spec-suite.js';
import { Desk, minute, refund, walk } from './desk.spec-suite.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([]);
});
afterAll(() => db.close());

test('a case shows its answers, promises, fixes, hand-offs and outcome with the names of people', async () => {
  const desk = await Desk.make(db);
  const taras = await desk.staff('Тарас');
  const oksana: Actor = { kind: 'person', staffId: desk.staffId, role: 'manager' };
  const mention = await desk.mention();
  const [answerId, call, promiseId, fixId] = [newId(), newId(), newId(), newId()];
  const offer = {
    kind: 'personal_action' as const,
    what: 'Привеземо книжки',
    cost: { amountMinor: 15_000, currency: 'UAH' },
    action: { who: 'Тарас', where: 'Львів', when: minute(50) },
  };
  const id = await caseOf(desk, mention, [
    {
      fact: { type: 'case.answer_queued', answerId, mentionId: mention, text: 'Ми тут', human: true },
      at: 5,
      by: oksana,
    },
    { fact: { type: 'case.answer_visible', answerId, externalId: 'x1' }, at: 6 },
    {
      fact: { type: 'case.handed_over', from: desk.staffId, to: taras, reason: 'Ближче' },
      at: 7,
      by: oksana,
    },
    {
      fact: { type: 'case.promise_made', promiseId, what: 'Подзвонимо', due: minute(20) },
      at: 8,
      by: oksana,
    },
    { fact: { type: 'case.promise_broken', promiseId, due: minute(20) }, at: 21 },
    {
      fact: {
        type: 'case.answer_recorded',
        answerId: call,
        channel: 'phone',
        text: 'Вибачились',
        evidence: '3 хв',
        human: true,
      },
      at: 22,
    },
    { fact: { type: 'case.fix_offered', fixId, offer }, at: 23, by: oksana },
    { fact: { type: 'case.fix_done', fixId, evidence: 'Фото' }, at: 51 },
    { fact: { type: 'case.outcome_recorded', outcome: { verdict: 'recovered', savedMinor: 9 } }, at: 52 },
    { fact: { type: 'case.closed', because: 'fixed' }, at: 55 },
  ]);
  const seen = await view(desk, id);
  expect(seen).toMatchObject({
    status: 'closed',
    closedBecause: 'fixed',
    assignee: { id: taras, name: 'Тарас' },
    assigneeSince: minute(7).toISOString(),
    assignedBecause: 'on_duty',
    handOffs: [
      { from: { name: 'Оксана' }, to: { name: 'Тарас' }, reason: 'Ближче', at: minute(7).toISOString() },
    ],
    outcome: { verdict: 'recovered', savedMinor: 9, at: minute(52).toISOString() },
    promises: [{ id: promiseId, state: 'broken', due: minute(20).toISOString(), madeBy: { name: 'Оксана' } }],
    fixes: [
      {
        ...offer,
        action: { ...offer.action, when: minute(50).toISOString() },
        state: 'done',
        evidence: 'Фото',
      },
    ],
    clocks: {
      answeredAt: minute(6).toISOString(),
      firstOfferAt: minute(23).toISOString(),
      fixedAt: minute(51).toISOString(),
      customerWaitMs: 55 * 60_000,
      unansweredMs: 6 * 60_000,
    },
  });
  expect(seen.answers).toEqual([
    expect.objectContaining({
      id: answerId,
      mentionId: mention,
      externalId: 'x1',
      state: 'visible',
      by: { id: desk.staffId, name: 'Оксана' },
    }),
    expect.objectContaining({ id: call, channel: 'phone', evidence: '3 хв' }),
  ]);
  expect(seen.answers[1]).not.toHaveProperty('reason');
  expect(JSON.parse(JSON.stringify(seen))).toEqual(seen);
});

test('the history names people beside their ids, and its pages hold every step once', async () => {
  const desk = await Desk.make(db);
  const taras = await desk.staff('Тарас');
  const keyId = newId();
  const key = {
    id: keyId,
    name: 'CRM',
    prefix: 'hk_1',
    secret_hash: Buffer.alloc(32),
    scopes: [],
    created_at: minute(0),
  };
  await desk.put('api_keys', key);
  const steps: Step[] = Array.from({ length: 120 }, (_, index) => ({
    fact: { type: 'case.urgency_raised', to: 'critical', reasons: [] },
    at: 3 + index,
    by: { kind: 'program', keyId },
  }));
  const taken: Step = { fact: { type: 'case.taken', from: desk.staffId, to: taras }, at: 2 };
  const id = await caseOf(desk, await desk.mention(), [taken, ...steps]);
  const all = await walk(async (cursor) => {
    const page = await desk.in((tx) => reading.history(tx, id, { limit: 50, cursor }));
    return page ?? { items: [] };
  });
  expect(all.map((entry) => entry.seq)).toEqual(Array.from({ length: 122 }, (_, index) => index + 1));
  expect(all[0]?.facts).toMatchObject({ assigneeName: 'Оксана', postedAt: minute(0).toISOString() });
  expect(all[1]?.facts).toMatchObject({ fromName: 'Оксана', toName: 'Тарас' });
  expect(all[2]).toMatchObject({ by: { kind: 'program', keyId, name: 'CRM' }, facts: { to: 'critical' } });
  expect(all[2]?.facts).not.toHaveProperty('toName');
  expect(all.every((entry) => /^[0-9a-f]{64}$/.test(entry.hash))).toBe(true);
  expect((await view(desk, id)).history).toEqual(all.slice(-100));
  await expect(desk.in((tx) => reading.history(tx, id, { limit: 5, cursor: 'x' }))).rejects.toMatchObject({
    code: 'bad_cursor',
  });
});

test('the thread shows what was answered to, our own words and others, in order of posting, and nothing of elsewhere', async () => {
  const desk = await Desk.make(db);
  const place = (parent?: string) => ({ parent_external_id: parent, root_external_id: 'post' });
  const say = (text: string, at: number, row = {}) => desk.mention({ text, posted_at: minute(at), ...row });
  await say('Наш допис', 0, { kind: 'post', external_id: 'post', is_brand: true });
  const complaint = await say('Скарга', 1, { external_id: 'c1', ...place('post') });
  await say('Сторонній', 2, { external_id: 'c2', ...place('post') });
  await say('Ми шукаємо', 4, { kind: 'reply', is_brand: true, ...place('c1') });
  await say('Мені теж', 3, { kind: 'reply', ...place('c1') });
  await say('Інший допис', 2, { kind: 'post', external_id: 'post2' });
  const elsewhere = await desk.source({ name: 'Інша сторінка' });
  await say('Той самий номер', 2, { source_id: elsewhere, ...place('c1') });
  const seen = await view(desk, await caseOf(desk, complaint));
  expect(seen.thread.map((mention) => mention.text)).toEqual([
    'Наш допис',
    'Скарга',
    'Сторонній',
    'Мені теж',
    'Ми шукаємо',
  ]);
});

test('of a long thread 200 are shown, and the complaint and the answers to it are among them', async () => {
  const desk = await Desk.make(db);
  const root = { root_external_id: 'post' };
  const complaint = await desk.mention({ external_id: 'c1', parent_external_id: 'post', ...root });
  const answer = await desk.mention({
    parent_external_id: 'c1',
    is_brand: true,
    posted_at: minute(1),
    ...root,
  });
  const crowd = `insert into mentions (workspace_id, id, source_id, kind, external_id, parent_external_id, root_external_id,
      is_brand, text, posted_at, posted_at_given, first_seen_at, last_seen_at, platform_state, content_hash, raw)
    select workspace_id, gen_random_uuid(), source_id, kind, 'crowd' || n, 'post', root_external_id, false, text,
      posted_at + n * interval '1 hour', true, first_seen_at, last_seen_at, platform_state, content_hash, raw
    from mentions, generate_series(1, 250) n where external_id = 'c1'`;
  await desk.in((tx) => tx.run(crowd));
  const ids = (await view(desk, await caseOf(desk, complaint))).thread.map((mention) => mention.id);
  expect([ids.length, ids[0], ids[1]]).toEqual([200, complaint, answer]);
});

test('a public answer goes to the newest text of the customer that still stands, where the platform takes answers', async () => {
  const desk = await Desk.make(db);
  const [first, second] = [
    await desk.mention({ posted_at: minute(1) }),
    await desk.mention({ posted_at: minute(2) }),
  ];
  const third = await desk.mention({ posted_at: minute(3), platform_state: 'deleted' });
  const id = await caseOf(desk, first);
  const join = (mention: string) =>
    desk.in((tx) => tx.run('update mentions set case_id = $1 where id = $2', [id, mention]));
  await join(second);
  await join(third);
  expect(await view(desk, id)).toMatchObject({ answerTo: second, canAnswerInPublic: true });
  await desk.in((tx) => tx.run(`update mentions set platform_state = 'hidden'`));
  expect(await view(desk, id)).not.toHaveProperty('answerTo');
  await desk.in((tx) => tx.run('update sources set removed_at = now()'));
  expect(await view(desk, id)).toMatchObject({ canAnswerInPublic: false });
});

test('what the platform offers to decide is shown in words until it is decided', async () => {
  const desk = await Desk.make(db);
  const decisions = JSON.stringify({ seen: 'open', actions: ['refund', 'wordless'] });
  const mentionId = await desk.mention({ decisions });
  const waiting = await view(desk, await caseOf(desk, mentionId));
  expect(waiting.decisions).toEqual([
    { mentionId, seen: 'open', choices: [{ action: 'refund', ...refund }] },
  ]);
  const decision = { action: 'refund', seen: 'open' };
  const given: CaseFact = {
    type: 'case.answer_queued',
    answerId: newId(),
    mentionId,
    text: '',
    human: true,
    decision,
  };
  const decided = await view(desk, await caseOf(desk, mentionId, [{ fact: given, at: 5 }]));
  expect(decided.decisions).toEqual([]);
  expect(decided.answers).toMatchObject([{ text: '', decision: { action: 'refund', label: refund.label } }]);
});

test('alerts of a case tell whom they went to by name, and never an address with a key or the hash of a link', async () => {
  const desk = await Desk.make(db);
  const id = await caseOf(desk, await desk.mention());
  const alert = await desk.alert({
    case_id: id,
    state: 'taken',
    taken_by: desk.staffId,
    taken_at: minute(4),
  });
  const receiver = newId();
  await desk.put('receivers', {
    id: receiver,
    kind: 'webhook',
    name: 'CRM',
    url: 'https://crm.example.org/hook?key=sesame',
    secret_sealed: Buffer.from('sesame'),
    created_at: minute(0),
  });
  const tell = (row: object, at: number) =>
    desk.put('notifications', {
      id: newId(),
      alert_id: alert,
      level: 0,
      state: 'sent',
      queued_at: minute(at),
      ...row,
    });
  const hook = { receiver: 'webhook', sent_to: 'https://crm.example.org/hook?key=sesame' };
  await tell(
    { receiver: 'mail', sent_to: 'o@example.org', staff_id: desk.staffId, link_hash: Buffer.from('sesame') },
    1,
  );
  await tell({ ...hook, receiver_id: receiver }, 2);
  await tell(hook, 3);
  const { alerts } = await view(desk, id);
  expect(alerts).toMatchObject([{ id: alert, caseNumber: 1, takenBy: { name: 'Оксана' } }]);
  expect(alerts[0]?.notifications.map((told) => told.to)).toEqual(['Оксана', 'CRM', 'crm.example.org']);
  expect(JSON.stringify(alerts)).not.toMatch(/sesame|736573616d65/u);
});

test('what is no id is no case', async () => {
  const desk = await Desk.make(db);
  for (const id of ['', `' or true --`, '\ud800', 'a␀b']) {
    expect(await desk.in((tx) => reading.get(tx, id, minute(0)))).toBeUndefined();
  }
});
