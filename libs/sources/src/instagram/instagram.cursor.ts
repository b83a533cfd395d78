import type { Cursor } from '../source.js';
import type { HashtagsState } from './instagram.hashtags.js';
import { emptyWatch, type WatchState } from '../watch-list.js';

/** Where in a round the source stands; threads keep their own place. Tags come without links: theirs is a bare `after`. */
export interface InstagramStep {
  readonly at: 'media' | 'tags' | 'threads';
  readonly next?: string;
  readonly after?: string;
  readonly seen?: number;
  /** Media are read to their end, not only the newest page, and the tags after them. */
  readonly whole?: boolean;
  readonly restarts?: number;
}

/** A round is the account's media, then the tags, then the threads that are planned for it; resumable after any page. */
export interface InstagramCursor extends WatchState {
  readonly v: 1;
  readonly tags: Readonly<Record<string, string>>;
  readonly tagsOffUntil?: string;
  readonly hashtags?: HashtagsState;
  readonly step: InstagramStep;
}

/** Reads a stored cursor, or starts one that goes back `backfillDays`. */
export function openCursor(from: Cursor | undefined, now: Date, backfillDays: number): InstagramCursor {
  if (from?.['v'] === 1) return from as unknown as InstagramCursor;
  return { v: 1, ...emptyWatch(now, backfillDays), tags: {}, step: { at: 'media' } };
}

/** The cursor at the start of the next round. */
export function nextRound(cursor: InstagramCursor): InstagramCursor {
  return { ...cursor, step: { at: 'media' }, round: cursor.round + 1 };
}
