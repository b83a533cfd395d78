import type { Playbook } from '@heard/core';

/** Whatever no other playbook is for. */
export const other: Playbook = {
  failure: 'other',
  title: { ru: 'Другое', uk: 'Інше', en: 'Anything else' },
  steps: [
    {
      key: 'answer_in_public',
      goal: 'public_answer',
      withinMinutes: 60,
      clock: 'customer',
      hint: {
        ru:
          'Выпишите, что человек спросил, сообщил и предложил, и ответьте на каждое: фактом, ' +
          'сроком или отказом с причиной. Одно дело весит больше трёх вежливых фраз.',
        uk:
          'Випишіть, що людина запитала, повідомила й запропонувала, і відповідайте на кожне: ' +
          'фактом, строком або відмовою з причиною. Одна справа важить більше за три ввічливі ' +
          'фрази.',
        en:
          'Write down what they asked, reported and suggested, and answer each: with a fact, a ' +
          'time, or a no and its reason. One deed weighs more than three polite phrases.',
      },
    },
    {
      key: 'offer',
      goal: 'offer',
      withinMinutes: 480,
      clock: 'customer',
      hint: {
        ru:
          'Подумайте, что исправило бы этому человеку именно этот день, и предложите. Предложить ' +
          'нечего — запишите почему.',
        uk:
          'Подумайте, що виправило б цій людині саме цей день, і запропонуйте. Запропонувати ' +
          'нічого — запишіть чому.',
        en:
          'Think what would have mended this day for this person, and offer it. If there is ' +
          'nothing to offer, write down why.',
      },
    },
    {
      key: 'done',
      goal: 'fix_done',
      withinMinutes: 4320,
      clock: 'customer',
      hint: {
        ru: 'Сделайте предложенное и сохраните то, по чему это видно: фото, номер, ответ клиента.',
        uk: 'Зробіть запропоноване і збережіть те, з чого це видно: фото, номер, відповідь клієнта.',
        en: 'Do what was offered and keep what shows it: a photo, a number, the customer’s reply.',
      },
    },
    {
      key: 'report',
      goal: 'report_sent',
      withinMinutes: 5760,
      clock: 'customer',
      hint: {
        ru:
          'Что вы нам сказали, что мы нашли, кто и когда сделал, что будет иначе. Была идея — ' +
          'ответьте, берём её или нет и почему.',
        uk:
          'Що ви нам сказали, що ми знайшли, хто й коли зробив, що буде інакше. Була ідея — ' +
          'відповідайте, беремо її чи ні й чому.',
        en:
          'What you told us, what we found, who did what and when, what will be different. If ' +
          'there was an idea, say whether we take it and why.',
      },
    },
  ],
  ladder: ['seen_through', 'call_by_lead', 'gift_with_note', 'credit_for_next_order'],
  closesWith: [],
};
