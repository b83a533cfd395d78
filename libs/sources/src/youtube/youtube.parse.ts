import type { CollectedMention, PlatformState } from '@heard/core';
import { countOf, dateOf, textOf, wireOf, type Wire } from '../wire.js';

/** A thread as a list shows it: the comment, the replies that are shown with it, and how many there are. */
export interface YoutubeThread {
  readonly comment: CollectedMention;
  readonly replies: readonly CollectedMention[];
  readonly replyCount: number;
}

/** Reads a thread; undefined when it has no comment with an id. */
export function parseThread(wire: Wire, channelId: string): YoutubeThread | undefined {
  const snippet = wireOf(wire['snippet']);
  const comment = parseComment(wireOf(snippet['topLevelComment']), channelId);
  if (comment === undefined) return undefined;
  const { comments } = wireOf(wire['replies']);
  const replies = (Array.isArray(comments) ? comments : [])
    .map((reply) => parseReply(wireOf(reply), comment.externalId, channelId))
    .filter((reply) => reply !== undefined);
  return { comment, replies, replyCount: countOf(snippet['totalReplyCount']) };
}

/** Reads a comment under a video; undefined when it has no id. */
export function parseComment(wire: Wire, channelId: string): CollectedMention | undefined {
  const externalId = textOf(wire['id']);
  if (externalId === undefined) return undefined;
  const snippet = wireOf(wire['snippet']);
  const videoId = textOf(snippet['videoId']);
  const authorId = textOf(wireOf(snippet['authorChannelId'])['value']);
  const displayName = textOf(snippet['authorDisplayName']);
  const postedAt = dateOf(snippet['publishedAt']);
  const updatedAt = dateOf(snippet['updatedAt']);
  const isEdited = updatedAt !== undefined && postedAt !== undefined && updatedAt > postedAt;
  return {
    kind: 'comment',
    externalId,
    author: {
      ...(authorId && { externalId: authorId }),
      ...(displayName && { displayName }),
      isBrand: authorId === channelId,
    },
    // The original is shown to its author only; the text to show is asked for without HTML.
    text: textOf(snippet['textOriginal']) ?? textOf(snippet['textDisplay']) ?? '',
    ...(videoId && { url: linkOf(videoId, externalId) }),
    postedAt: postedAt ?? updatedAt,
    ...(isEdited && { editedAt: updatedAt }),
    platformState: stateOf(snippet['moderationStatus']),
    raw: wire,
  };
}

/** Reads a reply to a comment; undefined when it has no id. */
export function parseReply(wire: Wire, commentId: string, channelId: string): CollectedMention | undefined {
  const read = parseComment(wire, channelId);
  return read && { ...read, kind: 'reply', parentExternalId: commentId, rootExternalId: commentId };
}

/** What waits for a look or was refused is told to the channel's owner only. */
function stateOf(status: unknown): PlatformState {
  return status === undefined || status === 'published' ? 'visible' : 'hidden';
}

function linkOf(videoId: string, commentId: string): string {
  return `https://www.youtube.com/watch?${new URLSearchParams({ v: videoId, lc: commentId }).toString()}`;
}
