import { ozonFault } from './ozon.faults.js';

const NOW = new Date('2026-11-22T10:00:00Z');

describe('judging an answer of Ozon', () => {
  it.each<[number, object, string, string]>([
    [401, {}, 'disconnected', 'token_invalid'],
    [
      400,
      { code: 16, message: 'Client-Id and Api-Key headers are required' },
      'disconnected',
      'token_invalid',
    ],
    [403, { code: 7, message: 'Api-Key is deactivated, use another one' }, 'disconnected', 'token_invalid'],
    [403, { code: 7, message: 'Invalid Api-Key, please contact support' }, 'disconnected', 'token_invalid'],
    [403, { code: 7, message: 'Api-key is missing a required role' }, 'disconnected', 'permission_missing'],
    [403, { code: 7, message: 'Available for subscription only' }, 'disconnected', 'plan_missing'],
    [403, {}, 'disconnected', 'plan_missing'],
    [404, { code: 5 }, 'missing', 'missing'],
    [429, { code: 8 }, 'throttled', 'throttled'],
    [400, { code: 3 }, 'bug', 'bad_request'],
    [409, {}, 'unavailable', 'unavailable'],
    [302, {}, 'unavailable', 'unavailable'],
    [500, { code: 13, details: 'text, for once' }, 'unavailable', 'unavailable'],
  ])('%i with %j is %s, %s', (status, body, kind, code) => {
    const fault = ozonFault({ status, headers: {}, body: body as Record<string, unknown> }, NOW, []);
    expect([fault.kind, fault.code]).toEqual([kind, code]);
  });

  it('waits as long as it is told to, else a minute', () => {
    const at = (headers: Record<string, string>) =>
      ozonFault({ status: 429, headers, body: {} }, NOW, []).retryAt;
    expect(at({ 'retry-after': '5' })).toEqual(new Date(NOW.getTime() + 5_000));
    expect(at({})).toEqual(new Date(NOW.getTime() + 60_000));
  });

  it('quotes the reason without the key', () => {
    const body = { message: 'Invalid Api-Key abc-def' };
    expect(ozonFault({ status: 403, headers: {}, body }, NOW, ['abc-def']).message).not.toContain('abc-def');
  });
});
