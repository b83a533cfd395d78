import type { Playbook } from '@heard/core';

/** Somebody of ours was rude, mocking, dismissive or unfair to a customer. */
export const rudeStaff: Playbook = {
  failure: 'rude_staff',
  title: { ru: 'Грубость сотрудника', uk: 'Грубість працівника', en: 'Rude staff' },
  steps: [
    {
      key: 'answer_in_public',
      goal: 'public_answer',
      withinMinutes: 60,
      clock: 'customer',
      hint: {
        ru:
          'Назовите, что произошло, словами клиента и без «если вас это задело». Скажите, кто ' +
          'лично с ним поговорит и в котором часу. Имя сотрудника при всех не называйте.',
        uk:
          'Назвіть, що сталося, словами клієнта й без «якщо вас це зачепило». Скажіть, хто ' +
          'особисто з ним поговорить і о котрій. Ім’я працівника при всіх не називайте.',
        en:
          'Name what happened in the customer’s words, with no “if you felt offended”. Say who ' +
          'will speak to them in person and at what hour. Keep the employee’s name out of public.',
      },
    },
    {
      key: 'call',
      goal: 'personal_contact',
      withinMinutes: 240,
      clock: 'customer',
      hint: {
        ru:
          'Звонит руководитель, а не тот, кто нагрубил. Дайте договорить до конца. Запишите, что ' +
          'человек советовал, и спросите, за чем он приходил: это тоже надо решить.',
        uk:
          'Телефонує керівник, а не той, хто нагрубив. Дайте договорити до кінця. Запишіть, що ' +
          'людина радила, і запитайте, по що вона приходила: це теж треба вирішити.',
        en:
          'The lead calls, not the one who was rude. Let the customer finish. Note down what they ' +
          'advised, and ask what they had come for: that needs settling too.',
      },
    },
    {
      key: 'offer',
      goal: 'offer',
      withinMinutes: 480,
      clock: 'customer',
      hint: {
        ru:
          'Закройте то, за чем человек обращался, и прибавьте что-то от себя: привезти, ' +
          'придержать, принять вне очереди. Выговор сотруднику остаётся внутри, клиенту от него ' +
          'не легче.',
        uk:
          'Закрийте те, по що людина зверталася, і додайте щось від себе: привезти, притримати, ' +
          'прийняти поза чергою. Догана працівникові лишається всередині, клієнтові від неї не ' +
          'легше.',
        en:
          'Settle what they came for and add something of your own: bring it, keep it for them, ' +
          'see them ahead of the queue. A reprimand stays inside the house; it does nothing for ' +
          'the customer.',
      },
    },
    {
      key: 'done',
      goal: 'fix_done',
      withinMinutes: 2880,
      clock: 'customer',
      hint: {
        ru:
          'Готово тогда, когда человек получил то, за чем приходил с самого начала. Сохраните его ' +
          'слова об этом.',
        uk:
          'Готово тоді, коли людина отримала те, по що приходила від початку. Збережіть її слова ' +
          'про це.',
        en:
          'It is done when they have what they came for in the first place. Keep their own words ' +
          'about it.',
      },
    },
    {
      key: 'report',
      goal: 'report_sent',
      withinMinutes: 4320,
      clock: 'customer',
      hint: {
        ru:
          'Перескажите, что выяснили из записи или разговора и что теперь иначе: кто встречает, ' +
          'кого звать, куда звонить. «Сотрудник уволен» — не отчёт.',
        uk:
          'Перекажіть, що з’ясували із запису чи розмови й що тепер інакше: хто зустрічає, кого ' +
          'кликати, куди телефонувати. «Працівника звільнено» — не звіт.',
        en:
          'Say what the recording or the talk showed and what is different now: who meets people, ' +
          'whom to ask for, where to ring. “The employee was dismissed” is no report.',
      },
    },
  ],
  ladder: ['call_by_lead', 'seen_through', 'apology_by_name', 'gift_with_note', 'credit_for_next_order'],
  closesWith: [],
};
