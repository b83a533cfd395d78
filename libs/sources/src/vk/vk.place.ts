/** What comments stand under: a post of a wall, a topic of the board, a thing for sale, a photo, a video. */
export interface VkPlace {
  readonly kind: 'wall' | 'topic' | 'market' | 'photo' | 'video';
  /** Negative for a community. */
  readonly owner: string;
  readonly id: string;
}

const PLACE_ID = /^(topic|market|photo|video)?(-?\d+)_(\d+)(?:_(\d+))?$/;

/** The id of a place among mentions; a post's is also the one VK uses: `-2200_77`. */
export function placeId({ kind, owner, id }: VkPlace): string {
  return `${kind === 'wall' ? '' : kind}${owner}_${id}`;
}

/** The id of a comment among mentions: ids of comments are unique on their wall only. */
export function commentId(place: VkPlace, id: string): string {
  return `${placeId(place)}_${id}`;
}

/** The place that an id of ours is of, and the comment's number in it; undefined for an id of another form. */
export function placeOf(externalId: string): { place: VkPlace; comment?: string } | undefined {
  const [, kind = 'wall', owner, id, comment] = PLACE_ID.exec(externalId) ?? [];
  if (owner === undefined || id === undefined) return undefined;
  const place = { kind: kind as VkPlace['kind'], owner, id };
  return comment === undefined ? { place } : { place, comment };
}

/** Where people read it. */
export function urlOf(place: VkPlace, comment?: string): string {
  const { kind, owner, id } = place;
  if (kind === 'topic') return `https://vk.com/topic${owner}_${id}${comment ? `?post=${comment}` : ''}`;
  if (kind === 'market') return `https://vk.com/market${owner}?w=product${owner}_${id}`;
  if (kind !== 'wall') return `https://vk.com/${kind}${owner}_${id}`;
  return `https://vk.com/wall${owner}_${id}${comment ? `?reply=${comment}` : ''}`;
}
