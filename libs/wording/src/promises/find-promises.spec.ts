import { readFileSync } from 'node:fs';
import { findPromises } from './find-promises.js';
import { type LabelledAnswer, scorePromises } from './score-promises.js';

const kyiv = 'Europe/Kyiv';
/** A Tuesday, 10:30 in Kyiv. */
const at = new Date('2026-11-24T08:30:00Z');

function dueOf(text: string, from = at, timeZone = kyiv): string | undefined {
  const [first] = findPromises({ text, at: from, timeZone });
  return first ? (first.due?.toISOString() ?? 'vague') : 'none';
}

describe('a due time', () => {
  test.each([
    ['Перезвоним завтра до обеда.', '2026-11-25T10:00:00.000Z'],
    ['Перезвоним вам до конца дня.', '2026-11-24T16:00:00.000Z'],
    ['Відправимо гроші протягом двох днів.', '2026-11-26T08:30:00.000Z'],
    ['Зателефонуємо післязавтра о 10:15.', '2026-11-26T08:15:00.000Z'],
    ['Привеземо книжки у вівторок.', '2026-12-01T16:00:00.000Z'],
    ['Вернём деньги в течение трёх рабочих дней.', '2026-11-27T16:00:00.000Z'],
    ['We will call you by 5pm today.', '2026-11-24T15:00:00.000Z'],
    ['We will refund it by 30 November.', '2026-11-30T16:00:00.000Z'],
    ['I will write to you within the hour.', '2026-11-24T09:30:00.000Z'],
    ['Ответим 25.11 до 12:00.', '2026-11-25T10:00:00.000Z'],
    ['Курьер приедет завтра с 14 до 16.', '2026-11-25T14:00:00.000Z'],
    ['Часа через два перезвоню.', '2026-11-24T10:30:00.000Z'],
    ['Пришлём ответ на этой неделе.', '2026-11-27T16:00:00.000Z'],
    ['Надішлемо договір наступного тижня.', '2026-12-04T16:00:00.000Z'],
    ['Your order ships on 4 January.', '2027-01-04T16:00:00.000Z'],
    ['Как доеду до офиса, сразу перезвоню.', 'vague'],
    ['Найближчим часом вам зателефонує менеджер.', 'vague'],
    ['We will be in touch shortly.', 'vague'],
  ])('of "%s" is %s', (text, due) => expect(dueOf(text)).toBe(due));

  test('of hours is elapsed time over a change of the clock, of days the same time on the wall', () => {
    const night = new Date('2026-10-24T22:30:00Z');
    expect(dueOf('Відповімо за 4 години.', night)).toBe('2026-10-25T02:30:00.000Z');
    expect(dueOf('Відповімо протягом двох днів.', new Date('2026-10-24T10:00:00Z'))).toBe(
      '2026-10-26T11:00:00.000Z',
    );
  });
});

describe('no promise', () => {
  test.each([
    'Рады видеть вас снова!',
    'Мы уже переделываем ваш заказ.',
    'Возврат занимает от 3 до 10 дней.',
    'Пришлите номер заказа до пятницы.',
    'Вам обещали перезвонить в течение часа.',
    'Когда вам удобно встретиться завтра?',
    'We value your feedback and strive to be better.',
    'You can appeal until 31 January.',
    'Магазин працює щодня з 9 до 20.',
  ])('is in "%s"', (text) => expect(dueOf(text)).toBe('none'));
});

test('what is checked and reported in one breath is one promise, two times are two', () => {
  expect(findPromises({ text: 'Разберёмся и вернёмся к вам завтра.', at, timeZone: kyiv })).toHaveLength(1);
  const two = 'Сьогодні надішлемо рахунок, а у пʼятницю привеземо книжки.';
  expect(findPromises({ text: two, at, timeZone: kyiv })).toHaveLength(2);
});

test('a very long text is read in part, without delay', () => {
  expect(
    findPromises({ text: 'перезвоним завтра '.repeat(60_000), at, timeZone: kyiv }).length,
  ).toBeGreaterThan(0);
});

test.each(['ru', 'uk', 'en'])('the labelled answers in %s: recall and due times at least 0.9', (lang) => {
  const file = new URL(`../../labelled/promises.${lang}.jsonl`, import.meta.url);
  const labelled = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabelledAnswer);
  expect(labelled.length).toBeGreaterThanOrEqual(150);
  const { recall, precision, dueExact } = scorePromises(labelled);
  expect(Math.min(recall, precision, dueExact)).toBeGreaterThanOrEqual(0.9);
});
