import type { Playbook } from '@heard/core';

/** Money was taken, or a paid service switched on, that nobody asked for. */
export const chargedWithoutConsent: Playbook = {
  failure: 'charged_without_consent',
  title: { ru: 'Списали деньги без согласия', uk: 'Списали гроші без згоди', en: 'Charged without consent' },
  steps: [
    {
      key: 'answer_in_public',
      goal: 'public_answer',
      withinMinutes: 30,
      clock: 'customer',
      hint: {
        ru:
          'Сначала остановите новые списания, потом пишите, во сколько это сделано и кто ' +
          'проверяет прежние. Сумму, карту и тариф при всех не называйте и не ссылайтесь на ' +
          'мелкий шрифт договора.',
        uk:
          'Спершу зупиніть нові списання, потім пишіть, о котрій це зроблено і хто перевіряє ' +
          'попередні. Суму, картку й тариф при всіх не називайте і не посилайтеся на дрібний ' +
          'шрифт договору.',
        en:
          'Stop further charges first, then write at what hour that was done and who is checking ' +
          'the earlier ones. No amount, card or tariff in public, and no pointing at the small ' +
          'print.',
      },
    },
    {
      key: 'list_charges',
      goal: 'private_follow_up',
      withinMinutes: 60,
      clock: 'customer',
      hint: {
        ru:
          'Пришлите список: дата, сумма, за что. Спросите, какие из этих услуг человек подключал ' +
          'сам, и поверьте ответу.',
        uk:
          'Надішліть перелік: дата, сума, за що. Запитайте, які з цих послуг людина вмикала сама, ' +
          'і повірте відповіді.',
        en:
          'Send a list: date, amount, what for. Ask which of these services the customer switched ' +
          'on themselves, and believe the answer.',
      },
    },
    {
      key: 'offer_refund',
      goal: 'offer',
      withinMinutes: 120,
      clock: 'customer',
      hint: {
        ru:
          'Предложите вернуть всё, что списано без спроса, с первого дня, а не за последний ' +
          'месяц. Тариф подешевле сюда не подходит: человек хочет назад свои деньги.',
        uk:
          'Запропонуйте повернути все, що списано без дозволу, з першого дня, а не за останній ' +
          'місяць. Дешевший тариф тут ні до чого: людина хоче назад свої гроші.',
        en:
          'Offer back everything taken unasked since the first day, not the last month only. A ' +
          'cheaper tariff is no answer: the customer wants their own money.',
      },
    },
    {
      key: 'money_back',
      goal: 'refund_done',
      withinMinutes: 1440,
      clock: 'customer',
      hint: {
        ru:
          'Напишите сумму, дату и номер операции. Если банк зачисляет не сразу, назовите день, ' +
          'когда деньги появятся на счёте.',
        uk:
          'Напишіть суму, дату й номер операції. Якщо банк зараховує не одразу, назвіть день, ' +
          'коли гроші з’являться на рахунку.',
        en:
          'Give the amount, the date and the number of the transfer. If the bank takes its time, ' +
          'name the day on which the money will be in the account.',
      },
    },
    {
      key: 'report',
      goal: 'report_sent',
      withinMinutes: 2880,
      clock: 'customer',
      hint: {
        ru:
          'Расскажите, кто или что включило услугу, сколько вернули и что отключили. Обещать, что ' +
          'больше такого не случится, можно, только если это уже изменено.',
        uk:
          'Розкажіть, хто або що увімкнуло послугу, скільки повернули й що вимкнули. Казати, що ' +
          'такого більше не буде, можна, лише якщо це вже змінено.',
        en:
          'Say who or what switched the service on, how much went back and what is off now. Say ' +
          'it cannot happen again only if that has already been changed.',
      },
    },
    {
      key: 'find_cause',
      goal: 'root_cause',
      withinMinutes: 2700,
      clock: 'working',
      hint: {
        ru:
          'Найдите всех, кому эту услугу включили тем же путём. Деньги им возвращают раньше, чем ' +
          'они заметят и напишут.',
        uk:
          'Знайдіть усіх, кому цю послугу увімкнули в той самий спосіб. Гроші їм повертають ' +
          'раніше, ніж вони помітять і напишуть.',
        en:
          'Find everybody who got the service switched on the same way. Their money goes back ' +
          'before they notice and write.',
      },
    },
  ],
  ladder: ['full_refund', 'service_switched_off', 'account_of_charges', 'call_by_lead'],
  closesWith: ['refund'],
};
