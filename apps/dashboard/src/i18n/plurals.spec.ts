import i18next from 'i18next';
import { en } from './en.js';
import { ru } from './ru.js';
import { uk } from './uk.js';

const texts = i18next.createInstance();

beforeAll(async () => {
  await texts.init({
    lng: 'en',
    resources: { ru: { translation: ru }, uk: { translation: uk }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
});

describe('plurals', () => {
  it.each([
    ['ru', 1, '1 случай'],
    ['ru', 3, '3 случая'],
    ['ru', 5, '5 случаев'],
    ['ru', 11, '11 случаев'],
    ['ru', 21, '21 случай'],
    ['uk', 1, '1 випадок'],
    ['uk', 4, '4 випадки'],
    ['uk', 12, '12 випадків'],
    ['uk', 102, '102 випадки'],
    ['en', 1, '1 case'],
    ['en', 0, '0 cases'],
  ])('in %s, %d is written %s', (language, count, text) => {
    expect(texts.getFixedT(language)('cases.open', { count })).toBe(text);
  });
});
