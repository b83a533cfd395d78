import { alertTo, answerTo, at, between, never, onceBetween, stepFor, storiesOf } from './language/index.js';

const held = (...reasons: string[]) => ({ code: 'answer_held', about: { reasons: reasons.join(',') } });

storiesOf('Answers that say something', (story) => {
  story(
    '2. asks for figures, one meaningless percentage comes: each thing asked is open until answered, dated or refused',
    async (desk) => {
      const ostap = desk.customer('Остап Ярема');
      const taras = desk.staff('Taras');
      await ostap.posts(
        'facebook',
        'Скільки книжок із мого замовлення на складі? Чому ціна в чеку вища, ніж на сайті? Обіцяли цифри листом, а прийшло ' +
          '«оброблено 87 %». Третій тиждень не можу добитися відповіді!',
        '09:10',
      );
      await desk.runUntil('09:16');
      const percentage = 'Пане Остапе, дякуємо за звернення! Оброблено 87 %.';
      await expect(taras.answers(ostap, percentage, '09:20')).rejects.toMatchObject({ code: 'answer_held' });
      const { heard, workspaceId } = desk.shop;
      const { id } = await desk.caseOf(ostap);
      const before = await heard.act.findings(workspaceId, id, percentage);
      expect(before.substance.points.map(({ kind, handled }) => [kind, handled])).toEqual([
        ['asked', 'open'],
        ['asked', 'open'],
        ['reported', 'open'],
        ['reported', 'open'],
      ]);
      desk.expect(answerTo(ostap), never);

      const figures =
        'Пане Остапе, на складі дві книжки з трьох, третя буде в четвер. Ціна в чеку вища, бо знижка на сайті закінчилася ' +
        'того ж дня; 60 грн різниці повернули на картку. Тарас, «Ліхтар»';
      const after = await heard.act.findings(workspaceId, id, figures);
      expect(after.substance).toMatchObject({ held: false });
      expect(after.substance.points.map(({ handled }) => handled)).not.toContain('open');
      await taras.answers(ostap, figures, '09:22', { 'третя буде в четвер': 'Thu 18:00' });
      expect((await desk.caseOf(ostap)).answeredAt).toBe(at('09:22').toISOString());
    },
  );

  story(
    '11. "I’ll call when I reach the office", 15 days: a promise without a date asks "by when?" and is not sent',
    async (desk) => {
      const serhii = desk.customer('Сергей Лапин');
      const taras = desk.staff('Taras');
      await serhii.posts(
        'facebook',
        '«Перезвоню, когда доберусь до офиса» — сказал ваш менеджер пятнадцать дней назад. Где обещанный звонок и мой заказ?',
        '09:40',
      );
      await desk.runUntil('09:46');
      const dateless = 'Сергей, ваш заказ на складе. Позвоню, как только доберусь до офиса. Тарас';
      const words = 'Позвоню, как только доберусь до офиса';
      await expect(taras.answers(serhii, dateless, '09:50')).rejects.toMatchObject({
        code: 'promise_needs_date',
        about: { words },
      });
      desk.expect(answerTo(serhii), never);
      expect((await desk.caseOf(serhii)).promises).toEqual([]);
      await taras.answers(serhii, dateless, '09:51', { [words]: '11:00' });
      desk.expect(answerTo(serhii).naming('на складе'), onceBetween('09:51', '09:52'));
      expect((await desk.caseOf(serhii)).promises).toMatchObject([
        { what: words, due: at('11:00').toISOString() },
      ]);
      await taras.keepsPromise(serhii, words, 'Звонок в 10:40, 6 минут', '10:41');
    },
  );

  story(
    '12. gave the address and the order number, unused, asked again: what they told us travels with the case',
    async (desk) => {
      const nadiia = desk.customer('Надія Клим');
      await nadiia.posts(
        'facebook',
        'Я вже називала вам адресу: Липова, 7, і номер замовлення 4471. А мене знову питають! Де посилка?',
        '10:50',
      );
      await desk.runUntil('10:56');
      await desk.staff('Taras').handsOver(nadiia, 'Oksana', 'Знає кур’єрів', '10:58');
      // Whoever gets the case has her words with it, and cannot ask for them as if nobody had listened.
      const handed = await desk.caseOf(nadiia);
      expect(handed).toMatchObject({ assignee: { name: 'Oksana' }, handOffs: [{ reason: 'Знає кур’єрів' }] });
      expect(handed.thread.map(({ text }) => text).join()).toContain('Липова, 7, і номер замовлення 4471');
      const oksana = desk.staff('Oksana');
      const again = oksana.answers(
        nadiia,
        'Пані Надіє, уточніть, будь ласка, вашу адресу та номер замовлення.',
        '11:00',
      );
      await expect(again).rejects.toMatchObject({ code: 'answer_held' });
      desk.expect(answerTo(nadiia), never);
      const used = 'Пані Надіє, посилку 4471 везе на Липову кур’єр Андрій, буде до 18:00. Оксана, «Ліхтар»';
      await oksana.answers(nadiia, used, '11:02', { 'буде до 18:00': '18:00' });
      desk.expect(answerTo(nadiia).naming('4471'), onceBetween('11:02', '11:03'));
      await oksana.keepsPromise(nadiia, 'буде до 18:00', 'Підпис Надії Клим', '11:20');
    },
  );

  story(
    '14. polite letter, pasted instructions they had already read, no solution: stopped before it is sent',
    async (desk) => {
      const helen = desk.customer('Helen Pryce');
      const taras = desk.staff('Taras');
      await helen.posts(
        'facebook',
        'I have already restarted the app and reinstalled it, my e-books still will not open. This is a terrible service. What next?',
        '11:30',
      );
      await desk.runUntil('11:36');
      const pasted =
        'Dear Helen, thank you for contacting us! Please restart the app and reinstall it. If that does not help, please contact us again.';
      await expect(taras.answers(helen, pasted, '11:40')).rejects.toMatchObject(held('points_to_tried'));
      const polite = 'Dear Helen, thank you so much for your patience, we really value you as a reader.';
      await expect(taras.answers(helen, polite, '11:41')).rejects.toMatchObject(held('courtesy_only'));
      desk.expect(answerTo(helen), never);
      // Sent all the same, it is written down who wanted it and why, and it does not count as an answer.
      await taras.answers(helen, polite, '11:42', {}, 'She is waiting, the rest follows');
      const overruled = await desk.caseOf(helen);
      expect(overruled.answers).toMatchObject([{ state: 'visible', human: true }]);
      expect(overruled.answeredAt).toBeUndefined();
      const [answer] = (await desk.knows(helen)).state.answers;
      expect(answer).toMatchObject({ substantive: false, overruled: ['courtesy_only'] });
    },
  );

  story(
    '16. "no grounds found", by post, without a reason: a refusal needs reason, evidence and a way to appeal',
    async (desk) => {
      const yurii = desk.customer('Юрій Савка');
      const taras = desk.staff('Taras');
      await yurii.posts(
        'facebook',
        'Відмовили в поверненні: «підстав не знайдено», листом і без пояснень. Поверніть гроші за браковану книгу!',
        '12:00',
      );
      await desk.runUntil('12:06');
      const bare = taras.answers(yurii, 'Пане Юрію, підстав для повернення не знайдено.', '12:10');
      await expect(bare).rejects.toMatchObject(held('refusal_without_reason'));
      const reason = 'Книгу прочитано, на сторінках позначки';
      const appeal = 'Директор Данило, danylo@likhtar.example, до п’ятниці';
      const refuse = (given: { reason: string; evidence: string; appeal: string }, when: '12:11') =>
        taras.asks(yurii, { type: 'refuse', ...given }, when);
      await expect(refuse({ reason: ' ', evidence: 'Акт 12', appeal }, '12:11')).rejects.toMatchObject({
        code: 'reason_needed',
      });
      await expect(refuse({ reason, evidence: '', appeal }, '12:11')).rejects.toMatchObject({
        code: 'evidence_needed',
      });
      await expect(refuse({ reason, evidence: 'Акт 12', appeal: '' }, '12:11')).rejects.toMatchObject({
        code: 'appeal_needed',
      });
      await expect(taras.closes(yurii, 'refused', '12:12')).rejects.toMatchObject({ code: 'no_refusal' });

      await taras.asks(yurii, { type: 'refuse', reason, evidence: 'Акт 12 з фото', appeal }, '12:13');
      // Refused on paper is not told: it closes when the customer has seen it.
      await expect(taras.closes(yurii, 'refused', '12:14')).rejects.toMatchObject({
        code: 'no_visible_answer',
      });
      await taras.answers(
        yurii,
        'Пане Юрію, гроші повернути не можемо: книгу прочитано, на сторінках позначки, акт 12 з фото додаємо. Оскаржити можна ' +
          'в директора Данила: danylo@likhtar.example.',
        '12:15',
      );
      await taras.closes(yurii, 'refused', '12:17');
      const closed = await desk.caseOf(yurii);
      expect(closed).toMatchObject({ closedBecause: 'refused', refusal: { reason, appeal } });
    },
  );

  story(
    '23. "we’ll find out", then "within 2 days", then the same text again: the second promise does not reset the first',
    async (desk) => {
      const kira = desk.customer('Кира Лунина');
      const taras = desk.staff('Taras');
      await kira.posts(
        'facebook',
        'Вторую неделю жду возврат за бракованный атлас, никто не отвечает. Где деньги?',
        '12:30',
      );
      await desk.runUntil('12:36');
      const first = 'Кира, атлас списали как брак. Возврат проверим и напишем вам до 18:00. Тарас';
      const promised = 'Возврат проверим и напишем вам до 18:00';
      await taras.answers(kira, first, '12:40', { [promised]: '18:00' });
      expect((await desk.knows(kira)).score.points.not_deceived).toBe('yes');

      // Evening comes, and nothing else: warned before, broken at the minute.
      await desk.runUntil('18:05');
      desk.expect(alertTo('Taras').about(kira).saying('romise'), between('16:56', '17:02'));
      const broken = await desk.caseOf(kira);
      expect(broken).toMatchObject({
        brokenPromises: 1,
        promises: [{ state: 'broken', due: at('18:00').toISOString() }],
      });
      expect((await desk.knows(kira)).score.points.not_deceived).toBe('no');
      const owner = desk.staff(broken.assignee.name);

      // The very same text, and the promise in other words, are both held back.
      await expect(owner.answers(kira, first, '18:10', { [promised]: 'Wed 18:00' })).rejects.toMatchObject({
        code: expect.stringMatching(/answer_held|promise_needs_lead/u) as string,
      });
      const again = {
        type: 'promise',
        promiseId: '018f0000-0000-7000-8000-000000000023',
        what: promised,
        due: at('Wed 18:00'),
      } as const;
      await expect(taras.asks(kira, again, '18:11')).rejects.toMatchObject({
        code: expect.stringMatching(/promise_needs_lead|not_assignee/u) as string,
      });
      await desk.staff('Oksana').asks(kira, again, '18:12');
      desk.expect(
        alertTo('Oksana').about(kira).saying('The same promise again'),
        onceBetween('18:12', '18:13'),
      );
      const [one, two] = (await desk.caseOf(kira)).promises;
      expect(one).toMatchObject({ state: 'broken', due: at('18:00').toISOString() });
      expect(two).toMatchObject({ state: 'open', repeats: one?.id });
      const { flags, state } = await desk.knows(kira);
      expect(flags).toContain('promise_repeated');
      expect(state.postedAt).toEqual(at('12:30'));
      await desk.staff('Oksana').keepsPromise(kira, promised, 'Возврат 640 грн, платёж 17', '18:40');
      expect((await desk.caseOf(kira)).promises.map((each) => each.state)).toEqual(['broken', 'kept']);
      expect(stepFor(await desk.knows(kira), 'public_answer')?.state).toBe('done');
    },
  );
});
