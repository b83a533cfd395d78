import type { Playbook } from '@heard/core';

/** We said we would, named a time, and did not. */
export const brokenPromise: Playbook = {
  failure: 'broken_promise',
  title: { ru: 'Нарушенное обещание', uk: 'Порушена обіцянка', en: 'Broken promise' },
  steps: [
    {
      key: 'answer_in_public',
      goal: 'public_answer',
      withinMinutes: 30,
      clock: 'customer',
      hint: {
        ru:
          'Скажите, что именно обещали и на сколько опоздали: обещали в среду, сегодня пятница. ' +
          'Новый срок называйте, только если за ним стоит сделанная работа, а не надежда.',
        uk:
          'Скажіть, що саме обіцяли й на скільки спізнилися: обіцяли в середу, сьогодні п’ятниця. ' +
          'Новий строк називайте, лише якщо за ним стоїть зроблена робота, а не надія.',
        en:
          'Say what was promised and how late it is: promised for Wednesday, today is Friday. ' +
          'Name a new time only if finished work stands behind it, not hope.',
      },
    },
    {
      key: 'explain',
      goal: 'explanation',
      withinMinutes: 120,
      clock: 'customer',
      hint: {
        ru:
          'Настоящая причина в одной-двух фразах и то, что уже сделано к этой минуте. Прошлый ' +
          'текст второй раз не отправляйте: человек его помнит.',
        uk:
          'Справжня причина в одному-двох реченнях і те, що вже зроблено на цю хвилину. Минулого ' +
          'тексту вдруге не надсилайте: людина його пам’ятає.',
        en:
          'The true reason in a sentence or two, and what has been done up to this minute. Do not ' +
          'send last time’s text again: they remember it.',
      },
    },
    {
      key: 'offer',
      goal: 'offer',
      withinMinutes: 240,
      clock: 'customer',
      hint: {
        ru:
          'Дайте выбор: обещанное к точному часу под вашу личную ответственность или другой выход ' +
          'сразу — привезти самим, вернуть деньги.',
        uk:
          'Дайте вибір: обіцяне до точної години під вашу особисту відповідальність або інший ' +
          'вихід одразу — привезти самим, повернути гроші.',
        en:
          'Give the choice: what was promised, at an exact hour and on your own head, or another ' +
          'way out at once, such as bringing it yourself or the money back.',
      },
    },
    {
      key: 'done',
      goal: 'fix_done',
      withinMinutes: 1440,
      clock: 'customer',
      hint: {
        ru: 'Обещанное сделано. Сообщите об этом в ту же минуту, не ждите, пока клиент проверит ' + 'сам.',
        uk: 'Обіцяне зроблено. Повідомте про це тієї ж хвилини, не чекайте, поки клієнт перевірить ' + 'сам.',
        en:
          'What was promised is done. Tell them that very minute; do not wait until they look for ' +
          'themselves.',
      },
    },
    {
      key: 'report',
      goal: 'report_sent',
      withinMinutes: 2880,
      clock: 'customer',
      hint: {
        ru:
          'Расскажите, почему сорвался срок, кто за ним следил и как мы теперь узнаём об ' +
          'опоздании раньше клиента.',
        uk:
          'Розкажіть, чому зірвався строк, хто за ним стежив і як ми тепер дізнаємося про ' +
          'запізнення раніше за клієнта.',
        en:
          'Tell why the time was missed, who was watching it, and how we now learn of a delay ' +
          'before the customer does.',
      },
    },
  ],
  ladder: [
    'seen_through',
    'redelivery_first',
    'brought_in_person',
    'full_refund',
    'credit_for_next_order',
    'gift_with_note',
  ],
  closesWith: ['correction', 'redelivery', 'refund', 'personal_action', 'compensation'],
};
