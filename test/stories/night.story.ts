import { alertTo, at, never, onceBetween, story } from './language/index.js';

story(
  'a danger to health at night wakes one after the other until somebody takes it',
  async (desk) => {
    const helen = desk.customer('Helen Marsh');
    await helen.posts(
      'facebook',
      'The cake at your book club was sold as nut-free. My son had an allergic reaction and is in hospital now. ' +
        'Nobody picks up the phone!',
      'Tue 02:00',
    );
    await desk.runUntil('Tue 02:03');
    const letter = alertTo('Oksana').about(helen).saying('Urgent complaint (critical)');
    desk.expect(letter.saying('danger to health'), onceBetween('Tue 02:00', 'Tue 02:01'));
    expect(await desk.caseOf(helen)).toMatchObject({
      assignee: { name: 'Oksana' },
      assignedBecause: 'lead_on_call',
      urgency: 'critical',
      category: 'safety',
      alertFiring: true,
    });

    await desk.runUntil('Tue 02:11');
    desk.expect(
      alertTo('Danylo').about(helen).saying('Nobody has taken this so far'),
      onceBetween('Tue 02:10', 'Tue 02:11'),
    );
    await desk.staff('Danylo').takesByLetter(helen, 'Tue 02:14');
    const taken = await desk.caseOf(helen);
    expect(taken).toMatchObject({ assignee: { name: 'Danylo' }, alertFiring: false });
    expect(taken.alerts).toMatchObject([{ state: 'taken', takenBy: { name: 'Danylo' } }]);
    expect(taken.clocks.postedAt).toBe(at('Tue 02:00').toISOString());

    // The one who was woken first follows her link too late, and is told who has the case.
    const late = desk.staff('Oksana').takesByLetter(helen, 'Tue 02:14');
    const about = { assignee: desk.colleague('Danylo').id };
    await expect(late).rejects.toMatchObject({ code: 'taken_by_other', about });

    await desk.runUntil('Tue 04:00');
    desk.expect(
      alertTo('Oksana').about(helen).saying('Urgent complaint'),
      onceBetween('Tue 02:00', 'Tue 02:01'),
    );
    desk.expect(
      alertTo('Danylo').about(helen).saying('Urgent complaint'),
      onceBetween('Tue 02:10', 'Tue 02:11'),
    );
    desk.expect(alertTo('Taras').about(helen), never);
    // The lead hears once of each step that is late, and is not woken for the case itself again.
    const urgent = desk.shop.letterBox.letters.filter(({ subject }) => subject.includes('Urgent complaint'));
    expect(urgent).toHaveLength(2);
  },
  { opensAt: 'Tue 01:50', pollSeconds: 60 },
);
