import { isFault } from '@heard/core';
import type { SourceState, TurnEnd } from './store/source-rows.js';

const firstPauseMs = 5_000;
const longestPauseMs = 10 * 60_000;
const throttledFirstMs = 60_000;
const throttledLongestMs = 60 * 60_000;

/** Faults of a connection that stands but may not do all it must; with any other one the account is connected anew. */
const notGranted: Readonly<Record<string, SourceState>> = {
  permission_missing: 'permission_missing',
  access_not_approved: 'permission_missing',
  plan_missing: 'plan_missing',
  policy_block: 'blocked',
};

/** Doubles with each failure up to a limit, at a random point of the span (full jitter), so that sources do not march in step. */
export function pauseMs(
  failures: number,
  random: number,
  firstMs = firstPauseMs,
  longestMs = longestPauseMs,
): number {
  const span = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20));
  return Math.max(1_000, Math.round(span * random));
}

/** How a turn that failed ends: the state people see, and when to try again (never, when only a person can mend it). */
export function turnEndOf(error: unknown, failures: number, now: Date, random: number): TurnEnd {
  const later = (ms: number): Date => new Date(now.getTime() + ms);
  const common = { missing: isFault(error) ? (error.missing ?? []) : [], at: now };
  const reason = isFault(error)
    ? error.message
    : 'Heard made a mistake here; it was logged, and the source is tried again.';
  if (isFault(error, 'throttled')) {
    const hint = Math.min(throttledLongestMs, throttledFirstMs * 2 ** Math.min(failures, 6));
    const nextDueAt = error.retryAt && error.retryAt > now ? error.retryAt : later(hint);
    return { ...common, state: 'throttled', reason, nextDueAt, failures: failures + 1 };
  }
  const lacks = isFault(error, 'rejected', 'disconnected') ? notGranted[error.code] : undefined;
  if (isFault(error, 'disconnected') && !lacks) {
    return { ...common, state: 'needs_reconnect', reason, failures: failures + 1 };
  }
  const state = lacks ?? (isFault(error, 'rejected') ? 'permission_missing' : 'failing');
  const pause = state === 'failing' ? pauseMs(failures, random) : 24 * 60 * 60_000;
  return { ...common, state, reason, nextDueAt: later(pause), failures: failures + 1 };
}

/** States that a person must mend: an alert says so once. */
export function needsPerson(end: TurnEnd): boolean {
  if (end.state === 'failing') return end.failures >= 10;
  return ['needs_reconnect', 'permission_missing', 'plan_missing', 'blocked'].includes(end.state);
}
