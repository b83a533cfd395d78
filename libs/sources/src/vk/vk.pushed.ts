import { isFault } from '@heard/core';
import type { Pushed } from '../source.js';
import { textOf, wireOf, type Wire } from '../wire.js';
import type { VkApi } from './vk.api.js';
import { goneComment, namesOf, parseComment, parsePost, type VkNames } from './vk.parse.js';
import type { VkPlace } from './vk.place.js';

const NOTHING: Pushed = { mentions: [] };

/** Reads an event of the Callback API: it holds all but the author's name, which is asked for. */
export async function takeEvent(
  api: VkApi,
  groupId: string,
  event: unknown,
  signal: AbortSignal,
): Promise<Pushed> {
  const { type, object } = wireOf(event);
  const wire = wireOf(object);
  const [, about, what] =
    /^(wall_post|wall_reply|board_post|(?:market|photo|video)_comment)_(\w+)$/.exec(String(type)) ?? [];
  if (about === undefined) return NOTHING;
  if (about === 'wall_post') return takePost(api, groupId, wire, signal);
  const place = placeIn(about, wire, groupId);
  const id = textOf(wire['id']);
  if (place === undefined || id === undefined) return NOTHING;
  if (what === 'delete') return { mentions: [], gone: goneComment(place, id) };
  const mention = parseComment(wire, place, groupId, await askNames(api, wire, signal));
  return mention === undefined ? NOTHING : { mentions: [mention] };
}

/** Posts that wait for the community's leave are no public texts (yet). */
async function takePost(api: VkApi, groupId: string, wire: Wire, signal: AbortSignal): Promise<Pushed> {
  if (['suggest', 'postpone'].includes(textOf(wire['post_type']) ?? 'post')) return NOTHING;
  const post = parsePost(wire, groupId, await askNames(api, wire, signal));
  return post === undefined ? NOTHING : { mentions: [post.mention] };
}

/** What a comment stands under, by what its event is about: the kind of place, and the fields that name it. */
const PLACES: Readonly<Record<string, readonly [VkPlace['kind'], owner: string, id: string]>> = {
  wall_reply: ['wall', 'post_owner_id', 'post_id'],
  board_post: ['topic', 'topic_owner_id', 'topic_id'],
  market_comment: ['market', 'market_owner_id', 'item_id'],
  photo_comment: ['photo', 'photo_owner_id', 'photo_id'],
  video_comment: ['video', 'video_owner_id', 'video_id'],
};

function placeIn(about: string, wire: Wire, groupId: string): VkPlace | undefined {
  const [kind, owner, id] = PLACES[about] ?? [];
  // A photo may be named `pid`.
  const place =
    id === undefined ? undefined : textOf(wire[id] ?? (kind === 'photo' ? wire['pid'] : undefined));
  if (kind === undefined || owner === undefined || place === undefined) return undefined;
  return { kind, owner: textOf(wire[owner] ?? wire['owner_id']) ?? `-${groupId}`, id: place };
}

/** A complaint is heard without its author's name too, and does not wait for hours for it: only VK's being down is waited for. */
async function askNames(api: VkApi, wire: Wire, signal: AbortSignal): Promise<VkNames> {
  const from = Number(textOf(wire['from_id']) ?? 0);
  if (!Number.isSafeInteger(from) || from === 0) return new Map();
  try {
    if (from < 0) return namesOf(wireOf(await api.read('groups.getById', { group_id: -from }, signal)));
    return namesOf({ profiles: await api.read('users.get', { user_ids: from }, signal) });
  } catch (error) {
    if (!isFault(error) || isFault(error, 'unavailable')) throw error;
    return new Map();
  }
}
