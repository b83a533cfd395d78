import { csvOf } from './csv.js';

test.each([
  ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
  ['+380 44', "'+380 44"],
  ['-1+2', "'-1+2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tтаб', "'\tтаб"],
  ['＝1', "'＝1"],
  ['Поділ, 5', '"Поділ, 5"'],
  ['два\r\nрядки', '"два\r\nрядки"'],
  ['вона сказала "ні"', '"вона сказала ""ні"""'],
  ['звичайний = текст', 'звичайний = текст'],
])('%j is written as %j', (value, cell) => {
  expect(csvOf(['a'], [[value]])).toBe(`\uFEFFa\r\n${cell}\r\n`);
});

test('numbers below zero stay numbers, what is absent is empty, and every row has every column', () => {
  expect(csvOf(['a', 'b', 'c'], [[-1.5, undefined]])).toBe('\uFEFFa,b,c\r\n-1.5,,\r\n');
});
