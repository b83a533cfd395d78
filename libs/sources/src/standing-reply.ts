import { Fault } from '@heard/core';

/**
 * Whether an answer has yet to be sent where a text has at most one and a new one replaces it: nobody's words are
 * overwritten but those that the writer saw (`instead`). Throws `rejected` (`reply_exists`) when other words stand there.
 */
export function isToSend(
  standing: { readonly text: string } | undefined,
  text: string,
  instead: string | undefined,
): boolean {
  if (standing === undefined) return true;
  const stands = standing.text.trim();
  if (stands === text.trim()) return false;
  if (stands === instead?.trim()) return true;
  throw new Fault('rejected', 'The review has another answer than the one that was seen', {
    code: 'reply_exists',
  });
}
