import type { CollectedMention } from '@heard/core';
import { isWithin, threadFloor } from '../watch-list.js';
import { countOf, dateOf, textOf, type Wire } from '../wire.js';
import type { VkCall } from './vk.api.js';
import { isOff } from './vk.closed.js';
import { watchedOf, type VkCursor, type VkThread } from './vk.cursor.js';
import { placeOf } from './vk.place.js';

const OVERLAP_MS = 10 * 60_000;
const PAGE = 100;
/** Replies that come along with a comment; those of a longer thread are asked for by themselves. */
export const INLINE_REPLIES = 10;
/** More than the counter grew by, since something may have been deleted meanwhile. */
const SPARE = 10;
const MAX_EMPTY = 3;

/** A thread with what was known of it when its reading began: the counter changes before its last page. */
export function begun(cursor: VkCursor, task: VkThread, startedAt: string): VkThread {
  if (task.startedAt !== undefined) return task;
  const known = watchedOf(cursor, task.postId);
  const state = { ...cursor, watched: [...cursor.watched, ...cursor.topics] };
  const floorAt = task.deep ? cursor.floorAt : threadFloor(state, task, OVERLAP_MS);
  return { ...task, startedAt, floorAt, before: known?.comments ?? -1, since: known?.readTo };
}

/**
 * The threads of the next request: what is new, the newest page of each before the rest of any, then what is read whole,
 * then what was there before we listened. There is room for others beside the new ones: they cost no call of their own.
 */
export function nextTasks(
  cursor: VkCursor,
  now: Date,
): { readonly next: readonly VkThread[]; readonly isForOld: boolean } {
  const { batch, backfillRestsUntil: until } = cursor;
  const queue = isOff(cursor, 'execute', now)
    ? []
    : cursor.queue.filter((task) => !isOff(cursor, callOf(task).method, now));
  const ranked = [0, 1, 2, 3].map((rank) => queue.filter((task) => rankOf(task) === rank));
  const isForOld = ranked[0]?.length === 0 && ranked[1]?.length === 0;
  if (isForOld && until !== undefined && new Date(until) > now) return { next: [], isForOld };
  return { next: ranked.flat().slice(0, batch), isForOld };
}

function rankOf({ deep, old, from }: VkThread): number {
  if (old === true) return 3;
  if (deep) return 2;
  return from === undefined ? 0 : 1;
}

/** The rest of a thread that was never read is old where it reaches to before we listened. */
export function asOld(
  next: VkThread | undefined,
  comments: readonly CollectedMention[],
  { startedAt }: VkCursor,
): VkThread | undefined {
  if (next === undefined || next.deep || (next.before ?? -1) >= 0) return next;
  return comments.some((each) => !isWithin(each, startedAt)) ? { ...next, old: true } : next;
}

/** Few when the counter grew by little: what changed is what is fetched. */
function sizeOf({ deep, comments, before = -1 }: VkThread): number {
  return deep || before < 0 ? PAGE : Math.min(PAGE, Math.max(0, comments - before) + SPARE);
}

/** What a thread is asked for with. */
export function callOf(task: VkThread): VkCall {
  const place = placeOf(task.postId)?.place;
  const page = { sort: 'desc', count: sizeOf(task), extended: 1, start_comment_id: task.from };
  if (place?.kind === 'topic') {
    const topic = { group_id: place.owner.replace('-', ''), topic_id: place.id };
    return { method: 'board.getComments', params: { ...topic, ...page } };
  }
  if (place?.kind === 'market') {
    const thing = { owner_id: place.owner, item_id: place.id };
    return { method: 'market.getComments', params: { ...thing, ...page } };
  }
  const post = { owner_id: place?.owner, post_id: place?.id, comment_id: task.top };
  // Without `preview_length` texts come cut off.
  const whole = { preview_length: 0, thread_items_count: task.top === undefined ? INLINE_REPLIES : 0 };
  return { method: 'wall.getComments', params: { ...post, ...page, ...whole } };
}

/** Where the thread goes on, or undefined when it was read as far as is needed. */
export function nextOf(
  task: VkThread & { found: number },
  answer: Wire,
  items: readonly Wire[],
): VkThread | undefined {
  const { before = -1 } = task;
  const total = countOf(answer['current_level_count'] ?? answer['count']);
  const ids = items.map((item) => textOf(item['id'])).filter((id) => id !== undefined);
  const last = ids.at(-1);
  if (last === undefined) {
    const empty = (task.empty ?? 0) + 1;
    return total > 0 && empty <= MAX_EMPTY ? { ...task, empty } : undefined;
  }
  const isWhole = task.from === undefined && items.length >= total;
  if (isWhole || last === task.from) return undefined;
  const lastAt = dateOf(items.at(-1)?.['date'])?.toISOString();
  const isPast = lastAt !== undefined && task.floorAt !== undefined && lastAt < task.floorAt;
  // A late reply stands under an old comment: older ones are read until the counter is explained.
  const isExplained = before < 0 || task.top !== undefined || task.found >= task.comments - before;
  if (!task.deep && isPast && isExplained) return undefined;
  // A counter that changes meanwhile takes the place of what is read for it, not of what is read whole.
  return { ...task, from: last, empty: 0, ...(task.deep && { next: last }) };
}
