import { alertTo, at, never, onceBetween, story } from './language/index.js';

story(
  'whoever is silent loses the case to the lead by name, and both are told',
  async (desk) => {
    const marta = desk.customer('Марта Кобець');
    await marta.posts('facebook', 'Книга прийшла з пом’ятою обкладинкою, дуже прикро.', '09:01');
    await desk.runUntil('09:07');
    expect(await desk.caseOf(marta)).toMatchObject({
      assignee: { name: 'Taras' },
      assignedBecause: 'on_duty',
      urgency: 'low',
    });

    await desk.runUntil('17:30');
    const handed = desk.colleague('Oksana').id;
    expect(await desk.caseOf(marta)).toMatchObject({
      assignee: { id: handed, name: 'Oksana' },
      handOffs: [{ from: { name: 'Taras' }, to: { name: 'Oksana' }, reason: 'no_reaction' }],
    });
    desk.expect(
      alertTo('Taras').about(marta).saying('The case is no longer yours').saying('Now with: Oksana'),
      onceBetween('09:07', '17:30'),
    );
    desk.expect(
      alertTo('Oksana').about(marta).saying('The case is yours now'),
      onceBetween('09:07', '17:30'),
    );
    desk.expect(alertTo('Oksana').about(marta).saying('The case is no longer yours'), never);
    // Their clock is the customer's own, and did not begin anew.
    expect((await desk.caseOf(marta)).clocks.postedAt).toBe(at('09:01').toISOString());

    // He was only away for a moment, and takes it back by the link in his letter.
    await desk.staff('Taras').takesByLetter(marta, '17:31');
    expect(await desk.caseOf(marta)).toMatchObject({ assignee: { name: 'Taras' } });
  },
  { pollSeconds: 300, opensAt: '08:55' },
);
