import type { BrandReply, CollectedMention } from '@heard/core';
import { dateOf, textOf, wireOf, type Wire } from '../wire.js';

const STARS: ReadonlyMap<unknown, number> = new Map([
  ['ONE', 1],
  ['TWO', 2],
  ['THREE', 3],
  ['FOUR', 4],
  ['FIVE', 5],
]);
const ORIGINAL = /\(Original\)\s*/;
const TRANSLATED = '(Translated by Google)';

/** Reads a review; undefined when it has no id. */
export function parseReview(wire: Wire): CollectedMention | undefined {
  const externalId = textOf(wire['reviewId']);
  if (externalId === undefined) return undefined;
  const reviewer = wireOf(wire['reviewer']);
  const displayName = reviewer['isAnonymous'] === true ? undefined : textOf(reviewer['displayName']);
  const stars = STARS.get(wire['starRating']);
  const postedAt = dateOf(wire['createTime']);
  const updatedAt = dateOf(wire['updateTime']);
  const isEdited = updatedAt !== undefined && postedAt !== undefined && updatedAt > postedAt;
  const brandReply = parseReply(wire);
  return {
    kind: 'review',
    externalId,
    author: { ...(displayName && { displayName }), isBrand: false },
    text: originalOf(textOf(wire['comment']) ?? ''),
    ...(stars !== undefined && { rating: { value: stars, scale: 5 } }),
    postedAt: postedAt ?? updatedAt,
    ...(isEdited && { editedAt: updatedAt }),
    platformState: 'visible',
    ...(brandReply && { brandReply }),
    raw: wire,
  };
}

/** Our reply that stands beside the review. */
export function parseReply(wire: Wire): (BrandReply & { readonly reason?: string }) | undefined {
  const reply = wireOf(wire['reviewReply']);
  const text = textOf(reply['comment']);
  if (text === undefined) return undefined;
  const reason = textOf(reply['policyViolation']);
  const state = reply['reviewReplyState'];
  return {
    text: originalOf(text),
    at: dateOf(reply['updateTime']),
    state: state === 'PENDING' ? 'pending' : state === 'REJECTED' ? 'rejected' : 'visible',
    ...(reason && { reason }),
  };
}

/** The words the customer wrote: Google may put a machine translation before or after them. */
export function originalOf(comment: string): string {
  const [, original] = comment.split(ORIGINAL);
  if (comment.startsWith(TRANSLATED) && original !== undefined) return original.trim();
  const translation = comment.indexOf(TRANSLATED);
  return translation > 0 ? comment.slice(0, translation).trim() : comment;
}
