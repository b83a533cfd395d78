import { wildberriesFault } from './wildberries.faults.js';

const NOW = new Date('2026-11-22T10:00:00Z');

describe('judging an answer of Wildberries', () => {
  it.each<[number, string, string]>([
    [401, 'disconnected', 'token_invalid'],
    [403, 'disconnected', 'permission_missing'],
    [404, 'missing', 'missing'],
    [422, 'missing', 'missing'],
    [429, 'throttled', 'throttled'],
    [400, 'bug', 'bad_request'],
    [200, 'unavailable', 'unavailable'],
    [302, 'unavailable', 'unavailable'],
    [500, 'unavailable', 'unavailable'],
    [504, 'unavailable', 'unavailable'],
  ])('%i is %s, %s', (status, kind, code) => {
    const fault = wildberriesFault({ status, headers: {}, body: {} }, NOW, []);
    expect([fault.kind, fault.code]).toEqual([kind, code]);
  });

  it.each<[Record<string, string>, number]>([
    [{ 'x-ratelimit-retry': '720', 'x-ratelimit-reset': '800' }, 720],
    [{ 'x-ratelimit-reset': '800' }, 800],
    [{ 'retry-after': '5' }, 5],
    [{}, 60],
  ])('with %j waits %i seconds', (headers, seconds) => {
    const fault = wildberriesFault({ status: 429, headers, body: {} }, NOW, []);
    expect(fault.retryAt).toEqual(new Date(NOW.getTime() + seconds * 1000));
  });

  it('quotes the reason without the token', () => {
    const body = { detail: 'token problem; abc.def.ghi is expired' };
    expect(wildberriesFault({ status: 401, headers: {}, body }, NOW, ['abc.def.ghi']).message).toBe(
      'Wildberries answered 401: token problem; *** is expired',
    );
  });
});
