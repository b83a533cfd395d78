import type { BrandReply, CollectedMention } from '@heard/core';
import { countOf, dateOf, textOf, wireOf, type Wire } from '../wire.js';

/** Our answer beside a review, with the id it is called by. */
export interface AppStoreAnswer extends BrandReply {
  readonly externalId: string;
}

/** Reads a review; undefined when it has no id. Its answer is among the `included` of the document it came in. */
export function parseReview(wire: Wire, included: readonly Wire[]): CollectedMention | undefined {
  const externalId = textOf(wire['id']);
  if (externalId === undefined) return undefined;
  const attributes = wireOf(wire['attributes']);
  const displayName = textOf(attributes['reviewerNickname']);
  const title = textOf(attributes['title']);
  const stars = countOf(attributes['rating']);
  const answer = parseAnswer(wire, included);
  return {
    kind: 'review',
    externalId,
    author: { ...(displayName && { displayName }), isBrand: false },
    text: textOf(attributes['body']) ?? '',
    ...(title && { title }),
    ...(stars > 0 && { rating: { value: stars, scale: 5 } }),
    postedAt: dateOf(attributes['createdDate']),
    platformState: 'visible',
    ...(answer && { brandReply: { text: answer.text, at: answer.at, state: answer.state } }),
    raw: wire,
  };
}

/** The answer that stands beside a review of a document; Apple shows it after a look of its own. */
export function parseAnswer(review: Wire, included: readonly Wire[]): AppStoreAnswer | undefined {
  const { data } = wireOf(wireOf(review['relationships'])['response']);
  const id = textOf(wireOf(data)['id']);
  const found = included.find(
    (each) => each['type'] === 'customerReviewResponses' && textOf(each['id']) === id,
  );
  if (id === undefined || found === undefined) return undefined;
  const attributes = wireOf(found['attributes']);
  return {
    externalId: id,
    text: textOf(attributes['responseBody']) ?? '',
    at: dateOf(attributes['lastModifiedDate']),
    state: attributes['state'] === 'PENDING_PUBLISH' ? 'pending' : 'visible',
  };
}
