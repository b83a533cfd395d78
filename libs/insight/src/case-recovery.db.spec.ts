import { type Actor, heard } from '@heard/core';
import { newId } from '@heard/database';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { book, caseOf, type Step, view } from './case-of.spec-suite.js';
import { Desk, minute } from './desk.spec-suite.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([]);
});
afterAll(() => db.close());

describe('what the history tells of a recovery', () => {
  const oksana = (desk: Desk): Actor => ({ kind: 'person', staffId: desk.staffId, role: 'manager' });

  test('each thing that was asked is open until an answer that was seen answers or dates it', async () => {
    const desk = await Desk.make(db);
    const text = 'Замовлення № 48213 не привезли. Коли привезете книжки? Мій номер +380671234567.';
    const mention = await desk.mention({ text });
    const answerId = newId();
    const said = 'Книжки привеземо сьогодні до 18:00, кур’єр Тарас.';
    const id = await caseOf(desk, mention, [
      {
        fact: { type: 'case.answer_queued', answerId, mentionId: mention, text: said, human: true },
        at: 5,
        by: oksana(desk),
      },
    ]);
    const before = await view(desk, id);
    expect(before.points.map(({ kind, handled }) => [kind, handled])).toContainEqual(['asked', 'open']);
    expect(before.answers).toMatchObject([{ counts: false, notCounted: 'not_visible', substantive: true }]);
    expect(before.told.map(({ kind, words }) => [kind, words])).toEqual([
      ['order', 'Замовлення № 48213'],
      ['phone', '+380671234567'],
    ]);
    await desk.in((tx) => tx.run(`update answers set state = 'visible', visible_at = $1`, [minute(6)]));
    const after = await view(desk, id);
    expect(after.points).toContainEqual(
      expect.objectContaining({ words: 'Коли привезете книжки', handled: 'dated', answerId }),
    );
  });

  test('a promise that is about to break comes with honest words in the customer’s language', async () => {
    const desk = await Desk.make(db);
    const promiseId = newId();
    const made = { promiseId, what: 'Привеземо книжки.', due: minute(100) };
    const id = await caseOf(desk, await desk.mention(), [
      { fact: { type: 'case.promise_made', ...made }, at: 8, by: oksana(desk) },
    ]);
    expect((await view(desk, id)).promises[0]).not.toHaveProperty('lateDraft');
    const warned = await caseOf(desk, await desk.mention(), [
      { fact: { type: 'case.promise_made', ...made, promiseId: newId() }, at: 8, by: oksana(desk) },
      { fact: { type: 'case.round_begun', because: 'complained_again', startedAt: minute(20) }, at: 21 },
    ]);
    const warning: Step = {
      fact: {
        type: 'case.promise_warned',
        promiseId: (await view(desk, warned)).promises[0]?.id ?? '',
        due: made.due,
      },
      at: 82,
    };
    await desk.in(async (tx) => {
      const record = await book.lock(tx, warned);
      await book.append(tx, record, [{ ...warning.fact, at: minute(82), by: heard }]);
    });
    const seen = await view(desk, warned);
    expect(seen.promises[0]?.lateDraft).toMatch(
      /^Олена, ми обіцяли: «Привеземо книжки» — до 13:40, 22 листопада\..*Оксана/u,
    );
    expect(seen.agenda.map(({ kind }) => kind)).toContain('promise');
    expect(seen.closing).toContainEqual({
      because: 'customer_word',
      missing: ['promise_still_open', 'no_offer_made'],
    });
    expect(seen.rounds).toMatchObject([
      { because: 'first_complaint', endedAt: minute(20).toISOString(), waitMs: 20 * 60_000 },
      { because: 'complained_again', waitMs: 40 * 60_000 },
    ]);
  });

  test('a note comes with the customer’s words, a record with where it stands, and both clocks run', async () => {
    const desk = await Desk.make(db);
    const text = 'Розмову обірвали, я не договорила.';
    const mention = await desk.mention({ text });
    const notes = JSON.stringify([{ code: 'interrupted_feedback', start: 0, end: 16 }]);
    await desk.assessment(mention, { notes });
    const id = await caseOf(desk, mention, [
      {
        fact: {
          type: 'case.mention_joined',
          mentionId: mention,
          complaint: false,
          signals: [],
          notes: ['interrupted_feedback'],
        },
        at: 2,
      },
      { fact: { type: 'case.record_noted', record: { claim: 'delivered', where: 'CRM 7' } }, at: 3 },
      { fact: { type: 'case.part_done', part: 'apology', evidence: 'Лист' }, at: 4, by: oksana(desk) },
      { fact: { type: 'case.seen' }, at: 5, by: oksana(desk) },
    ]);
    const seen = await view(desk, id);
    expect(seen).toMatchObject({
      seenAt: minute(5).toISOString(),
      notes: [{ code: 'interrupted_feedback', words: text.slice(0, 16) }],
      records: [{ claim: 'delivered', where: 'CRM 7' }],
      parts: [{ part: 'apology', evidence: 'Лист' }],
      // 22 November 2026 is a Sunday: nobody works, and the customer waits all the same.
      bothClocks: { customerMs: 60 * 60_000, workingMs: 0 },
    });
    expect(seen.flags).toEqual(expect.arrayContaining(['interrupted_feedback', 'no_offer']));
    expect(seen.bothClocks.marks).toContainEqual(
      expect.objectContaining({ mark: 'seen', customerMs: 5 * 60_000, at: minute(5).toISOString() }),
    );
    expect(seen.playbook.steps.length).toBeGreaterThan(2);
  });
});
