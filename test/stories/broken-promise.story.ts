import { alertTo, answerTo, at, never, onceBetween, story } from './language/index.js';

const words = 'Разберусь со складом и позвоню вам';

story('23. the same promise said again does not buy a new beginning', async (desk) => {
  const gleb = desk.customer('Глеб Ставский');
  const taras = desk.staff('Taras');
  await gleb.posts(
    'facebook',
    'Вторую неделю жду возврат за бракованный атлас. Обещали разобраться и молчат.',
    '10:00',
  );
  await taras.takes(gleb, '10:04').catch((refused: unknown) => {
    // He is on duty, so the case came to him by itself.
    expect(refused).toMatchObject({ code: 'already_yours' });
  });
  await taras.answers(gleb, 'Глеб, вы правы, это наша вина. Разбираюсь сам. Тарас, «Ліхтар»', '10:05');
  desk.expect(answerTo(gleb).naming('наша вина'), onceBetween('10:05', '10:06'));
  const dateless = taras.promises(gleb, words, '10:00', '10:09');
  await expect(dateless).rejects.toMatchObject({ code: 'promise_in_past' });
  await taras.promises(gleb, words, '12:00', '10:10');

  // Nobody does anything: the promise breaks by itself, and is told to the assignee, then to the lead.
  await desk.runUntil('12:30');
  desk.expect(alertTo('Taras').about(gleb).saying('Promise broken'), onceBetween('12:00', '12:01'));
  desk.expect(alertTo('Oksana').about(gleb).saying('Promise broken'), onceBetween('12:10', '12:11'));
  expect((await desk.caseOf(gleb)).promises).toMatchObject([{ what: words, state: 'broken' }]);

  const withoutLead = taras.promises(gleb, ` ${words.toUpperCase()}! `, '15:00', '12:39');
  await expect(withoutLead).rejects.toMatchObject({ code: 'promise_needs_lead' });
  await desk.staff('Oksana').promises(gleb, ` ${words.toUpperCase()}! `, '15:00', '12:40');
  await desk.runUntil('12:42');
  desk.expect(alertTo('Oksana').about(gleb).saying('The same promise again'), onceBetween('12:40', '12:41'));
  desk.expect(alertTo('Taras').about(gleb).saying('The same promise again'), never);
  const again = await desk.caseOf(gleb);
  const [first, second] = again.promises;
  expect(first).toMatchObject({ state: 'broken', due: at('12:00').toISOString() });
  expect(second).toMatchObject({ state: 'open', due: at('15:00').toISOString(), repeats: first?.id });
  expect(again).toMatchObject({ brokenPromises: 1, nextPromiseDue: at('15:00').toISOString() });
  expect(again.clocks.postedAt).toBe(at('10:00').toISOString());
  expect(again.clocks.customerWaitMs).toBe((2 * 60 + 42) * 60_000);

  await desk.staff('Taras').offers(gleb, { kind: 'refund', what: 'Вернуть 640 грн на карту' }, '13:00');
  await desk.staff('Taras').completes(gleb, 'refund', 'Платёж 20310303-17', '13:30');
  const withAnOpenPromise = taras.closes(gleb, 'fixed', '13:35');
  await expect(withAnOpenPromise).rejects.toMatchObject({ code: 'promise_still_open' });
  await taras.keepsPromise(
    gleb,
    again.promises[1]?.what ?? '',
    'Позвонил в 14:05, говорили 6 минут',
    '14:10',
  );
  await taras.closes(gleb, 'fixed', '14:20');

  const closed = await desk.caseOf(gleb);
  expect(closed.promises.map(({ state }) => state)).toEqual(['broken', 'kept']);
  expect(closed.clocks).toMatchObject({
    answeredAt: at('10:05').toISOString(),
    customerWaitMs: (4 * 60 + 20) * 60_000,
  });
  // Nothing of a closed case wakes anybody any more.
  const letters = desk.shop.letterBox.letters.length;
  await desk.runUntil('16:00');
  expect(desk.shop.letterBox.letters).toHaveLength(letters);
  expect(closed.alerts.map(({ state }) => state)).toEqual(closed.alerts.map(() => 'resolved'));
  expect(closed.alerts.map(({ kind }) => kind)).toContain('promise_near');
});
