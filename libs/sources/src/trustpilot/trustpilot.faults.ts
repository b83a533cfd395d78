import { Fault } from '@heard/core';
import { parseRetryAfter, redact } from '@heard/http';
import { textOf, wireOf, type Wire } from '../wire.js';

/** An answer of Trustpilot that is not a success. */
export interface TrustpilotFailure {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Wire;
}

const WHERE = 'Trustpilot Business → Integrations → Developers → APIs';
const NEW_KEY = `A living API key and secret: these were revoked or do not belong together; see ${WHERE}`;
const NO_ACCESS = `Access of the API key to this business unit, in a plan with the API module; see ${WHERE}`;
const NO_USER = `Business user id, to answer as: fill it in at this source; the id is in the address of the person's page in Trustpilot Business → Account settings → Users`;
const PAUSE_MS = 60_000;

/** Judges a failed answer by its status and says what to do next; the gateway and the service word errors differently. */
export function trustpilotFault(failure: TrustpilotFailure, now: Date, secrets: readonly string[]): Fault {
  const { status, headers, body } = failure;
  const said =
    textOf(wireOf(body['fault'])['faultstring']) ??
    textOf(body['Error']) ??
    textOf(body['message']) ??
    'no reason given';
  const message = `Trustpilot answered ${status}: ${redact(said, secrets).slice(0, 300)}`;
  if (status === 401)
    return new Fault('disconnected', message, { code: 'token_invalid', missing: [NEW_KEY] });
  if (status === 403)
    return new Fault('disconnected', message, { code: 'permission_missing', missing: [NO_ACCESS] });
  if (status === 429) {
    const retryAt = parseRetryAfter(headers['retry-after'], now) ?? new Date(now.getTime() + PAUSE_MS);
    return new Fault('throttled', message, { retryAt });
  }
  if (status === 404) return new Fault('missing', message);
  if (status >= 500 || status < 400) return new Fault('unavailable', message);
  return new Fault('bug', message, { code: 'bad_request' });
}

/** Who may not answer can still read: the answer is rejected, the source is not parked. So is a text that is not taken. */
export function whenAnswering(fault: Fault): Fault {
  if (fault.code === 'permission_missing')
    return new Fault('rejected', fault.message, { code: fault.code, missing: fault.missing, cause: fault });
  if (fault.code === 'bad_request')
    return new Fault('rejected', fault.message, { code: 'not_taken', cause: fault });
  return fault;
}

/** Nobody is named to answer as. */
export function nobodyToAnswerAs(): Fault {
  const words = 'Trustpilot wants to know in whose name it is answered';
  return new Fault('rejected', words, { code: 'business_user_missing', missing: [NO_USER] });
}

/** The business unit is not there for this key: a person has to look. */
export function whenListing(fault: Fault): Fault {
  if (fault.kind !== 'missing') return fault;
  const missing = ['The business unit: there is none with this id'];
  return new Fault('disconnected', fault.message, { code: 'business_unit_missing', missing, cause: fault });
}
