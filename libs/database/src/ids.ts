import { createHash } from 'node:crypto';
import { v7 } from 'uuid';

/** A new id: UUID version 7, so that neighbours in time are neighbours in the index. */
export function newId(): string {
  return v7();
}

/** The SHA-256 of the parts, each with its length before it, so that no two lists of parts give the same bytes. */
export function sha256(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest();
}
