import { longestWaitMs, parseRetryAfter } from './retry-after.js';

/** What an answer tells of the allowance of calls. */
export interface ToldUsage {
  /** Whom it is about: the app, the account, or whatever the call was counted against. */
  readonly of: 'app' | 'account' | 'call';
  /** The share of the allowance that is used, from 0; above 1 the platform refuses. */
  readonly used?: number;
  /** When calls may go on, from now. */
  readonly waitMs?: number;
}

type Headers = Readonly<Record<string, string>>;
type Wire = Readonly<Record<string, unknown>>;

/**
 * Reads every known way to tell of an allowance: X-App-Usage, X-Business-Use-Case-Usage (with its minutes to regain),
 * X-Page-Usage, X-RateLimit-* and its relatives, Retry-After in both forms. Moments become spans by the clock of the
 * answer itself, where it has one.
 */
export function readUsage(headers: Headers, receivedAt: Date): readonly ToldUsage[] {
  const now = platformTime(headers) ?? receivedAt;
  return [
    ...ofGraph(headers['x-app-usage'], 'app'),
    ...ofGraph(headers['x-business-use-case-usage'], 'account'),
    ...ofGraph(headers['x-page-usage'], 'account'),
    ...ofRateLimit(headers, now),
    ...ofRetryAfter(headers['retry-after'], now),
  ];
}

function platformTime(headers: Headers): Date | undefined {
  const at = Date.parse(headers['date'] ?? '');
  return Number.isNaN(at) ? undefined : new Date(at);
}

function ofGraph(header: string | undefined, of: 'app' | 'account'): ToldUsage[] {
  const entries = usageEntries(header);
  if (entries.length === 0) return [];
  const used = Math.max(0, ...entries.map(usedPercent)) / 100;
  const minutes = Math.max(0, ...entries.map((entry) => numberOf(entry['estimated_time_to_regain_access'])));
  // A time to regain access is told of an access that is lost, whatever the shares say.
  return [minutes > 0 ? { of, used: Math.max(1, used), waitMs: bounded(minutes * 60_000) } : { of, used }];
}

/** The highest of the shares that an entry tells, in percent; 0 when it tells none. */
function usedPercent(entry: Wire): number {
  return Math.max(...['call_count', 'total_time', 'total_cputime'].map((key) => numberOf(entry[key])));
}

function usageEntries(header: string | undefined): Wire[] {
  if (header === undefined) return [];
  const parsed = parsedHeader(header);
  const lists = Object.values(parsed).filter(Array.isArray);
  return lists.length > 0 ? lists.flat().map(wireOf) : [parsed];
}

function parsedHeader(header: string): Wire {
  try {
    return wireOf(JSON.parse(header.replaceAll("'", '"')));
  } catch {
    return {}; // A hint only: an unreadable one is as good as none.
  }
}

/** X-RateLimit-Limit, -Remaining and -Reset, with the names that others gave them. */
function ofRateLimit(headers: Headers, now: Date): ToldUsage[] {
  const told = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    const part = /^(?:x-)?rate-?limit-(?:resource-)?(limit|remaining|reset|retry|until)$/.exec(name)?.[1];
    if (part !== undefined) told.set(part, value.trim());
  }
  const [, hourly, hourlyLeft] = /hour-lim:(\d+).*hour-rem:(\d+)/.exec(headers['x-rate-limit'] ?? '') ?? [];
  const limit = countOf(told.get('limit') ?? hourly);
  const left = countOf(told.get('remaining') ?? hourlyLeft);
  const waitMs = spanOf(told.get('retry') ?? told.get('reset') ?? told.get('until'), now);
  const used = limit !== undefined && left !== undefined && limit > 0 ? 1 - left / limit : undefined;
  if (used !== undefined) return [{ of: 'call', used, ...(waitMs !== undefined && { waitMs }) }];
  const isSpent = left === 0 || (left === undefined && told.has('retry'));
  return isSpent && waitMs !== undefined ? [{ of: 'call', used: 1, waitMs }] : [];
}

function ofRetryAfter(header: string | undefined, now: Date): ToldUsage[] {
  const until = parseRetryAfter(header, now);
  return until === undefined ? [] : [{ of: 'call', used: 1, waitMs: until.getTime() - now.getTime() }];
}

/** Above this many, a moment is told in milliseconds. */
const mostSeconds = 100_000_000_000;

/** Seconds from now, seconds or milliseconds since 1970, or a date. */
function spanOf(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value !== '' && Number.isFinite(number)) {
    if (number <= 1_000_000_000) return bounded(number * 1_000);
    return bounded((number > mostSeconds ? number : number * 1_000) - now.getTime());
  }
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : bounded(at - now.getTime());
}

function bounded(waitMs: number): number {
  return Math.min(Math.max(0, waitMs), longestWaitMs);
}

function countOf(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,12}$/.test(value) ? Number(value) : undefined;
}

function numberOf(value: unknown): number {
  const number = Number(value ?? 0);
  return Number.isFinite(number) && number > 0 ? number : 0;
}

function wireOf(value: unknown): Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Wire) : {};
}
