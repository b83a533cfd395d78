import type { Author, CollectedMention } from '@heard/core';
import { countOf, dateOf, listOf, textOf, wireOf, type Wire } from '../wire.js';

/** The account itself: what it writes is the brand's. */
export interface OwnAccount {
  readonly id: string;
  readonly username?: string;
}

/** How a text that is not under our own media came to us; kept in `raw`, since it decides how it is answered. */
export type HeardBy = 'tag' | 'mention' | 'hashtag';

/** A media object of our own with its comment counter. */
export interface ParsedMedia {
  readonly mention: CollectedMention;
  readonly comments?: number;
}

const REPLY_FIELDS = 'id,text,timestamp,username,from{id,username},hidden,like_count,parent_id,user{id}';
/** The fields asked of media. */
export const MEDIA_FIELDS =
  'id,caption,media_type,media_product_type,permalink,timestamp,username,owner{id},comments_count';
/** The fields of media that tag the account. */
export const TAG_FIELDS = 'id,caption,media_type,permalink,timestamp,username';
/** The fields of comments; replies come only inside their comment. */
export const COMMENT_FIELDS = `${REPLY_FIELDS.replace(',parent_id', '')},media{id},replies{${REPLY_FIELDS}}`;
/** The fields of replies listed by themselves. */
export const REPLIES_FIELDS = REPLY_FIELDS;

/** Reads media; undefined when it has no id. */
export function parseMedia(wire: Wire, own: OwnAccount, heardBy?: HeardBy): ParsedMedia | undefined {
  const externalId = textOf(wire['id']);
  if (externalId === undefined) return undefined;
  const author = authorOf(wire, own);
  const isOurs = heardBy === undefined;
  const mention: CollectedMention = {
    kind: 'post',
    externalId,
    author: isOurs ? { externalId: own.id, ...author, isBrand: true } : author,
    text: textOf(wire['caption']) ?? '',
    url: textOf(wire['permalink']),
    postedAt: dateOf(wire['timestamp']),
    platformState: 'visible',
    raw: isOurs ? wire : { ...wire, heardBy },
  };
  const count = wire['comments_count'];
  return { mention, ...(count !== undefined && { comments: countOf(count) }) };
}

/** Reads a comment with the replies inside it. */
export function parseThread(wire: Wire, own: OwnAccount, mediaId: string): CollectedMention[] {
  const comment = parseComment(wire, own, mediaId);
  if (comment === undefined) return [];
  const replies = wireOf(wire['replies'])['data'];
  const inside = replies === undefined ? [] : listOf(replies, 'list of replies');
  const { replies: _, ...bare } = wire;
  return [{ ...comment, raw: bare }, ...parseReplies(inside, own, mediaId, comment.externalId)];
}

/** Reads replies under one comment. */
export function parseReplies(
  wires: readonly Wire[],
  own: OwnAccount,
  mediaId: string,
  parentId: string,
): CollectedMention[] {
  return wires
    .map((wire) => parseComment(wire, own, mediaId, parentId))
    .filter((reply) => reply !== undefined);
}

/** Reads one comment, or a reply when its parent is given. */
export function parseComment(
  wire: Wire,
  own: OwnAccount,
  mediaId: string,
  parentId = textOf(wire['parent_id']),
): CollectedMention | undefined {
  const externalId = textOf(wire['id']);
  if (externalId === undefined) return undefined;
  return {
    kind: parentId === undefined ? 'comment' : 'reply',
    externalId,
    parentExternalId: parentId ?? mediaId,
    rootExternalId: mediaId,
    author: authorOf(wire, own),
    text: textOf(wire['text']) ?? '',
    postedAt: dateOf(wire['timestamp']),
    platformState: wire['hidden'] === true ? 'hidden' : 'visible',
    raw: wire,
  };
}

/** `user` is there only when the account itself wrote it; names are absent without the permission. */
function authorOf(wire: Wire, own: OwnAccount): Author {
  const from = wireOf(wire['from']);
  const externalId = textOf(from['id']) ?? textOf(wireOf(wire['owner'])['id']);
  const displayName = textOf(wire['username']) ?? textOf(from['username']);
  const isOwnName = displayName !== undefined && displayName === own.username;
  const isBrand = isOwnName || externalId === own.id || textOf(wireOf(wire['user'])['id']) !== undefined;
  return { ...(externalId && { externalId }), ...(displayName && { displayName }), isBrand };
}
