import {
  type Allowance,
  isHeadDue,
  isWholeDue,
  nextThread,
  pauseMs,
  spend,
  startRound,
  withLikely,
  withReread,
} from './plan-round.js';
import { emptyWatch, type ThreadTask, type WatchedPost, type WatchState } from './watch-list.js';

const now = new Date('2026-11-22T10:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const ago = (ms: number): string => new Date(now.getTime() - ms).toISOString();

const plenty: Allowance = { pageSize: 100, extraCalls: 1 };
const scarce: Allowance = { perHour: 48, pageSize: 100, extraCalls: 0 };
const post = (id: string, ageMs: number, more: Partial<WatchedPost> = {}): WatchedPost => ({
  id,
  createdAt: ago(ageMs),
  comments: 1,
  hash: 'x',
  ...more,
});
const task = (postId: string, more: Partial<ThreadTask> = {}): ThreadTask => ({
  postId,
  comments: 2,
  deep: false,
  ...more,
});
const state = (more: Partial<WatchState> = {}): WatchState => ({ ...emptyWatch(now, 30), ...more });
const many = (count: number, more: Partial<WatchedPost> = {}): WatchedPost[] =>
  Array.from({ length: count }, (_, nth) =>
    post(`p${nth}`, nth * 2 * hour, { readAt: ago(minute), ...more }),
  );

describe('the next thread', () => {
  const [fresh, old, again] = [task('new'), task('old', { old: true }), task('again', { deep: true })];
  const rich = { credit: { backfill: 1, reread: 1 } };
  it.each<[string, Partial<WatchState>, Allowance, string | undefined]>([
    ['what is new, before all', { queue: [again, old, fresh], ...rich }, scarce, 'new'],
    ['what is new, also without any credit', { queue: [old, fresh] }, scarce, 'new'],
    ['what is old, while it has calls', { queue: [again, old], ...rich }, scarce, 'old'],
    ['nothing, when neither has calls', { queue: [again, old] }, scarce, undefined],
    [
      'what is read again, when what is old has no calls',
      { queue: [old, again], credit: { backfill: 0, reread: 1 } },
      scarce,
      'again',
    ],
    ['what is old at once, where calls are plenty', { queue: [again, old] }, plenty, 'old'],
    [
      'what is read again, while the budget gives what is old a rest',
      { queue: [old, again], backfillRestsUntil: ago(-minute) },
      plenty,
      'again',
    ],
    ['what is old, after its rest', { queue: [old], backfillRestsUntil: ago(minute) }, plenty, 'old'],
    ['a reading that was begun', { queue: [task('again', { deep: true, next: 'x' })] }, scarce, 'again'],
  ])('is %s', (_, given, allowance, expected) => {
    expect(nextThread(state(given), allowance, now)?.postId).toBe(expected);
  });
});

describe('calls for what can wait', () => {
  it('come with time, by their shares, and are not saved up without end', () => {
    const half = startRound(
      state({ headAt: ago(30 * minute), credit: { backfill: 0, reread: 0 } }),
      scarce,
      now,
    );
    expect(half.credit).toEqual({ backfill: expect.closeTo(4.8), reread: expect.closeTo(1.2) });
    const week = startRound(state({ headAt: ago(168 * hour), credit: half.credit }), scarce, now);
    expect(week.credit?.backfill).toBeLessThanOrEqual(10);
  });

  it('go with each call, and calls for what is new cost none', () => {
    const before = state({ credit: { backfill: 3, reread: 3 } });
    expect(spend(before, task('a')).credit).toEqual({ backfill: 3, reread: 3 });
    expect(spend(before, task('a', { old: true })).credit).toEqual({ backfill: 2, reread: 3 });
    expect(spend(before, task('a', { deep: true })).credit).toEqual({ backfill: 3, reread: 2 });
  });
});

describe('the list of posts', () => {
  it.each<[string, Partial<WatchState>, Allowance, boolean]>([
    ['where calls are plenty', { wholeAt: ago(0) }, plenty, true],
    ['the first time', {}, scarce, true],
    ['not just after it was', { watched: many(150), wholeAt: ago(minute) }, scarce, false],
    ['when a few minutes have passed', { watched: many(150), wholeAt: ago(10 * minute) }, scarce, true],
  ])('is read to its end %s', (_, given, allowance, expected) => {
    expect(isWholeDue(state(given), allowance, now)).toBe(expected);
  });

  it.each<[string, Partial<WatchState>, Allowance, boolean]>([
    ['at first', {}, plenty, true],
    ['not at once again', { headAt: ago(minute / 2) }, plenty, false],
    ['within a minute, whatever is being read', { headAt: ago(minute) }, plenty, true],
    ['less often where calls are scarce', { headAt: ago(minute), watched: many(150) }, scarce, false],
    ['but soon', { headAt: ago(4 * minute), watched: many(150) }, scarce, true],
  ])('is looked at %s', (_, given, allowance, expected) => {
    expect(isHeadDue(state(given), allowance, now)).toBe(expected);
  });
});

describe('the pause between rounds', () => {
  const calm = pauseMs(state({ watched: many(150) }), scarce, now);

  it('spends the calls that there are, and is the listener’s own where they are plenty', () => {
    expect(calm).toBeGreaterThan(1.5 * minute);
    expect(calm).toBeLessThan(4 * minute);
    expect(pauseMs(state({ watched: many(150) }), plenty, now)).toBe(0);
  });

  it.each<[string, Partial<WatchState>, Allowance]>([
    ['calls are fewer', { watched: many(150) }, { ...scarce, perHour: 24 }],
    ['posts are talked about', { watched: many(150, { rate: { seen: 50, share: 0.1 } }) }, scarce],
    ['old things wait', { watched: many(150), queue: [task('p1', { old: true })] }, scarce],
    ['there are other lists', { watched: many(150) }, { ...scarce, extraCalls: 1 }],
  ])('grows when %s', (_, given, allowance) => {
    expect(pauseMs(state(given), allowance, now)).toBeGreaterThan(calm);
  });

  it('has an end, however few calls there are', () => {
    expect(pauseMs(state({ watched: many(150) }), { ...scarce, perHour: 0 }, now)).toBe(10 * minute);
  });
});

describe('threads without a counter', () => {
  const uncounted = (id: string, ageMs: number, readMs: number): WatchedPost =>
    post(id, ageMs, { uncounted: true, readAt: ago(readMs) });

  it('are read where most waiting is likely: young before old, long unread before just read', () => {
    const watched = [
      uncounted('old', 48 * hour, hour),
      uncounted('young', 2 * hour, hour),
      uncounted('just read', 2 * hour, minute),
      ...Array.from({ length: 8 }, (_, nth) => uncounted(`older ${nth}`, 400 * hour, hour)),
    ];
    const queue = withLikely(state({ watched }), scarce, now).queue.map(({ postId }) => postId);
    expect(queue.slice(0, 2)).toEqual(['young', 'old']);
    expect(queue).toHaveLength(5);
    expect(withLikely(state({ watched }), plenty, now).queue).toHaveLength(watched.length);
  });

  it('have their turn however quiet they are', () => {
    const watched = [uncounted('forgotten', 300 * hour, 200 * hour), ...many(20, { uncounted: true })];
    expect(withLikely(state({ watched }), scarce, now).queue[0]?.postId).toBe('forgotten');
  });

  it('leave those with counters alone', () => {
    expect(withLikely(state({ watched: many(20) }), scarce, now).queue).toEqual([]);
  });
});

describe('reading again from end to end', () => {
  const credit = { backfill: 0, reread: 1 };
  const watched = [
    post('fresh', 8 * hour, { rereadAt: ago(minute) }),
    post('due', 8 * hour, { rereadAt: ago(5 * hour) }),
    post('old', 400 * hour, { rereadAt: ago(5 * hour) }),
    post('silent', 900 * hour, { comments: 0 }),
  ];
  const queued = (given: Partial<WatchState>, allowance: Allowance): string[] =>
    withReread(state(given), allowance, now).queue.map(({ postId }) => postId);

  it.each<[string, Partial<WatchState>, Allowance, string[]]>([
    ['takes the thread that waited longest for its age', { watched, credit }, scarce, ['due']],
    ['waits for calls', { watched }, scarce, []],
    ['waits for its time', { watched: watched.filter(({ id }) => id !== 'due'), credit }, scarce, []],
    ['does not wait where calls are plenty', { watched: watched.slice(0, 1) }, plenty, ['fresh']],
    ['is one thread at a time', { watched, credit, queue: [task('x', { deep: true })] }, scarce, ['x']],
  ])('%s', (_, given, allowance, expected) => {
    expect(queued(given, allowance)).toEqual(expected);
  });

  it('comes to every thread', () => {
    let left = many(12, { comments: 3 });
    const seen = new Set<string>();
    for (let round = 0; round < 20; round += 1) {
      const at = new Date(now.getTime() + round * 24 * hour);
      const [next] = withReread(state({ watched: left }), plenty, at).queue;
      seen.add(next?.postId ?? '');
      left = left.map((each) => (each.id === next?.postId ? { ...each, rereadAt: at.toISOString() } : each));
    }
    expect(seen.size).toBe(12);
  });
});
