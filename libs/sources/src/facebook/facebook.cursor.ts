import type { Cursor } from '../source.js';
import { emptyWatch, type WatchState } from '../watch-list.js';

/** Where in a round the source stands; threads keep their own place. `restarts` counts stale links. */
export interface FacebookStep {
  readonly at: 'feed' | 'tagged' | 'threads';
  readonly next?: string;
  readonly seen?: number;
  /** The feed is read to its end, not only its newest page, and the tags after it. */
  readonly whole?: boolean;
  readonly restarts?: number;
}

/** A round is feed, then tags, then the threads that are planned for it; it is resumable after any page. */
export interface FacebookCursor extends WatchState {
  readonly v: 1;
  /** Tagged posts seen, with what they said. */
  readonly tags: Readonly<Record<string, string>>;
  readonly tagsOffUntil?: string;
  readonly step: FacebookStep;
  readonly pageLimit: number;
}

const PAGE_LIMIT = 100;

/** Reads a stored cursor, or starts one that goes back `backfillDays`. */
export function openCursor(from: Cursor | undefined, now: Date, backfillDays: number): FacebookCursor {
  if (from?.['v'] === 1) return from as unknown as FacebookCursor;
  return { v: 1, ...emptyWatch(now, backfillDays), tags: {}, step: { at: 'feed' }, pageLimit: PAGE_LIMIT };
}

/** The cursor at the start of the next round. */
export function nextRound(cursor: FacebookCursor): FacebookCursor {
  return { ...cursor, step: { at: 'feed' }, round: cursor.round + 1 };
}
