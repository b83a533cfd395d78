import type { Playbook } from '@heard/core';

/** The customer wants their money back and does not get it. */
export const refundRefused: Playbook = {
  failure: 'refund_refused',
  title: { ru: 'Отказ вернуть деньги', uk: 'Відмова повернути гроші', en: 'Refund refused' },
  steps: [
    {
      key: 'answer_in_public',
      goal: 'public_answer',
      withinMinutes: 60,
      clock: 'customer',
      hint: {
        ru:
          'Скажите, кто заново смотрит отказ и к какому часу ответит. Не пишите «не положено» и ' +
          'не ссылайтесь на правила без номера пункта. Суммы и документы — только лично.',
        uk:
          'Скажіть, хто заново розглядає відмову й до котрої години відповість. Не пишіть «не ' +
          'передбачено» і не посилайтеся на правила без номера пункту. Суми й документи — лише ' +
          'особисто.',
        en:
          'Say who is looking at the refusal again and by what hour they will answer. No “not our ' +
          'policy”, no rules without the number of the clause. Amounts and papers in private ' +
          'only.',
      },
    },
    {
      key: 'explain',
      goal: 'explanation',
      withinMinutes: 480,
      clock: 'customer',
      hint: {
        ru:
          'Отказ держится на трёх вещах: пункт правил, факт, который его подтверждает, и место, ' +
          'где отказ можно оспорить. Не хватает хотя бы одной — возвращайте деньги.',
        uk:
          'Відмова тримається на трьох речах: пункт правил, факт, що його підтверджує, і місце, ' +
          'де відмову можна оскаржити. Бракує хоча б однієї — повертайте гроші.',
        en:
          'A refusal stands on three things: the clause, the fact that bears it out, and the ' +
          'place to appeal. If one of them is missing, the money goes back.',
      },
    },
    {
      key: 'offer',
      goal: 'offer',
      withinMinutes: 1440,
      clock: 'customer',
      hint: {
        ru:
          'Решает не тот, кто отказал. Вернуть всё, обменять или забрать товар самим; скидка на ' +
          'будущее вместо денег тут не подходит.',
        uk:
          'Вирішує не той, хто відмовив. Повернути все, обміняти або забрати товар самим; знижка ' +
          'на майбутнє замість грошей тут не годиться.',
        en:
          'Whoever refused does not decide again. All of it back, an exchange, or goods collected ' +
          'by us; a discount on the next purchase is no substitute for money.',
      },
    },
    {
      key: 'done',
      goal: 'fix_done',
      withinMinutes: 4320,
      clock: 'customer',
      hint: {
        ru:
          'Деньги ушли: сумма, день, номер операции. Предупредите, сколько идёт перевод, и ' +
          'проверьте, что он дошёл.',
        uk:
          'Гроші пішли: сума, день, номер операції. Попередьте, скільки йде переказ, і перевірте, ' +
          'що він дійшов.',
        en:
          'The money has left: amount, day, number of the transfer. Say how long the bank takes, ' +
          'and check that it arrived.',
      },
    },
    {
      key: 'report',
      goal: 'report_sent',
      withinMinutes: 5760,
      clock: 'customer',
      hint: {
        ru:
          'История с датами: когда просили вернуть, почему отказали, кто пересмотрел, чем ' +
          'кончилось. Ошиблись мы — так и напишите.',
        uk:
          'Історія з датами: коли просили повернути, чому відмовили, хто переглянув, чим ' +
          'скінчилося. Помилилися ми — так і напишіть.',
        en:
          'The story with its dates: when they asked, why it was refused, who looked again, how ' +
          'it ended. If the mistake was ours, say so.',
      },
    },
  ],
  ladder: ['refusal_reviewed', 'full_refund', 'checked_replacement', 'collected_by_us', 'call_by_lead'],
  closesWith: ['refund', 'redelivery', 'correction'],
};
