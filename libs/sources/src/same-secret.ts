import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares a given secret with the expected one, in a time that tells nothing of either; no secret is like none. */
export function isSameSecret(given: string | undefined, expected: string | undefined): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  const isSame = timingSafeEqual(hash(given ?? ''), hash(expected ?? ''));
  return isSame && given !== undefined && given !== '' && expected !== undefined;
}
