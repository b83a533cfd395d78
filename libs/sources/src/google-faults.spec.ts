import { googleFault, tokenFault } from './google-faults.js';

const WORDS = { reconnect: 'a living token', permission: ['the permission'], closed: 'the API' };

const NOW = new Date('2026-11-22T10:00:00Z');
const quotaZero = { error: { details: [{ metadata: { quota_limit_value: '0' } }] } };
const reasoned = (reason: string) => ({ error: { errors: [{ domain: 'usageLimits', reason }] } });
const disabled = { error: { status: 'PERMISSION_DENIED', details: [{ reason: 'SERVICE_DISABLED' }] } };

describe('judging an answer of Google', () => {
  it.each<[number, object, string, string]>([
    [401, {}, 'disconnected', 'token_invalid'],
    [
      403,
      { error: { message: 'The caller does not have permission' } },
      'disconnected',
      'permission_missing',
    ],
    [403, disabled, 'disconnected', 'access_not_approved'],
    [403, quotaZero, 'disconnected', 'access_not_approved'],
    [429, quotaZero, 'disconnected', 'access_not_approved'],
    [429, {}, 'throttled', 'throttled'],
    [403, reasoned('quotaExceeded'), 'throttled', 'throttled'],
    [403, reasoned('userRateLimitExceeded'), 'throttled', 'throttled'],
    [403, reasoned('accessNotConfigured'), 'disconnected', 'access_not_approved'],
    [403, reasoned('insufficientPermissions'), 'disconnected', 'permission_missing'],
    [404, {}, 'missing', 'missing'],
    [400, {}, 'bug', 'bad_request'],
    [302, {}, 'unavailable', 'unavailable'],
    [500, {}, 'unavailable', 'unavailable'],
    [503, {}, 'unavailable', 'unavailable'],
  ])('%i with %j is %s, %s', (status, body, kind, code) => {
    const fault = googleFault({ status, headers: {}, body: body as Record<string, unknown> }, WORDS, NOW, []);
    expect([fault.kind, fault.code]).toEqual([kind, code]);
  });

  it.each([
    [400, 'invalid_grant', 'token_revoked'],
    [401, 'invalid_client', 'client_invalid'],
  ])('at the token endpoint, %i %s is %s', (status, error, code) => {
    const fault = tokenFault({ status, headers: {}, body: { error } }, WORDS, NOW, []);
    expect([fault.kind, fault.code]).toEqual(['disconnected', code]);
  });

  it('names what is missing, and shows no secret', () => {
    const body = { error: { message: 'Invalid credentials Bearer ya29.secret' } };
    const fault = googleFault({ status: 403, headers: {}, body }, WORDS, NOW, ['ya29.secret']);
    expect(fault.missing).toEqual(['the permission', 'the API']);
    expect(fault.message).not.toContain('ya29.secret');
  });

  it('waits as long as it is told to, else a minute', () => {
    const at = (headers: Record<string, string>) =>
      googleFault({ status: 429, headers, body: {} }, WORDS, NOW, []).retryAt;
    expect(at({ 'retry-after': '5' })).toEqual(new Date(NOW.getTime() + 5000));
    expect(at({})).toEqual(new Date(NOW.getTime() + 60_000));
  });
});
