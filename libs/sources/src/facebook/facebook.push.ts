import { isFault } from '@heard/core';
import type { GraphApi } from '../graph-api.js';
import { whenRefused } from '../graph-gone.js';
import { graphPush, type GraphChange } from '../graph-push.js';
import type { Pushed } from '../source.js';
import { textOf } from '../wire.js';
import {
  canonicalCommentId,
  COMMENT_FIELDS,
  parseComment,
  parsePost,
  POST_FIELDS,
} from './facebook.parse.js';

/** What a webhook told of: ids only. The text is asked for, so that a forged or stale one is never stored. */
interface Told {
  readonly postId: string;
  readonly commentId?: string;
  readonly isReply?: boolean;
  readonly removed: boolean;
}

const postItems = new Set(['post', 'status', 'photo', 'video', 'share', 'link']);

/** The webhooks of a page: fields `feed` and `mention`. */
export const facebookPush = graphPush('page', 'pageId', toldOf);

/** Reads what a webhook told of, as the platform shows it now. */
export async function takeFacebookPush(
  event: unknown,
  { graph, pageId }: { readonly graph: GraphApi; readonly pageId: string },
  signal: AbortSignal,
): Promise<Pushed> {
  const told = event as Told;
  if (told.removed) return { mentions: [], gone: [goneOf(told)] };
  const { postId, commentId } = told;
  const fields = commentId === undefined ? POST_FIELDS : COMMENT_FIELDS;
  try {
    const { body } = await graph.get(commentId ?? postId, { fields }, signal);
    if (commentId !== undefined) return { mentions: present(parseComment(body, pageId, postId)) };
    const post = parsePost(body, pageId);
    return { mentions: post?.published === true ? [post.mention] : [] };
  } catch (refusal) {
    const error = await whenRefused(graph, commentId ?? postId, refusal, signal);
    // Deleted, or hidden from us, before we asked.
    if (isFault(error, 'missing')) return { mentions: [], gone: [goneOf(told)] };
    throw error;
  }
}

function toldOf({ field, value }: GraphChange): Told | undefined {
  if (field !== 'feed' && field !== 'mention') return undefined;
  const postId = textOf(value['post_id']);
  const commentId = textOf(value['comment_id']);
  const item = textOf(value['item']) ?? '';
  if (postId === undefined || !(commentId !== undefined || postItems.has(item))) return undefined;
  if (item === 'reaction' || item === 'like') return undefined;
  const parentId = textOf(value['parent_id']);
  return {
    postId,
    ...(commentId !== undefined && { commentId, isReply: parentId !== undefined && parentId !== postId }),
    removed: value['verb'] === 'remove',
  };
}

function goneOf({ postId, commentId, isReply }: Told): {
  kind: 'post' | 'comment' | 'reply';
  externalId: string;
} {
  if (commentId === undefined) return { kind: 'post', externalId: postId };
  return { kind: isReply ? 'reply' : 'comment', externalId: canonicalCommentId(commentId) };
}

function present<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
