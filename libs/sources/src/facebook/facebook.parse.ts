import type { Author, CollectedMention, PlatformState } from '@heard/core';
import { countOf, dateOf, textOf, wireOf, type Wire } from '../wire.js';

/** A post of the feed with what the watch-list needs. */
export interface ParsedPost {
  readonly mention: CollectedMention;
  /** The platform's comment counter, where it shows one: a hint that a thread changed, never a completeness check. */
  readonly comments?: number;
  readonly published: boolean;
}

/** The fields asked for; an unknown one fails the whole call, so no more than needed. */
export const POST_FIELDS =
  'id,created_time,updated_time,message,story,permalink_url,from{id,name},is_published,is_hidden,status_type,attachments{title,description},comments.limit(0).summary(true)';
/** The fields of posts that tag the page. */
export const TAGGED_FIELDS =
  'id,created_time,message,story,permalink_url,from{id,name},attachments{title,description}';
/** The fields of comments. */
export const COMMENT_FIELDS =
  'id,created_time,message,from{id,name},parent{id},object{id},permalink_url,attachment{type,url},comment_count,like_count,is_hidden,is_private';

/** A comment's id has two forms, `9001_3001` and `3001`; the part after the last `_` is the same in both. */
export function canonicalCommentId(id: string): string {
  return id.slice(id.lastIndexOf('_') + 1);
}

/** Reads a post; undefined when it has no id. */
export function parsePost(wire: Wire, pageId: string): ParsedPost | undefined {
  const externalId = textOf(wire['id']);
  if (externalId === undefined) return undefined;
  const mention: CollectedMention = {
    kind: 'post',
    externalId,
    author: authorOf(wire, pageId),
    text: wordsOf(wire),
    url: textOf(wire['permalink_url']),
    postedAt: dateOf(wire['created_time']),
    platformState: stateOf(wire),
    raw: wire,
  };
  const summary = wireOf(wireOf(wire['comments'])['summary']);
  const count = summary['total_count'];
  return {
    mention,
    ...(count !== undefined && { comments: countOf(count) }),
    published: wire['is_published'] !== false,
  };
}

/** Reads a comment or a reply under a post; undefined when it has no id. */
export function parseComment(wire: Wire, pageId: string, postId: string): CollectedMention | undefined {
  const id = textOf(wire['id']);
  if (id === undefined) return undefined;
  const parentId = textOf(wireOf(wire['parent'])['id']);
  return {
    kind: parentId === undefined ? 'comment' : 'reply',
    externalId: canonicalCommentId(id),
    parentExternalId: parentId === undefined ? postId : canonicalCommentId(parentId),
    rootExternalId: postId,
    author: authorOf(wire, pageId),
    text: textOf(wire['message']) ?? '',
    url: textOf(wire['permalink_url']),
    postedAt: dateOf(wire['created_time']),
    platformState: stateOf(wire),
    raw: wire,
  };
}

/** What was written; of a post without words what is attached says, or else what Facebook itself says of it. */
function wordsOf(wire: Wire): string {
  const message = textOf(wire['message']) ?? '';
  if (message.trim() !== '') return message;
  const list = wireOf(wire['attachments'])['data'];
  const attached = (Array.isArray(list) ? list : [])
    .map(wireOf)
    .flatMap(({ title, description }) => [textOf(title), textOf(description)])
    .filter((words) => words !== undefined && words.trim() !== '');
  return attached.length > 0 ? [...new Set(attached)].join('\n') : (textOf(wire['story']) ?? '');
}

function authorOf(wire: Wire, pageId: string): Author {
  const from = wireOf(wire['from']);
  const externalId = textOf(from['id']);
  const displayName = textOf(from['name']);
  return {
    ...(externalId && { externalId }),
    ...(displayName && { displayName }),
    isBrand: externalId === pageId,
  };
}

function stateOf(wire: Wire): PlatformState {
  return wire['is_hidden'] === true ? 'hidden' : 'visible';
}
