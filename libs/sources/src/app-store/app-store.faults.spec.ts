import { appStoreFault, whenAnswering } from './app-store.faults.js';

const NOW = new Date('2026-11-22T10:00:00Z');

const judge = (status: number, code = '', headers: Record<string, string> = {}) =>
  appStoreFault({ status, headers, body: { errors: [{ code, detail: 'words' }] } }, NOW, []);

describe('judging an answer of App Store Connect', () => {
  it.each([
    [401, 'NOT_AUTHORIZED', 'disconnected', 'token_invalid'],
    [403, 'FORBIDDEN_ERROR', 'disconnected', 'permission_missing'],
    [404, 'NOT_FOUND', 'missing', 'missing'],
    [409, 'ENTITY_ERROR', 'bug', 'bad_request'],
    [422, 'ENTITY_UNPROCESSABLE', 'bug', 'bad_request'],
    [400, 'PARAMETER_ERROR.INVALID', 'bug', 'bad_request'],
    [429, 'RATE_LIMIT_EXCEEDED', 'throttled', 'throttled'],
    [302, '', 'unavailable', 'unavailable'],
    [500, 'UNEXPECTED_ERROR', 'unavailable', 'unavailable'],
    [503, '', 'unavailable', 'unavailable'],
  ])('%i %s is %s, %s', (status, code, kind, faultCode) => {
    const fault = judge(status, code);
    expect([fault.kind, fault.code]).toEqual([kind, faultCode]);
  });

  it('waits as long as it is told to, else a minute (P08)', () => {
    expect(judge(429, '', { 'retry-after': '7' }).retryAt).toEqual(new Date(NOW.getTime() + 7_000));
    expect(judge(429).retryAt).toEqual(new Date(NOW.getTime() + 60_000));
  });

  it('rejects an answer that Apple does not take, and parks nothing', () => {
    expect(whenAnswering(judge(409)).kind).toBe('rejected');
    expect(whenAnswering(judge(403)).kind).toBe('rejected');
    expect(whenAnswering(judge(401)).kind).toBe('disconnected');
  });
});
