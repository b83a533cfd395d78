import { alertTo, answerTo, onceBetween, story } from './language/index.js';

story(
  '4. charged without consent, renewal switched on by default: the money goes back before the case can be closed',
  async (desk) => {
    const mila = desk.customer('Мила Дорошенко');
    const taras = desk.staff('Taras');
    await mila.posts(
      'facebook',
      'С карты списали 499 за «книжный клуб», на который я не подписывалась. Верните деньги!',
      '11:00',
    );
    await desk.runUntil('11:03');
    desk.expect(
      alertTo('Taras').about(mila).saying('charged without consent').saying('С карты списали 499'),
      onceBetween('11:00', '11:02'),
    );
    const opened = await desk.caseOf(mila);
    expect(opened).toMatchObject({ category: 'billing', urgency: 'high' });
    expect(opened.signals).toContain('unauthorized_charge');

    await taras.answers(mila, 'Мила, подписку отключил, деньги возвращаем сегодня. Тарас, «Ліхтар»', '11:06');
    desk.expect(answerTo(mila).naming('возвращаем'), onceBetween('11:06', '11:07'));
    await taras.offers(mila, { kind: 'apology', what: 'Извиниться по телефону' }, '11:10');
    await taras.completes(mila, 'apology', 'Звонок в 11:20, извинения приняты', '11:30');
    const withoutTheMoney = taras.closes(mila, 'fixed', '11:32');
    await expect(withoutTheMoney).rejects.toMatchObject({ code: 'refund_missing' });
    expect(await desk.caseOf(mila)).toMatchObject({ status: 'open' });

    const refund = {
      kind: 'refund',
      what: 'Вернуть 499 грн на ту же карту',
      cost: { amountMinor: 49_900, currency: 'UAH' },
    } as const;
    await taras.offers(mila, refund, '11:40');
    const unpaid = taras.closes(mila, 'fixed', '11:41');
    await expect(unpaid).rejects.toMatchObject({ code: 'fix_still_open' });
    const unproven = taras.completes(mila, 'refund', '  ', '11:45');
    await expect(unproven).rejects.toMatchObject({ code: 'evidence_needed' });
    await taras.completes(mila, 'refund', 'Возврат 20310303-02, подтверждён банком', '12:00');
    await taras.closes(mila, 'fixed', '12:05');
    const closed = await desk.caseOf(mila);
    expect(closed).toMatchObject({ status: 'closed', closedBecause: 'fixed' });
    expect(closed.fixes.at(-1)).toMatchObject({ state: 'done', cost: refund.cost });
  },
);
