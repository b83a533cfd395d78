import { Fault } from '@heard/core';
import { parseRetryAfter, redact } from '@heard/http';
import { textOf, wireOf, type Wire } from '../wire.js';

/** An answer of App Store Connect that is not a success. */
export interface AppStoreFailure {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Wire;
}

const WHERE = 'App Store Connect → Users and Access → Integrations → App Store Connect API';
const NEW_KEY = `A living key: this one was revoked, or its key id, issuer id and .p8 file do not belong together; see ${WHERE}`;
const NO_ROLE = `The role Customer Support or App Manager of the key, with access to this app; it is set in ${WHERE}, with a new key`;
const NO_WRITE = `The role Admin, App Manager or Customer Support of the key, to answer reviews; it is set in ${WHERE}, with a new key`;
const PAUSE_MS = 60_000;

/** Judges a failed answer by its status and code and says what to do next. */
export function appStoreFault(failure: AppStoreFailure, now: Date, secrets: readonly string[]): Fault {
  const { status, headers, body } = failure;
  const errors = Array.isArray(body['errors']) ? body['errors'].map(wireOf) : [];
  const [first = {}] = errors;
  const code = textOf(first['code']) ?? '';
  const words = redact(textOf(first['detail']) ?? textOf(first['title']) ?? 'no reason given', secrets);
  const message = `App Store Connect answered ${status} ${code}: ${words.slice(0, 300)}`;
  if (status === 401)
    return new Fault('disconnected', message, { code: 'token_invalid', missing: [NEW_KEY] });
  if (status === 429 || code === 'RATE_LIMIT_EXCEEDED') {
    const retryAt = parseRetryAfter(headers['retry-after'], now) ?? new Date(now.getTime() + PAUSE_MS);
    return new Fault('throttled', message, { retryAt });
  }
  if (status === 403)
    return new Fault('disconnected', message, { code: 'permission_missing', missing: [NO_ROLE] });
  if (status === 404) return new Fault('missing', message);
  if (status >= 500 || status < 400) return new Fault('unavailable', message);
  return new Fault('bug', message, { code: 'bad_request' });
}

/** A key that may not answer can still read: the answer is rejected, the source is not parked. So is a text that Apple does not take. */
export function whenAnswering(fault: Fault): Fault {
  if (fault.code === 'permission_missing')
    return new Fault('rejected', fault.message, { code: fault.code, missing: [NO_WRITE], cause: fault });
  if (fault.code === 'bad_request')
    return new Fault('rejected', fault.message, { code: 'not_taken', cause: fault });
  return fault;
}

/** The app is not there for this key: a person has to look. */
export function whenListing(fault: Fault): Fault {
  if (fault.kind !== 'missing') return fault;
  const missing = ['The app: there is none with this id, or the key belongs to another team'];
  return new Fault('disconnected', fault.message, { code: 'app_missing', missing, cause: fault });
}
