import { assess } from '../assess.js';

const marked = (text: string): string[] =>
  (assess({ text }).because ?? []).map(({ start, end }) => text.slice(start, end));

describe('the words behind a verdict', () => {
  it.each([
    [
      'Ужасный сервис, заказ не доставили. Деньги не вернули!',
      ['Ужасный сервис', 'не вернули', 'не доставили'],
    ],
    ['Книжки чудові. Дуже дякую, швидко і не дорого!', ['Книжки чудові', 'дякую, швидко', 'не дорого']],
    ['Не работает. Не советую никому', ['Не советую никому', 'Не работает']],
  ])('stand with what denies them, and each in its sentence: %s', (text, words) => {
    expect(marked(text)).toEqual(words);
  });

  it('are no words that stand in every text', () => {
    const words = marked('My order never arrived. The worst shop ever, they do not answer my calls.');
    expect(words).toContain('worst');
    expect(words.join(' ').split(' ')).not.toContain('my');
  });

  it('never overlap', () => {
    const text = 'Не советую, не работает, не отвечают и не возвращают. Не советую никому, не берите.';
    const places = (assess({ text }).because ?? []).toSorted((a, b) => a.start - b.start);
    expect(places.length).toBeGreaterThan(1);
    places.forEach(({ start }, at) => expect(start).toBeGreaterThanOrEqual(places[at - 1]?.end ?? 0));
  });
});
