import { yandexMarketFault } from './yandex-market.faults.js';

const NOW = new Date('2026-11-22T10:00:00Z');

describe('judging an answer of Yandex Market', () => {
  it.each<[number, string, string]>([
    [401, 'disconnected', 'token_invalid'],
    [403, 'disconnected', 'permission_missing'],
    [404, 'missing', 'missing'],
    [420, 'throttled', 'throttled'],
    [429, 'throttled', 'throttled'],
    [423, 'unavailable', 'unavailable'],
    [400, 'bug', 'bad_request'],
    [200, 'unavailable', 'unavailable'],
    [302, 'unavailable', 'unavailable'],
    [503, 'unavailable', 'unavailable'],
  ])('%i is %s, %s', (status, kind, code) => {
    const fault = yandexMarketFault({ status, headers: {}, body: {} }, NOW, []);
    expect([fault.kind, fault.code]).toEqual([kind, code]);
  });

  it.each<[Record<string, string>, string]>([
    [{ 'x-ratelimit-resource-until': 'Sun, 22 Nov 2026 10:59:00 GMT' }, '2026-11-22T10:59:00.000Z'],
    [{ 'x-ratelimit-resource-until': '2026-11-22T13:59:00+03:00' }, '2026-11-22T10:59:00.000Z'],
    [{ 'x-ratelimit-resource-until': '2026-11-22T09:00:00Z' }, '2026-11-22T10:01:00.000Z'],
    [{ 'retry-after': '5' }, '2026-11-22T10:00:05.000Z'],
    [{}, '2026-11-22T10:01:00.000Z'],
  ])('with %j goes on at %s', (headers, at) => {
    expect(yandexMarketFault({ status: 420, headers, body: {} }, NOW, []).retryAt?.toISOString()).toBe(at);
  });

  it('quotes the reason without the key', () => {
    const body = { errors: [{ code: 'UNAUTHORIZED', message: 'ACMA:abc is not valid' }] };
    const { message } = yandexMarketFault({ status: 401, headers: {}, body }, NOW, ['ACMA:abc']);
    expect(message).toBe('Yandex Market answered 401: UNAUTHORIZED: *** is not valid');
  });
});
