import type { Playbook } from '@heard/core';

/** Something of ours hurt somebody, or could. */
export const unsafeProduct: Playbook = {
  failure: 'unsafe_product',
  title: { ru: 'Опасный товар', uk: 'Небезпечний товар', en: 'Unsafe product' },
  steps: [
    {
      key: 'warn_in_public',
      goal: 'public_answer',
      withinMinutes: 15,
      clock: 'customer',
      hint: {
        ru:
          'Сначала безопасность: не есть, выключить, отложить подальше от детей. Спросите, все ли ' +
          'здоровы. Не спорьте о причине и не просите удалить публикацию.',
        uk:
          'Спершу безпека: не їсти, вимкнути, відкласти подалі від дітей. Запитайте, чи всі ' +
          'здорові. Не сперечайтеся про причину й не просіть видалити допис.',
        en:
          'Safety first: do not eat it, switch it off, put it out of children’s reach. Ask ' +
          'whether everybody is well. No arguing about the cause, no asking to take the post ' +
          'down.',
      },
    },
    {
      key: 'call',
      goal: 'personal_contact',
      withinMinutes: 30,
      clock: 'customer',
      hint: {
        ru:
          'Позвоните. Узнайте, кто пострадал и нужен ли врач. Запишите партию, дату и место ' +
          'покупки; вещь попросите не выбрасывать, мы заберём её сами.',
        uk:
          'Зателефонуйте. Дізнайтеся, хто постраждав і чи потрібен лікар. Запишіть партію, дату й ' +
          'місце купівлі; річ попросіть не викидати, ми заберемо її самі.',
        en:
          'Call. Find out who is hurt and whether a doctor is needed. Note the batch, the date ' +
          'and the shop; ask them to keep the item, we come for it.',
      },
    },
    {
      key: 'offer',
      goal: 'offer',
      withinMinutes: 120,
      clock: 'customer',
      hint: {
        ru:
          'Деньги возвращаем сразу, экспертизы не ждём; расходы на врача и лекарства обсуждает ' +
          'руководитель. Подарок или бонус здесь оскорбителен.',
        uk:
          'Гроші повертаємо одразу, експертизи не чекаємо; витрати на лікаря й ліки обговорює ' +
          'керівник. Подарунок чи бонус тут образливий.',
        en:
          'The money goes back at once, without waiting for a test; the lead talks about the ' +
          'costs of doctor and medicine. A gift or a voucher is an insult here.',
      },
    },
    {
      key: 'done',
      goal: 'fix_done',
      withinMinutes: 1440,
      clock: 'customer',
      hint: {
        ru:
          'Опасная вещь у нас, деньги или проверенная замена у клиента, опасное место закрыто. ' +
          'Сохраните фото и акт.',
        uk:
          'Небезпечна річ у нас, гроші або перевірена заміна в клієнта, небезпечне місце закрито. ' +
          'Збережіть фото й акт.',
        en:
          'The unsafe item is with us, the money or a checked replacement with the customer, the ' +
          'dangerous spot closed off. Keep the photo and the record.',
      },
    },
    {
      key: 'report',
      goal: 'report_sent',
      withinMinutes: 4320,
      clock: 'customer',
      hint: {
        ru:
          'Скажите простыми словами, что показала проверка, и приложите документ. Результата ещё ' +
          'нет — назовите, кто проверяет и в какой день ответит.',
        uk:
          'Скажіть простими словами, що показала перевірка, і додайте документ. Результату ще ' +
          'немає — назвіть, хто перевіряє і якого дня відповість.',
        en:
          'Say in plain words what the test showed and attach the paper. No result yet? Name who ' +
          'is testing and the day of the answer.',
      },
    },
    {
      key: 'find_cause',
      goal: 'root_cause',
      withinMinutes: 1080,
      clock: 'working',
      hint: {
        ru:
          'Снимите партию с продажи до результата. Найдите, кто ещё её купил, и предупредите их ' +
          'сами, пока они не узнали из новостей.',
        uk:
          'Зніміть партію з продажу до результату. Знайдіть, хто ще її купив, і попередьте їх ' +
          'самі, поки вони не дізналися з новин.',
        en:
          'Take the batch off sale until the result is in. Find who else bought it and warn them ' +
          'yourself, before they read of it in the news.',
      },
    },
  ],
  ladder: ['full_refund', 'checked_replacement', 'collected_by_us', 'danger_removed', 'call_by_lead'],
  closesWith: ['refund', 'redelivery', 'correction'],
};
