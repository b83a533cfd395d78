import { Fault } from '@heard/core';
import { parseRetryAfter, redact } from '@heard/http';
import { textOf, wireOf, type Wire } from './wire.js';

/** An answer of a Google API that is not a success. */
export interface GoogleFailure {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Wire;
}

/** What a person has to mend at one of Google's APIs, in plain words. */
export interface GoogleWords {
  /** The access itself has ended. */
  readonly reconnect: string;
  /** The account may not do this. */
  readonly permission: readonly string[];
  /** The API is not open to the project. */
  readonly closed: string;
}

const CLIENT = 'The client id and client secret of the app that made the refresh token';
const PAUSE_MS = 60_000;
const SPENT = new Set([
  'quotaExceeded',
  'dailyLimitExceeded',
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'RATE_LIMIT_EXCEEDED',
]);
const CLOSED = new Set(['SERVICE_DISABLED', 'accessNotConfigured', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT']);

/** Judges a failed answer by its status and reasons and says what to do next. */
export function googleFault(
  failure: GoogleFailure,
  words: GoogleWords,
  now: Date,
  secrets: readonly string[],
): Fault {
  const { status, headers, body } = failure;
  const said = saidBy(body, secrets);
  const message = `Google answered ${status}: ${said}`;
  const reasons = reasonsOf(body);
  const isSpent = status === 429 || (status === 403 && reasons.some((reason) => SPENT.has(reason)));
  if (isSpent && !isQuotaZero(body)) {
    const retryAt = parseRetryAfter(headers['retry-after'], now) ?? new Date(now.getTime() + PAUSE_MS);
    return new Fault('throttled', message, { retryAt });
  }
  if (status === 403 || isSpent) {
    const isClosed =
      isQuotaZero(body) ||
      reasons.some((reason) => CLOSED.has(reason)) ||
      /has not been used|disabled/i.test(said);
    return isClosed
      ? new Fault('disconnected', message, { code: 'access_not_approved', missing: [words.closed] })
      : new Fault('disconnected', message, {
          code: 'permission_missing',
          missing: [...words.permission, words.closed],
        });
  }
  if (status === 401)
    return new Fault('disconnected', message, { code: 'token_invalid', missing: [words.reconnect] });
  if (status === 404) return new Fault('missing', message);
  if (status >= 500 || status < 400) return new Fault('unavailable', message);
  return new Fault('bug', message, { code: 'bad_request' });
}

/** Judges a failed answer of the token endpoint. */
export function tokenFault(
  failure: GoogleFailure,
  words: GoogleWords,
  now: Date,
  secrets: readonly string[],
): Fault {
  const reason = textOf(failure.body['error']);
  if (reason === 'invalid_grant') {
    return new Fault('disconnected', 'Google refused what the access token is made of', {
      code: 'token_revoked',
      missing: [words.reconnect],
    });
  }
  if (reason === 'invalid_client' || reason === 'unauthorized_client') {
    return new Fault('disconnected', 'Google does not know the client id or secret', {
      code: 'client_invalid',
      missing: [CLIENT],
    });
  }
  return googleFault(failure, words, now, secrets);
}

/** Every reason an error of a Google API names, in its old form and its new one. */
export function reasonsOf(body: Wire): string[] {
  const error = wireOf(body['error']);
  return [error['errors'], error['details']]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((entry) => textOf(wireOf(entry)['reason']))
    .filter((reason) => reason !== undefined);
}

function saidBy(body: Wire, secrets: readonly string[]): string {
  const said = textOf(wireOf(body['error'])['message']) ?? textOf(body['error']) ?? 'no reason given';
  return redact(said, secrets).slice(0, 300);
}

function isQuotaZero(body: Wire): boolean {
  return /"quota_limit_value":"?0"?[,}]/.test(JSON.stringify(body));
}
