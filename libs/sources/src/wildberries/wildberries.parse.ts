import type { BrandReply, CollectedMention } from '@heard/core';
import { reviewText } from '../review-text.js';
import { countOf, dateOf, textOf, wireOf, type Wire } from '../wire.js';

const STARS = 5;

/** Reads a review; undefined when it has no id. */
export function parseFeedback(wire: Wire): CollectedMention | undefined {
  const externalId = textOf(wire['id']);
  if (externalId === undefined) return undefined;
  const displayName = textOf(wire['userName']);
  const product = wireOf(wire['productDetails']);
  const nmId = textOf(product['nmId']);
  const title = textOf(product['productName']);
  const stars = countOf(wire['productValuation']);
  // A customer who is still angry adds to the first review: a review of its own, with the first as its parent.
  const parent = textOf(wire['parentFeedbackId']);
  const brandReply = parseAnswer(wire);
  return {
    kind: 'review',
    externalId,
    ...(parent && { parentExternalId: parent, rootExternalId: parent }),
    author: { ...(displayName && { displayName }), isBrand: false },
    text: reviewText({
      comment: textOf(wire['text']),
      pros: textOf(wire['pros']),
      cons: textOf(wire['cons']),
    }),
    ...(title && { title }),
    ...(stars >= 1 && stars <= STARS && { rating: { value: stars, scale: STARS } }),
    ...(nmId && { url: `https://www.wildberries.ru/catalog/${nmId}/feedbacks` }),
    postedAt: dateOf(wire['createdDate']),
    platformState: 'visible',
    ...(brandReply && { brandReply }),
    raw: wire,
  };
}

/** Our answer that stands beside the review. */
export function parseAnswer(wire: Wire): BrandReply | undefined {
  const answer = wireOf(wire['answer']);
  const text = textOf(answer['text']);
  if (text === undefined) return undefined;
  const state = answer['state'];
  return { text, state: state === 'wbRu' ? 'visible' : state === 'rejected' ? 'rejected' : 'pending' };
}

/** True while the answer that stands can be corrected: once, within 60 days. */
export function isEditable(wire: Wire): boolean {
  return wireOf(wire['answer'])['editable'] === true;
}

/** Reads a question about goods; undefined when it has no id. Who asked is not told. */
export function parseQuestion(wire: Wire): CollectedMention | undefined {
  const externalId = textOf(wire['id']);
  if (externalId === undefined) return undefined;
  const product = wireOf(wire['productDetails']);
  const nmId = textOf(product['nmId']);
  const title = textOf(product['productName']);
  const brandReply = parseQuestionAnswer(wire);
  return {
    kind: 'post',
    externalId,
    author: { isBrand: false },
    text: textOf(wire['text']) ?? '',
    ...(title && { title }),
    ...(nmId && { url: `https://www.wildberries.ru/catalog/${nmId}/questions` }),
    postedAt: dateOf(wire['createdDate']),
    // The seller may decline a question: then nobody sees it.
    platformState: wire['state'] === 'none' ? 'hidden' : 'visible',
    ...(brandReply && { brandReply }),
    raw: wire,
  };
}

/** Our answer to a question. */
export function parseQuestionAnswer(wire: Wire): BrandReply | undefined {
  const answer = wireOf(wire['answer']);
  const text = textOf(answer['text']);
  if (text === undefined) return undefined;
  const at = dateOf(answer['createDate']);
  const state = wire['state'] === 'none' ? 'rejected' : wire['state'] === 'wbRu' ? 'visible' : 'pending';
  return { text, ...(at && { at }), state };
}
