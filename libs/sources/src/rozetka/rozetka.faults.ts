import { Fault } from '@heard/core';
import { parseRetryAfter, redact } from '@heard/http';
import { countOf, textOf, wireOf, type Wire } from '../wire.js';

/** An answer of Rozetka that is not a success; most come with status 200. */
export interface RozetkaFailure {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Wire;
}

const RECONNECT =
  'A login and password that Rozetka takes: check them at seller.rozetka.com.ua, and that the manager is not blocked';
const NO_RIGHT =
  'The right to reviews and comments for this manager: the owner gives it at seller.rozetka.com.ua, «Налаштування», «Менеджери»';
const PAUSE_MS = 60_000;

/** Judges a failed answer by its code, or its status where it has none. */
export function rozetkaFault(
  { status, headers, body }: RozetkaFailure,
  now: Date,
  secrets: readonly string[],
): Fault {
  const errors = wireOf(body['errors']);
  const code = countOf(errors['code']);
  const words = redact(textOf(errors['message']) ?? 'no reason given', secrets).slice(0, 300);
  const message = `Rozetka answered ${status}, code ${code}: ${words}`;
  switch (meaningOf(status, code)) {
    case 'session':
      return new Fault('disconnected', message, { code: 'token_invalid', missing: [RECONNECT] });
    case 'password':
      return new Fault('disconnected', message, { code: 'credentials_invalid', missing: [RECONNECT] });
    case 'right':
      return new Fault('disconnected', message, { code: 'permission_missing', missing: [NO_RIGHT] });
    case 'missing':
      return new Fault('missing', message);
    case 'throttled':
      return new Fault('throttled', message, {
        retryAt: parseRetryAfter(headers['retry-after'], now) ?? new Date(now.getTime() + PAUSE_MS),
      });
    case 'down':
      return new Fault('unavailable', message);
    case 'bug':
      return new Fault('bug', message, { code: 'bad_request' });
  }
}

type Meaning = 'session' | 'password' | 'right' | 'missing' | 'throttled' | 'down' | 'bug';

const BY_CODE: ReadonlyMap<number, Meaning> = new Map([
  [1010, 'right'],
  [1018, 'session'],
  [1020, 'session'],
  [6001, 'session'],
  [5401, 'password'],
  [5403, 'right'],
  [5404, 'missing'],
  [5429, 'throttled'],
]);
const BY_STATUS: ReadonlyMap<number, Meaning> = new Map([
  [401, 'session'],
  [403, 'right'],
  [404, 'missing'],
  [429, 'throttled'],
]);

function meaningOf(status: number, code: number): Meaning {
  const known = BY_CODE.get(code) ?? BY_STATUS.get(status);
  if (known !== undefined) return known;
  // Its own codes from 5500 on are statuses of servers with a five before them; 5503 is maintenance.
  if (code >= 5500 && code < 5600) return 'down';
  return status >= 500 || (status >= 300 && status < 400) ? 'down' : 'bug';
}
