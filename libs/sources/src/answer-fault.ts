import { Fault, isFault } from '@heard/core';

/**
 * What to make of a failed answer. One that the platform does not take is rejected at once, so that a person writes it
 * anew, and is not tried again for a day. Who may not answer can still read: that rejects the answer too, and parks nothing.
 */
export function whenAnswering(error: unknown, lacks?: string): unknown {
  if (!isFault(error)) return error;
  const { message, code } = error;
  if (code === 'permission_missing') {
    const missing = lacks === undefined ? error.missing : [lacks];
    return new Fault('rejected', message, { code, ...(missing && { missing }), cause: error });
  }
  if (code === 'bad_request') return new Fault('rejected', message, { code: 'not_taken', cause: error });
  return error;
}
