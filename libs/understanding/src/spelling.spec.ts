import { assess } from './index.js';
import { unmask } from './masked-words.js';
import { normalise } from './words.js';

const hidden = (words: string): string => [...words].join('\u200b');

describe('normalise', () => {
  it.each([
    ['ПРОСТО', 'просто'],
    ['ещё', 'еще'],
    ['ужаааас', 'ужас'],
    ['п’ять', "п'ять"],
    ['за\u200bка\u00adз', 'заказ'],
    ['Moшeнники', 'мошенники'],
    ['гpoші', 'гроші'],
    ['scаm', 'scam'],
    ['ｒｕｄｅ', 'rude'],
    ['г0вно', 'говно'],
    ['п#здец', 'пиздец'],
    ['с***ою', 'сукою'],
  ])('spells %s as %s', (raw, spelt) => {
    expect(normalise(raw)).toBe(spelt);
  });

  it.each(['iphone7s', 'м2м', 'smsки', 'wi', '4g', 'b2b'])('leaves %s as it is', (raw) => {
    expect(normalise(raw)).toBe(raw);
  });
});

describe('unmask', () => {
  it.each([
    ['п*дор', 'пидор'],
    ['х@йня', 'хуйня'],
    ['п***ц', 'пиздец'],
    ['г*вно', 'гавно'],
    ['f***', 'fuck'],
    ['b#tch', 'bitch'],
    ['sh!t', 'shit'],
    ['bullsh*t', 'bullshit'],
  ])('reads %s as %s', (masked, word) => {
    expect(unmask(masked)).toBe(word);
  });

  it.each(['цена*', 'да!нет', 'заказ#номер', 'good*', '5*5', 'слово'])('finds nothing behind %s', (word) => {
    expect(unmask(word)).toBeUndefined();
  });
});

describe('what is written to be overlooked', () => {
  it('is found at its place, masks and invisible characters included', () => {
    const text = 'Полный п#здец: кур\u200bьер на\u00adха\u200bмил.';
    const places = assess({ text }).signals.map(({ code, start, end }) => [code, text.slice(start, end)]);
    expect(places).toEqual([['rude_staff', 'на\u00adха\u200bмил']]);
  });

  it('takes words of nothing but look-alikes for the alphabet that the others hide', () => {
    // The two words between are Latin letters only.
    const { language, signals } = assess({ text: 'Зaкaз HE PECTOPAH пpивeзли, нo HE пpивeзли.' });
    expect(language).toBe('ru');
    expect(signals.map(({ code }) => code)).toContain('undelivered');
  });

  it('leaves English words beside Cyrillic ones alone', () => {
    const { signals } = assess({ text: 'Service has been terrible, курьер хам, never received my order' });
    expect(signals.map(({ code }) => code)).toEqual(expect.arrayContaining(['rude_staff', 'undelivered']));
  });

  it.each([
    'Мошенники украли деньги, курьер нахамил',
    'Шахраї вкрали гроші, касирка нахамила',
    'Scammers stole my money and the clerk was rude',
  ])('says the same with a zero-width space after every letter: %s', (text) => {
    const codes = (of: string): string[] => assess({ text: of }).signals.map(({ code }) => code);
    const words = text.split(' ').map(hidden).join(' ');
    expect(codes(words)).toEqual(codes(text));
  });
});

describe('transliteration', () => {
  it.each([
    ['ru', 'Zakazala knigu dve nedeli nazad, kuryer tak i ne priehal'],
    ['ru', "Khoroshij magazin, vsjo ponravilos', spasibo"],
    ['ru', '4to za uzhas, dengi ne vernuli i nikto ne otvechaet'],
    ['uk', 'Zamovyla knyhu, kurier ne pryikhav, hroshi ne povertaiut'],
    ['uk', 'Duzhe harnyi mahazyn, vse spodobalosia, diakuiu'],
  ])('is read as %s: %s', (language, text) => {
    expect(assess({ text }).language).toBe(language);
  });

  it.each([
    'My order was late and the manager was rude, no refund at all',
    'Great product, super fast delivery, good bank',
    'The best pizza in town, mama mia!',
  ])('is not seen in English: %s', (text) => {
    expect(assess({ text }).language).toBe('en');
  });
});
