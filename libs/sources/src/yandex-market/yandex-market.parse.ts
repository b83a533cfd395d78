import type { CollectedMention, PlatformState } from '@heard/core';
import { reviewText } from '../review-text.js';
import { countOf, dateOf, textOf, wireOf, type Wire } from '../wire.js';

const STARS = 5;

/** Reads a review; undefined when it has no id. */
export function parseFeedback(wire: Wire): CollectedMention | undefined {
  const externalId = textOf(wire['feedbackId']);
  if (externalId === undefined) return undefined;
  const displayName = textOf(wire['author']);
  const said = wireOf(wire['description']);
  const stars = countOf(wireOf(wire['statistics'])['rating']);
  return {
    kind: 'review',
    externalId,
    author: { ...(displayName && { displayName }), isBrand: false },
    text: reviewText({
      comment: textOf(said['comment']),
      pros: textOf(said['advantages']),
      cons: textOf(said['disadvantages']),
    }),
    ...(stars >= 1 && stars <= STARS && { rating: { value: stars, scale: STARS } }),
    postedAt: dateOf(wire['createdAt']),
    platformState: 'visible',
    raw: wire,
  };
}

/** How many answers to the review itself there are; answers to answers are not counted. */
export function commentsOf(wire: Wire): number {
  return countOf(wireOf(wire['statistics'])['commentsCount']);
}

/** Reads a comment below a review. It carries no time: `postedAt` is known only to the notification of it. */
export function parseComment(wire: Wire, postedAt?: Date): CollectedMention | undefined {
  const externalId = textOf(wire['id']);
  const feedbackId = textOf(wire['feedbackId']);
  if (externalId === undefined || feedbackId === undefined) return undefined;
  const author = wireOf(wire['author']);
  const displayName = textOf(author['name']);
  return {
    kind: 'comment',
    externalId,
    parentExternalId: textOf(wire['parentId']) ?? feedbackId,
    rootExternalId: feedbackId,
    author: { ...(displayName && { displayName }), isBrand: isOfBrand(wire) },
    text: textOf(wire['text']) ?? '',
    ...(postedAt && { postedAt }),
    platformState: stateOf(wire['status']),
    raw: wire,
  };
}

/** The cabinet wrote it, or the owner of the brand did. */
export function isOfBrand(wire: Wire): boolean {
  const type = wireOf(wire['author'])['type'];
  return type === 'BUSINESS' || type === 'BRAND';
}

function stateOf(status: unknown): PlatformState {
  switch (status) {
    case 'PUBLISHED':
      return 'visible';
    case 'BANNED':
      return 'hidden';
    case 'DELETED':
      return 'deleted';
    default:
      return 'unknown';
  }
}
