import { readFileSync } from 'node:fs';
import { checkSubstance } from './check-substance.js';
import { type LabelledPair, scoreSubstance } from './score-substance.js';

const reasonsOf = (complaint: string, answer: string, previous: string[] = []) =>
  checkSubstance({ complaint, answer, previous }).reasons;

const bookshop =
  'Замовила три книжки на день народження мами, чотири дні тиша, а сьогодні скасували: свята й немає світла.';

describe('an empty answer is held', () => {
  test.each([
    [
      'Сколько у вас просроченных заказов? Просила цифры.',
      'Спасибо за обращение! Ваше мнение важно для нас.',
      'courtesy_only',
    ],
    [
      'Скільки замовлень ви зірвали за місяць? Просила цифри.',
      'Дякуємо за звернення! Ваша думка важлива для нас.',
      'courtesy_only',
    ],
    [
      'How many orders did you lose last month?',
      'Thank you for your feedback. Your opinion matters to us.',
      'courtesy_only',
    ],
    [
      'Прошу вернуть деньги за сломанный чайник.',
      'Здравствуйте. В возврате отказано.',
      'refusal_without_reason',
    ],
    [
      'Прошу повернути гроші за зламаний чайник.',
      'Вітаємо. У поверненні відмовлено.',
      'refusal_without_reason',
    ],
    [
      'Please refund the broken kettle.',
      'Hello. Your refund request has been declined.',
      'refusal_without_reason',
    ],
    [
      'Интернет пропадает каждую ночь, почините.',
      'Подарим вам промокод на скидку 10 % на фильмы.',
      'unfit_offer',
    ],
    ['Інтернет зникає щоночі, полагодьте.', 'Даруємо вам промокод на знижку 10 % на фільми.', 'unfit_offer'],
    [
      'The line drops every night, repair it.',
      'Here is a voucher for 10% off your next film.',
      'unfit_offer',
    ],
    ['Курьер не приехал, где моя посылка?', 'Напишите нам в личные сообщения.', 'moves_channel_only'],
    ['Кур’єр не приїхав, де моя посилка?', 'Напишіть нам в особисті повідомлення.', 'moves_channel_only'],
    ['The courier never came, where is my parcel?', 'Please send us a direct message.', 'moves_channel_only'],
    [
      'Роутер не работает. Перезагружал, сбрасывал, кабель менял.',
      'Перезагрузите роутер и проверьте кабель.',
      'points_to_tried',
    ],
    [
      'The router is dead. I have reset it twice and changed the cable.',
      'Please reset the router and check the cable.',
      'points_to_tried',
    ],
  ])('%s → %s', (complaint, answer, reason) => expect(reasonsOf(complaint, answer)).toEqual([reason]));

  test('when it says what was said before, word by word or nearly', () => {
    const said = 'Ваша заявка находится в работе, срок рассмотрения три рабочих дня.';
    expect(reasonsOf('Где ответ? Третья неделя.', said, [said])).toEqual(['repeats_previous']);
    expect(reasonsOf('Где ответ? Третья неделя.', said.replace('три', '3'), [said])).toEqual([
      'repeats_previous',
    ]);
  });

  test('when it is what others were told', () => {
    const said = 'Передали вашу заявку на склад номер 4, ждите звонка сегодня в 17:00.';
    const check = checkSubstance({
      complaint: 'Где мой заказ?',
      answer: said,
      previous: [],
      toOthers: [said],
    });
    expect(check.reasons).toEqual(['same_as_to_others']);
  });
});

describe('an answer that helps goes', () => {
  test.each([
    [bookshop, 'Олено, це наша провина. Книжки є, привезу їх сьогодні о 12:30 на Липову, 7. Тарас'],
    [
      'Заказала три книги, отменили из-за праздников.',
      'Елена, это наша вина. Книги есть, привезу их сегодня в 12:30. Тарас',
    ],
    [
      'I ordered three books and you cancelled them.',
      'Olena, this is our fault. The books are here, I will bring them today at 12:30. Taras',
    ],
    ['Где моя посылка?', 'Везу, буду в 14:30. Тарас'],
    [
      'Верните деньги за куртку, шов разошёлся.',
      'Спасибо, что написали! Очень жаль. Деньги вернули сегодня в 11:20, 1890 рублей на карту. Ваше мнение важно для нас.',
    ],
  ])('%s', (complaint, answer) => expect(reasonsOf(complaint, answer)).toEqual([]));

  test('a refusal that is recorded with reason, evidence and appeal', () => {
    const refusal = { reason: 'Товар цел', evidence: 'Акт 7', appeal: 'appeal@shop.example' };
    const answer = 'Вернуть деньги не можем.';
    expect(checkSubstance({ complaint: 'Верните деньги!', answer, previous: [], refusal }).held).toBe(false);
  });
});

test('the points that were raised are listed with what the answer does with each', () => {
  const check = checkSubstance({
    complaint: 'Курьер разбил вазу. Когда вернёте деньги? Предлагаю упаковывать в картон.',
    answer: 'Деньги вернём завтра до 12:00.',
    previous: [],
  });
  expect(check.points.map(({ kind }) => kind)).toEqual(['reported', 'asked', 'suggested']);
  expect(check.points[1]?.handled).toBe('dated');
});

const pairs = readFileSync(new URL('../../labelled/substance.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as LabelledPair);

test('the labelled pairs: precision and recall at least 0.85', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(120);
  const { precision, recall } = scoreSubstance(pairs);
  expect(Math.min(precision, recall)).toBeGreaterThanOrEqual(0.85);
});

test.each(['ru', 'uk', 'en'])('the labelled pairs in %s: at least 0.8', (lang) => {
  const { precision, recall } = scoreSubstance(pairs.filter((pair) => pair.lang === lang));
  expect(Math.min(precision, recall)).toBeGreaterThanOrEqual(0.8);
});

test.each([
  [
    'ru',
    'Заказ отменили, больше ничего не предложили.',
    'К сожалению, сейчас праздники и нет света.',
    'Две книги привезём сегодня, сейчас праздники.',
  ],
  [
    'uk',
    'Замовлення скасували, книжок не буде.',
    'Зараз свята, однієї книжки немає на складі.',
    'Зараз свята, тож дві книжки привеземо сьогодні.',
  ],
  [
    'en',
    'My order was cancelled, the party is tomorrow.',
    'It is the holidays and there was a power cut.',
    'It is the holidays, so I bring two of your books today.',
  ],
])('an excuse by itself is held, and beside it what is done is not: %s', (_lang, complaint, excuse, deed) => {
  expect(checkSubstance({ complaint, answer: excuse, previous: [] })).toMatchObject({
    held: true,
    reasons: ['ignores_point'],
  });
  expect(checkSubstance({ complaint, answer: deed, previous: [] }).held).toBe(false);
});

test('what the customer quotes as told already tells them nothing', () => {
  const complaint = 'Сколько книг на складе? Обещали цифры, а пришло «обработано 87 %».';
  expect(checkSubstance({ complaint, answer: 'Обработано 87 %.', previous: [] }).held).toBe(true);
  expect(checkSubstance({ complaint, answer: 'На складе две книги из трёх.', previous: [] }).held).toBe(
    false,
  );
});

test('a text of a hundred thousand letters is read in part', () => {
  expect(
    checkSubstance({ complaint: 'а'.repeat(100_000), answer: 'б '.repeat(50_000), previous: [] }).held,
  ).toBe(true);
});
