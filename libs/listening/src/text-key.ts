import { sha256 } from '@heard/database';

/** A shorter text is the same by chance: "Жах!" links nobody. */
const leastLetters = 24;

/**
 * What two texts have in common when they say the same, whatever their case, marks, spaces and look-alike forms of
 * letters (NFKC); absent when a text is too short to tell.
 */
export function textKey(text: string): Buffer | undefined {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return letters.length < leastLetters ? undefined : sha256(letters).subarray(0, 16);
}
