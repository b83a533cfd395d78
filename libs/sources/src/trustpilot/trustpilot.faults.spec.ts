import { trustpilotFault, whenAnswering } from './trustpilot.faults.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const apigee = {
  fault: { faultstring: 'Invalid ApiKey key-1', detail: { errorcode: 'oauth.v2.InvalidApiKey' } },
};

const judge = (status: number, body: object = {}, headers: Record<string, string> = {}) =>
  trustpilotFault({ status, headers, body: body as Record<string, unknown> }, NOW, ['key-1']);

describe('judging an answer of Trustpilot', () => {
  it.each<[number, object, string, string]>([
    [401, apigee, 'disconnected', 'token_invalid'],
    [403, { message: 'not yours' }, 'disconnected', 'permission_missing'],
    [400, { ErrorCode: 1001, Error: 'perPage' }, 'bug', 'bad_request'],
    [404, {}, 'missing', 'missing'],
    [429, {}, 'throttled', 'throttled'],
    [302, {}, 'unavailable', 'unavailable'],
    [500, {}, 'unavailable', 'unavailable'],
    [503, {}, 'unavailable', 'unavailable'],
  ])('%i with %j is %s, %s', (status, body, kind, code) => {
    const fault = judge(status, body);
    expect([fault.kind, fault.code]).toEqual([kind, code]);
  });

  it('reads the words of gateway and service, and shows no secret', () => {
    expect(judge(401, apigee).message).toBe('Trustpilot answered 401: Invalid ApiKey ***');
    expect(judge(400, { Error: 'perPage' }).message).toContain('perPage');
  });

  it('waits as long as it is told to, else a minute (P08)', () => {
    expect(judge(429, {}, { 'retry-after': '9' }).retryAt).toEqual(new Date(NOW.getTime() + 9_000));
    expect(judge(429).retryAt).toEqual(new Date(NOW.getTime() + 60_000));
  });

  it('rejects an answer that is not allowed or not taken, and parks nothing', () => {
    expect(whenAnswering(judge(403)).kind).toBe('rejected');
    expect(whenAnswering(judge(400)).kind).toBe('rejected');
    expect(whenAnswering(judge(401)).kind).toBe('disconnected');
  });
});
