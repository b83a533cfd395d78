import type { Author, CollectedMention } from '@heard/core';
import type { GoneMention } from '../source.js';
import { countOf, dateOf, textOf, wireOf, type Wire } from '../wire.js';
import { commentId, placeId, urlOf, type VkPlace } from './vk.place.js';

/** Names of authors by their id; those of communities are negative. */
export type VkNames = ReadonlyMap<string, string>;

/** A post with what the watch-list needs. */
export interface ParsedPost {
  readonly mention: CollectedMention;
  /** The platform's comment counter, replies included: a hint that a thread changed. */
  readonly comments: number;
  /** Shown before newer ones. */
  readonly pinned: boolean;
  readonly deleted: boolean;
}

/** `[id1001|Ольга]` and `[https://vk.com/lavka|лавка]`, as VK writes mentions and links into texts. */
const MARKUP = /\[(?:(?:id|club|public|event|app)\d+(?::bp[-\d_]*)?|https?:\/\/[^|\]\s]+)\|([^\]]*)\]/g;

/** The text as people see it. */
export function plainText(text: string): string {
  return text.replace(MARKUP, '$1');
}

/** The names that came along with a list. */
export function namesOf(answer: Wire): VkNames {
  const wires = (list: unknown): Wire[] => (Array.isArray(list) ? list.map(wireOf) : []);
  const people = wires(answer['profiles']).map((wire) => [textOf(wire['id']) ?? '', nameOf(wire)] as const);
  const groups = wires(answer['groups']).map(
    (wire) => [`-${textOf(wire['id']) ?? ''}`, textOf(wire['name'])] as const,
  );
  const named = [...people, ...groups].filter((pair): pair is [string, string] => pair[1] !== undefined);
  return new Map(named);
}

function nameOf(wire: Wire): string | undefined {
  const parts = [textOf(wire['first_name']), textOf(wire['last_name'])].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** Reads a post; undefined when it has no id. */
export function parsePost(wire: Wire, groupId: string, names: VkNames): ParsedPost | undefined {
  const id = textOf(wire['id']);
  const owner = textOf(wire['owner_id']);
  if (id === undefined || owner === undefined) return undefined;
  const place = { kind: 'wall', owner, id } as const;
  const editedAt = countOf(wire['edited']) > 0 ? dateOf(wire['edited']) : undefined;
  const mention: CollectedMention = {
    kind: 'post',
    externalId: placeId(place),
    author: authorOf(wire, groupId, names),
    text: plainText(textOf(wire['text']) ?? ''),
    url: urlOf(place),
    postedAt: dateOf(wire['date']),
    ...(editedAt && { editedAt }),
    platformState: 'visible',
    raw: wire,
  };
  return {
    mention,
    comments: countOf(wireOf(wire['comments'])['count']),
    pinned: countOf(wire['is_pinned']) === 1,
    deleted: wire['is_deleted'] === true,
  };
}

/** Reads a comment; undefined when it has no id or was deleted. */
export function parseComment(
  wire: Wire,
  place: VkPlace,
  groupId: string,
  names: VkNames,
): CollectedMention | undefined {
  const id = textOf(wire['id']);
  if (id === undefined || wire['deleted'] === true) return undefined;
  const parent = parentOf(wire);
  return {
    kind: parent === undefined ? 'comment' : 'reply',
    externalId: commentId(place, id),
    parentExternalId: parent === undefined ? placeId(place) : commentId(place, parent),
    rootExternalId: placeId(place),
    author: authorOf(wire, groupId, names),
    text: plainText(textOf(wire['text']) ?? ''),
    url: urlOf(place, id),
    postedAt: dateOf(wire['date']),
    platformState: 'visible',
    raw: wire,
  };
}

/** The comment that this one replies to: a reply to a reply stands in the same thread. */
function parentOf(wire: Wire): string | undefined {
  return textOf(wire['reply_to_comment']) ?? topOf(wire);
}

/** The comment whose thread this one stands in; undefined for one that stands by itself. */
export function topOf(wire: Wire): string | undefined {
  const stack = wire['parents_stack'];
  return Array.isArray(stack) ? textOf(stack[0]) : undefined;
}

/** A deleted comment: whether it was a reply is not told with every deletion, so it is taken off as either. */
export function goneComment(place: VkPlace, id: string): GoneMention[] {
  const externalId = commentId(place, id);
  return [
    { kind: 'comment', externalId },
    { kind: 'reply', externalId },
  ];
}

/** VK gives `from_id` 0 for what was deleted: nobody. */
function authorOf(wire: Wire, groupId: string, names: VkNames): Author {
  const from = textOf(wire['from_id']);
  const externalId = from === '0' ? undefined : from;
  const displayName = externalId === undefined ? undefined : names.get(externalId);
  return {
    ...(externalId && { externalId }),
    ...(displayName && { displayName }),
    isBrand: externalId === `-${groupId}`,
  };
}
