import type { SimAnswer } from '../sim-server.js';
import { escapeHtml } from '../sim-page.js';
import type { FakeRemark } from './youtube.world.js';

/** How a comment is shown: as HTML unless it is asked for without. */
export interface Shown {
  readonly channelId: string;
  readonly isPlain: boolean;
  /** What waits for a look is marked for the owner. */
  readonly isOwner: boolean;
}

/** A comment or a reply as YouTube writes it; times have no fraction. */
export function commentWire(remark: FakeRemark, { channelId, isPlain, isOwner }: Shown): unknown {
  const { id, parentId, videoId, author, text } = remark;
  const shown = isPlain ? text : escapeHtml(text).replaceAll('\n', '<br>');
  return {
    kind: 'youtube#comment',
    etag: `e-${id}`,
    id,
    snippet: {
      ...{
        channelId,
        videoId,
        textDisplay: shown,
        parentId,
        canRate: true,
        viewerRating: 'none',
        likeCount: 0,
      },
      ...(isOwner && author?.id === channelId && { textOriginal: text }),
      authorDisplayName: author?.name ?? '',
      ...(author?.id !== undefined && { authorChannelId: { value: author.id } }),
      ...(isOwner && { moderationStatus: statusOf(remark) }),
      publishedAt: seconds(remark.at),
      updatedAt: seconds(remark.updatedAt),
    },
  };
}

/** A thread: the comment, some of the replies, and how many there are. */
export function threadWire(
  comment: FakeRemark,
  replies: readonly FakeRemark[],
  shownReplies: number,
  shown: Shown,
): unknown {
  const some = replies.slice(0, shownReplies).map((reply) => commentWire(reply, shown));
  return {
    kind: 'youtube#commentThread',
    etag: `t-${comment.id}`,
    id: comment.id,
    snippet: {
      channelId: shown.channelId,
      videoId: comment.videoId,
      canReply: true,
      totalReplyCount: replies.length,
      isPublic: true,
      topLevelComment: commentWire(comment, shown),
    },
    ...(some.length > 0 && { replies: { comments: some } }),
  };
}

/** A list of YouTube's. */
export function listWire(kind: string, items: readonly unknown[], next: string | undefined): SimAnswer {
  const pageInfo = { totalResults: items.length, resultsPerPage: items.length };
  const json = { kind: `youtube#${kind}ListResponse`, etag: 'e1', pageInfo, items };
  return { status: 200, json: next === undefined ? json : { ...json, nextPageToken: next } };
}

/** The errors of YouTube's API. */
export function youtubeError(code: number, reason: string, message: string): SimAnswer {
  const errors = [{ message, domain: code === 403 ? 'youtube.comment' : 'global', reason }];
  return { status: code, json: { error: { code, message, errors } } };
}

function seconds(at: string): string {
  return `${at.slice(0, 19)}Z`;
}

/** As the owner is told it. */
export function statusOf({ held, isSpam = false }: FakeRemark): string {
  if (isSpam) return 'likelySpam';
  return held ? 'heldForReview' : 'published';
}
