import { HttpProblem } from './problem.js';
import { readBody } from './read-body.js';

function codeOf(text: string): string {
  try {
    readBody(text);
    return 'taken';
  } catch (error) {
    return error instanceof HttpProblem ? error.code : String(error);
  }
}

let names = 0;
const nextName = () => `"n${names++}"`;
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

test.each([
  ['an object', '{"a":1}', 'taken'],
  ['a byte order mark before it', '\u{feff}{"a":1}', 'taken'],
  ['32 levels', nested(32), 'taken'],
  ['33 levels', nested(33), 'too_deep'],
  ['a hundred thousand levels', nested(100_000), 'too_deep'],
  ['a name that changes the prototype', '{"a":[{"__proto__":{"admin":true}}]}', 'forbidden_name'],
  ['a way to the prototype', '{"constructor":{"prototype":{"x":1}}}', 'forbidden_name'],
  ['a constructor that is only a word', '{"constructor":"Lego"}', 'taken'],
  ['5,000 entries', JSON.stringify(Array.from({ length: 5_000 }, String)), 'taken'],
  ['5,001 entries', JSON.stringify(Array.from({ length: 5_001 }, String)), 'too_many_values'],
  [
    'a quarter of a million names',
    `{${'"a":{},'.repeat(249_999)}"b":1}`.replaceAll(/"a"/gu, nextName),
    'too_many_values',
  ],
  [
    'lists full of lists',
    JSON.stringify(Array.from({ length: 400 }, () => Array(400).fill(0))),
    'too_many_values',
  ],
  ['half of an object', '{"a":', 'not_json'],
])('%s', (_, text, code) => {
  expect(codeOf(text)).toBe(code);
});

test('an id longer than a number can hold keeps all its digits', () => {
  expect(readBody('{"external_id":12345678901234567890}')).toEqual({ external_id: '12345678901234567890' });
});

test('no body at all is nothing', () => {
  expect(readBody(' \n')).toBeUndefined();
});
