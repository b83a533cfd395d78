import { hash, randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Random bytes for a thousand ids at a time: asking the system for each of them costs more than the id. */
const pool = Buffer.alloc(16 * 1_024);
let used = pool.length;

let lastMs = 0;
let sequence = 0;

/**
 * A new id: UUID version 7, so that neighbours in time are neighbours in the index. Each is greater than those before it
 * in the same process, also within a millisecond and when the clock goes back (RFC 9562, 6.2: a counter, begun at random).
 */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  const nowMs = Date.now();
  if (nowMs > lastMs) {
    lastMs = nowMs;
    sequence = random.readUInt32BE(6) >>> 1;
  } else {
    sequence += 1;
  }
  return v7({ random, msecs: lastMs, seq: sequence });
}

/** The SHA-256 of texts, each with its length before it, so that no two lists of texts give the same bytes. */
export function sha256(...parts: readonly string[]): Buffer {
  return hash('sha256', parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join(''), 'buffer');
}
