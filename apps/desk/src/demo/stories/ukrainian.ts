import type { Story } from '../story.js';

/** Stories told in Ukrainian, some of it mixed with Russian as people mix it. */
export const ukrainianStories: readonly Story[] = [
  {
    name: 'An allergic child, at night',
    sayings: [
      {
        key: 'allergy',
        after: 12,
        platform: 'facebook',
        kind: 'post',
        author: 'Марина Захарчук',
        intent: 'complaint',
        language: 'uk',
        text: 'Третя ночі, пишу з лікарні. Увечері взяли у вашій кав’ярні тістечко, ДВІЧІ перепитала, чи нема горіхів. Запевнили, що нема. Збрехали! У дитини страшна алергічна реакція, набряк, викликали швидку!! Телефон не беруть, а у вас цього ще повна вітрина. Це небезпечно для життя, приберіть негайно!!!',
        afterAnswer: {
          text: 'Дякую, що відгукнулись серед ночі. Доньці краще, під крапельницею спить. Але хочу знати, що вітрину прибрали і хто відповість за те «чисте».',
        },
      },
    ],
  },
  {
    name: 'The same promise twice',
    sayings: [
      {
        key: 'promise-first',
        after: 15,
        platform: 'facebook',
        kind: 'post',
        author: 'Тарас Білик',
        intent: 'complaint',
        language: 'uk',
        text: 'Обіцяли передзвонити за два дні щодо мого замовлення. Минув тиждень. Ніхто не подзвонив. Гроші сплачені, книжок нема, де посилка — невідомо.',
      },
      {
        key: 'promise-again',
        after: 55,
        platform: 'facebook',
        kind: 'comment',
        under: 'promise-first',
        author: 'Тарас Білик',
        intent: 'complaint',
        language: 'uk',
        text: 'О, нарешті відписали в приват. Слово в слово те саме: «передзвонимо впродовж двох днів». Ви знущаєтесь? Знову обіцянки, і знову нічого.',
        afterAnswer: {
          text: 'Ок, дата названа, записав. Якщо в п’ятницю знову тиша — забираю гроші через банк.',
        },
      },
    ],
  },
  {
    name: 'Pages that fall out',
    sayings: [
      {
        key: 'defect',
        after: 14,
        platform: 'google',
        kind: 'review',
        stars: 2,
        author: 'Вадим К.',
        intent: 'complaint',
        language: 'uk',
        text: 'Купив малому атлас, шо не дешевий. На другий день корешок тріснув, сторінки повипадали — брак чистої води. Прийшов мінять, а мені: «нє, це ви самі порвали». Канєшно, сам сидів і рвав 🤦 Поверніть гроші або дайте нормальний.',
        afterAnswer: {
          stars: 4,
          text: 'Доповнюю: обміняли без питань, ще й закладок малому дали. Так би зразу.',
        },
      },
    ],
  },
  {
    name: 'Five stars for the shop assistant',
    sayings: [
      {
        key: 'praise-uk',
        after: 13,
        platform: 'google',
        kind: 'review',
        stars: 5,
        author: 'Соломія Вовк',
        intent: 'praise',
        language: 'uk',
        text: 'Найкраща книгарня в місті! Дівчата підібрали подарунок для бабусі за п’ять хвилин, красиво запакували і ще пригостили чаєм. Дуже дякую 💛',
        afterAnswer: {
          stars: 5,
          text: 'Найкраща книгарня в місті! Ще й відповідають на відгуки 💛 Дуже дякую, прийдемо знову.',
        },
      },
    ],
  },
  {
    name: 'When are you open',
    sayings: [
      {
        key: 'question-uk',
        after: 11,
        platform: 'instagram',
        kind: 'comment',
        under: 'own-instagram',
        author: 'irka_chytaie',
        intent: 'question',
        language: 'uk',
        text: 'Підкажіть, будь ласка, до котрої години ви працюєте в неділю і чи можна прийти з песиком? 🐶',
        afterAnswer: { text: 'Супер, дякую! Будемо вдвох із Бубликом 🐾' },
      },
    ],
  },
  {
    name: 'Under an old post',
    sayings: [
      {
        key: 'old-post',
        after: 16,
        platform: 'facebook',
        kind: 'comment',
        under: 'own-festival',
        author: 'Галина Степанівна Мороз',
        intent: 'complaint',
        language: 'uk',
        text: 'Добрий вечір, пишу сюди, бо більше нікуди не відповідають. На цьому фестивалі замовила в вас передплатою альбом, заплатила 1250 грн, місяць минув — ні альбому, ні грошей. Три листи надіслала, жодної відповіді.',
        afterAnswer: {
          text: 'Дякую вам, хоч жива людина обізвалась. Номер замовлення надіслала в повідомлення, чекаю.',
        },
      },
    ],
  },
  {
    name: 'Very convenient indeed',
    sayings: [
      {
        key: 'irony-uk',
        after: 17,
        platform: 'instagram',
        kind: 'comment',
        under: 'own-instagram',
        author: 'ostap.shch',
        intent: 'complaint',
        language: 'uk',
        text: 'Дякую за «доставку за один день», чекаю вже восьмий 👏 Підтримка теж бомба: бот пише, що я дуже важливий, а з людей ніхто не відповідає. Жахливий сервіс, ганьба.',
        afterAnswer: { text: 'О, людина! Замовлення ЛВ-20417. Вісім днів, нагадую 🙃' },
      },
    ],
  },
];
