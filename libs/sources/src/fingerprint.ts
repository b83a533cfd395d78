import { createHash } from 'node:crypto';

/** A short fingerprint of what a mention says, to notice that it changed. */
export function fingerprint(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 10);
}
