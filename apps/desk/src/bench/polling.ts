import type { CollectedMention } from '@heard/core';
import {
  type Allowance,
  emptyWatch,
  isHeadDue,
  isWholeDue,
  nextThread,
  pauseMs,
  spend,
  startRound,
  threadDone,
  trimWatched,
  watch,
  type WatchState,
  withLikely,
  withReread,
} from '@heard/sources';
import { listPageSize, SimulatedPage } from './simulated-page.js';
import { inventTalk, type TalkedPost } from './talk.js';

/** One policy's result, printed as a line of JSON. */
export interface PollingResult {
  readonly bench: 'polling';
  readonly policy: 'counters' | 'learned_rates' | 'round_robin';
  /** From the writing of a comment to its reading. */
  readonly p50Min: number;
  readonly p99Min: number;
  readonly calls: number;
}

const livePosts = 150;
const callsPerHour = 60;
/** Of the allowance a fifth is kept for answers; round robin keeps none. */
const pollingPerHour = 48;
const dayMin = 1_440;
const warmUpMin = dayMin / 2;
/** What was written last is read too. */
const coolDownMin = dayMin / 4;

/** Compares policies of reading late comments on one page under a small allowance, on simulated time. */
export function benchPolling(): Promise<PollingResult[]> {
  return Promise.resolve(comparePolicies(20_261_126, 7));
}

/** Our two policies and round robin, on the page of this seed, measured for so many days. */
export function comparePolicies(seed: number, days: number): PollingResult[] {
  const endMin = days * dayMin + coolDownMin;
  const talk = inventTalk(seed, livePosts, endMin / dayMin);
  const policies = {
    counters: [pollingPerHour, (page) => planned(page, endMin, true)],
    learned_rates: [pollingPerHour, (page) => planned(page, endMin, false)],
    round_robin: [callsPerHour, (page) => roundRobin(page, endMin)],
  } satisfies Record<PollingResult['policy'], readonly [number, (page: SimulatedPage) => void]>;
  return Object.entries(policies).map(([policy, [perHour, run]]) => {
    const page = new SimulatedPage(talk, perHour, -warmUpMin);
    run(page);
    return { bench: 'polling', policy: policy as PollingResult['policy'], ...figuresOf(page, days * dayMin) };
  });
}

function figuresOf(page: SimulatedPage, toMin: number): Omit<PollingResult, 'bench' | 'policy'> {
  const delays = page.delaysMin(0, toMin).sort((a, b) => a - b);
  const at = (share: number): number => Number(delays[Math.floor(share * delays.length)]?.toFixed(2));
  return { p50Min: at(0.5), p99Min: at(0.99), calls: page.callsBetween(0, toMin) };
}

/** The planner by which sources read, with and without comment counters in the list. */
function planned(page: SimulatedPage, endMin: number, hasCounters: boolean): void {
  const allowance: Allowance = { perHour: pollingPerHour, pageSize: listPageSize, extraCalls: 0 };
  let state: WatchState = emptyWatch(dateOf(page.minute), 30);
  while (page.minute < endMin) {
    const beganMin = page.minute;
    state = listPosts(page, startRound(state, allowance, dateOf(page.minute)), allowance, hasCounters);
    const now = dateOf(page.minute);
    state = readThreads(page, withReread(withLikely(state, allowance, now), allowance, now), allowance);
    page.wait(beganMin + pauseMs(state, allowance, now) / 60_000 - page.minute);
  }
}

function listPosts(
  page: SimulatedPage,
  from: WatchState,
  allowance: Allowance,
  hasCounters: boolean,
): WatchState {
  const whole = isWholeDue(from, allowance, dateOf(page.minute));
  let state = from;
  for (let nth = 0; ; nth += 1) {
    const posts = page.list(nth);
    for (const { post, comments } of posts)
      state = watch(state, mentionOf(post), hasCounters ? comments : undefined);
    if (!whole || posts.length < listPageSize) break;
  }
  return trimWatched(whole ? { ...state, wholeAt: dateOf(page.minute).toISOString() } : state);
}

function readThreads(page: SimulatedPage, from: WatchState, allowance: Allowance): WatchState {
  let state = from;
  for (;;) {
    const now = dateOf(page.minute);
    const task = nextThread(state, allowance, now);
    if (!task || (task.old && isHeadDue(state, allowance, now))) return state;
    const found = page.read(task.postId);
    state = threadDone(spend(state, task), task, { at: dateOf(page.minute), found });
  }
}

const dateOf = (minute: number): Date => new Date(Date.UTC(2026, 10, 26) + minute * 60_000);

function mentionOf(post: TalkedPost): CollectedMention {
  return {
    kind: 'post',
    externalId: post.id,
    author: { isBrand: true },
    text: '',
    postedAt: dateOf(post.createdMin),
    platformState: 'visible',
    raw: {},
  };
}

/** A queue: what was read goes to its end, and so does a new post, of which it learns without a call. */
function roundRobin(page: SimulatedPage, endMin: number): void {
  const everyMin = 60 / callsPerHour;
  let queue: string[] = [];
  while (page.minute < endMin) {
    const live = page.live();
    const known = new Set(queue);
    const [next = '', ...rest] = [
      ...queue.filter((id) => live.has(id)),
      ...[...live].filter((id) => !known.has(id)),
    ];
    const beganMin = page.minute;
    page.read(next);
    page.wait(beganMin + everyMin - page.minute);
    queue = [...rest, next];
  }
}
