import { learnRate } from '../comment-rate.js';
import { waitingIn } from '../plan-round.js';
import type { WatchedThread, YoutubeCursor } from './youtube.cursor.js';

const MINUTE_MS = 60_000;
/** Calls of a round that go to older threads, where there is no scarcity; of a usual project's ten thousand a day this leaves half. */
const ASKS_IN_PLENTY = 2;
const PLENTY_PER_HOUR = 240;

/** What is known of a thread that was shown just now: when, and how much is said in it once something was. */
export function shownAgain(
  before: WatchedThread | undefined,
  postedAt: Date | undefined,
  replies: number,
  now: Date,
): Pick<WatchedThread, 'shown' | 'rate'> {
  const shown = Math.floor(now.getTime() / MINUTE_MS);
  if (before?.shown === undefined || postedAt === undefined) return { shown };
  const found = Math.max(0, replies - Math.max(0, before.replies));
  if (found === 0 && before.rate === undefined) return { shown };
  const ageAt = (minutes: number): number => minutes * MINUTE_MS - postedAt.getTime();
  const ages = { fromAgeMs: ageAt(before.shown), toAgeMs: ageAt(shown) };
  return { shown, rate: learnRate(before.rate, found, ages) };
}

/**
 * Which of the older threads, which no list shows, are asked for in this round: those where most replies are to be expected
 * by how long they may have waited, so that a late one is heard soon.
 */
export function planAsks(
  { watched }: YoutubeCursor,
  {
    listed,
    atOnce,
    perHour,
  }: { readonly listed: number; readonly atOnce: number; readonly perHour?: number },
  now: Date,
): string[] {
  const calls = perHour === undefined || perHour >= PLENTY_PER_HOUR ? ASKS_IN_PLENTY : 1;
  return watched
    .slice(listed)
    .map((thread) => ({ thread, weight: weightOf(thread, now) }))
    .sort((a, b) => b.weight - a.weight || (a.thread.shown ?? 0) - (b.thread.shown ?? 0))
    .slice(0, calls * (atOnce - 1))
    .map(({ thread }) => thread.id);
}

/**
 * The threads of the next call: the suspects first. The first one was listed just now: when even that one is not shown, the
 * answer tells nothing of the others.
 */
export function nextAsk({ watched, suspects, asks }: YoutubeCursor, atOnce: number): string[] {
  const asked = [...new Set([...suspects, ...asks])];
  const control = watched.find(({ id }) => !suspects.includes(id));
  if (asked.length === 0 || control === undefined) return [];
  return [control.id, ...asked.filter((id) => id !== control.id)].slice(0, atOnce);
}

/** These were asked for. */
export function asked(cursor: YoutubeCursor, ids: readonly string[]): YoutubeCursor {
  const left = (each: readonly string[]): string[] => each.filter((id) => !ids.includes(id));
  return { ...cursor, suspects: left(cursor.suspects), asks: left(cursor.asks) };
}

function weightOf({ id, at, shown, rate }: WatchedThread, now: Date): number {
  const readAt = new Date((shown ?? 0) * MINUTE_MS).toISOString();
  return waitingIn({ id, createdAt: at, comments: 0, hash: '', readAt, ...(rate && { rate }) }, now);
}
