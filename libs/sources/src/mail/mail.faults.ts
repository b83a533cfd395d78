import { Fault } from '@heard/core';
import { redact } from '@heard/http';

const PAUSE_MS = 5 * 60_000;
const SIGN_IN =
  'Access to the mailbox: its server does not take the name and password; many servers want a password for applications, and IMAP switched on in the settings of the mailbox';
const FOLDER =
  'The folder: the mailbox has none of this name, or the account may not read it; the name is under Sources';

/** What the library says of an error. */
interface ImapError {
  readonly message?: string;
  readonly code?: string;
  readonly authenticationFailed?: boolean;
  readonly serverResponseCode?: string;
  readonly responseStatus?: string;
  readonly mailboxMissing?: boolean;
  readonly throttleReset?: number;
}

const busy = new Set(['LIMIT', 'THROTTLED', 'OVERQUOTA', 'INUSE']);

/** What an error on the way to a mailbox means; servers repeat what they were given, so their words are not kept. */
export function mailFault(error: unknown, at: 'connecting' | 'reading', now: Date): Fault {
  const { code = '', serverResponseCode: said = '', ...is } = error as ImapError;
  if (code === 'ETHROTTLE' || busy.has(said)) {
    const retryAt = new Date(now.getTime() + Math.max(PAUSE_MS, is.throttleReset ?? 0));
    return new Fault('throttled', 'The mail server asks for a rest', { retryAt });
  }
  if (is.authenticationFailed === true && said !== 'UNAVAILABLE') {
    return new Fault('disconnected', 'The mail server refused the name and password', {
      code: 'token_invalid',
      missing: [SIGN_IN],
    });
  }
  if (is.mailboxMissing === true || (at === 'reading' && ['NOPERM', 'NONEXISTENT'].includes(said))) {
    return new Fault('disconnected', 'The folder cannot be read', {
      code: 'permission_missing',
      missing: [FOLDER],
    });
  }
  const name = redact(code || said || 'network').slice(0, 60);
  return new Fault('unavailable', `The mail server does not answer as it should (${name})`, {
    code: 'mail_server',
  });
}
