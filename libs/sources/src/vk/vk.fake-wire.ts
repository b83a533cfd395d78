import type { FakeVkComment, FakeVkPost, FakeVkTopic, VkWorld } from './vk.world.js';

/** Unix seconds, as VK writes times. */
export function unixTime(at: string): number {
  return Math.floor(Date.parse(at) / 1000);
}

/** A post as VK shows it. */
export function wirePost(world: VkWorld, post: FakeVkPost): Record<string, unknown> {
  const comments = world.comments.filter(
    ({ place, placeId, removed }) => place === 'wall' && placeId === post.id && !removed,
  );
  return {
    inner_type: 'wall_wallpost',
    id: post.id,
    owner_id: post.ownerId,
    from_id: post.fromId,
    date: unixTime(post.at),
    ...(post.editedAt !== undefined && { edited: unixTime(post.editedAt) }),
    text: post.text,
    post_type: 'post',
    ...(post.pinned && { is_pinned: 1 }),
    attachments: [],
    comments: { can_post: 1, count: comments.length, groups_can_post: true },
    likes: { can_like: 1, count: 0, user_likes: 0 },
    views: { count: 12 },
  };
}

/** A comment as VK shows it; a deleted one with replies stays as an empty place. */
export function wireComment(world: VkWorld, comment: FakeVkComment): Record<string, unknown> {
  const where =
    comment.place !== 'wall'
      ? {}
      : {
          post_id: comment.placeId,
          owner_id: -world.groupId,
          parents_stack: comment.topId === undefined ? [] : [comment.topId],
          ...(comment.replyTo !== undefined && { reply_to_comment: comment.replyTo }),
        };
  const said = comment.removed
    ? { from_id: 0, text: '', deleted: true }
    : { from_id: comment.fromId, text: comment.text };
  return { id: comment.id, date: unixTime(comment.at), ...said, ...where };
}

/** The Callback API names the place of a comment in the comment; a deletion names the owner of a photo or a video another way. */
export function wirePlace({ groupId }: VkWorld, { place, placeId }: FakeVkComment, type: string) {
  const owner = -groupId;
  switch (place) {
    case 'topic':
      return { topic_owner_id: owner, topic_id: placeId };
    case 'photo':
    case 'video': {
      const ownerName = type.endsWith('_delete') ? 'owner_id' : `${place}_owner_id`;
      return { [ownerName]: owner, [`${place}_id`]: placeId };
    }
    case 'wall':
    case 'market':
      return { post_owner_id: owner, owner_id: owner, post_id: placeId };
  }
}

/** A topic as VK shows it. */
export function wireTopic(world: VkWorld, topic: FakeVkTopic): Record<string, unknown> {
  const said = world.comments.filter(
    ({ place, placeId, removed }) => place === 'topic' && placeId === topic.id && !removed,
  );
  const updated =
    said
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? topic.at;
  return {
    id: topic.id,
    title: topic.title,
    created: unixTime(topic.at),
    created_by: -world.groupId,
    updated: unixTime(updated),
    updated_by: said.at(-1)?.fromId ?? -world.groupId,
    is_closed: 0,
    is_fixed: 0,
    comments: said.length,
  };
}

/** Names of the authors in a list. */
export function namesIn(world: VkWorld, fromIds: readonly number[]): Record<string, unknown> {
  const asked = new Set(fromIds);
  return {
    profiles: world.people.filter(({ id }) => asked.has(id)).map(wirePerson),
    groups: asked.has(-world.groupId) ? [wireGroup(world)] : [],
  };
}

/** A person as VK shows them. */
export function wirePerson({ id, name }: { id: number; name: string }): Record<string, unknown> {
  const [first = '', ...last] = name.split(' ');
  return {
    id,
    first_name: first,
    last_name: last.join(' '),
    screen_name: `id${id}`,
    is_closed: false,
    can_access_closed: true,
  };
}

/** The community as VK shows it. */
export function wireGroup(world: VkWorld): Record<string, unknown> {
  return { id: world.groupId, name: world.title, screen_name: 'mayak_books', is_closed: 0, type: 'page' };
}

/** A thing for sale as VK shows it. */
export function wireThing({ groupId }: VkWorld, id: number): Record<string, unknown> {
  return {
    id,
    owner_id: -groupId,
    title: `Книга ${id}`,
    description: 'Книга в твёрдой обложке',
    availability: 0,
    category: { inner_type: 'market_market_category_nested', id: 1, name: 'Книги' },
    price: { amount: '100', currency: { id: 643, name: 'RUB', title: '₽' }, text: '1 ₽' },
  };
}
