import { pacificMidnight, youtubeFault } from './youtube.faults.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const judge = (status: number, reason: string) =>
  youtubeFault({ status, headers: {}, body: { error: { errors: [{ reason }] } } }, NOW);

describe('judging an answer of YouTube', () => {
  it.each([
    [403, 'quotaExceeded', 'throttled', 'quota_spent'],
    [403, 'dailyLimitExceeded', 'throttled', 'quota_spent'],
    [403, 'commentsDisabled', 'rejected', 'comments_disabled'],
    [400, 'keyInvalid', 'disconnected', 'key_invalid'],
    [400, 'API_KEY_INVALID', 'disconnected', 'key_invalid'],
    [400, 'processingFailure', 'unavailable', 'processing_failure'],
  ])('%i %s is %s, %s', (status, reason, kind, code) => {
    expect(judge(status, reason)).toMatchObject({ kind, code });
  });

  it.each([
    [403, 'rateLimitExceeded'],
    [404, 'videoNotFound'],
    [401, 'authError'],
    [500, 'quotaExceeded'],
  ])('leaves %i %s to the common judgement', (status, reason) => {
    expect(judge(status, reason)).toBeUndefined();
  });

  it.each([
    ['in winter', '2026-11-22T10:00:00Z', '2026-11-23T08:00:00Z'],
    ['in summer', '2026-07-22T10:00:00Z', '2026-07-23T07:00:00Z'],
    ['just before it', '2026-11-22T07:59:59Z', '2026-11-22T08:00:00Z'],
    ['at midnight itself', '2026-11-22T08:00:00Z', '2026-11-23T08:00:00Z'],
    ['on the day that has 23 hours', '2026-03-08T09:00:00Z', '2026-03-09T07:00:00Z'],
    ['on the day that has 25 hours', '2026-11-01T08:00:00Z', '2026-11-02T08:00:00Z'],
  ])('knows midnight in California %s', (_, now, midnight) => {
    expect(pacificMidnight(new Date(now))).toEqual(new Date(midnight));
  });
});
