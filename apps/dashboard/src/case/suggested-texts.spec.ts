import i18next from 'i18next';
import type { FixKind } from '@heard/core';
import { en } from '../i18n/en.js';
import { ru } from '../i18n/ru.js';
import { uk } from '../i18n/uk.js';
import { shortMoneyText } from '../words/format.js';
import { fixesInWords } from './fixes-in-words.js';

const texts = i18next.createInstance();
beforeAll(() =>
  texts.init({
    lng: 'en',
    resources: { ru: { translation: ru }, uk: { translation: uk }, en: { translation: en } },
    interpolation: { escapeValue: false },
  }),
);

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

test.each<['ru' | 'uk' | 'en', readonly FixKind[], string]>([
  ['uk', ['apology'], 'Вибачення'],
  ['uk', ['apology', 'redelivery'], 'Вибачення й повторна доставка'],
  ['uk', ['apology', 'refund', 'compensation'], 'Вибачення, повернення грошей і компенсація'],
  ['ru', ['apology', 'redelivery'], 'Извинение и повторная доставка'],
  ['en', ['apology', 'redelivery', 'refund'], 'Apology, redelivery, and refund'],
])('in %s %j is “%s”', (language, kinds, phrase) => {
  const t = texts.getFixedT(language);
  expect(
    fixesInWords(
      kinds.map((kind) => t(`fixKind.${kind}`)),
      language,
    ),
  ).toBe(phrase);
});

test.each<['ru' | 'uk' | 'en', string]>([
  ['uk', 'Вибачення: медіана 320 грн, допомогло 78 % (63–88 %), n = 41'],
  ['ru', 'Извинение: медиана 320 грн., помогло 78 % (63–88 %), n = 41'],
  ['en', 'Apology: median UAH 320, helped 78 % (63–88 %), n = 41'],
])('the line about what worked, in %s', (language, line) => {
  const t = texts.getFixedT(language);
  const cost = t('policy.suggested.median', { amount: shortMoneyText(320_00, 'UAH', language) });
  const facts = { fixes: t('fixKind.apology'), cost, percent: '78 %', from: '63', to: '88 %', cases: 41 };
  // The sign of a currency comes from the tables of the machine.
  expect(
    plain(t('policy.suggested.line', facts)).replace('320 ₴', language === 'ru' ? '320 грн.' : '320 грн'),
  ).toBe(line);
});

test.each([
  ['uk', 1, 'За 1 закритим випадком «Не доставлено»'],
  ['uk', 41, 'За 41 закритим випадком'],
  ['uk', 5, 'За 5 закритими випадками'],
  ['ru', 21, 'По 21 закрытому случаю'],
  ['ru', 55, 'По 55 закрытым случаям'],
  ['en', 1, 'From 1 closed case “Not delivered”'],
  ['en', 9, 'From 9 closed cases'],
])('in %s, %i cases are named with the right ending', (language, count, beginning) => {
  const t = texts.getFixedT(language);
  const said = t('policy.suggested.basis', { count, failure: t('failure.not_delivered') });
  expect(said.startsWith(beginning)).toBe(true);
});

test.each([
  ['uk', 1, '1 закритий випадок'],
  ['uk', 3, '3 закриті випадки'],
  ['uk', 7, '7 закритих випадків'],
  ['ru', 2, '2 закрытых случая'],
  ['ru', 11, '11 закрытых случаев'],
  ['en', 0, '0 closed cases'],
])('in %s, too few are %i: “%s”', (language, count, words) => {
  const t = texts.getFixedT(language);
  const said = t('policy.suggested.tooFew', { count, failure: t('failure.other'), needed: 8 });
  expect(said).toContain(words);
});

test.each([
  [320_00, 'en', 'UAH 320'],
  [320_50, 'en', 'UAH 320.50'],
  [0, 'en', 'UAH 0'],
] as const)('%i kopecks are written short', (minor, language, text) => {
  expect(plain(shortMoneyText(minor, 'UAH', language))).toBe(text);
});
