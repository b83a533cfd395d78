import { isFault, type CollectedMention, type Fault } from '@heard/core';
import type { GoneMention, WholeList } from '../source.js';
import { isHeadDue } from '../plan-round.js';
import { isWithin, newestOf } from '../watch-list.js';
import { countOf, listOf, textOf, wireOf, type Wire } from '../wire.js';
import type { VkApi } from './vk.api.js';
import { off } from './vk.closed.js';
import {
  nextRound,
  noteLong,
  noteWatched,
  watchedOf,
  wider,
  type VkCursor,
  type VkThread,
} from './vk.cursor.js';
import { isClosedThread, isQuota } from './vk.faults.js';
import type { Collected } from './vk.lists.js';
import { goneComment, namesOf, parseComment, topOf } from './vk.parse.js';
import { commentId, placeOf, type VkPlace } from './vk.place.js';
import { asOld, begun, callOf, INLINE_REPLIES, nextOf, nextTasks } from './vk.thread-task.js';

const MAX_RESTARTS = 2;
/** Calls for a community are not scarce: ten threads go into one. */
const PLENTY = { pageSize: 100, extraCalls: 0 };

/** The threads whose counters changed, several in one request, and one more in every round that is read whole. */
export class VkThreads {
  constructor(
    private readonly api: VkApi,
    private readonly groupId: string,
  ) {}

  async read(cursor: VkCursor, signal: AbortSignal): Promise<Collected> {
    const now = this.api.now();
    const { next, isForOld } = nextTasks(cursor, now);
    const tasks = next.map((task) => begun(cursor, task, now.toISOString()));
    const answers = await this.api
      .readAll(tasks.map(callOf), signal, isForOld ? 'backfill' : undefined)
      .catch((error: unknown) => {
        if (isFault(error) && isQuota(error)) return error;
        if (!isForOld || !isFault(error, 'throttled') || error.code !== 'calls_spent') throw error;
        return error.retryAt?.toISOString();
      });
    if (isFault(answers)) return { mentions: [], cursor: off(cursor, 'execute', answers, now) };
    if (!Array.isArray(answers)) return { mentions: [], cursor: { ...cursor, backfillRestsUntil: answers } };
    const rest = wider({ ...cursor, queue: cursor.queue.filter((task) => !next.includes(task)) });
    let read: Collected = { mentions: [], cursor: rest };
    for (const [index, task] of tasks.entries()) {
      const answer = answers[index] ?? {};
      read = joined(
        read,
        isFault(answer) ? failed(read.cursor, task, answer, now) : this.take(read.cursor, task, answer),
      );
    }
    return read;
  }

  private take(cursor: VkCursor, task: VkThread, answer: Wire): Collected {
    const place = placeOf(task.postId)?.place;
    if (place === undefined) return { mentions: [], cursor };
    const names = namesOf(answer);
    const items = listOf(answer['items'], 'list of comments');
    const flat = items.flatMap((item) => [item, ...repliesOf(item)]);
    const mentions = flat
      .map((wire) => parseComment(wire, place, this.groupId, names))
      .filter((mention) => mention !== undefined);
    const long = longThreads(cursor, task, items, place);
    const isNew = ({ postedAt }: CollectedMention): boolean =>
      task.since === undefined || (postedAt !== undefined && postedAt > new Date(task.since));
    const found = (task.found ?? 0) + mentions.filter(isNew).length + long.more;
    const seen = { ...task, found, newestAt: newestOf(task.newestAt, mentions) };
    const next = asOld(nextOf(seen, answer, items), mentions, cursor);
    const queue = [...(next === undefined ? [] : [next]), ...long.tasks, ...cursor.queue];
    const read = { ...long.cursor, queue };
    return {
      mentions: mentions.filter((mention) => isWithin(mention, task.floorAt)),
      cursor: next === undefined ? threadRead(read, seen) : read,
      gone: flat.flatMap((wire) => goneOf(wire, place)),
      ...(next === undefined && endsWhole(read, task) && { whole: wholeOf(task, countOf(answer['count'])) }),
    };
  }
}

/**
 * One post and one topic have their turn to be read whole in every round; so is every thread whose counter fell, since
 * something was deleted there.
 */
