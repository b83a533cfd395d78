import { graphFault } from './graph-faults.js';

const NOW = new Date('2026-11-22T10:00:00Z');

const CASES: readonly (readonly [object, number, string, string])[] = [
  [{ code: 1 }, 500, 'unavailable', 'unavailable'],
  [{ code: 1, message: 'Please reduce the amount of data' }, 500, 'unavailable', 'reduce_data'],
  [{ code: 2 }, 500, 'unavailable', 'unavailable'],
  [{ code: 100, is_transient: true }, 400, 'unavailable', 'unavailable'],
  [{ code: 3 }, 400, 'disconnected', 'permission_missing'],
  [{ code: 10 }, 403, 'disconnected', 'permission_missing'],
  [{ code: 200 }, 403, 'disconnected', 'permission_missing'],
  [{ code: 283 }, 400, 'disconnected', 'permission_missing'],
  [{ code: 299 }, 400, 'disconnected', 'permission_missing'],
  ...[4, 17, 32, 341, 613, 80001, 80002, 80006].map(
    (code) => [{ code }, 400, 'throttled', 'throttled'] as const,
  ),
  [{}, 429, 'throttled', 'throttled'],
  [{ code: 12 }, 400, 'rejected', 'deprecated'],
  [{ code: 100 }, 400, 'bug', 'bad_request'],
  [{ code: 100, error_subcode: 33 }, 400, 'missing', 'missing'],
  [{ code: 803 }, 404, 'missing', 'missing'],
  [{ code: 102 }, 400, 'disconnected', 'token_invalid'],
  [{ code: 190 }, 400, 'disconnected', 'token_invalid'],
  [{ code: 190, error_subcode: 460 }, 401, 'disconnected', 'password_changed'],
  [{ code: 190, error_subcode: 463 }, 401, 'disconnected', 'token_expired'],
  [{ code: 190, error_subcode: 492 }, 400, 'disconnected', 'role_lost'],
  [{ code: 368 }, 400, 'rejected', 'policy_block'],
  [{ code: 506 }, 400, 'rejected', 'duplicate'],
  [{ code: 1705 }, 400, 'bug', 'bad_request'],
  [{}, 503, 'unavailable', 'unavailable'],
];

describe('judging a Graph error', () => {
  it.each(CASES)('%j with status %i is %s, %s', (error, status, kind, code) => {
    const fault = graphFault({ status, headers: {}, body: { error } }, NOW, []);
    expect([fault.kind, fault.code]).toEqual([kind, code]);
  });

  const throttled = { status: 400, body: { error: { code: 80001 } } };

  it.each([
    [{}, '2026-11-22T10:01:00.000Z'],
    [{ 'retry-after': '30' }, '2026-11-22T10:00:30.000Z'],
    [{ 'retry-after': 'Sun, 22 Nov 2026 10:04:00 GMT' }, '2026-11-22T10:04:00.000Z'],
    [
      {
        'x-business-use-case-usage':
          '{"5":[{"type":"pages","call_count":100,"estimated_time_to_regain_access":12}]}',
      },
      '2026-11-22T10:12:00.000Z',
    ],
  ])('with %j is tried again at %s (P08)', (headers, expected) => {
    const fault = graphFault({ ...throttled, headers: headers as Record<string, string> }, NOW, []);
    expect(fault.retryAt?.toISOString()).toBe(expected);
  });

  it('shows no secret that the platform quotes back', () => {
    const error = { code: 190, message: 'Malformed access token EAABcanary' };
    const fault = graphFault({ status: 400, headers: {}, body: { error } }, NOW, ['EAABcanary']);
    expect(fault.message).toContain('Malformed access token ***');
  });
});
