import { createRequire } from 'node:module';
import fc from 'fast-check';
import { gather } from './evidence.js';
import { assess, modelName } from './index.js';
import { attitudeByRules } from './blame.js';
import { read } from './reading.js';

const codes = (text: string): string[] => assess({ text }).signals.map((signal) => signal.code);

describe('assess', () => {
  it('does without the root of natural, which costs a second and 120 MB', () => {
    assess({ text: 'word' });
    const { resolve, cache } = createRequire(import.meta.url);
    expect(Object.keys(cache)).toContain(resolve('natural/lib/natural/stemmers/porter_stemmer_uk.js'));
    expect(Object.keys(cache)).not.toContain(resolve('natural'));
  });

  it('gives the same answer for the same input, under its model name', () => {
    const text = 'Третий день без интернета, верните деньги!';
    expect(assess({ text })).toEqual(assess({ text }));
    expect(assess({ text }).model).toBe(modelName());
  });

  it('points at the very words of a signal', () => {
    const text = '😀 Привіт! Обіцяли курʼєра, а він так і не приїхав.';
    const places = assess({ text }).signals.map(({ code, start, end }) => [code, text.slice(start, end)]);
    expect(places).toContainEqual(['broken_promise', 'Обіцяли']);
    expect(places).toContainEqual(['undelivered', 'так і не приїхав']);
  });

  it.each([
    ['Списали дважды без моего согласия. Проблема так и не решена.', 'unauthorized_charge'],
    ['They took £200 twice without my consent. The problem is not fixed.', 'unauthorized_charge'],
    ['Дитину рвало після вашої риби. Вибачились і подарували десерт.', 'safety'],
    ['Ребёнка рвало после вашей рыбы. Извинились и подарили десерт.', 'safety'],
    ['Хочу вернуть деньги за сломанный чайник!', 'refund_demand'],
    ['Хочу повернути гроші за зламаний чайник!', 'refund_demand'],
  ])('hears in "%s" that it is not over, or what is wanted: %s', (text, code) => {
    expect(codes(text)).toContain(code);
  });

  it.each([
    ['Хочу задати питання про доставку', 'safety'],
    ['Вечером отрубился интернет, а мы пожарили стейк', 'safety'],
    ['Кабель переломився на другий день', 'safety'],
    ['На пальто после химчистки разводы', 'fraud'],
    ['Перед покупкою телефону подивіться номер моделі', 'privacy'],
    ['На кассе долго, потому что там одна женщина', 'discrimination'],
    ['Ром тут не продають, бо що я мала чекати', 'discrimination'],
    ['На телеканалах рябь', 'press'],
    ['They disabled my account and left me waiting', 'discrimination'],
    ['I went to your hospital for a blood test', 'safety'],
  ])('does not take "%s" for %s', (text, code) => {
    expect(gather({ text }).codes).not.toContain(code);
  });

  it.each([
    'Иду в прокуратуру.',
    'Жалоба в Роспотребнадзор уже отправлена.',
    'Разбираться будем через суд.',
    'Звертаюсь до Держпродспоживслужби.',
    'Скарга у прокуратуру вже подана.',
    'Розбиратися будемо через суд.',
    'My solicitor will be in touch.',
    'I am taking this to small claims.',
    'Reporting you to trading standards today.',
  ])('takes what announces a court or a regulator for a complaint that wakes somebody: %s', (text) => {
    expect(assess({ text })).toMatchObject({ intent: 'complaint', urgency: 'critical' });
  });

  it.each([
    'Герой идёт в суд и выигрывает дело, отличная книга.',
    'Роман про адвоката, що йде до суду. Сподобалось.',
    'The hero goes to court to defend his brother, a wonderful story.',
    'RT: напишите жалобу в ФАС, это просто.',
  ])('takes what only names them for nothing that wakes somebody: %s', (text) => {
    expect(assess({ text }).urgency).not.toBe('critical');
  });

  it('lets the title speak for the verdict but gives places in the text only', () => {
    const input = { title: 'Ужас, украли деньги', text: 'Подробности ниже.' };
    const assessment = assess(input);
    expect(assessment).toMatchObject({ sentiment: 'negative', intent: 'complaint', urgency: 'critical' });
    expect(assessment.signals).toEqual([]);
  });

  it('lets the stars decide where the words do not', () => {
    expect(assess({ text: 'Ok', rating: { value: 1, scale: 5 } }).sentiment).toBe('negative');
    expect(assess({ text: '', rating: { value: 5, scale: 5 } }).sentiment).toBe('positive');
  });

  it('believes the words where the stars disagree', () => {
    const text = 'Terrible. They lost my parcel, nobody answers, I want a refund.';
    expect(assess({ text, rating: { value: 5, scale: 5 } }).sentiment).toBe('negative');
    const praise = 'Excellent, wonderful and friendly, thank you so much, highly recommend!';
    expect(assess({ text: praise, rating: { value: 1, scale: 5 } }).sentiment).toBe('positive');
  });

  it('ignores a rating that makes no sense', () => {
    const plain = assess({ text: 'A chair.' });
    expect(assess({ text: 'A chair.', rating: { value: Number.NaN, scale: 0 } })).toEqual(plain);
  });

  it.each([
    ['good', 'not good'],
    ['Мне понравилось', 'Мне не понравилось'],
    ['Мені сподобалось', 'Мені не сподобалось'],
  ])('is less pleased with a denial: %s, %s', (praise, denial) => {
    expect(assess({ text: denial }).pNegative).toBeGreaterThan(assess({ text: praise }).pNegative);
  });

  it('raises the probability for a booster and lowers it for a softener', () => {
    const of = (text: string): number => attitudeByRules(gather({ text })).pNegative;
    expect(of('very bad')).toBeGreaterThan(of('bad'));
    expect(of('slightly bad')).toBeLessThan(of('bad'));
  });

  it('does not accuse where the text denies', () => {
    expect(codes('Bad taste, but this is not a scam.')).not.toContain('fraud');
    expect(codes('Bad taste, and this is a scam.')).toContain('fraud');
  });

  it('reads drawn-out, shouted, hashtagged and transliterated words', () => {
    expect(assess({ text: 'Ужаааас' }).sentiment).toBe('negative');
    expect(assess({ text: '#WorstShopEver' }).sentiment).toBe('negative');
    expect(assess({ text: 'Zakaz ne privezli, uzhas' })).toMatchObject({
      language: 'ru',
      sentiment: 'negative',
    });
  });

  it('calls a language it does not know other', () => {
    expect(assess({ text: 'Das ist nicht mein Paket und ich warte' }).language).toBe('other');
    expect(assess({ text: '配送がとても遅いです' }).language).toBe('other');
    expect(assess({ text: '' }).language).toBe('other');
  });
});

