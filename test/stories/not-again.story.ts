import { alertTo, at, between, onceBetween, storiesOf } from './language/index.js';

storiesOf('Again and again', (story) => {
  story(
    '3. second month worse than the first, nobody reacts: complaints of one person are joined, counted, and raise urgency',
    async (desk) => {
      const helen = desk.customer('Helen Brook');
      await helen.posts(
        'facebook',
        'Second month in a row my book box is late. Worse than the first time!',
        '09:10',
      );
      await desk.runUntil('09:16');
      const first = await desk.caseOf(helen);
      expect(first).toMatchObject({ complaints: 1, urgency: 'normal' });
      desk.expect(alertTo('Taras').about(helen), {
        says: 'never',
        objection: (seen) => (seen.length ? 'was seen' : undefined),
      });

      await helen.replies('The box is late again, as last month. I am disappointed.', '09:40');
      await desk.runUntil('09:46');
      const second = await desk.caseOf(helen);
      expect(second).toMatchObject({ id: first.id, complaints: 2, urgency: 'high' });
      expect(second.urgencyReasons).toContain('repeat_complaint');
      desk.expect(alertTo('Taras').about(helen), between('09:45', '09:46'));
      expect(second.clocks.postedAt).toBe(at('09:10').toISOString());
    },
  );

  story(
    '13. several rounds, unresolved, a loyal customer leaves: rounds are counted, the limit goes to the lead, the risk is shown',
    async (desk) => {
      const pavlo = desk.customer('Павло Ткач');
      const taras = desk.staff('Taras');
      await pavlo.posts('facebook', 'Замовлення не приїхало, чекаю вже тиждень. Де книжки?', '10:00');
      await desk.runUntil('10:06');
      await taras.answers(
        pavlo,
        'Павле, книжки знайшли на складі, сьогодні їх забрав кур’єр Андрій. Тарас',
        '10:08',
      );
      const calm = await desk.knows(pavlo);
      expect(calm.state.rounds).toHaveLength(1);

      await pavlo.replies('Книжок досі немає, кур’єр не приїхав! Скільки ще чекати?', '10:30');
      await desk.runUntil('10:36');
      const second = await desk.knows(pavlo);
      expect(second.state.rounds).toMatchObject([
        { endedAt: at('10:30') },
        { because: 'complained_again', startedAt: at('10:30') },
      ]);
      expect(second.chanceOfLeaving).toBeGreaterThan(calm.chanceOfLeaving);
      // The answer to the first round answers the second in no way: their clock runs again, and the whole one never stopped.
      await taras.answers(
        pavlo,
        'Павле, це моя вина: переплутав адресу. Кур’єр Андрій повернувся по вашу посилку. Тарас',
        '10:38',
      );
      await taras.offers(pavlo, { kind: 'redelivery', what: 'Привезти сьогодні' }, '10:40');
      await taras.completes(pavlo, 'redelivery', 'Підпис отримувача', '11:00');
      await taras.closes(pavlo, 'fixed', '11:01');
      await desk
        .staff('Taras')
        .recordsOutcome(pavlo, { verdict: 'not_recovered', words: 'Привезли чужі книжки' }, '11:20');

      const third = await desk.knows(pavlo);
      expect(third.state).toMatchObject({
        status: 'open',
        reopened: 1,
        assignee: desk.colleague('Oksana').id,
        pinned: { because: 'rounds' },
      });
      expect(third.state.rounds.at(-1)).toMatchObject({ because: 'bad_verdict' });
      expect(third.chanceOfLeaving).toBeGreaterThan(second.chanceOfLeaving);
      desk.expect(alertTo('Oksana').about(pavlo).saying('stays'), between('11:20', '11:21'));
      expect((await desk.caseOf(pavlo)).clocks.postedAt).toBe(at('10:00').toISOString());
    },
  );

  story(
    '18. more than ten redirections, and loops: a budget of hand-offs, loops are seen, one assignee is pinned',
    async (desk) => {
      const roman = desk.customer('Роман Белый');
      await roman.posts(
        'facebook',
        'Меня переключали десять раз: магазин на склад, склад на курьера, курьер снова на магазин. Гоняют по кругу, где заказ?',
        '11:40',
      );
      await desk.runUntil('11:46');
      const sent = await desk.knows(roman);
      expect(sent.flags).toContain('sent_on_by_us');
      expect(sent.state.customerHandOffs.length).toBeGreaterThan(0);
      expect(sent.state.signals).toContain('sent_in_circles');

      await desk.staff('Taras').handsOver(roman, 'Danylo', 'Знает склад', '11:48');
      const back = desk.staff('Danylo').handsOver(roman, 'Taras', 'Пусть магазин', '11:50');
      await back;
      // It led back to where it came from: it goes to the lead instead, and stays there.
      const looped = await desk.knows(roman);
      expect(looped.state).toMatchObject({
        assignee: desk.colleague('Oksana').id,
        pinned: { because: 'loop' },
      });
      expect(looped.state.handOffs.map(({ to }) => to)).toEqual([
        desk.colleague('Danylo').id,
        desk.colleague('Oksana').id,
      ]);
      desk.expect(alertTo('Oksana').about(roman).saying('stays'), onceBetween('11:50', '11:51'));
      await expect(desk.staff('Taras').takes(roman, '11:52')).rejects.toMatchObject({ code: 'case_pinned' });
      const unreasoned = desk.staff('Oksana').handsOver(roman, 'Taras', ' ', '11:53');
      await expect(unreasoned).rejects.toMatchObject({ code: 'lead_reason_needed' });
      await desk.staff('Oksana').handsOver(roman, 'Taras', 'Только он знает этот склад', '11:54');
      expect((await desk.caseOf(roman)).handOffs).toHaveLength(3);
    },
  );

  story(
    '9. a letter to the head of the club: silence: an escalation has a clock and a next level of its own',
    async (desk) => {
      const mila = desk.customer('Мила Зуева');
      await mila.posts(
        'facebook',
        'Писала директору клуба: три недели без ответа. Деньги списали дважды, верните!',
        '12:00',
      );
      await desk.runUntil('12:06');
      desk.expect(alertTo('Taras').about(mila), between('12:05', '12:06'));
      await desk.runUntil('12:16');
      desk.expect(alertTo('Oksana').about(mila).saying('Nobody has taken this'), between('12:15', '12:16'));
      expect((await desk.caseOf(mila)).assignee.name).toBe('Oksana');
      await desk.runUntil('12:36');
      desk.expect(alertTo('Danylo').about(mila).saying('Nobody has taken this'), between('12:25', '12:36'));
      // Silence lost the case to somebody above, each time with notice, and the customer's clock counted all of it.
      const { state } = await desk.knows(mila);
      expect(state.assignee).not.toBe(desk.colleague('Taras').id);
      expect(state.handOffs.every(({ reason }) => reason === 'no_reaction')).toBe(true);
      expect((await desk.caseOf(mila)).clocks.unansweredMs).toBe(36 * 60_000);
      await desk.staff('Danylo').takes(mila, '12:37');
      const letters = desk.shop.letterBox.letters.length;
      await desk.runUntil('12:55');
      expect(
        desk.shop.letterBox.letters.filter(({ subject }) => subject.includes('Urgent')).length,
      ).toBeLessThanOrEqual(letters);
    },
  );

  story(
    '25. food for old parents in another city: vulnerability and goods that cannot wait raise urgency',
    async (desk) => {
      const solomiia = desk.customer('Соломія Бойчук');
      await solomiia.posts(
        'facebook',
        'Замовила продукти для літніх батьків, вони в іншому місті. Кур’єр не приїхав, вони без їжі другий день!',
        '13:10',
      );
      const zoia = desk.customer('Зоя Бойчук');
      await zoia.posts('facebook', 'Замовила книжки, кур’єр не приїхав другий день!', '13:11');
      await desk.runUntil('13:16');
      expect(await desk.caseOf(solomiia)).toMatchObject({ urgency: 'critical' });
      expect((await desk.caseOf(solomiia)).urgencyReasons).toContain('elderly_affected');
      expect((await desk.caseOf(zoia)).urgency).not.toBe('critical');
      desk.expect(alertTo('Taras').about(solomiia).saying('critical'), between('13:15', '13:16'));
    },
  );
});
