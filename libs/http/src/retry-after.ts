/** No platform counts over more than a day: what asks for more is a mistake, and would stop an account for good. */
export const longestWaitMs = 26 * 3_600_000;

/** Reads a Retry-After header, seconds or HTTP-date, of 26 hours at most; undefined when absent or senseless. */
export function parseRetryAfter(value: string | undefined, now: Date): Date | undefined {
  if (value === undefined) return undefined;
  const trimmed = value.trim();
  if (/^\d{1,9}$/.test(trimmed)) return later(now, Number(trimmed) * 1000);
  const at = Date.parse(trimmed);
  if (Number.isNaN(at) || !/[a-z]/i.test(trimmed)) return undefined;
  return later(now, Math.max(at - now.getTime(), 0));
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + Math.min(ms, longestWaitMs));
}
