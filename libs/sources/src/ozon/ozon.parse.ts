import type { CollectedMention, PlatformState } from '@heard/core';
import { countOf, dateOf, textOf, type Wire } from '../wire.js';

const STARS = 5;

/** Reads a review; undefined when it has no id. Ozon tells neither who wrote it nor what the goods are called. */
export function parseReview(wire: Wire): CollectedMention | undefined {
  const externalId = textOf(wire['id']);
  if (externalId === undefined) return undefined;
  // A number in one version of the API, text in the other.
  const sku = textOf(wire['sku']);
  const stars = countOf(wire['rating']);
  return {
    kind: 'review',
    externalId,
    author: { isBrand: false },
    text: textOf(wire['text']) ?? '',
    ...(stars >= 1 && stars <= STARS && { rating: { value: stars, scale: STARS } }),
    ...(sku && { url: `https://www.ozon.ru/product/${encodeURIComponent(sku)}/reviews/` }),
    postedAt: publishedAt(wire),
    platformState: 'visible',
    raw: wire,
  };
}

/** Reads a comment below a review. */
export function parseComment(wire: Wire, reviewId: string): CollectedMention | undefined {
  const externalId = textOf(wire['id']);
  if (externalId === undefined) return undefined;
  return {
    kind: 'comment',
    externalId,
    parentExternalId: textOf(wire['parent_comment_id']) ?? reviewId,
    rootExternalId: reviewId,
    author: { isBrand: wire['is_owner'] === true || wire['is_official'] === true },
    text: textOf(wire['text']) ?? '',
    postedAt: publishedAt(wire),
    platformState: stateOf(wire),
    raw: wire,
  };
}

/** Reads a question about goods; undefined when it has no id. */
export function parseQuestion(wire: Wire): CollectedMention | undefined {
  const externalId = textOf(wire['id']);
  if (externalId === undefined) return undefined;
  const displayName = textOf(wire['author_name']);
  const url = [wire['question_link'], wire['product_url']].map(textOf).find(isPublicLink);
  return {
    kind: 'post',
    externalId,
    author: { ...(displayName && { displayName }), isBrand: false },
    text: textOf(wire['text']) ?? '',
    ...(url && { url }),
    postedAt: publishedAt(wire),
    platformState: 'visible',
    raw: wire,
  };
}

/** Reads an answer to a question: of the shop when it bears its name, else of another buyer. */
export function parseAnswer(
  wire: Wire,
  questionId: string,
  shopName: string | undefined,
): CollectedMention | undefined {
  const externalId = textOf(wire['id']);
  if (externalId === undefined) return undefined;
  const displayName = textOf(wire['author_name']);
  return {
    kind: 'reply',
    externalId,
    parentExternalId: questionId,
    rootExternalId: questionId,
    author: { ...(displayName && { displayName }), isBrand: isShop(displayName, shopName) },
    text: textOf(wire['text']) ?? '',
    postedAt: publishedAt(wire),
    platformState: 'visible',
    raw: wire,
  };
}

/** Ozon marks no answer as the shop's: it shows its name, or the word for a seller. */
function isShop(name: string | undefined, shopName: string | undefined): boolean {
  const shown = plain(name);
  return shown !== '' && (shown === plain(shopName) || shown === 'продавец');
}

const plain = (name = ''): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** The seller's cabinet is no place that a colleague without its password can look at. */
function isPublicLink(link: string | undefined): link is string {
  return link !== undefined && /^https:\/\/(?:www\.)?ozon\.ru\//.test(link);
}

/** Newer answers tell of comments before they are published, older ones list published comments only. */
function stateOf(wire: Wire): PlatformState {
  if (wire['is_rejected'] === true) return 'hidden';
  return wire['is_published'] === false ? 'unknown' : 'visible';
}

/** When a review or a comment appeared. */
export function publishedAt(wire: Wire): Date | undefined {
  return dateOf(wire['published_at']);
}

/** Ozon's clock may be behind ours by so much. */
const CLOCK_SLACK_MS = 60_000;

/** Whether a comment or an answer is no older than ours can be. */
export function isNotBefore(wire: Wire, since: Date): boolean {
  const at = publishedAt(wire);
  return at === undefined || at.getTime() >= since.getTime() - CLOCK_SLACK_MS;
}
