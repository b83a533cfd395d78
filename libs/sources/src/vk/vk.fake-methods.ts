import { numberOf, requireOpen, VkError, type VkArgs, type VkBehind } from './vk.fake-call.js';
import { createComment, readComments } from './vk.fake-comments.js';
import { namesIn, unixTime, wireGroup, wirePerson, wirePost, wireThing, wireTopic } from './vk.fake-wire.js';
import type { FakeVkPost, VkWorld } from './vk.world.js';

/** What a method answers. */
export function answerMethod(method: string, args: VkArgs, behind: VkBehind): unknown {
  const { world } = behind;
  switch (method) {
    case 'wall.get':
      return wallGet(args, behind);
    case 'wall.getById':
      return postsById(args, behind);
    case 'wall.getComments':
      return readComments('wall', args, behind);
    case 'board.getComments':
      return readComments('topic', args, behind);
    case 'market.get':
      return things(args, behind);
    case 'market.getComments':
      return readComments('market', args, behind);
    case 'wall.createComment':
      return { comment_id: createComment('wall', args, behind), parents_stack: [] };
    case 'board.createComment':
      return createComment('topic', args, behind);
    case 'market.createComment':
      return createComment('market', args, behind);
    case 'newsfeed.getMentions':
      return mentions(args, behind);
    case 'board.getTopics':
      return topics(args, behind);
    case 'users.get':
      return world.people
        .filter(({ id }) => (args['user_ids'] ?? '').split(',').includes(String(id)))
        .map(wirePerson);
    case 'groups.getById':
      return { groups: [wireGroup(world)], profiles: [] };
    case 'groups.getTokenPermissions':
      return { mask: 8192, permissions: world.rights.map((name) => ({ name, setting: 8192 })) };
    case 'groups.getCallbackConfirmationCode':
      return { code: world.callback.confirmation };
    default:
      return { count: 1, items: [callbackServer(world)] };
  }
}

function wallGet(args: VkArgs, behind: VkBehind): unknown {
  const { world } = behind;
  requireOpen(behind);
  const owner = numberOf(args, 'owner_id', 0);
  if (owner !== -world.groupId) throw new VkError(18, 'User was deleted or banned');
  const posts = shown(world.posts.filter(({ ownerId, removed }) => ownerId === owner && !removed));
  return listPage(
    args,
    behind,
    posts,
    100,
    (post) => wirePost(world, post),
    (post) => post.fromId,
  );
}

function postsById(args: VkArgs, { world }: VkBehind): unknown {
  const ids = (args['posts'] ?? '').split(',');
  if (ids.length > 100) throw new VkError(100, 'One of the parameters specified was missing or invalid');
  const items = world.posts.filter(
    ({ id, ownerId, removed }) => ids.includes(`${ownerId}_${id}`) && !removed,
  );
  return {
    items: items.map((post) => wirePost(world, post)),
    ...namesIn(
      world,
      items.map(({ fromId }) => fromId),
    ),
  };
}

function mentions(args: VkArgs, behind: VkBehind): unknown {
  const { world } = behind;
  const from = numberOf(args, 'start_time', 0);
  const until = numberOf(args, 'end_time', unixTime(behind.now.toISOString()));
  const named = world.posts.filter(
    ({ ownerId, removed, at }) =>
      ownerId !== -world.groupId && !removed && unixTime(at) >= from && unixTime(at) <= until,
  );
  return listPage(args, behind, shown(named), 50, (post) => wirePost(world, post));
}

function topics(args: VkArgs, behind: VkBehind): unknown {
  const { world } = behind;
  if (!world.boardOpen) throw new VkError(15, 'Access denied: board is disabled');
  const wires = world.topics
    .map((topic) => wireTopic(world, topic))
    .toSorted((a, b) => Number(b['updated']) - Number(a['updated']));
  const more = { default_order: 1, can_add_topics: 0 };
  return { ...listPage(args, behind, wires, 100, (wire) => wire), ...more };
}

function things(args: VkArgs, behind: VkBehind): unknown {
  const { world } = behind;
  return listPage(args, behind, world.things, 200, (id) => wireThing(world, id));
}

/** Newest first, but for the pinned one; of the same second the one added last. */
function shown(posts: readonly FakeVkPost[]): FakeVkPost[] {
  return posts
    .toReversed()
    .sort((a, b) => Number(b.pinned) - Number(a.pinned) || unixTime(b.at) - unixTime(a.at));
}

function listPage<T>(
  args: VkArgs,
  behind: VkBehind,
  all: readonly T[],
  most: number,
  wire: (item: T) => unknown,
  author?: (item: T) => number,
): Record<string, unknown> {
  const offset = numberOf(args, 'offset', 0);
  const count = Math.min(numberOf(args, 'count', 20, most), behind.pageSize);
  const items = behind.isEmpty() ? [] : all.slice(offset, offset + count);
  const names = author && args['extended'] === '1' ? namesIn(behind.world, items.map(author)) : {};
  return { count: all.length, items: items.map(wire), ...names };
}

function callbackServer({ groupId, callback }: VkWorld): unknown {
  const { secret, status } = callback;
  return {
    id: 1,
    title: 'Heard',
    creator_id: groupId,
    url: 'https://heard.example/vk',
    secret_key: secret,
    status,
  };
}
