import { alertTo, answerTo, never, onceBetween, story } from './language/index.js';

const complaint = 'Четвертий день чекаю на книжки, ніхто не бере слухавку!';

story('the platform loses its response to our answer: the customer sees the answer once', async (desk) => {
  desk.failuresAreMeant = true;
  const olena = desk.customer('Олена Приходько');
  await olena.posts('facebook', complaint, '10:00');
  await desk.runUntil('10:03');
  desk.shop.platforms.facebook.loseNextResponse();
  await desk.staff('Taras').answers(olena, 'Олено, перепрошуємо! Знайшли ваше замовлення.', '10:05');
  await desk.runUntil('10:30');
  desk.expect(answerTo(olena).naming('перепрошуємо'), onceBetween('10:05', '10:06'));
  const { answers } = await desk.caseOf(olena);
  expect(answers).toMatchObject([{ state: 'visible', human: true }]);
  expect(desk.shop.failures).toHaveLength(1);
});

story('an answer that the platform refuses comes back to the one who wrote it', async (desk) => {
  const olena = desk.customer('Олена Приходько');
  const taras = desk.staff('Taras');
  await olena.posts('facebook', complaint, '10:00');
  await desk.runUntil('10:03');
  desk.shop.platforms.facebook.forbidAnswers();
  await taras.answers(olena, 'Олено, перепрошуємо! Знайшли ваше замовлення.', '10:05');
  await desk.runUntil('10:08');
  desk.expect(answerTo(olena), never);
  desk.expect(alertTo('Taras').about(olena).saying('did not get through'), onceBetween('10:05', '10:06'));
  const refused = await desk.caseOf(olena);
  expect(refused.answers).toMatchObject([{ state: 'rejected' }]);
  expect(refused.answers[0]?.reason).not.toBe('');
  // For the customer we are silent: their clock goes on, and what was never seen closes nothing.
  expect(refused.clocks).toMatchObject({ unansweredMs: 8 * 60_000 });
  expect(refused.answeredAt).toBeUndefined();
  await taras.offers(olena, { kind: 'apology', what: 'Перепросити' }, '10:10');
  await taras.completes(olena, 'apology', 'Лист від 10:12', '10:12');
  const unheard = taras.closes(olena, 'fixed', '10:13');
  await expect(unheard).rejects.toMatchObject({ code: 'no_visible_answer' });
});
