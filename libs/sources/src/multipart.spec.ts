import { multipartFields, multipartOf } from './multipart.js';

describe('a form of several parts', () => {
  it('carries texts as they are', () => {
    const fields = { sign: '1:a:b', message: 'Перезвоним "завтра"\r\n\r\n--\r\nЛавка\r\n' };
    const { type, body } = multipartOf(fields);
    expect(multipartFields(type, body)).toEqual(fields);
  });

  it('cannot be closed by what a text says', () => {
    const first = multipartOf({ message: 'x' });
    const boundary = /boundary=(.*)$/.exec(first.type)?.[1] ?? '';
    const message = `--${boundary}--\r\ncontent-disposition: form-data; name="replySign"\r\n\r\nother`;
    const { type, body } = multipartOf({ message });
    expect(multipartFields(type, body)).toEqual({ message });
  });

  it('holds nothing when its type names no boundary', () => {
    expect(multipartFields('multipart/form-data', 'x')).toEqual({});
  });
});
