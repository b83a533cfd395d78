import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes text and waits while the reader is slower than we are. */
export async function write(out: Writable, text: string): Promise<void> {
  if (out.destroyed || out.write(text)) return;
  await once(out, 'drain');
}
