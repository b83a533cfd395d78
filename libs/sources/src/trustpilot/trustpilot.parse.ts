import type { BrandReply, CollectedMention } from '@heard/core';
import { countOf, dateOf, textOf, wireOf, type Wire } from '../wire.js';

const REVIEWS = 'https://www.trustpilot.com/reviews';

/** Reads a review; undefined when it has no id. */
export function parseReview(wire: Wire): CollectedMention | undefined {
  const externalId = textOf(wire['id']);
  if (externalId === undefined) return undefined;
  const title = textOf(wire['title']);
  const location = textOf(wireOf(wire['location'])['name']);
  const stars = countOf(wire['stars']);
  const editedAt = dateOf(wire['updatedAt']);
  const brandReply = parseReply(wire);
  const isHidden = wireOf(wire['reportData'])['reviewVisibility'] === 'hidden';
  return {
    kind: 'review',
    externalId,
    author: { ...consumerOf(wire), isBrand: false },
    text: textOf(wire['text']) ?? '',
    ...(title && { title }),
    ...(stars > 0 && { rating: { value: stars, scale: 5 } }),
    ...(location && { location }),
    url: `${REVIEWS}/${encodeURIComponent(externalId)}`,
    postedAt: dateOf(wire['createdAt']),
    ...(editedAt && { editedAt }),
    platformState: isHidden ? 'hidden' : 'visible',
    ...(brandReply && { brandReply }),
    raw: withoutAddress(wire),
  };
}

/** Our answer that stands beside the review. */
export function parseReply(wire: Wire): BrandReply | undefined {
  const reply = wireOf(wire['companyReply']);
  const text = textOf(reply['text']);
  if (text === undefined) return undefined;
  return { text, at: dateOf(reply['updatedAt']) ?? dateOf(reply['createdAt']), state: 'visible' };
}

function consumerOf(wire: Wire): { externalId?: string; displayName?: string } {
  const consumer = wireOf(wire['consumer']);
  const externalId = textOf(consumer['id']);
  const displayName = textOf(consumer['displayName']);
  return { ...(externalId && { externalId }), ...(displayName && { displayName }) };
}

/** The reviewer's e-mail address, which the private API shows, is nobody's business here. */
function withoutAddress(wire: Wire): Wire {
  const { referralEmail: _, ...rest } = wire;
  return rest;
}