const pieces = fc.constantFrom(
  '\u0000',
  '\ud800',
  '\udfff',
  '\u200f',
  '\u202e',
  '\ufeff',
  'ш\u0300\u0301\u0302',
  'не',
  'привезли',
  'обіцяли',
  'scam',
  'refund',
  "'",
  '’',
  '#',
  '@',
  '!',
  '?',
  '\n',
  ':(',
  '))',
  '😡',
  'https://',
  '12',
  '$',
  '𝒳',
  ' ',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(pieces, { maxLength: 120 }).map((list) => list.join(' ')),
  fc.array(pieces, { maxLength: 120 }).map((list) => list.join('')),
);

describe('assess, for any text at all', () => {
  it('never throws, keeps every place inside the text and the probability between 0 and 1', () => {
    fc.assert(
      fc.property(texts, fc.option(texts, { nil: undefined }), (text, title) => {
        const { signals, pNegative } = assess({ text, ...(title !== undefined && { title }) });
        for (const { start, end } of signals) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(pNegative).toBeGreaterThanOrEqual(0);
        expect(pNegative).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('finds nothing urgent unless it is a complaint or a question', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { intent, urgency, urgencyReasons } = assess({ text });
        const mayBeUrgent = intent === 'complaint' || intent === 'question';
        expect(mayBeUrgent || urgency === 'none').toBe(true);
        expect(urgencyReasons.length > 0).toBe(urgency !== 'none');
      }),
    );
  });

  it('works in proportion to the words, and on no more than a bounded part', () => {
    const sentence = 'не обещали и не привезли заказ, жду 5 дней и никто не отвечает. ';
    const once = read(sentence.repeat(10)).steps;
    expect(read(sentence.repeat(100)).steps).toBeLessThanOrEqual(once * 10);
    const bounded = read(sentence.repeat(200)).steps;
    expect(read(sentence.repeat(20_000)).steps).toBeLessThanOrEqual(bounded * 1.1);
  });

  it('stays bounded where every word opens every pattern', () => {
    const worst = (words: number): number => read('не '.repeat(words)).steps / words;
    expect(worst(3_000)).toBeLessThanOrEqual(worst(300) * 1.1);
  });

  it('takes a word of a hundred thousand letters', () => {
    expect(assess({ text: 'а'.repeat(100_000) }).intent).toBe('other');
    expect(assess({ text: 'аб'.repeat(500_000) }).signals).toEqual([]);
  });

  it('sees what stands at the end of a very long text, at its place', () => {
    const text = `${'слово '.repeat(5_000)}Верните деньги, кошмар!`;
    const demand = assess({ text }).signals.find((signal) => signal.code === 'refund_demand');
    expect(text.slice(demand?.start, demand?.end)).toBe('Верните деньги');
  });
});
