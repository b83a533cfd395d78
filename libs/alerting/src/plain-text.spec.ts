import fc from 'fast-check';
import { escapeHtml, oneLine, webLink } from './plain-text.js';

test.each([
  ['a\r\nBcc: x@y.example', 'a Bcc: x@y.example'],
  ['до\u202Eгнп.exe', 'до[U+202E]гнп.exe'],
  ['\u2066спрятано\u2069', '[U+2066]спрятано[U+2069]'],
  ['нуль\u0000 і\u0007 дзвінок', 'нуль[U+0000] і[U+0007] дзвінок'],
  ['рядок\u2028ще один', 'рядок ще один'],
  ['тег\u{E0041}', 'тег[U+E0041]'],
  ['зламаний \uD83D кінець', 'зламаний \uFFFD кінець'],
  ['  краї  ', 'краї'],
  ['сім’я 👩‍👧 і прапор 🇺🇦', 'сім’я 👩‍👧 і прапор 🇺🇦'],
])('%j is shown as %j', (text, shown) => {
  expect(oneLine(text, 100)).toBe(shown);
});

test('whatever the text, the line is one line without control or direction characters, and as short as asked', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc.integer({ min: 1, max: 300 }),
      (text, most) => {
        const line = oneLine(text, most);
        expect([...line].length).toBeLessThanOrEqual(most);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      },
    ),
  );
});

test('a text of a megabyte becomes an excerpt that says it was cut', () => {
  const line = oneLine('Де моє замовлення? '.repeat(60_000), 300);
  expect([...line].length).toBeLessThanOrEqual(300);
  expect(line.endsWith('…')).toBe(true);
});

test.each([
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['not an address', undefined],
  [undefined, undefined],
  [`https://x.example/${'a'.repeat(3_000)}`, undefined],
  ['https://x.example/a"b<c>', 'https://x.example/a%22b%3Cc%3E'],
])('%j is offered as the link %j', (url, link) => {
  expect(webLink(url)).toBe(link);
});

test('text for HTML cannot open a tag, end an attribute or write an entity', () => {
  expect(escapeHtml(`<img src=x onerror='a()'>&"`)).toBe(
    '&lt;img src=x onerror=&#39;a()&#39;&gt;&amp;&quot;',
  );
});
