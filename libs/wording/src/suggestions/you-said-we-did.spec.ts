import { askWhatTheyMeant, youSaidWeDid } from './you-said-we-did.js';

const told = {
  words: 'Працюйте до 22:00.',
  done: 'пункт видачі відчинено до 22:00.',
  reason: 'просять багато людей',
};

test.each([
  [
    'done',
    'uk',
    'Олено, вітаємо! Ви пропонували: «Працюйте до 22:00». Ми це зробили: пункт видачі відчинено до 22:00. Дякуємо, що підказали.',
  ],
  [
    'accepted',
    'ru',
    'Олено, здравствуйте! Вы предлагали: «Працюйте до 22:00». Мы решили это сделать: просять багато людей. Когда будет готово, напишем вам.',
  ],
  [
    'declined',
    'en',
    'Олено, you suggested: “Працюйте до 22:00”. We talked it over and will not do it for now. The reason: просять багато людей. If we have missed something, please tell us.',
  ],
] as const)('%s in %s', (state, language, text) => {
  expect(youSaidWeDid({ ...told, state, language, customer: 'Олено' })).toBe(text);
});

test.each([
  ['uk', 'Вітаємо! Ви пропонували'],
  ['ru', 'Здравствуйте! Вы предлагали'],
  ['other', 'You suggested'],
] as const)('without a name it begins well in %s', (language, beginning) => {
  expect(youSaidWeDid({ ...told, state: 'done', language })).toMatch(new RegExp(`^${beginning}`, 'u'));
});

test('what a customer writes cannot fill another place of the draft', () => {
  expect(youSaidWeDid({ ...told, words: '{done} $& {reason}', state: 'done', language: 'en' })).toContain(
    '“{done} $& {reason}”',
  );
});

test('somebody who was cut off is asked in their language', () => {
  expect(askWhatTheyMeant('ru', 'Ігор')).toMatch(/^Ігор, здравствуйте! Вам не дали договорить/u);
  expect(askWhatTheyMeant('other')).toMatch(/^You were cut off/u);
});
