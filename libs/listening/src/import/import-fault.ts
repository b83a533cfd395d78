import { Fault } from '@heard/core';

/** A file that cannot be imported at all, in one sentence that says what to do. */
export function fileFault(message: string, cause?: unknown): Fault {
  return new Fault('invalid', message, { code: 'file_unusable', cause });
}
