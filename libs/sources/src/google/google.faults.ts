import { Fault } from '@heard/core';
import { parseRetryAfter, redact } from '@heard/http';
import { textOf, wireOf, type Wire } from '../wire.js';

/** An answer of a Google API that is not a success. */
export interface GoogleFailure {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Wire;
}

const NOT_APPROVED =
  'API access not approved: ask for it with the request form of the Google Business Profile API; the quota is 0 until it is granted';
const NO_PERMISSION =
  'Permission business.manage for this location: connect with a Google account that manages it and tick the permission';
const RECONNECT = 'A living refresh token: this one was revoked or has expired; connect the account again';
const PAUSE_MS = 60_000;

/** Judges a failed answer by its status and says what to do next. */
export function googleFault(failure: GoogleFailure, now: Date, secrets: readonly string[]): Fault {
  const { status, headers, body } = failure;
  const error = wireOf(body['error']);
  const words = redact(textOf(error['message']) ?? textOf(body['error']) ?? 'no reason given', secrets).slice(
    0,
    300,
  );
  const message = `Google answered ${status}: ${words}`;
  if (status === 403 || (status === 429 && isQuotaZero(body))) return forbidden(body, words, message);
  if (status === 429) {
    const retryAt = parseRetryAfter(headers['retry-after'], now) ?? new Date(now.getTime() + PAUSE_MS);
    return new Fault('throttled', message, { retryAt });
  }
  if (status === 401)
    return new Fault('disconnected', message, { code: 'token_invalid', missing: [RECONNECT] });
  if (status === 404) return new Fault('missing', message);
  if (status >= 500 || status < 400) return new Fault('unavailable', message);
  return new Fault('bug', message, { code: 'bad_request' });
}

/** Judges a failed answer of the token endpoint. */
export function tokenFault(failure: GoogleFailure, now: Date, secrets: readonly string[]): Fault {
  const reason = textOf(failure.body['error']);
  if (reason === 'invalid_grant') {
    return new Fault('disconnected', 'Google refused the refresh token', {
      code: 'token_revoked',
      missing: [RECONNECT],
    });
  }
  if (reason === 'invalid_client' || reason === 'unauthorized_client') {
    const missing = ['The client id and client secret of the app that made the refresh token'];
    return new Fault('disconnected', 'Google does not know the client id or secret', {
      code: 'client_invalid',
      missing,
    });
  }
  return googleFault(failure, now, secrets);
}

function forbidden(body: Wire, words: string, message: string): Fault {
  const reasons = JSON.stringify(wireOf(body['error'])['details'] ?? '');
  const isClosed =
    isQuotaZero(body) ||
    /SERVICE_DISABLED|ACCESS_TOKEN_SCOPE/.test(reasons) ||
    /has not been used|disabled/i.test(words);
  if (isClosed)
    return new Fault('disconnected', message, { code: 'access_not_approved', missing: [NOT_APPROVED] });
  return new Fault('disconnected', message, {
    code: 'permission_missing',
    missing: [NO_PERMISSION, NOT_APPROVED],
  });
}

function isQuotaZero(body: Wire): boolean {
  return /"quota_limit_value":"?0"?[,}]/.test(JSON.stringify(body));
}