export function startThreads(cursor: VkCursor): VkCursor {
  const fell = ({ postId, comments }: VkThread): boolean =>
    comments < (watchedOf(cursor, postId)?.comments ?? comments);
  const queue = cursor.queue.map((task) => (fell(task) ? { ...task, deep: true } : task));
  // What is read whole is read to its end before the next one has its turn.
  if (cursor.queue.some(({ deep, from }) => deep && from !== undefined)) return { ...cursor, queue };
  return [cursor.watched, cursor.topics].reduce(
    (state, posts) => {
      const post = posts[state.round % Math.max(1, posts.length)];
      const queued = state.queue.find(({ postId }) => postId === post?.id);
      if (post === undefined || (queued === undefined && post.comments <= 0)) return state;
      const task = { postId: post.id, comments: queued?.comments ?? post.comments, deep: true };
      return { ...state, queue: [...state.queue.filter(({ postId }) => postId !== post.id), task] };
    },
    { ...cursor, queue },
  );
}

/** The next step, or the next round when nothing is left to read, or when the newest were not looked at for a minute. */
export function afterThreads(read: Collected, now: Date): Collected & { readonly more: boolean } {
  const more = nextTasks(read.cursor, now).next.length > 0;
  if (more && !isHeadDue(read.cursor, PLENTY, now)) return { ...read, more };
  return { ...read, cursor: nextRound(read.cursor), more };
}

/** Threads with more replies than come along, where their number is another than before. */
function longThreads(cursor: VkCursor, task: VkThread, items: readonly Wire[], place: VkPlace) {
  let noted = cursor;
  let more = 0;
  const tasks: VkThread[] = [];
  for (const item of items) {
    const top = textOf(item['id']);
    const count = countOf(wireOf(item['thread'])['count']);
    if (top === undefined || count <= repliesOf(item).length) continue;
    const key = commentId(place, top);
    const known = cursor.long[key] ?? INLINE_REPLIES;
    if (count === known && !task.deep) continue;
    more += Math.max(0, count - known);
    noted = noteLong(noted, key, count);
    const { from: _from, next: _next, found: _found, ...whole } = task;
    tasks.push({ ...whole, top });
  }
  return { cursor: noted, tasks, more };
}

function repliesOf(item: Wire): Wire[] {
  const { items } = wireOf(item['thread']);
  return Array.isArray(items) ? items.map(wireOf) : [];
}

function goneOf(wire: Wire, place: VkPlace): GoneMention[] {
  const id = textOf(wire['id']);
  if (wire['deleted'] !== true || id === undefined) return [];
  return goneComment(place, id).filter(({ kind }) => (kind === 'reply') === (topOf(wire) !== undefined));
}

function threadRead(cursor: VkCursor, { postId, comments, newestAt, top }: VkThread): VkCursor {
  const readTo = [watchedOf(cursor, postId)?.readTo, newestAt]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
  const counted = top === undefined ? { comments } : {};
  return noteWatched(cursor, postId, { ...counted, ...(readTo !== undefined && { readTo }) });
}

/** A thread was read whole when nothing of it is left in the queue. */
function endsWhole(cursor: VkCursor, task: VkThread): boolean {
  return task.deep && !cursor.queue.some(({ postId }) => postId === task.postId);
}

/** An empty thread has no second turn; that nothing is left in it, the counter and the list say both. */
function wholeOf(task: VkThread, total: number): WholeList[] {
  const from = task.floorAt === undefined ? {} : { from: new Date(task.floorAt) };
  const list = { rootExternalId: task.postId, ...from, startedAt: new Date(task.startedAt ?? 0) };
  return total === 0 ? [list, list] : [list];
}

/** What one thread's fault means for it; a fault of the whole account stops the round. */
function failed(cursor: VkCursor, task: VkThread, fault: Fault, now: Date): Collected {
  if (isQuota(fault)) {
    const waiting = { ...cursor, queue: [...cursor.queue, task] };
    return { mentions: [], cursor: off(waiting, callOf(task).method, fault, now) };
  }
  const isOurs = isClosedThread(fault) || fault.kind === 'bug';
  if (!isOurs) throw fault;
  // Without a place to go on from it is read from its top; what cannot be read at all waits for its counter to change.
  const { from, next: _next, restarts = 0, ...rest } = task;
  if (fault.kind === 'bug' && from !== undefined && restarts < MAX_RESTARTS) {
    const fresh = { ...rest, restarts: restarts + 1 };
    return { mentions: [], cursor: { ...cursor, queue: [fresh, ...cursor.queue] } };
  }
  const queue = cursor.queue.filter(({ postId }) => postId !== task.postId);
  return { mentions: [], cursor: threadRead({ ...cursor, queue }, task) };
}

function joined(before: Collected, after: Collected): Collected {
  return {
    mentions: [...before.mentions, ...after.mentions],
    cursor: after.cursor,
    gone: [...(before.gone ?? []), ...(after.gone ?? [])],
    whole: [...(before.whole ?? []), ...(after.whole ?? [])],
  };
}
