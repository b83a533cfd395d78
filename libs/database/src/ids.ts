import { hash, randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Random bytes for a thousand ids at a time: asking the system for each of them costs more than the id. */
const pool = Buffer.alloc(16 * 1_024);
let used = pool.length;

/** A new id: UUID version 7, so that neighbours in time are neighbours in the index. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  return v7({ random });
}

/** The SHA-256 of texts, each with its length before it, so that no two lists of texts give the same bytes. */
export function sha256(...parts: readonly string[]): Buffer {
  return hash('sha256', parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join(''), 'buffer');
}
