import { defaultPolicy, fillIn } from './index.js';

it.each([
  ['{customer}, ось посилання: {link}', { customer: 'Оксана', link: 'x' }, 'Оксана, ось посилання: x'],
  ['{customer}, ось посилання: {link}', { link: 'x' }, 'Ось посилання: x'],
  ['Добрий день, {customer}!', {}, 'Добрий день!'],
  ['Занимаюсь я, {manager}.', { manager: ' ' }, 'Занимаюсь я.'],
  ['Then, {customer}, one tap', {}, 'Then, one tap'],
  ['we promised “{promise}”', { promise: 'to send {due}' }, 'we promised “to send {due}”'],
  ['{customer}', { customer: '$& $1' }, '$& $1'],
])('%j with %j is %j', (text, values, filled) => {
  expect(fillIn(text, values)).toBe(filled);
});

it('the texts for customers read well with and without a name', () => {
  const { lateDraft } = defaultPolicy.promises;
  const facts = { promise: 'перезвонить', due: '24 ноября, 18:00', manager: 'Марина' };
  expect(fillIn(lateDraft.ru, { ...facts, customer: 'Олег' })).toMatch(
    /^Олег, мы обещали: «перезвонить» — до 24 ноября, 18:00\./u,
  );
  expect(fillIn(lateDraft.ru, facts)).toMatch(/^Мы обещали:/u);
});
