import type { Cursor } from '../source.js';

/** Where a folder of a mailbox stands. */
export interface MailCursor {
  readonly v: 1;
  /** When it is another one, the numbers of letters mean nothing any more. */
  readonly uidValidity?: string;
  readonly lastUid: number;
  /** Nothing that came before is handed over. */
  readonly floorAt: string;
  /** The numbers began anew, or were never known: what is older than the floor is left out until all is read. */
  readonly fromFloor: boolean;
}

const DAY_MS = 86_400_000;

export function openMailCursor(from: Cursor | undefined, now: Date, backfillDays: number): MailCursor {
  if (from?.['v'] === 1) return from as unknown as MailCursor;
  const floorAt = new Date(now.getTime() - backfillDays * DAY_MS).toISOString();
  return { v: 1, lastUid: 0, floorAt, fromFloor: true };
}

/** The cursor in a folder of this UIDVALIDITY: when it was made anew, it is read anew; what is known adds nothing. */
export function inFolder(cursor: MailCursor, uidValidity: string): MailCursor {
  if (cursor.uidValidity === uidValidity) return cursor;
  return { ...cursor, uidValidity, lastUid: 0, fromFloor: true };
}
