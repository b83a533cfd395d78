import fc from 'fast-check';
import { parseJson } from './parse-json.js';

describe('parseJson', () => {
  it.each([
    ['{"id":9007199254740993}', { id: '9007199254740993' }],
    ['{"id":-9007199254740993}', { id: '-9007199254740993' }],
    ['[18446744073709551615, 1]', ['18446744073709551615', 1]],
    ['{"id":9007199254740991}', { id: 9007199254740991 }],
    ['{"text":"call 9007199254740993 now"}', { text: 'call 9007199254740993 now' }],
    [
      '{"text":"\\"9007199254740993","n":9007199254740995}',
      { text: '"9007199254740993', n: '9007199254740995' },
    ],
    ['{"price":12345678901234567.5}', { price: 12345678901234567.5 }],
    ['{"9007199254740993":1}', { '9007199254740993': 1 }],
    ['1234567890123456789', '1234567890123456789'],
  ])('reads %s without losing a digit', (text, expected) => {
    expect(parseJson(text)).toEqual(expected);
  });

  it('reads any other JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(!/\d{16}/.test(text));
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses truncated text', () => {
    expect(() => parseJson('{"id":9007199254740993,"text":"half')).toThrow(SyntaxError);
  });
});
