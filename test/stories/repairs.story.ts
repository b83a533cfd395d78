import { answerTo, at, never, onceBetween, stepFor, storiesOf } from './language/index.js';

storiesOf('What is offered, and whether it fits', (story) => {
  story(
    '6. would have stayed had anybody offered to mend it: a case needs a concrete offer, or a reason why none',
    async (desk) => {
      const marta = desk.customer('Марта Зорик');
      const taras = desk.staff('Taras');
      await marta.posts(
        'facebook',
        'Купую у вас три роки, а тепер ніхто навіть не запропонував замінити браковану книгу. Йду до іншої книгарні!',
        '09:10',
      );
      await desk.runUntil('09:16');
      const unoffered = await desk.knows(marta);
      expect(unoffered.flags).toEqual(expect.arrayContaining(['no_offer', 'risk_of_leaving']));
      expect(unoffered.chanceOfLeaving).toBeGreaterThan(0.5);
      const owned =
        'Марто, книга справді бракована, це наша вина: у друкарні переплутали аркуші. Тарас, «Ліхтар»';
      await taras.answers(marta, owned, '09:20');
      // Her word alone closes nothing while nobody has offered anything.
      const words = 'Та нічого, забудьте.';
      await expect(taras.closes(marta, 'customer_word', '09:21', words)).rejects.toMatchObject({
        code: 'no_offer_made',
      });
      const none = { type: 'say_no_offer', reason: '' } as const;
      await expect(taras.asks(marta, none, '09:22')).rejects.toMatchObject({ code: 'reason_needed' });

      await taras.offers(
        marta,
        { kind: 'redelivery', what: 'Новий примірник, перевірений перед відправленням' },
        '09:25',
      );
      const offered = await desk.knows(marta);
      expect(offered.flags).not.toContain('no_offer');
      expect(stepFor(offered, 'offer')).toMatchObject({ state: 'done', doneAt: at('09:25') });
      expect(offered.score.points.heard_and_wanted).toBe('yes');
      await taras.completes(marta, 'redelivery', 'Накладна 44, підпис', '09:40');
      await taras.closes(marta, 'customer_word', '09:41', words);
    },
  );

  story('17. "a cheaper tariff" against an unrelated problem: the fix must fit the failure', async (desk) => {
    const karen = desk.customer('Karen Holt');
    const taras = desk.staff('Taras');
    await karen.posts(
      'facebook',
      'The cashier charged me 300 for a gift wrap I never ordered. Nobody answers me!',
      '10:00',
    );
    await desk.runUntil('10:06');
    expect((await desk.knows(karen)).state.failure).toBe('charged_without_consent');
    const cheaper = 'Karen, we can offer you a cheaper subscription for 99 a month.';
    await expect(taras.answers(karen, cheaper, '10:08')).rejects.toMatchObject({
      code: 'answer_held',
      about: { reasons: 'unfit_offer' },
    });
    desk.expect(answerTo(karen), never);
    const tariff = { kind: 'compensation', what: 'A cheaper subscription' } as const;
    await expect(taras.offers(karen, tariff, '10:09')).rejects.toMatchObject({
      code: 'fix_unfit',
      about: { failure: 'charged_without_consent' },
    });
    expect((await desk.caseOf(karen)).fixes).toEqual([]);
    await taras.offers(karen, { kind: 'refund', what: '300 back on her card' }, '10:12');
    expect((await desk.caseOf(karen)).fixes).toMatchObject([{ kind: 'refund', state: 'offered' }]);
  });

  story(
    '19. order refused with excuses, one book missing: an excuse without an alternative is flagged, part of it is proposed',
    async (desk) => {
      const anna = desk.customer('Анна Рудик');
      const taras = desk.staff('Taras');
      await anna.posts(
        'facebook',
        'Отказали в заказе: говорят, праздники и нет света. А одной книги из трёх просто нет. И всё, больше ничего не предложили!',
        '10:40',
      );
      await desk.runUntil('10:46');
      const refused = await desk.knows(anna);
      expect(refused.notes).toContain('excuse');
      expect(refused.flags).toContain('excuse_without_alternative');
      // The playbook proposes a part, and says so to the one who writes.
      const { ladder } =
        refused.policy.playbooks.find(({ failure }) => failure === refused.state.failure) ?? {};
      expect(ladder).toContain('part_now');
      const part = refused.policy.fixes.find(({ key }) => key === 'part_now');
      expect(part).toMatchObject({ title: { ru: 'То, что есть, сразу, остальное следом' } });
      expect(stepFor(refused, 'offer')?.step.hint.ru).toContain('отправьте остальные');

      // We do not excuse ourselves either.
      const excuse = 'Анна, к сожалению, праздники и нет света, одной книги нет на складе.';
      await expect(taras.answers(anna, excuse, '10:48')).rejects.toMatchObject({ code: 'answer_held' });
      desk.expect(answerTo(anna), never);
      const alternative =
        'Анна, две книги из трёх привезу вам сегодня до 18:00, третью пришлём в четверг за наш счёт. Тарас';
      await taras.answers(anna, alternative, '10:50', {
        'две книги из трёх привезу вам сегодня до 18:00': '18:00',
        'третью пришлём в четверг за наш счёт': 'Thu 18:00',
      });
      desk.expect(answerTo(anna).naming('две книги'), onceBetween('10:50', '10:51'));
      expect((await desk.knows(anna)).flags).toContain('excuse_without_alternative');
      await taras.offers(
        anna,
        { kind: 'redelivery', what: 'Две книги сегодня, третья в четверг', catalogueKey: 'part_now' },
        '10:52',
      );
      expect((await desk.knows(anna)).flags).not.toContain('excuse_without_alternative');
    },
  );

  story('21. "she was dismissed, and that is all": internal discipline is not a fix', async (desk) => {
    const lesia = desk.customer('Леся Мацько');
    const taras = desk.staff('Taras');
    await lesia.posts(
      'facebook',
      'Ваш кур’єр обматюкав маму. Відповіли: «його звільнили», і крапка. Ганьба!',
      '11:20',
    );
    await desk.runUntil('11:26');
    expect((await desk.knows(lesia)).flags).toContain('discipline_is_no_fix');
    const dismissed = taras.answers(lesia, 'Пані Лесю, перепрошуємо. Кур’єра звільнено.', '11:28');
    await expect(dismissed).rejects.toMatchObject({ code: 'answer_held' });

    const apology =
      'Пані Лесю, це наша провина. Перепрошую вашу маму, вибачення з підписом уже в дорозі. Тарас, «Ліхтар»';
    await taras.answers(lesia, apology, '11:30');
    await taras.offers(lesia, { kind: 'prevention', what: 'Кур’єра звільнено, інших навчено' }, '11:32');
    await taras.completes(lesia, 'prevention', 'Наказ 9', '11:33');
    // What happened inside the house reaches nobody outside.
    await expect(taras.closes(lesia, 'fixed', '11:34')).rejects.toMatchObject({
      code: 'no_fix_for_customer',
    });
    expect((await desk.caseOf(lesia)).status).toBe('open');
    const inPerson = { who: 'Тарас', where: 'У мами, вул. Садова, 2', when: at('12:30') };
    await taras.offers(
      lesia,
      { kind: 'personal_action', what: 'Перепросити особисто', action: inPerson },
      '11:36',
    );
    await taras.completes(lesia, 'personal_action', 'Розмова з мамою, 12:30', '12:40');
    await taras.closes(lesia, 'fixed', '12:41');
    expect((await desk.knows(lesia)).flags).not.toContain('discipline_is_no_fix');
  });

  story(
    '22. status says delivered, the food is not there: our record against the customer is flagged, and asked about',
    async (desk) => {
      const vira = desk.customer('Віра Паляниця');
      const taras = desk.staff('Taras');
      await vira.posts(
        'facebook',
        'Статус «доставлено», а посилки з їжею немає. Кур’єра ніхто не бачив!',
        '13:00',
      );
      await desk.runUntil('13:06');
      const contradicted = await desk.knows(vira);
      expect(contradicted.flags).toContain('record_contradicted');
      expect(contradicted.score.points.not_deceived).toBe('no');
      expect(stepFor(contradicted, 'public_answer')?.step.hint.uk).toContain('Вірте людині');
      const record = { claim: 'delivered', where: ' ' } as const;
      await expect(taras.asks(vira, { type: 'note_record', record }, '13:08')).rejects.toMatchObject({
        code: 'evidence_needed',
      });
      await taras.asks(
        vira,
        { type: 'note_record', record: { claim: 'delivered', where: 'Застосунок кур’єра, 12:20' } },
        '13:09',
      );

      // Another one, about whom no word says so: our own record is enough.
      const petro = desk.customer('Петро Лозовий');
      await petro.posts(
        'facebook',
        'Книжки так і не приїхали, четвертий день чекаю, ніхто не бере слухавку!',
        '13:10',
      );
      await desk.runUntil('13:16');
      expect((await desk.knows(petro)).flags).not.toContain('record_contradicted');
      await taras.asks(
        petro,
        { type: 'note_record', record: { claim: 'delivered', where: 'Накладна 71' } },
        '13:17',
      );
      expect((await desk.knows(petro)).flags).toContain('record_contradicted');
      await taras.offers(petro, { kind: 'redelivery', what: 'Привезти сьогодні' }, '13:18');
      await taras.completes(petro, 'redelivery', 'Петро розписався, фото', '13:40');
      expect((await desk.knows(petro)).flags).not.toContain('record_contradicted');
    },
  );
});
