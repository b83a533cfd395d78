import type { Playbook } from '@heard/core';

/** The customer was sent from one to another, and back. */
export const sentInCircles: Playbook = {
  failure: 'sent_in_circles',
  title: { ru: 'Гоняют по кругу', uk: 'Ганяють по колу', en: 'Sent in circles' },
  steps: [
    {
      key: 'name_one_person',
      goal: 'public_answer',
      withinMinutes: 60,
      clock: 'customer',
      hint: {
        ru:
          'Назовите одного человека, который доведёт дело до конца, и скажите, что звонить больше ' +
          'никуда не надо. Никаких новых номеров и отделов.',
        uk:
          'Назвіть одну людину, яка доведе справу до кінця, і скажіть, що телефонувати більше ' +
          'нікуди не треба. Жодних нових номерів і відділів.',
        en:
          'Name one person who will see it through and say there is nobody else to ring. No new ' +
          'numbers, no other department.',
      },
    },
    {
      key: 'call',
      goal: 'personal_contact',
      withinMinutes: 120,
      clock: 'customer',
      hint: {
        ru:
          'Позвоните сами и начните с пересказа: где человек уже был и что ему там сказали. ' +
          'Спрашивайте только то, чего нет в записях.',
        uk:
          'Зателефонуйте самі й почніть із переказу: де людина вже була і що їй там сказали. ' +
          'Питайте лише те, чого немає в записах.',
        en:
          'Make the call yourself and begin by telling it back: where they have been and what ' +
          'they were told there. Ask only what the records do not hold.',
      },
    },
    {
      key: 'offer',
      goal: 'offer',
      withinMinutes: 240,
      clock: 'customer',
      hint: {
        ru:
          'Согласования внутри берите на себя: клиент получает решение, а не адрес следующего ' +
          'окна. Скажите, что будет сделано и к какому часу.',
        uk:
          'Узгодження всередині беріть на себе: клієнт отримує рішення, а не адресу наступного ' +
          'віконця. Скажіть, що буде зроблено й до котрої години.',
        en:
          'Getting colleagues to agree is our work: the customer gets a decision, not the way to ' +
          'the next desk. Say what will be done and by what hour.',
      },
    },
    {
      key: 'done',
      goal: 'fix_done',
      withinMinutes: 1440,
      clock: 'customer',
      hint: {
        ru:
          'Решает тот же человек, который взялся. Без другого отдела не обойтись — ' +
          'договаривайтесь с ним сами, клиент по-прежнему говорит только с вами.',
        uk:
          'Вирішує та сама людина, що взялася. Без іншого відділу не обійтися — домовляйтеся з ' +
          'ним самі, клієнт і далі говорить лише з вами.',
        en:
          'The one who took it on settles it. If another department is needed, deal with it ' +
          'yourself; the customer goes on talking to you alone.',
      },
    },
    {
      key: 'report',
      goal: 'report_sent',
      withinMinutes: 2880,
      clock: 'customer',
      hint: {
        ru: 'Перечислите, сколько раз и куда человека отправляли и кто мог всё решить с самого ' + 'начала.',
        uk:
          'Перелічіть, скільки разів і куди людину відсилали і хто міг усе вирішити від самого ' + 'початку.',
        en: 'List how often and where they were sent, and who could have settled it at the very ' + 'start.',
      },
    },
    {
      key: 'find_cause',
      goal: 'root_cause',
      withinMinutes: 2700,
      clock: 'working',
      hint: {
        ru:
          'Найдите место, где по кругу ходят и другие. Исправьте номер, памятку или права, чтобы ' +
          'решал уже первый, кому дозвонились.',
        uk:
          'Знайдіть місце, де по колу ходять і інші. Виправте номер, пам’ятку чи права, щоб ' +
          'вирішував уже перший, до кого додзвонилися.',
        en:
          'Find the spot where others go round too. Mend the number, the instructions or the ' +
          'rights, so that whoever is reached first can settle it.',
      },
    },
  ],
  ladder: ['seen_through', 'call_by_lead', 'credit_for_next_order', 'gift_with_note'],
  closesWith: [],
};
