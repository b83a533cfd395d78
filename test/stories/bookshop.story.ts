import { alertTo, answerTo, at, onceBetween, story } from './language/index.js';

story('a reader who was leaving gets her books brought in person, and recommends the shop', async (desk) => {
  const olena = desk.customer('Олена Приходько');
  const taras = desk.staff('Taras');
  await olena.posts(
    'facebook',
    'Замовила в «Ліхтарі» три книжки на день народження мами. Чотири дні тиша, а сьогодні скасували: ' +
      '«свята й немає світла». Ніхто не бере слухавку. Більше до вас ні ногою!',
    '10:00',
  );
  await desk.runUntil('10:03');
  desk.expect(alertTo('Taras').about(olena).saying('Urgent complaint'), onceBetween('10:00', '10:02'));
  const opened = await desk.caseOf(olena);
  expect(opened).toMatchObject({ assignee: { name: 'Taras' }, assignedBecause: 'on_duty', urgency: 'high' });
  expect(opened.postedAt).toBe(at('10:00').toISOString());

  await taras.answers(
    olena,
    'Олено, це наша провина: мали подзвонити першого ж дня. Книжки є, я зараз вам усе напишу. Тарас, «Ліхтар»',
    '10:06',
    { 'я зараз вам усе напишу': '10:30' },
  );
  desk.expect(answerTo(olena).naming('наша провина'), onceBetween('10:06', '10:07'));
  expect((await desk.caseOf(olena)).answers).toMatchObject([{ state: 'visible', human: true }]);

  const delivery = {
    kind: 'personal_action',
    what: 'Привезти всі три книжки особисто, з листівкою для мами',
    action: { who: 'Тарас', where: 'вул. Липова, 7', when: at('12:30') },
  } as const;
  await taras.offers(olena, delivery, '10:10');
  await taras.keepsPromise(olena, 'я зараз вам усе напишу', 'Написав про доставку', '10:12');
  await olena.replies('Гаразд, привозьте сьогодні опівдні, буду вдома.', '10:30');
  await taras.hearsYes(olena, 'personal_action', 'привозьте сьогодні опівдні', '10:40');
  const tooEarly = taras.closes(olena, 'fixed', '10:45');
  await expect(tooEarly).rejects.toMatchObject({ code: 'fix_still_open' });
  await taras.completes(olena, 'personal_action', 'Фото з порога, підпис отримувачки', '12:50');

  await olena.replies(
    'Дякую! Книжки привіз сам Тарас, мама щаслива. Тепер тільки до вас, усім раджу!',
    '13:30',
  );
  await desk.runUntil('13:35');
  const words = 'Тепер тільки до вас, усім раджу!';
  await taras.recordsOutcome(olena, { verdict: 'recovered', words, behaviour: 'praise' }, '13:40');
  await taras.closes(olena, 'fixed', '13:42');

  const closed = await desk.caseOf(olena);
  expect(closed).toMatchObject({ status: 'closed', closedBecause: 'fixed', complaints: 1 });
  expect(closed.fixes).toMatchObject([
    { state: 'done', action: { who: 'Тарас', where: 'вул. Липова, 7', when: at('12:30').toISOString() } },
  ]);
  expect(closed.outcome).toMatchObject({ verdict: 'recovered', behaviour: 'praise', words });
  expect(closed.thread.filter((each) => !each.isBrand && each.caseId === closed.id)).toHaveLength(3);
  expect(closed.clocks).toMatchObject({
    postedAt: at('10:00').toISOString(),
    answeredAt: at('10:06').toISOString(),
    firstOfferAt: at('10:10').toISOString(),
    fixedAt: at('12:50').toISOString(),
    unansweredMs: 6 * 60_000,
    customerWaitMs: (3 * 60 + 42) * 60_000,
  });
  expect(closed.alerts.every(({ state }) => state === 'resolved')).toBe(true);
});
