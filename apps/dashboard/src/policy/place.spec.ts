import i18next from 'i18next';
import { en } from '../i18n/en.js';
import { ru } from '../i18n/ru.js';
import { uk } from '../i18n/uk.js';
import { mistakeInWords, partsOf, placeInWords } from './place.js';
import { policy } from './policy.fixture.js';

const texts = i18next.createInstance();
beforeAll(() =>
  texts.init({
    lng: 'en',
    resources: { ru: { translation: ru }, uk: { translation: uk }, en: { translation: en } },
    interpolation: { escapeValue: false },
  }),
);

const named = (language: 'ru' | 'uk' | 'en') => ({
  policy,
  language,
  weekday: (iso: number) => ['', 'понеділок', 'вівторок'][iso] ?? '',
  t: texts.getFixedT(language),
});

test('a place is read part by part', () => {
  expect(partsOf('playbooks[3].steps[0].hint.uk')).toEqual(['playbooks', 3, 'steps', 0, 'hint', 'uk']);
  expect(partsOf('')).toEqual([]);
});

test.each([
  ['uk', 'handOffs.budget', 'Передачі › Передач одного випадку'],
  ['uk', 'leaseMinutes.high', 'Скільки чекаємо на відповідального › Висока'],
  ['uk', 'calendar.days[1]', 'Робочі години та свята › Робочі дні › вівторок'],
  ['uk', 'fixes[0].title.uk', 'Каталог рішень › Вибачення на ім’я › Назва › Українська'],
  [
    'ru',
    'fixes[0].approval[1].upToMinor',
    'Каталог решений › Извинение по имени › Кто и до какой суммы одобряет › Старший менеджер › предел',
  ],
  [
    'en',
    'playbooks[4].steps[1].withinMinutes',
    'Playbooks › Not delivered › Steps › number 2 › Time from the customer’s posting',
  ],
  ['en', 'outcome.question.ru', 'Question about the outcome › The question › Русский'],
] as const)('in %s, %s is “%s”', (language, place, words) => {
  expect(placeInWords(place, named(language))).toBe(words);
});

test.each([
  ['handOffs.budget', { mistake: 'number', from: '0', to: '20' }, 'напишіть ціле число від 0 до 20.'],
  ['money.valueToMinor', { mistake: 'number', from: '0', to: '9' }, 'напишіть суму, 0 або більше.'],
  ['fixes[0].title.uk', { mistake: 'text_missing' }, 'немає тексту цією мовою. Напишіть усіма трьома.'],
  ['outcome.question.uk', { mistake: 'placeholder_missing', needed: '{link}' }, 'у тексті бракує {link}.'],
  [
    'playbooks[0].ladder[1]',
    { mistake: 'fix_unfit', fix: 'full_refund' },
    '«Повернення» не для цієї проблеми',
  ],
  ['playbooks[0].ladder[1]', { mistake: 'fix_unknown', fix: 'gone' }, 'у каталозі немає рішення «gone»'],
])('the mistake at %s, %j, is told in words', (place, about, words) => {
  expect(mistakeInWords(place, about, named('uk'))).toContain(words);
});

test('a mistake that no form can make is left to the service to tell', () => {
  expect(mistakeInWords('calendar', { mistake: 'malformed' }, named('uk'))).toBeUndefined();
  expect(mistakeInWords('calendar', {}, named('uk'))).toBeUndefined();
});
