import type { Playbook } from '@heard/core';

/** Somebody saw, got or published what is the customer’s own. */
export const dataLeak: Playbook = {
  failure: 'data_leak',
  title: { ru: 'Утечка личных данных', uk: 'Витік особистих даних', en: 'Data leak' },
  steps: [
    {
      key: 'answer_in_public',
      goal: 'public_answer',
      withinMinutes: 15,
      clock: 'customer',
      hint: {
        ru:
          'Скажите, что проверка уже идёт и кто её ведёт. Ни имени, ни телефона, ни самих данных ' +
          'при всех не повторяйте; если они видны под нашей записью, скройте их первым делом.',
        uk:
          'Скажіть, що перевірка вже йде і хто її веде. Ані імені, ані телефону, ані самих даних ' +
          'при всіх не повторюйте; якщо їх видно під нашим дописом, приховайте їх найперше.',
        en:
          'Say that it is being checked and by whom. Repeat no name, no phone, none of the data ' +
          'in public; if they show under a post of ours, hide them before anything else.',
      },
    },
    {
      key: 'say_what_to_do',
      goal: 'private_follow_up',
      withinMinutes: 60,
      clock: 'customer',
      hint: {
        ru:
          'Узнайте, что и где человек увидел: снимок экрана, время, адрес страницы. Сразу ' +
          'скажите, что ему сделать сейчас: сменить пароль, перевыпустить карту, не верить ' +
          'звонкам.',
        uk:
          'Дізнайтеся, що й де людина побачила: знімок екрана, час, адреса сторінки. Одразу ' +
          'скажіть, що їй зробити зараз: змінити пароль, перевипустити картку, не вірити ' +
          'дзвінкам.',
        en:
          'Find out what they saw and where: a screenshot, the time, the address of the page. ' +
          'Tell them at once what to do: change the password, renew the card, trust no calls.',
      },
    },
    {
      key: 'offer',
      goal: 'offer',
      withinMinutes: 120,
      clock: 'customer',
      hint: {
        ru:
          'Назовите, что закроем и к какому часу, и что берём на себя: перевыпуск карты, удаление ' +
          'копий, письмо в банк. Скидка здесь звучит как насмешка.',
        uk:
          'Назвіть, що закриємо й до котрої години, і що беремо на себе: перевипуск картки, ' +
          'видалення копій, лист до банку. Знижка тут звучить як глузування.',
        en:
          'Name what will be closed and by what hour, and what we take on: a new card, copies ' +
          'removed, a letter to the bank. A discount sounds like mockery here.',
      },
    },
    {
      key: 'closed',
      goal: 'fix_done',
      withinMinutes: 480,
      clock: 'customer',
      hint: {
        ru:
          'Доступ закрыт, копии удалены, и проверил это не тот, кто ошибся. Доказательство ' +
          'приложите без самих данных.',
        uk:
          'Доступ закрито, копії видалено, і перевірив це не той, хто помилився. Доказ додайте ' +
          'без самих даних.',
        en:
          'Access is closed, copies are gone, and somebody other than who made the mistake has ' +
          'checked. Attach the proof without the data.',
      },
    },
    {
      key: 'report',
      goal: 'report_sent',
      withinMinutes: 4320,
      clock: 'customer',
      hint: {
        ru:
          'Какие данные, кому и сколько времени были видны, кого мы известили. Чего-то не знаете ' +
          '— так и скажите и назовите день, когда узнаете.',
        uk:
          'Які дані, кому й скільки часу було видно, кого ми сповістили. Чогось не знаєте — так і ' +
          'скажіть і назвіть день, коли дізнаєтеся.',
        en:
          'Which data, who could see them, for how long, whom we have informed. What you do not ' +
          'know, say so, with the day on which you will.',
      },
    },
    {
      key: 'find_cause',
      goal: 'root_cause',
      withinMinutes: 2700,
      clock: 'working',
      hint: {
        ru:
          'Найдите всех, чьи данные были видны тем же путём, и предупредите каждого. ' +
          'Ответственный за защиту данных должен узнать в первый же день.',
        uk:
          'Знайдіть усіх, чиї дані було видно в той самий спосіб, і попередьте кожного. ' +
          'Відповідальний за захист даних має дізнатися першого ж дня.',
        en:
          'Find everybody whose data showed the same way and warn each of them. Whoever answers ' +
          'for data protection has to know on the first day.',
      },
    },
  ],
  ladder: ['access_closed', 'what_happened', 'call_by_lead'],
  closesWith: ['correction'],
};
