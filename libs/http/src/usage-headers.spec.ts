import { readUsage } from './usage-headers.js';

const now = new Date('2026-11-22T10:00:00Z');
const minute = 60_000;

describe('what an answer tells of the allowance (P08)', () => {
  it.each([
    [{}, []],
    [{ 'x-app-usage': '{"call_count":28,"total_time":91,"total_cputime":25}' }, [{ of: 'app', used: 0.91 }]],
    [{ 'x-page-usage': "{'call_count':40}" }, [{ of: 'account', used: 0.4 }]],
    [{ 'x-app-usage': 'soon' }, [{ of: 'app', used: 0 }]],
    [
      {
        'x-business-use-case-usage': '{"5":[{"call_count":3},{"total_cputime":77}],"6":[{"call_count":12}]}',
      },
      [{ of: 'account', used: 0.77 }],
    ],
    [
      {
        'x-business-use-case-usage':
          '{"5":[{"type":"pages","call_count":98,"estimated_time_to_regain_access":12}]}',
      },
      [{ of: 'account', used: 1, waitMs: 12 * minute }],
    ],
    [{ 'retry-after': '30' }, [{ of: 'call', used: 1, waitMs: 30_000 }]],
    [{ 'retry-after': 'Sun, 22 Nov 2026 10:04:00 GMT' }, [{ of: 'call', used: 1, waitMs: 4 * minute }]],
    [{ 'retry-after': 'later' }, []],
    [
      { 'x-ratelimit-limit': '50', 'x-ratelimit-remaining': '20', 'x-ratelimit-reset': '60' },
      [{ of: 'call', used: 0.6, waitMs: minute }],
    ],
    [
      {
        'x-ratelimit-limit': '50',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(now.getTime() / 1000 + 90),
      },
      [{ of: 'call', used: 1, waitMs: 90_000 }],
    ],
    [
      {
        'x-ratelimit-resource-limit': '5000',
        'x-ratelimit-resource-remaining': '0',
        'x-ratelimit-resource-until': 'Sun, 22 Nov 2026 11:00:00 GMT',
      },
      [{ of: 'call', used: 1, waitMs: 60 * minute }],
    ],
    [{ 'x-ratelimit-retry': '7', 'x-ratelimit-limit': '6' }, [{ of: 'call', used: 1, waitMs: 7_000 }]],
    [{ 'x-ratelimit-remaining': '5' }, []],
    [{ 'x-rate-limit': 'user-hour-lim:3500;user-hour-rem:350;' }, [{ of: 'call', used: 0.9 }]],
  ])('%j', (headers, told) => {
    expect(readUsage(headers as unknown as Record<string, string>, now)).toEqual(told);
  });

  it.each([
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now.getTime() + 90_000) }, 90_000],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '999999999999999' }, 26 * 60 * minute],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2090-01-01T00:00:00Z' }, 26 * 60 * minute],
    [{ 'retry-after': '999999999' }, 26 * 60 * minute],
    [{ 'retry-after': 'Sun, 22 Nov 2099 09:01:00 GMT' }, 26 * 60 * minute],
    [{ 'x-app-usage': '{"call_count":100,"estimated_time_to_regain_access":9000000}' }, 26 * 60 * minute],
  ])('takes nothing of %j for a stop of more than a day', (headers, waitMs) => {
    const [told] = readUsage(headers as unknown as Record<string, string>, now);
    expect(told?.waitMs).toBe(waitMs);
  });

  it('reads a moment by the clock of whoever named it', () => {
    const headers = {
      date: 'Sun, 22 Nov 2026 09:00:00 GMT',
      'retry-after': 'Sun, 22 Nov 2026 09:01:00 GMT',
    };
    expect(readUsage(headers, now)).toEqual([{ of: 'call', used: 1, waitMs: minute }]);
  });
});
