import { isFault, type CollectedMention } from '@heard/core';
import type { GoneMention, WholeList } from '../source.js';
import { isFresh, isWithin, trimWatched, watch, WATCH_LIMIT } from '../watch-list.js';
import { listOf, textOf, wireOf, type Wire } from '../wire.js';
import type { VkApi } from './vk.api.js';
import { isOff, off } from './vk.closed.js';
import { forget, type VkCursor } from './vk.cursor.js';
import { quotaOnly } from './vk.faults.js';
import { namesOf, parsePost, type ParsedPost } from './vk.parse.js';

/** What one request brought. */
export interface Collected {
  readonly mentions: readonly CollectedMention[];
  readonly cursor: VkCursor;
  readonly gone?: readonly GoneMention[];
  readonly whole?: readonly WholeList[];
  /** Nothing was asked for. */
  readonly idle?: true;
}

const PAGE = 100;
/** How often a page is asked for again that brought nothing, or not what must overlap. */
const MAX_TRIES = 3;

/** The posts of a wall, newest first but for the pinned one. */
export class VkWall {
  constructor(
    private readonly api: VkApi,
    private readonly groupId: string,
  ) {}

  async readWall(cursor: VkCursor, signal: AbortSignal): Promise<Collected> {
    const { offset = 0 } = cursor.step;
    const params = { owner_id: `-${this.groupId}`, offset, count: PAGE, extended: 1 };
    const answer = wireOf(await this.api.read('wall.get', params, signal));
    const headAt = offset === 0 ? this.api.now().toISOString() : cursor.headAt;
    const posts = this.postsOf(answer, 'list of posts');
    const ids = posts.map(({ mention }) => mention.externalId);
    const again = tryAgain(cursor, ids, totalOf(answer));
    if (again !== undefined) return again;
    const open = posts.filter(({ mention, deleted }) => !deleted && isWithin(mention, cursor.horizonAt));
    const fresh = open.filter(({ mention }) => isFresh(mention, cursor));
    const begun = { ...cursor, headAt };
    const read = open.reduce((state, post) => watch(state, post.mention, post.comments), begun);
    const shown = posts.filter(({ deleted }) => !deleted).map(({ mention }) => mention.externalId);
    const seen = [...new Set([...(cursor.step.seen ?? []), ...shown])];
    const mentions = fresh.map(({ mention }) => mention);
    const end = offset + posts.length;
    if (end < totalOf(answer) && !isBeyond(posts, open, fresh, seen.length)) {
      return { mentions, cursor: { ...read, step: { at: 'wall', ...nextPage(offset, ids), seen } } };
    }
    return {
      mentions,
      cursor: {
        ...trimWatched(read),
        wholeAt: this.api.now().toISOString(),
        step: { at: 'lost', seen, isAll: end >= totalOf(answer) },
      },
    };
  }

  /** Asks by id for the posts that the wall should have shown and did not. */
  async readLost(cursor: VkCursor, signal: AbortSignal): Promise<Collected> {
    const { isAll } = cursor.step;
    const seen = new Set(cursor.step.seen);
    const oldest = cursor.watched
      .filter(({ id }) => seen.has(id))
      .map(({ createdAt }) => createdAt)
      .sort()[0];
    const lost = cursor.watched
      .filter(({ id, createdAt }) => !seen.has(id) && (isAll || oldest === undefined || createdAt >= oldest))
      .map(({ id }) => id)
      .slice(0, PAGE);
    const onward: VkCursor = { ...cursor, step: { at: 'mentions' } };
    const startedAt = this.api.now();
    if (lost.length === 0 || isOff(cursor, 'wall.getById', startedAt))
      return { mentions: [], cursor: onward, idle: true };
    const answer = await this.api
      .read('wall.getById', { posts: lost.join(','), extended: 1 }, signal)
      .catch(quotaOnly);
    if (isFault(answer)) return { mentions: [], cursor: off(onward, 'wall.getById', answer, startedAt) };
    const found = this.postsOf(Array.isArray(answer) ? { items: answer } : wireOf(answer), 'posts');
    const there = new Set(found.filter((post) => !post.deleted).map(({ mention }) => mention.externalId));
    const gone = lost.filter((id) => !there.has(id));
    return {
      mentions: [],
      cursor: gone.reduce(forget, onward),
      gone: gone.map((externalId) => ({ kind: 'post', externalId })),
      // What stood under a deleted post went with it; that it is gone was asked twice, by the list and by its id.
      whole: gone.flatMap((rootExternalId) => [
        { rootExternalId, startedAt },
        { rootExternalId, startedAt },
      ]),
    };
  }

  private postsOf(answer: Wire, what: string): ParsedPost[] {
    const names = namesOf(answer);
    return listOf(answer['items'], what)
      .map((wire) => parsePost(wire, this.groupId, names))
      .filter((post) => post !== undefined);
  }
}

/** How many there are, as the same answer tells. */
export function totalOf(answer: Wire): number {
  const total = Number(textOf(answer['count']) ?? 'none');
  return Number.isFinite(total) ? total : 0;
}

/** Goes on one item before the end of a page, so that the next one must overlap with it. */
export function nextPage(offset: number, ids: readonly string[]): Pick<VkCursor['step'], 'offset' | 'last'> {
  return ids.length > 1 ? { offset: offset + ids.length - 1, last: ids } : { offset: offset + 1 };
}

/**
 * The same step once more: when a page came empty though there is more, and, further up, when it does not overlap with
 * the last one, since something was deleted above and the list moved up past our place.
 */
export function tryAgain(cursor: VkCursor, ids: readonly string[], total: number): Collected | undefined {
  const { offset = 0, last = [], tries = 0 } = cursor.step;
  const isEmpty = ids.length === 0 && offset < total;
  const hasGap = last.length > 0 && offset > 0 && !ids.some((id) => last.includes(id));
  if ((!isEmpty && !hasGap) || tries >= MAX_TRIES) return undefined;
  const back = hasGap ? Math.max(0, offset - last.length) : offset;
  return { mentions: [], cursor: { ...cursor, step: { ...cursor.step, offset: back, tries: tries + 1 } } };
}

/** Older posts are of no interest any more: nothing new on a whole page, and as many seen as are looked after. */
function isBeyond(
  posts: readonly ParsedPost[],
  open: readonly ParsedPost[],
  fresh: readonly ParsedPost[],
  seen: number,
): boolean {
  const inOrder = posts.filter(({ pinned }) => !pinned);
  const isUnpinned = ({ pinned }: ParsedPost): boolean => !pinned;
  return inOrder.length > 0 && !fresh.some(isUnpinned) && (seen >= WATCH_LIMIT || !open.some(isUnpinned));
}
