import { SortKey } from './cursor.js';

const id = '0190a0b0-0000-7000-8000-000000000001';
const key = new SortKey('cases.open', ['integer', 'micros', 'id']);
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a cursor gives back what it was made of', () => {
  expect(key.read(key.write(['4', '1795331800123456', id]))).toEqual(['4', '1795331800123456', id]);
});

test.each([
  ['empty text', ''],
  ['no JSON', 'not-a-cursor'],
  ['a broken half of a pair', '\ud800'],
  ['another shape', encoded({ id })],
  ['the cursor of another list', encoded(['cases.closed', '4', '1', id])],
  ['too few parts', encoded(['cases.open', '4', '1'])],
  ['too many parts', encoded(['cases.open', '4', '1', id, id])],
  ['a number instead of text', encoded(['cases.open', 4, '1', id])],
  ['no id', encoded(['cases.open', '4', '1', 'x'])],
  ['a zero byte in an id', encoded(['cases.open', '4', '1', `${id}\u0000`])],
  ['a rank beyond any integer', encoded(['cases.open', '99999999999', '1', id])],
  ['a moment before all calendars', encoded(['cases.open', '4', '-300000000000000000', id])],
  ['a moment after all calendars', encoded(['cases.open', '4', '9223372036854775807', id])],
  ['more text than any cursor has', key.write(['4', '1', id.repeat(20)])],
])('a cursor that is %s is refused by name', (_what, cursor) => {
  const attempt = (): unknown => key.read(cursor);
  expect(attempt).toThrow(
    expect.objectContaining({ name: 'Fault', kind: 'invalid', code: 'bad_cursor' }) as Error,
  );
});

test('the last page has no cursor, and a full page with nothing after it neither', () => {
  const rows = [{ sort_key: ['1', '2', id] }, { sort_key: ['1', '3', id] }];
  expect(key.page(rows, 2, (row) => row)).toEqual({ items: rows });
  const { items, nextCursor } = key.page(rows, 1, (row) => row);
  expect(items).toEqual([rows[0]]);
  expect(key.read(nextCursor ?? '')).toEqual(['1', '2', id]);
});
