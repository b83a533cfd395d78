import type { Cursor } from '../source.js';

/** Where a feed stands. */
export interface FeedCursor {
  readonly v: 1;
  /** Nothing older is handed over. */
  readonly floorAt: string;
  /** Where the feed moved for good. */
  readonly url?: string;
  /** Where it says to have moved, and how often in a row. */
  readonly moved?: { readonly to: string; readonly times: number };
  /** What its first page was called, when it was read to the end. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** So long it asks to be left alone after each reading. */
  readonly ttlMinutes?: number;
  /** It asked to be left alone until then. */
  readonly restUntil?: string;
  /** The next part of a round that is not at its end. */
  readonly step?: {
    readonly next: string;
    /** The address of the part that named it: it may lead nowhere else. */
    readonly from: string;
    readonly pages: number;
    readonly startedAt: string;
    readonly etag?: string;
    readonly lastModified?: string;
    readonly ttlMinutes?: number;
    readonly restUntil?: string;
  };
}

const DAY_MS = 86_400_000;

export function openFeedCursor(from: Cursor | undefined, now: Date, backfillDays: number): FeedCursor {
  if (from?.['v'] === 1) return from as unknown as FeedCursor;
  return { v: 1, floorAt: new Date(now.getTime() - backfillDays * DAY_MS).toISOString() };
}
