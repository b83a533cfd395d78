import { alertTo, never, onceBetween, story } from './language/index.js';

const urgent = 'Замовлення не привезли вже третій день, на дзвінки ніхто не відповідає! Поверніть гроші.';

story(
  'a false alarm is taken back before it wakes the next one, and comes again when it was none',
  async (desk) => {
    const marta = desk.customer('Марта Кобець');
    await marta.posts('facebook', urgent, '10:00');
    await desk.runUntil('10:02');
    desk.expect(alertTo('Taras').about(marta).saying('Urgent complaint'), onceBetween('10:00', '10:02'));

    // He recognises a line of the play that the shop reads tonight.
    await desk.staff('Taras').corrects(marta, { intent: 'other', sentiment: 'neutral' }, '10:04');
    const calm = await desk.caseOf(marta);
    expect(calm).toMatchObject({ urgency: 'none', complaints: 0, alertFiring: false });
    expect(calm.alerts).toMatchObject([{ kind: 'urgent_case', state: 'resolved' }]);
    await desk.runUntil('12:00');
    desk.expect(alertTo('Oksana').about(marta), never);

    // His lead knows that it was meant: the customer is angry after all.
    await desk.staff('Oksana').takesBack(marta, 'intent', '12:00');
    expect(await desk.caseOf(marta)).toMatchObject({ urgency: 'high', complaints: 1, alertFiring: true });
    await desk.runUntil('12:02');
    const letters = desk.shop.letterBox.letters.filter(({ subject }) => subject.includes('Urgent complaint'));
    expect(letters).toHaveLength(2);
    await desk.staff('Taras').takesByLetter(marta, '12:05');
    await desk.runUntil('12:06');
    expect(await desk.caseOf(marta)).toMatchObject({ alertFiring: false, assignee: { name: 'Taras' } });
    desk.expect(alertTo('Oksana').about(marta).saying('Urgent complaint'), never);
  },
  { pollSeconds: 60, opensAt: '09:50' },
);

story(
  'what a lead calls critical wakes whoever is on call, once, and what nobody complained of closes as no complaint',
  async (desk) => {
    const petro = desk.customer('Петро Гай');
    await petro.posts('facebook', 'Книга прийшла з пом’ятою обкладинкою, дуже прикро.', '10:00');
    await desk.runUntil('10:05');
    desk.expect(alertTo('Taras').about(petro).saying('Urgent complaint'), never);

    await desk.staff('Oksana').corrects(petro, { urgency: 'critical', category: 'staff' }, '10:05');
    await desk.staff('Oksana').corrects(petro, { urgency: 'critical' }, '10:06');
    await desk.runUntil('10:08');
    desk.expect(
      alertTo('Taras').about(petro).saying('Urgent complaint (critical)'),
      onceBetween('10:05', '10:07'),
    );
    expect(await desk.caseOf(petro)).toMatchObject({
      urgency: 'critical',
      urgencyReasons: ['corrected'],
      failure: 'rude_staff',
    });

    await desk.staff('Taras').takesByLetter(petro, '10:09');
    const closes = desk.staff('Taras').closes(petro, 'no_complaint', '10:10');
    await expect(closes).rejects.toMatchObject({ code: 'complaint_stands' });
    await desk
      .staff('Taras')
      .corrects(petro, { intent: 'praise', sentiment: 'positive', urgency: 'none' }, '10:10');
    await desk.staff('Taras').closes(petro, 'no_complaint', '10:10');
    const closed = await desk.caseOf(petro);
    expect(closed).toMatchObject({ status: 'closed', closedBecause: 'no_complaint' });
    expect(closed.thread[0]?.assessment).toMatchObject({
      sentiment: 'positive',
      corrected: { urgency: { by: { name: 'Taras' } }, category: { by: { name: 'Oksana' } } },
      understood: { sentiment: 'negative', intent: 'complaint', urgency: 'low' },
    });
  },
  { pollSeconds: 60, opensAt: '09:50' },
);
