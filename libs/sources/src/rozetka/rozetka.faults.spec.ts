import { rozetkaFault } from './rozetka.faults.js';

const NOW = new Date('2026-11-22T10:00:00Z');

describe('judging an answer of Rozetka', () => {
  it.each<[number, number, string, string]>([
    [200, 1010, 'disconnected', 'permission_missing'],
    [200, 5403, 'disconnected', 'permission_missing'],
    [200, 1018, 'disconnected', 'token_invalid'],
    [200, 1020, 'disconnected', 'token_invalid'],
    [200, 6001, 'disconnected', 'token_invalid'],
    [200, 5401, 'disconnected', 'credentials_invalid'],
    [200, 5404, 'missing', 'missing'],
    [200, 5503, 'unavailable', 'unavailable'],
    [200, 5500, 'unavailable', 'unavailable'],
    [200, 1001, 'bug', 'bad_request'],
    [401, 0, 'disconnected', 'token_invalid'],
    [404, 0, 'missing', 'missing'],
    [429, 0, 'throttled', 'throttled'],
    [302, 0, 'unavailable', 'unavailable'],
    [502, 0, 'unavailable', 'unavailable'],
  ])('status %i with code %i is %s, %s', (status, code, kind, expected) => {
    const body = { success: false, errors: { message: 'x', code } };
    const fault = rozetkaFault({ status, headers: {}, body }, NOW, []);
    expect([fault.kind, fault.code]).toEqual([kind, expected]);
  });

  it('waits as long as it is told to, else a minute', () => {
    const at = (headers: Record<string, string>) =>
      rozetkaFault({ status: 429, headers, body: {} }, NOW, []).retryAt;
    expect(at({ 'retry-after': '5' })).toEqual(new Date(NOW.getTime() + 5_000));
    expect(at({})).toEqual(new Date(NOW.getTime() + 60_000));
  });
});
