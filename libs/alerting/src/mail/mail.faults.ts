import { Fault } from '@heard/core';

interface SmtpError {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly message?: unknown;
}

/** Why no letter can be sent at all, for now. */
export function noMailServer(): Fault {
  return new Fault('unavailable', 'no mail server is set (HEARD_SMTP_URL)', { code: 'no_mail_server' });
}

/** What an address means that is none: nothing will ever be delivered there. */
export function unusableAddress(): Fault {
  return new Fault('rejected', 'the address of the person is not an e-mail address', { code: 'bad_address' });
}

/** What a failure to send means. The original is not kept: servers repeat addresses and, some of them, passwords. */
export function faultOfSmtp(error: unknown): Fault {
  const { code, responseCode, response, message } = (error ?? {}) as SmtpError;
  if (code === 'EAUTH' || code === 'ENOAUTH') {
    return new Fault('disconnected', 'the mail server refuses the name and password of HEARD_SMTP_URL', {
      code: 'mail_sign_in',
    });
  }
  if (code === 'EENVELOPE' && isUnknownMailbox(response)) {
    return new Fault('rejected', 'the mail server says that there is no such mailbox', {
      code: 'no_mailbox',
    });
  }
  if (code === 'ETLS' || isCertificate(message)) {
    return new Fault('unavailable', 'no secure connection with the mail server', { code: 'mail_tls' });
  }
  if (typeof responseCode === 'number') {
    return new Fault('unavailable', `the mail server answered with ${responseCode}`, {
      code: `smtp_${responseCode}`,
    });
  }
  return new Fault('unavailable', 'the mail server does not answer', { code: 'mail_network' });
}

/** Only the enhanced codes 5.1.x say so for certain (RFC 3463); a bare 550 may be a policy that will be mended. */
function isUnknownMailbox(response: unknown): boolean {
  return typeof response === 'string' && /^5\d\d[ -]5\.1\.[1236]\b/u.test(response);
}

/** The socket's own errors have no code for it once they come through the mail library. */
function isCertificate(message: unknown): boolean {
  return typeof message === 'string' && /certificate|self[- ]signed/iu.test(message);
}
