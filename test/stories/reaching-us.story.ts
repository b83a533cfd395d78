import { alertTo, answerTo, at, between, never, onceBetween, stepFor, storiesOf } from './language/index.js';

storiesOf('Reaching us', (story) => {
  story(
    '1. "always in touch", but refuses to phone, only chat: an answer elsewhere is no answer',
    async (desk) => {
      const iryna = desk.customer('Ирина Скляр');
      const taras = desk.staff('Taras');
      await iryna.posts(
        'facebook',
        'Кричите «мы всегда на связи», а позвонить отказываетесь: только чат. Перезвоните мне, пожалуйста, ' +
          'третий день жду заказ!',
        '09:10',
      );
      await desk.runUntil('09:16');
      expect((await desk.knows(iryna)).state.asked).toMatchObject({ channel: 'phone' });

      const chat = 'Ирина, заказ нашли на складе, курьер везёт его вам. Тарас, «Лихтар»';
      await taras.answers(iryna, chat, '09:20');
      desk.expect(answerTo(iryna).naming('нашли на складе'), onceBetween('09:20', '09:21'));
      const written = await desk.caseOf(iryna);
      expect(written.answeredAt).toBeUndefined();
      expect(written.clocks.unansweredMs).toBe(10 * 60_000);
      expect((await desk.knows(iryna)).flags).toContain('asked_channel_unanswered');
      await taras.offers(iryna, { kind: 'redelivery', what: 'Привезти заказ сегодня' }, '09:22');
      await taras.completes(iryna, 'redelivery', 'Накладная 118, подпись', '09:30');
      await expect(taras.closes(iryna, 'fixed', '09:31')).rejects.toMatchObject({ code: 'wrong_channel' });

      await taras.records(
        iryna,
        'phone',
        'Заказ нашли на складе, курьер был у вас в 9:30.',
        '09:40',
        'Звонок, 4 минуты',
      );
      const { flags } = await desk.knows(iryna);
      expect(flags).not.toContain('asked_channel_unanswered');
      await taras.closes(iryna, 'fixed', '09:41');
      expect((await desk.caseOf(iryna)).clocks.answeredAt).toBe(at('09:40').toISOString());
    },
  );

  story(
    '7. five shops called, three tries each; missed-call lists nobody calls back: a callback is due',
    async (desk) => {
      const ostap = desk.customer('Остап Горинь');
      await ostap.callsInVain('+380 44 555 01 01', 3, 'Липова, 7', '10:00');
      const first = await desk.caseOf(ostap);
      expect(first).toMatchObject({
        urgency: 'high',
        category: 'support',
        complaints: 1,
        excerpt: '☎ × 3 → Липова, 7',
      });
      expect(first.signals).toContain('no_answer');
      // The other four shops write the number their own way.
      for (const [shop, minute] of [
        ['Ринок, 1', 2],
        ['Вокзальна, 3', 4],
        ['Садова, 9', 6],
        ['Нова, 12', 8],
      ] as const) {
        await ostap.callsInVain('044 555-01-01', 3, shop, `10:0${minute}`);
      }
      expect(await desk.caseOf(ostap)).toMatchObject({ complaints: 5, urgency: 'high' });
      const owed = await desk.knows(ostap);
      expect(owed.state.asked).toMatchObject({ channel: 'phone' });
      expect(owed.state.failure).toBe('no_answer');
      expect(stepFor(owed, 'callback')).toMatchObject({ state: 'waiting', due: at('11:00') });
      expect(stepFor(owed, 'public_answer')).toBeUndefined();

      // A letter is no callback, and nobody calls: the lead is told when the hour has passed.
      // He was silent for ten minutes, so that the lead has it.
      await desk
        .staff('Oksana')
        .records(ostap, 'email', 'Остапе, ваше замовлення 17 уже зібране.', '10:21', 'Лист 4411');
      await desk.runUntil('11:02');
      expect(stepFor(await desk.knows(ostap), 'callback')).toMatchObject({ state: 'overdue' });
      desk.expect(alertTo('Oksana').about(ostap).saying('late'), between('11:00', '11:02'));
      expect((await desk.caseOf(ostap)).answeredAt).toBeUndefined();

      await desk
        .staff('Oksana')
        .records(
          ostap,
          'phone',
          'Остапе, замовлення 17 зібране й чекає на Липовій, 7.',
          '11:10',
          'Розмова 3 хв',
        );
      expect(stepFor(await desk.knows(ostap), 'callback')).toMatchObject({
        state: 'done',
        doneAt: at('11:10'),
      });
      // They call in vain once more: they are owed another call, and a new round begins.
      await ostap.callsInVain('+380445550101', 1, 'Липова, 7', '11:30');
      const again = await desk.knows(ostap);
      expect(stepFor(again, 'callback')).toMatchObject({ state: 'waiting', due: at('12:30') });
      expect(again.state.rounds).toHaveLength(2);
    },
  );

  story(
    '15. asked for phone and e-mail, the answer sits inside the company’s system: only what was seen to arrive counts',
    async (desk) => {
      const helen = desk.customer('Helen Marsh');
      const taras = desk.staff('Taras');
      await helen.posts(
        'facebook',
        'My order was charged and never came. Please email me at helen@marsh.example, I cannot see your members’ area.',
        '12:40',
      );
      await desk.runUntil('12:46');
      expect((await desk.knows(helen)).state.asked).toMatchObject({ channel: 'email' });
      // Somebody writes a message in the members' area, and a letter that nobody saw arrive.
      await taras.records(
        helen,
        'private',
        'Helen, your parcel was found at our depot and left this morning.',
        '12:50',
        'Message 20',
      );
      await taras.records(
        helen,
        'email',
        'Helen, your parcel was found at our depot, the courier has it now.',
        '12:55',
      );
      const inside = await desk.caseOf(helen);
      expect(inside.answers.map(({ channel, state }) => [channel, state])).toEqual([
        ['private', 'visible'],
        ['email', 'sent'],
      ]);
      expect(inside.answeredAt).toBeUndefined();
      await taras.offers(helen, { kind: 'redelivery', what: 'Courier today' }, '12:56');
      await taras.completes(helen, 'redelivery', 'Signed for by H. Marsh', '13:05');
      await expect(taras.closes(helen, 'fixed', '13:06')).rejects.toMatchObject({
        code: 'answer_not_visible_yet',
      });

      await taras.asks(
        helen,
        ({ answers }) => ({
          type: 'confirm_delivery',
          answerId: answers.find(({ channel }) => channel === 'email')?.id ?? '',
          evidence: 'She replied at 13:08',
        }),
        '13:10',
      );
      expect((await desk.caseOf(helen)).clocks.answeredAt).toBe(at('13:10').toISOString());
      await taras.closes(helen, 'fixed', '13:11');
    },
  );

  story('20. robot first, human hard to reach: a robot’s answer does not stop the clock', async (desk) => {
    const grace = desk.customer('Grace Doyle');
    const taras = desk.staff('Taras');
    await grace.posts(
      'facebook',
      'My refund is nine days late and all I get is a bot. Let me talk to a human!',
      '13:30',
    );
    await desk.runUntil('13:36');
    await desk
      .program('robot')
      .answers(grace, 'Your refund of 25 pounds is being checked by our team right now.', '13:40');
    desk.expect(answerTo(grace).naming('25 pounds'), onceBetween('13:40', '13:41'));
    const robot = await desk.caseOf(grace);
    expect(robot.answers).toMatchObject([{ state: 'visible', human: false }]);
    expect(robot.answeredAt).toBeUndefined();
    expect((await desk.knows(grace)).flags).toContain('robot_only');
    await desk.runUntil('14:00');
    expect((await desk.caseOf(grace)).clocks.unansweredMs).toBe(30 * 60_000);

    await taras.answers(
      grace,
      'Grace, I checked it myself: the 25 pounds left our bank this morning. Taras',
      '14:05',
    );
    const human = await desk.caseOf(grace);
    expect(human.clocks).toMatchObject({ answeredAt: at('14:05').toISOString(), unansweredMs: 35 * 60_000 });
    const { flags, score } = await desk.knows(grace);
    expect(flags).not.toContain('robot_only');
    expect(score.points.treated_as_human).toBe('yes');
  });

  story(
    '10. the advertised number cannot help, "call the manager yourself": we carry the case, and count where they were sent',
    async (desk) => {
      const oleh = desk.customer('Олег Прач');
      const taras = desk.staff('Taras');
      await oleh.posts(
        'facebook',
        'Ваш номер на сайте не помогает: оператор сказал «звоните менеджеру сами» и дал номер, где никто не берёт трубку.',
        '14:20',
      );
      await desk.runUntil('14:26');
      const sent = await desk.knows(oleh);
      expect(sent.state.customerHandOffs).toHaveLength(1);
      expect(sent.flags).toContain('sent_on_by_us');
      expect(sent.score.points.treated_as_human).toBe('no');
      // Sending them on once more is held back: it moves the matter to them.
      const onwards = taras.answers(
        oleh,
        'Олег, позвоните, пожалуйста, нашему менеджеру: 044 555 02 02.',
        '14:30',
      );
      await expect(onwards).rejects.toMatchObject({ code: 'answer_held' });
      desk.expect(answerTo(oleh), never);
      await taras.asks(oleh, { type: 'note_sent_on', words: 'Из магазина — на склад, по телефону' }, '14:31');
      expect((await desk.knows(oleh)).state.customerHandOffs).toHaveLength(2);
    },
  );
});
