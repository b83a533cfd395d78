import { Fault } from '@heard/core';
import { readUsage, redact } from '@heard/http';
import { countOf, textOf, wireOf, type Wire } from './wire.js';

/** An answer of the Graph API with what is needed to judge it. */
export interface GraphFailure {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Wire;
}

const THROTTLE_CODES = new Set([4, 17, 32, 341, 613, 80001, 80002, 80006]);
const TOKEN_CODES = new Set([102, 190]);
const TOKEN_SUBCODES: Readonly<Record<number, readonly [code: string, words: string]>> = {
  458: ['app_removed', 'the app was removed from the account'],
  459: ['checkpoint', 'the platform wants the account owner to confirm a security check'],
  460: ['password_changed', 'the account owner changed the password'],
  463: ['token_expired', 'the access token has expired'],
  464: ['user_unconfirmed', 'the account is not confirmed'],
  467: ['token_invalid', 'the access token was revoked'],
  492: ['role_lost', 'the account lost its role on the page; another administrator must connect it'],
};
const DEFAULT_PAUSE_MS = 60_000;

/** Judges a failed Graph answer by its code, not by its status, and says what to do next. */
export function graphFault(failure: GraphFailure, now: Date, secrets: readonly string[]): Fault {
  const error = wireOf(failure.body['error']);
  const code = countOf(error['code']);
  const subcode = countOf(error['error_subcode']);
  const words = redact(textOf(error['message']) ?? `status ${failure.status}`, secrets).slice(0, 300);
  const message = `The platform answered ${code === 0 ? failure.status : `code ${code}`}: ${words}`;
  if (THROTTLE_CODES.has(code) || (failure.status === 429 && code === 0)) {
    return new Fault('throttled', message, { code: 'throttled', retryAt: regainAt(failure.headers, now) });
  }
  if (code === 1 && /reduce the amount of data/i.test(words))
    return new Fault('unavailable', message, { code: 'reduce_data' });
  if (code === 1 || code === 2 || error['is_transient'] === true) return new Fault('unavailable', message);
  if (TOKEN_CODES.has(code)) {
    const [name, plain] = TOKEN_SUBCODES[subcode] ?? ['token_invalid', 'the access token is not valid'];
    return new Fault('disconnected', `${message} (${plain})`, { code: name, missing: [plain] });
  }
  return lastingFault(code, subcode, failure.status, message);
}

function lastingFault(code: number, subcode: number, status: number, message: string): Fault {
  if (code === 3 || code === 10 || (code >= 200 && code <= 299)) {
    return new Fault('disconnected', message, { code: 'permission_missing' });
  }
  if (code === 18) return new Fault('rejected', message, { code: 'hashtags_spent' });
  if (code === 12) return new Fault('rejected', message, { code: 'deprecated' });
  if (code === 368) return new Fault('rejected', message, { code: 'policy_block' });
  if (code === 10_900) return new Fault('rejected', message, { code: 'answered_privately' });
  if (code === 506) return new Fault('rejected', message, { code: 'duplicate' });
  if (code === 803 || code === 24 || (code === 100 && subcode === 33)) return new Fault('missing', message);
  if (code === 100) return new Fault('bug', message, { code: 'bad_request' });
  if (code === 0 && (status >= 500 || status < 400)) return new Fault('unavailable', message);
  return new Fault('bug', message, { code: 'bad_request' });
}

/** When calls may go on, by the platform's own word; else in a minute. */
function regainAt(headers: Readonly<Record<string, string>>, now: Date): Date {
  const waits = readUsage(headers, now).map(({ waitMs = 0 }) => waitMs);
  return new Date(now.getTime() + (Math.max(0, ...waits) || DEFAULT_PAUSE_MS));
}
