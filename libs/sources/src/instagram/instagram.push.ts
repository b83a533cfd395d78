import { isFault } from '@heard/core';
import type { GraphApi } from '../graph-api.js';
import { whenRefused } from '../graph-gone.js';
import { type GraphChange, graphPush } from '../graph-push.js';
import type { Pushed } from '../source.js';
import { textOf, wireOf } from '../wire.js';
import { COMMENT_FIELDS, type OwnAccount, parseThread } from './instagram.parse.js';

/** What a webhook told of, by its ids: a comment under our own media, or a mention of us elsewhere. */
export interface InstagramTold {
  readonly mediaId: string;
  readonly commentId?: string;
  readonly elsewhere?: true;
}

/** The webhooks of an account: fields `comments` and `mentions`, in each of their shapes. */
export const instagramPush = graphPush('instagram', 'accountId', toldOf);

/** Reads a comment that a webhook told of, with the replies inside it, as the platform shows it now. */
export async function takeComment(
  { mediaId, commentId = '' }: InstagramTold,
  { graph, own }: { readonly graph: GraphApi; readonly own: OwnAccount },
  signal: AbortSignal,
): Promise<Pushed> {
  try {
    const { body } = await graph.get(commentId, { fields: COMMENT_FIELDS }, signal);
    return { mentions: parseThread(body, own, textOf(wireOf(body['media'])['id']) ?? mediaId) };
  } catch (refusal) {
    const error = await whenRefused(graph, commentId, refusal, signal);
    if (!isFault(error, 'missing')) throw error;
    // A webhook does not always say whether it is a reply.
    return {
      mentions: [],
      gone: (['comment', 'reply'] as const).map((kind) => ({ kind, externalId: commentId })),
    };
  }
}

function toldOf({ field, value }: GraphChange): InstagramTold | undefined {
  const commentId = textOf(value['comment_id']) ?? textOf(value['id']);
  if (field === 'comments' || field === 'live_comments') {
    const mediaId = textOf(wireOf(value['media'])['id']) ?? '';
    return commentId === undefined ? undefined : { mediaId, commentId };
  }
  const mediaId = textOf(value['media_id']);
  if (field !== 'mentions' || mediaId === undefined) return undefined;
  return { mediaId, elsewhere: true, ...(commentId !== undefined && { commentId }) };
}
