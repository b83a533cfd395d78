import { isFault } from '@heard/core';
import { listOf, textOf } from '../wire.js';
import type { VkApi } from './vk.api.js';
import { isOff, off, openList } from './vk.closed.js';
import type { VkCursor } from './vk.cursor.js';
import { nextPage, totalOf, tryAgain, type Collected } from './vk.lists.js';
import { placeId } from './vk.place.js';

const HOUR_MS = 3_600_000;
const PAGE = 200;
const THINGS_LIMIT = 1_000;
/** Things whose comments are read in one round. */
const TURNS = 5;

/** The things for sale. Their list shows no counters of comments, so that a few of them have their turn in every round. */
export class VkMarket {
  constructor(
    private readonly api: VkApi,
    private readonly groupId: string,
  ) {}

  async read(cursor: VkCursor, signal: AbortSignal): Promise<Collected> {
    const done: VkCursor = { ...cursor, step: { at: 'threads' } };
    const now = this.api.now();
    if (isOff(cursor, 'market', now) || isOff(cursor, 'market.getComments', now))
      return { mentions: [], cursor: done, idle: true };
    const isKnown = cursor.thingsAt !== undefined && now.getTime() - Date.parse(cursor.thingsAt) < HOUR_MS;
    if (isKnown) return { mentions: [], cursor: withTurns(done), idle: true };
    const { offset = 0, seen = [] } = cursor.step;
    const params = { owner_id: `-${this.groupId}`, offset, count: PAGE };
    const answer = await openList(this.api, 'market.get', params, signal);
    if (isFault(answer)) return { mentions: [], cursor: off(done, 'market', answer, now) };
    const ids = listOf(answer['items'], 'list of things').map(({ id }) => textOf(id) ?? '0');
    const again = tryAgain(cursor, ids, totalOf(answer));
    if (again !== undefined) return again;
    const things = [...new Set([...seen, ...ids])].slice(0, THINGS_LIMIT);
    if (offset + ids.length < totalOf(answer) && things.length < THINGS_LIMIT) {
      return {
        mentions: [],
        cursor: { ...cursor, step: { at: 'market', ...nextPage(offset, ids), seen: things } },
      };
    }
    const places = things.map((id) => placeId({ kind: 'market', owner: `-${this.groupId}`, id }));
    return { mentions: [], cursor: withTurns({ ...done, things: places, thingsAt: now.toISOString() }) };
  }
}

function withTurns(cursor: VkCursor): VkCursor {
  const { things = [], round } = cursor;
  const queued = new Set(cursor.queue.map(({ postId }) => postId));
  const turns = Array.from({ length: Math.min(TURNS, things.length) }, (_, nth) => {
    const postId = things[(round * TURNS + nth) % things.length] ?? '';
    return { postId, comments: 0, deep: true };
  });
  return { ...cursor, queue: [...cursor.queue, ...turns.filter(({ postId }) => !queued.has(postId))] };
}
