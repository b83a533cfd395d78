import type { Playbook } from '@heard/core';

/** The goods did not come, or not all of them, or not in time. */
export const notDelivered: Playbook = {
  failure: 'not_delivered',
  title: { ru: 'Заказ не доставлен', uk: 'Замовлення не доставлено', en: 'Not delivered' },
  steps: [
    {
      key: 'answer_in_public',
      goal: 'public_answer',
      withinMinutes: 60,
      clock: 'customer',
      hint: {
        ru:
          'Скажите, где заказ прямо сейчас и кто его ищет. Не просите номер, если он уже есть в ' +
          'жалобе. У нас стоит «доставлено», а человек пишет, что посылки нет? Верьте человеку и ' +
          'спросите, звонил ли курьер.',
        uk:
          'Скажіть, де замовлення просто зараз і хто його шукає. Не просіть номер, якщо він уже є ' +
          'в скарзі. У нас стоїть «доставлено», а людина пише, що посилки немає? Вірте людині й ' +
          'запитайте, чи дзвонив кур’єр.',
        en:
          'Say where the order is right now and who is looking for it. Do not ask for the number ' +
          'if the complaint already holds it. Our record says delivered and the customer has ' +
          'nothing? Believe the customer, and ask whether the courier rang.',
      },
    },
    {
      key: 'check_address',
      goal: 'private_follow_up',
      withinMinutes: 120,
      clock: 'customer',
      hint: {
        ru:
          'Лично сверьте адрес, телефон и удобные часы — одним вопросом, а не анкетой. Спросите, ' +
          'нужно ли что-то к определённому дню: подарок, лекарство, продукты родителям.',
        uk:
          'Особисто звірте адресу, телефон і зручні години — одним запитанням, а не анкетою. ' +
          'Запитайте, чи потрібне щось до певного дня: подарунок, ліки, продукти батькам.',
        en:
          'In private check the address, the phone and good hours in one question, not a form. ' +
          'Ask whether anything is needed by a certain day: a present, medicine, food for ' +
          'parents.',
      },
    },
    {
      key: 'offer_two_ways',
      goal: 'offer',
      withinMinutes: 240,
      clock: 'customer',
      hint: {
        ru:
          'Дайте на выбор два выхода, каждый с часом: привезти сегодня к 19:00 или вернуть ' +
          'деньги. Не хватает одной вещи — отправьте остальные. Праздник или отключение света ' +
          'объясняют задержку, но ничего не решают.',
        uk:
          'Дайте на вибір два виходи, кожен із годиною: привезти сьогодні до 19:00 або повернути ' +
          'гроші. Бракує однієї речі — надішліть решту. Свято чи вимкнення світла пояснюють ' +
          'затримку, але нічого не вирішують.',
        en:
          'Offer two ways out, each with an hour: at the door by seven tonight, or the money ' +
          'back. One item missing? Send the others. A holiday or a power cut explains a delay and ' +
          'settles nothing.',
      },
    },
    {
      key: 'in_their_hands',
      goal: 'fix_done',
      withinMinutes: 2880,
      clock: 'customer',
      hint: {
        ru:
          'Доказательство — слова самого клиента, его подпись или фото в квартире, а не отметка ' +
          'курьера в приложении. Если возвращаете деньги, приложите номер операции.',
        uk:
          'Доказ — слова самого клієнта, його підпис або фото в оселі, а не позначка кур’єра в ' +
          'застосунку. Якщо повертаєте гроші, додайте номер операції.',
        en:
          'What proves it is the customer’s own word, a signature or a photo in their home, not a ' +
          'tick in the courier’s app. If the money goes back, add the number of the transfer.',
      },
    },
    {
      key: 'report',
      goal: 'report_sent',
      withinMinutes: 4320,
      clock: 'customer',
      hint: {
        ru:
          'Расскажите по порядку: когда мы узнали, где посылка застряла, кто её нашёл, что ' +
          'привезли. Назовите одно изменение: звонок до выезда, запас на складе, другой курьер.',
        uk:
          'Розкажіть за порядком: коли ми дізналися, де посилка застрягла, хто її знайшов, що ' +
          'привезли. Назвіть одну зміну: дзвінок перед виїздом, запас на складі, інший кур’єр.',
        en:
          'Tell it in order: when we learned of it, where the parcel was stuck, who found it, ' +
          'what was brought. Name one change: a call before setting out, stock in reserve, ' +
          'another courier.',
      },
    },
    {
      key: 'find_cause',
      goal: 'root_cause',
      withinMinutes: 2700,
      clock: 'working',
      hint: {
        ru:
          'Посмотрите, сколько таких жалоб за неделю на того же курьера, склад или район. ' +
          'Впишите, кто устранит причину и к какому числу.',
        uk:
          'Подивіться, скільки таких скарг за тиждень на того самого кур’єра, склад чи район. ' +
          'Упишіть, хто усуне причину й до якого числа.',
        en:
          'Count this week’s complaints about the same courier, depot or district. Write down who ' +
          'mends the cause and by which date.',
      },
    },
  ],
  ladder: [
    'redelivery_first',
    'brought_in_person',
    'part_now',
    'full_refund',
    'gift_with_note',
    'credit_for_next_order',
  ],
  closesWith: ['redelivery', 'refund', 'personal_action', 'correction', 'compensation'],
};
