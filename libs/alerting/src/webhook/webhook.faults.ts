import { Fault, isFault } from '@heard/core';

/** What an answer of a receiver means; nothing when it accepted the call. */
export function faultOfStatus(status: number): Fault | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 410) {
    return new Fault('rejected', 'the receiver answered that it is gone (410)', { code: 'receiver_gone' });
  }
  // Also 4xx: a receiver that is being set up answers so for a while, and an alert is worth the tries.
  return new Fault('unavailable', `the receiver answered with status ${status}`, {
    code: `status_${status}`,
  });
}

/** What a call that got no answer means. The address is left out: for some services it is the secret. */
export function faultOfCall(error: unknown): Fault {
  if (isFault(error) && error.code === 'private_address') {
    return new Fault(
      'unavailable',
      'the receiver has a private address, which is not called (HEARD_ALLOWED_PRIVATE_ORIGINS)',
      { code: 'private_address' },
    );
  }
  if (isFault(error) && error.code === 'body_too_large') {
    return new Fault('unavailable', 'the receiver answered with too much', { code: error.code });
  }
  return new Fault('unavailable', 'the receiver did not answer', { code: 'no_answer' });
}
