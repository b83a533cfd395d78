import type { CollectedMention } from '@heard/core';
import { emptyWatch, isFresh, threadFloor, trimWatched, watch, WATCH_LIMIT } from './watch-list.js';
import { threadDone } from './watched-threads.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const MINUTE_MS = 60_000;

function post(nth: number): CollectedMention {
  const postedAt = new Date(NOW.getTime() - nth * MINUTE_MS);
  return {
    kind: 'post',
    externalId: `p${nth}`,
    author: { isBrand: true },
    text: 'x',
    postedAt,
    platformState: 'visible',
    raw: {},
  };
}

describe('the watch-list', () => {
  it('queues a thread only while its counter differs from the last reading', () => {
    const seen = watch(emptyWatch(NOW, 30), post(1), 3);
    const [task] = seen.queue;
    if (task === undefined) throw new Error('nothing queued');
    const read = threadDone(seen, task, { newestAt: NOW.toISOString() });
    expect([watch(read, post(1), 3).queue, watch(read, post(1), 4).queue.length]).toEqual([[], 1]);
  });

  it('does not queue a post without comments', () => {
    expect(watch(emptyWatch(NOW, 30), post(1), 0).queue).toEqual([]);
  });

  it('keeps the newest posts, and looks no further back than the oldest it keeps', () => {
    let state = emptyWatch(NOW, 30);
    for (let nth = 0; nth < WATCH_LIMIT + 5; nth += 1) state = watch(state, post(nth), 0);
    const trimmed = trimWatched(state);
    expect(trimmed.watched).toHaveLength(WATCH_LIMIT);
    expect(trimmed.horizonAt).toBe(post(WATCH_LIMIT - 1).postedAt?.toISOString());
  });

  it('reads a thread a little further back than its newest comment, never before the floor', () => {
    const state = watch(emptyWatch(NOW, 30), post(1), 1);
    const task = { postId: 'p1', comments: 1, deep: false };
    const read = threadDone(state, task, { newestAt: NOW.toISOString() });
    expect(threadFloor(read, task, 10 * MINUTE_MS)).toBe('2026-11-22T09:50:00.000Z');
    expect(threadFloor(read, task, 90 * 86_400_000)).toBe(state.floorAt);
    expect(threadFloor(state, task, 0)).toBe(state.floorAt);
  });

  it('takes an edited post for fresh, and one from before the floor never', () => {
    const state = watch(emptyWatch(NOW, 30), post(1), 0);
    expect([isFresh(post(1), state), isFresh({ ...post(1), text: 'y' }, state)]).toEqual([false, true]);
    expect(isFresh(post(31 * 24 * 60), state)).toBe(false);
  });
});
