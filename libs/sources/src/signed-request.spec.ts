import { createHmac } from 'node:crypto';
import { personOfSignedRequest } from './signed-request.js';

const secret = 'the secret of the app';
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (payload: string, by = secret): string =>
  `${createHmac('sha256', by).update(payload).digest('base64url')}.${payload}`;
const asked = { algorithm: 'HMAC-SHA256', issued_at: 1795255031, user_id: '218471' };

test('names the person whom the platform signed for', () => {
  expect(personOfSignedRequest(signed(part(asked)), secret)).toBe('218471');
});

test('keeps every digit of an id that came as a number', () => {
  const payload = Buffer.from('{"algorithm":"HMAC-SHA256","user_id":9007199254740993}').toString('base64url');
  expect(personOfSignedRequest(signed(payload), secret)).toBe('9007199254740993');
});

test.each([
  ['signed by somebody else', signed(part(asked), 'another secret')],
  ['signed for another person', `${signed(part(asked)).split('.')[0]}.${part({ ...asked, user_id: '1' })}`],
  ['signed in another way', signed(part({ ...asked, algorithm: 'none' }))],
  ['of nobody', signed(part({ algorithm: 'HMAC-SHA256' }))],
  ['no JSON', signed(Buffer.from('{').toString('base64url'))],
  ['without a signature', `.${part(asked)}`],
  ['in three parts', `${signed(part(asked))}.x`],
  ['empty', ''],
])('is not taken when it is %s', (_name, given) => {
  expect(personOfSignedRequest(given, secret)).toBeUndefined();
});
