import { describeUrl, redact } from './redact.js';
import { parseRetryAfter } from './retry-after.js';

describe('redact', () => {
  it.each([
    ['GET /feed?access_token=EAAB123&limit=1', 'GET /feed?access_token=***&limit=1'],
    ['Authorization: Bearer EAAB.1-2_3', 'Authorization: Bearer ***'],
    ['{"refresh_token":"1//abc"}', '{"refresh_token":"***"}'],
    ['https://api.telegram.org/bot12:AA-bb/getMe', 'https://api.telegram.org/bot***/getMe'],
  ])('masks what looks like a secret in %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it('masks the given secrets wherever they stand, encoded too', () => {
    expect(redact('Malformed token a|b and a%7Cb', ['a|b'])).toBe('Malformed token *** and ***');
  });
});

describe('describeUrl', () => {
  it('shows neither query, fragment nor password', () => {
    expect(describeUrl('https://u:p@x.example/v26.0/1/feed?access_token=T#f')).toBe(
      'https://x.example/v26.0/1/feed',
    );
  });
});

describe('parseRetryAfter', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  it.each([
    ['120', '2026-11-22T10:02:00.000Z'],
    ['Sun, 22 Nov 2026 10:05:00 GMT', '2026-11-22T10:05:00.000Z'],
    ['Sun, 22 Nov 2026 09:00:00 GMT', '2026-11-22T10:00:00.000Z'],
  ])('reads %s', (value, expected) => {
    expect(parseRetryAfter(value, now)?.toISOString()).toBe(expected);
  });

  it.each([undefined, '', 'soon', '-5'])('ignores %s', (value) => {
    expect(parseRetryAfter(value, now)).toBeUndefined();
  });
});
