import type { Story } from '../story.js';

/** Stories told in Russian. */
export const russianStories: readonly Story[] = [
  {
    name: 'A renewal nobody asked for',
    sayings: [
      {
        key: 'renewal',
        after: 12,
        platform: 'facebook',
        kind: 'post',
        author: 'Ирина Лапшина',
        intent: 'complaint',
        language: 'ru',
        text: 'С карты без моего согласия списали 449 грн за «Клуб книги месяца». Я брала ПРОБНЫЙ месяц и ничего не продлевала! Оказывается, автопродление включено по умолчанию, а кнопка «отключить» спрятана так, что без лупы не найти. Это обман. Верните деньги.',
        afterAnswer: {
          text: 'Возврат обещали — хорошо. Но напишите точно, когда деньги придут и что подписка отключена. На слово уже не верю.',
        },
      },
    ],
  },
  {
    name: 'Delivered, says the app',
    sayings: [
      {
        key: 'courier',
        after: 15,
        platform: 'facebook',
        kind: 'post',
        author: 'Дмитрий Ковальчук',
        intent: 'complaint',
        language: 'ru',
        text: 'Заказал из вашего кафе горячий обед родителям в другой город, пожилые, мама одна с лежачим отцом, в магазин не выйти. В приложении «доставлено», а еду никто не привёз! Курьер трубку не берёт, поддержка отвечает «ожидайте». Сидят с утра голодные. Что за издевательство?',
        afterAnswer: {
          text: 'Мама только что звонила: привезли, всё горячее, и извинились. Спасибо, что разобрались. Но с курьером всё-таки поговорите.',
        },
      },
    ],
  },
  {
    name: 'A rude girl at the till',
    sayings: [
      {
        key: 'rude',
        after: 13,
        platform: 'instagram',
        kind: 'comment',
        under: 'own-instagram',
        author: 'sveta.petrenko.88',
        intent: 'complaint',
        language: 'ru',
        text: 'Красиво тут у вас на фото. А в жизни девушка на кассе нахамила при всей очереди: «не нравится — идите в другой магазин». Я всего лишь спросила про скидку. Хамство, ноги моей у вас больше не будет 😤',
        afterAnswer: { text: 'Спасибо за извинения. Не ожидала, если честно, что ответят по-человечески.' },
      },
    ],
  },
  {
    name: 'The code does not work, and the exam is tomorrow',
    sayings: [
      {
        key: 'blocked',
        after: 14,
        platform: 'facebook',
        kind: 'post',
        author: 'Артём Гусев',
        intent: 'question',
        language: 'ru',
        text: 'Подскажите, пожалуйста, как открыть купленный электронный учебник? Не могу войти в личный кабинет, а экзамен завтра утром.',
        afterAnswer: { text: 'Получилось, код пришёл. Спасибо, выручили! 🙏' },
      },
    ],
  },
  {
    name: 'Easy money',
    sayings: [
      {
        key: 'spam-ru',
        after: 10,
        platform: 'instagram',
        kind: 'comment',
        under: 'own-instagram',
        author: 'dohod_bez_vlozheniy',
        intent: 'other',
        language: 'ru',
        text: '💰 Доход от 3000 в день, работа из дома, 2 часа! Набираю команду, подробности по ссылке в профиле 👉 https://zarabotok.example/start',
      },
    ],
  },
  {
    name: 'Five stars, and yet',
    sayings: [
      {
        key: 'five-stars',
        after: 16,
        platform: 'google',
        kind: 'review',
        stars: 5,
        author: 'Роман Ш.',
        intent: 'complaint',
        language: 'ru',
        text: 'Пять звёзд ставлю, чтобы прочитали. Заказ так и не пришёл, деньги за него не вернули, в поддержке третью неделю молчат. Ужасное отношение, больше не закажу.',
        afterAnswer: {
          stars: 3,
          text: 'Связались, деньги вернули в тот же день. Осадок остался, но хоть так.',
        },
      },
    ],
  },
  {
    name: 'A thought about the children’s corner',
    sayings: [
      {
        key: 'suggestion-ru',
        after: 12,
        platform: 'facebook',
        kind: 'comment',
        under: 'own-festival',
        author: 'Юлия Самойленко',
        intent: 'suggestion',
        language: 'ru',
        text: 'Было бы здорово, если бы в детском уголке добавили пару низких столиков, чтобы дети могли порисовать, пока родители выбирают книги.',
        afterAnswer: { text: 'Ого, уже передали директору? Приятно, что слушаете 🙂' },
      },
    ],
  },
];
