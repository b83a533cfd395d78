import { namesIn, wireComment } from './vk.fake-wire.js';
import { numberOf, requireOpen, VkError, type VkArgs, type VkBehind } from './vk.fake-call.js';
import type { FakeVkComment, VkWorld } from './vk.world.js';

/** Comments on photos and videos are told of by push alone. */
type ListedPlace = keyof typeof PLACE_PARAMETER;
const PLACE_PARAMETER = { wall: 'post_id', topic: 'topic_id', market: 'item_id' } as const;

/** Comments of a post, of one thread of it, or of a topic. */
export function readComments(place: ListedPlace, args: VkArgs, behind: VkBehind): unknown {
  requireOpen(behind);
  const { world, pageSize } = behind;
  const placeId = numberOf(args, PLACE_PARAMETER[place], 0);
  if (!exists(world, place, placeId)) throw new VkError(15, 'Access denied: post was not found');
  const all = world.comments.filter((comment) => comment.place === place && comment.placeId === placeId);
  const topId = args['comment_id'] === undefined ? undefined : numberOf(args, 'comment_id', 0);
  const level = all.filter((comment) => comment.topId === topId && isShown(comment, all));
  const sorted = args['sort'] === 'desc' ? level.toSorted((a, b) => b.id - a.id) : level;
  const start = args['start_comment_id'] === undefined ? undefined : numberOf(args, 'start_comment_id', 0);
  const rest = start === undefined ? sorted : sorted.filter(({ id }) => id <= start);
  const items = behind.isEmpty() ? [] : rest.slice(0, Math.min(numberOf(args, 'count', 10, 100), pageSize));
  const inline = numberOf(args, 'thread_items_count', 0, 10);
  const preview = place !== 'wall' ? 0 : numberOf(args, 'preview_length', 90);
  const wires = items.map((comment) => withThread(comment, all, inline, behind));
  return {
    count: all.filter(({ removed }) => !removed).length,
    ...(place === 'wall' && { current_level_count: level.length, can_post: true, groups_can_post: true }),
    items: wires.map((wire) => cut(wire, preview)),
    ...(args['extended'] === '1' &&
      namesIn(
        world,
        all.map(({ fromId }) => fromId),
      )),
  };
}

function exists(world: VkWorld, place: ListedPlace, placeId: number): boolean {
  if (place === 'market') return world.things.includes(placeId);
  return (place === 'wall' ? world.posts : world.topics).some(
    (known) => known.id === placeId && !('removed' in known && known.removed),
  );
}

/** A deleted comment stays as an empty place while there are replies to it. */
function isShown(comment: FakeVkComment, all: readonly FakeVkComment[]): boolean {
  return !comment.removed || all.some(({ topId, removed }) => topId === comment.id && !removed);
}

function withThread(
  comment: FakeVkComment,
  all: readonly FakeVkComment[],
  inline: number,
  { world }: VkBehind,
): Record<string, unknown> {
  const wire = wireComment(world, comment);
  if (comment.place !== 'wall' || comment.topId !== undefined) return wire;
  const replies = all.filter(({ topId, removed }) => topId === comment.id && !removed);
  const items = replies.slice(0, inline).map((reply) => wireComment(world, reply));
  return { ...wire, thread: { count: replies.length, items, can_post: true, groups_can_post: true } };
}

function cut(wire: Record<string, unknown>, length: number): Record<string, unknown> {
  const text = String(wire['text']);
  return length > 0 && text.length > length ? { ...wire, text: `${text.slice(0, length)}…` } : wire;
}

/** Makes a comment of the community's; the same `guid` makes one only. */
export function createComment(place: ListedPlace, args: VkArgs, behind: VkBehind): number {
  const { world, now } = behind;
  const message = args['message'] ?? '';
  if (message === '')
    throw new VkError(100, 'One of the parameters specified was missing or invalid: message');
  if (/https?:\/\/spam\./.test(message)) throw new VkError(222, 'Hyperlinks are forbidden');
  if (place === 'wall' && !world.rights.includes('wall'))
    throw new VkError(15, 'Access denied: no rights for wall');
  const made = args['guid'] === undefined ? undefined : world.guids[args['guid']];
  if (made !== undefined) return made;
  const replyTo = args['reply_to_comment'] === undefined ? undefined : numberOf(args, 'reply_to_comment', 0);
  const parent = world.comments.find(({ id, removed }) => id === replyTo && !removed);
  if (replyTo !== undefined && parent === undefined)
    throw new VkError(100, 'One of the parameters specified was missing or invalid: reply_to_comment');
  world.lastId += 1;
  const id = world.lastId;
  world.comments.push({
    id,
    place,
    placeId: numberOf(args, PLACE_PARAMETER[place], 0),
    // Only walls have threads.
    topId: place === 'wall' ? (parent?.topId ?? parent?.id) : undefined,
    replyTo,
    fromId: -world.groupId,
    text: message,
    at: now.toISOString(),
    removed: false,
  });
  if (args['guid'] !== undefined) world.guids[args['guid']] = id;
  return id;
}
