import { expectedComments, learnRate, type LearnedRate } from './comment-rate.js';
import type { ThreadTask, WatchedPost, WatchState } from './watch-list.js';

/** What there is to plan with. */
export interface Allowance {
  /** Calls an hour that polling may make; undefined where they are not scarce, as far as anybody knows. */
  readonly perHour?: number;
  /** Posts on one page of the list. */
  readonly pageSize: number;
  /** Calls for other lists beside each whole reading of the posts. */
  readonly extraCalls: number;
  /** A thread without comments is read again too, since that shows whether its post is still there. */
  readonly rereadsEmpty?: boolean;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A long round is left for the newest posts so often, or less often where calls are scarce. */
const HEAD_EVERY_MS = MINUTE_MS;
/** Where they are scarce, every second round reads the list to its end. */
const WHOLE_EVERY = 2;
/** Even with hardly any calls, a list is looked at so often. */
const LONGEST_PAUSE_MS = 10 * MINUTE_MS;
/** Shares of scarce calls: what is old, and reading again what is known. */
const BACKFILL_SHARE = 0.2;
const REREAD_SHARE = 0.05;
/** Calls that are left unplanned, so that what comes in a heap is read at once. */
const SPARE_SHARE = 0.08;
/** What is not used for a while is not saved up beyond this. */
const MOST_CREDIT = 10;
/** Threads without a counter that are read in one round, where calls are scarce and where they are not. */
const BY_RATE_A_ROUND = 5;
const BY_RATE_IN_PLENTY = 20;

/** A thread is read again from end to end after a quarter of its post's age, within these. */
const REREAD_AGE_SHARE = 0.25;
const REREAD_SOONEST_MS = HOUR_MS;
const REREAD_LATEST_MS = 7 * DAY_MS;

/** The state as a round begins: what time has passed has brought calls for what can wait. */
export function startRound<T extends WatchState>(state: T, { perHour }: Allowance, now: Date): T {
  const passedMs = Math.min(HOUR_MS, now.getTime() - Date.parse(state.headAt ?? now.toISOString()));
  const gained = ((perHour ?? 0) * passedMs) / HOUR_MS;
  const grown = (credit: number, share: number): number => Math.min(MOST_CREDIT, credit + gained * share);
  return {
    ...state,
    headAt: now.toISOString(),
    credit: {
      backfill: grown(state.credit?.backfill ?? 1, BACKFILL_SHARE),
      reread: grown(state.credit?.reread ?? 0, REREAD_SHARE),
    },
  };
}

/** True when the list of posts is to be read to its end, false when its first page is enough. */
export function isWholeDue(state: WatchState, allowance: Allowance, now: Date): boolean {
  if (allowance.perHour === undefined || state.wholeAt === undefined) return true;
  // Half a pause of grace: what is due a moment after this round is due now.
  const everyMs = (WHOLE_EVERY - 0.5) * pauseMs(state, allowance, now);
  return now.getTime() - Date.parse(state.wholeAt) >= everyMs;
}

/** True when whatever is being read is to be left for a moment, to look for what is new. */
export function isHeadDue(state: WatchState, allowance: Allowance, now: Date): boolean {
  if (state.headAt === undefined) return true;
  const everyMs = Math.max(HEAD_EVERY_MS, pauseMs(state, allowance, now));
  return now.getTime() - Date.parse(state.headAt) >= everyMs;
}

/** From the beginning of one round to the next: what is left of the calls after reading goes into looking. */
export function pauseMs(state: WatchState, allowance: Allowance, now: Date): number {
  const { perHour, pageSize, extraCalls } = allowance;
  if (perHour === undefined) return 0;
  const furtherPages = Math.max(0, Math.ceil(state.watched.length / pageSize) - 1);
  const waiting = state.queue.some(({ old }) => old === true) ? BACKFILL_SHARE : 0;
  const uncounted = state.watched.some((post) => post.uncounted) ? BY_RATE_A_ROUND : 0;
  const callsARound = 1 + (furtherPages + extraCalls) / WHOLE_EVERY + uncounted;
  const callsPerMs = Math.max(1e-6, perHour * (1 - REREAD_SHARE - SPARE_SHARE - waiting)) / HOUR_MS;
  const rates = state.watched.filter((post) => !post.uncounted).map((post) => knownBy(post, now));
  let pause = callsARound / callsPerMs;
  // The longer the pause, the more threads have changed after it: a few steps find where both agree.
  for (let step = 0; step < 4; step += 1) {
    const reads = rates.reduce((sum, each) => sum + chanceOfChange(each, pause), 0);
    pause = Math.min(LONGEST_PAUSE_MS, (callsARound + reads) / callsPerMs);
  }
  return pause;
}

/** A counter that stood still says that nothing came: the rate knows that too. */
function knownBy(post: WatchedPost, now: Date): { readonly rate: LearnedRate; readonly ageMs: number } {
  const toAgeMs = ageMs(post, now);
  const fromAgeMs = ageMs(post, new Date(post.readAt ?? post.createdAt));
  return { rate: learnRate(post.rate, 0, { fromAgeMs, toAgeMs }), ageMs: toAgeMs };
}

function chanceOfChange(
  known: { readonly rate: LearnedRate; readonly ageMs: number },
  withinMs: number,
): number {
  const ages = { fromAgeMs: known.ageMs, toAgeMs: known.ageMs + withinMs };
  return 1 - Math.exp(-expectedComments(known.rate, ages));
}

function expectedSince(post: WatchedPost, from: Date, to: Date): number {
  return expectedComments(post.rate, { fromAgeMs: ageMs(post, from), toAgeMs: ageMs(post, to) });
}

const ageMs = (post: WatchedPost, at: Date): number => at.getTime() - Date.parse(post.createdAt);

/**
 * The thread to read next: what changed, then threads without a counter, what is old, and what is read again, each as
 * far as there are calls for it.
 */
export function nextThread<T extends ThreadTask>(
  state: Omit<WatchState, 'queue'> & { readonly queue: readonly T[] },
  { perHour }: Allowance,
  now: Date,
): T | undefined {
  const isScarce = perHour !== undefined;
  const { backfill = 0, reread = 0 } = state.credit ?? {};
  const rests = state.backfillRestsUntil !== undefined && new Date(state.backfillRestsUntil) > now;
  // The newest page of every thread that changed comes before the rest of any.
  const fresh = state.queue.filter(({ deep, old }) => !deep && !old);
  if (fresh.length > 0) return fresh.find(({ next }) => next === undefined) ?? fresh[0];
  const old = state.queue.find((task) => task.old === true);
  if (old && !rests && (!isScarce || backfill >= 1)) return old;
  const again = state.queue.find(({ deep }) => deep);
  return again && (!isScarce || reread >= 1 || again.next !== undefined) ? again : undefined;
}

/** Notes a call for a thread. */
export function spend<T extends WatchState>(state: T, task: ThreadTask): T {
  const { backfill = 0, reread = 0 } = state.credit ?? {};
  const credit = {
    backfill: Math.max(-MOST_CREDIT, backfill - (task.old ? 1 : 0)),
    reread: Math.max(-MOST_CREDIT, reread - (task.deep ? 1 : 0)),
  };
  return { ...state, credit };
}

/** Adds the threads without a counter in which most waiting is to be expected. */
export function withLikely<T extends WatchState>(state: T, { perHour }: Allowance, now: Date): T {
  const queued = new Set(state.queue.map(({ postId }) => postId));
  const likely = state.watched
    .filter((post) => post.uncounted && !queued.has(post.id))
    .map((post) => ({ post, weight: waitingIn(post, now) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, perHour === undefined ? BY_RATE_IN_PLENTY : BY_RATE_A_ROUND)
    .map(({ post }) => ({ postId: post.id, comments: post.comments, deep: false }));
  return likely.length === 0 ? state : { ...state, queue: [...state.queue, ...likely] };
}

/** Comments to expect by how long they may have waited: reading by this makes the sum of all waiting small. */
export function waitingIn(post: WatchedPost, now: Date): number {
  const readAt = new Date(post.readAt ?? post.createdAt);
  return expectedSince(post, readAt, now) * Math.max(0, now.getTime() - readAt.getTime());
}

/** Adds the thread whose turn it is to be read again from end to end: finds edits, deletions and what the counter hid. */
export function withReread<T extends WatchState>(
  state: T,
  { perHour, rereadsEmpty = false }: Allowance,
  now: Date,
): T {
  if (state.queue.some(({ deep }) => deep)) return state;
  if (perHour !== undefined && (state.credit?.reread ?? 0) < 1) return state;
  const queued = new Set(state.queue.map(({ postId }) => postId));
  const [first] = state.watched
    .filter((post) => (rereadsEmpty || post.comments > 0 || post.uncounted) && !queued.has(post.id))
    .map((post) => ({ post, due: rereadDue(post, now) }))
    .sort((a, b) => b.due - a.due);
  if (!first || (perHour !== undefined && first.due < 1)) return state;
  const { id: postId, comments } = first.post;
  return { ...state, queue: [...state.queue, { postId, comments, deep: true }] };
}

/** How much of the time between two whole readings has passed: from 1 on it is time. */
function rereadDue(post: WatchedPost, now: Date): number {
  const usualMs = Math.max(REREAD_SOONEST_MS, REREAD_AGE_SHARE * ageMs(post, now));
  const everyMs = post.missed === undefined ? Math.min(REREAD_LATEST_MS, usualMs) : REREAD_SOONEST_MS;
  return (now.getTime() - Date.parse(post.rereadAt ?? post.readAt ?? post.createdAt)) / everyMs;
}

/** What a post is after its thread was read: when, how much came, and whether all of it was read. */
export function afterReading(
  post: WatchedPost,
  { at, found, deep }: { readonly at: Date; readonly found: number; readonly deep: boolean },
): WatchedPost {
  const from = new Date(post.readAt ?? post.createdAt);
  const rate = learnRate(post.rate, found, { fromAgeMs: ageMs(post, from), toAgeMs: ageMs(post, at) });
  const readAt = at.toISOString();
  const { missed: _, ...rest } = post;
  return { ...rest, readAt, rate, ...(deep && { rereadAt: readAt }) };
}
