import i18next from 'i18next';
import { en } from '../i18n/en.js';
import { ru } from '../i18n/ru.js';
import { uk } from '../i18n/uk.js';
import { spanIn, wholeDay } from './spans.js';

const workingDay = 540;

test.each([
  [15, wholeDay, 15, 'minutes'],
  [90, wholeDay, 90, 'minutes'],
  [60, wholeDay, 1, 'hours'],
  [2_880, wholeDay, 2, 'days'],
  [1_440, workingDay, 24, 'hours'],
  [1_080, workingDay, 2, 'days'],
  [60, 0, 1, 'hours'],
])('%i minutes where a day has %i are %i %s', (minutes, day, count, unit) => {
  expect(spanIn(minutes, day)).toEqual({ count, unit });
});

const texts = i18next.createInstance();
beforeAll(() =>
  texts.init({
    lng: 'en',
    resources: { ru: { translation: ru }, uk: { translation: uk }, en: { translation: en } },
    interpolation: { escapeValue: false },
  }),
);

test.each([
  ['uk', 'workingSpan.days', 1, 'за 1 робочий день'],
  ['uk', 'workingSpan.hours', 4, 'за 4 робочі години'],
  ['uk', 'span.minutes', 1, 'за 1 хвилину'],
  ['ru', 'workingSpan.hours', 21, 'за 21 рабочий час'],
  ['ru', 'span.hours', 48, 'за 48 часов'],
  ['ru', 'span.minutes', 22, 'за 22 минуты'],
  ['en', 'span.days', 1, 'within 1 day'],
  ['en', 'workingSpan.days', 2, 'within 2 working days'],
])('in %s, %s of %i reads “%s”', (language, key, count, words) => {
  const t = texts.getFixedT(language);
  expect(t('policy.within', { span: t(`policy.${key}`, { count }) })).toBe(words);
});
