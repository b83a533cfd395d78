import { textKey } from './text-key.js';

const said = 'Третій день чекаю на книжки, а телефон мовчить!';

test.each([
  ['capitals and marks', 'ТРЕТІЙ ДЕНЬ чекаю на книжки... а телефон мовчить'],
  ['spaces and lines', 'Третій день\n\nчекаю на  книжки, а телефон\u00a0мовчить!'],
  ['letters of another width', 'Третій день чекаю на книжки，а телефон мовчить！'],
  ['an emoji more', 'Третій день чекаю на книжки, а телефон мовчить! 😡'],
])('the same text with %s has the same key', (_name, text) => {
  expect(textKey(text)?.equals(textKey(said) ?? Buffer.alloc(0))).toBe(true);
});

test('another text has another key', () => {
  expect(textKey(said.replace('Третій', 'П’ятий'))?.equals(textKey(said) ?? Buffer.alloc(0))).toBe(false);
});

test('a text that anybody could write has none', () => {
  expect(textKey('Жах! Не раджу нікому.')).toBeUndefined();
});
