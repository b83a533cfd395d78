import type { BrandReply, CollectedMention } from '@heard/core';
import { countOf, dateOf, textOf, wireOf, type Wire } from '../wire.js';

const STORE = 'https://play.google.com/store/apps/details';

/** Reads a review; undefined when it has no id. Google tells when it was last changed, and not when it was written. */
export function parseReview(wire: Wire, packageName: string): CollectedMention | undefined {
  const externalId = textOf(wire['reviewId']);
  if (externalId === undefined) return undefined;
  const comment = commentOf(wire, 'userComment');
  const displayName = textOf(wire['authorName'])?.trim();
  const [title, text] = partsOf(textOf(comment['originalText']) ?? textOf(comment['text']) ?? '');
  const stars = countOf(comment['starRating']);
  const brandReply = parseReply(wire);
  return {
    kind: 'review',
    externalId,
    author: { ...(displayName && { displayName }), isBrand: false },
    text,
    ...(title && { title }),
    ...(stars > 0 && { rating: { value: stars, scale: 5 } }),
    url: `${STORE}?${new URLSearchParams({ id: packageName, reviewId: externalId }).toString()}`,
    postedAt: changedAt(wire),
    platformState: 'visible',
    ...(brandReply && { brandReply }),
    raw: wire,
  };
}

/** Our answer that stands beside the review. */
export function parseReply(wire: Wire): BrandReply | undefined {
  const comment = commentOf(wire, 'developerComment');
  const text = textOf(comment['text']);
  return text === undefined ? undefined : { text, at: timeOf(comment['lastModified']), state: 'visible' };
}

/** When the customer last changed the review: what the list is ordered by. */
export function changedAt(wire: Wire): Date | undefined {
  return timeOf(commentOf(wire, 'userComment')['lastModified']);
}

/** A review holds what the customer said and what was answered, each in a comment of its own; the last of a kind is the standing one. */
function commentOf(wire: Wire, kind: 'userComment' | 'developerComment'): Wire {
  const comments = Array.isArray(wire['comments']) ? wire['comments'] : [];
  const own = comments.map((each) => wireOf(each)[kind]).filter((each) => each !== undefined);
  return wireOf(own.at(-1));
}

/** Google puts the title before the text, and a tab between, also where there is no title. */
function partsOf(text: string): [title: string, text: string] {
  const tab = text.indexOf('\t');
  return tab < 0 ? ['', text] : [text.slice(0, tab).trim(), text.slice(tab + 1).trim()];
}

/** Seconds come as text, with their fraction beside them. */
function timeOf(value: unknown): Date | undefined {
  const { seconds, nanos } = wireOf(value);
  const since = countOf(seconds);
  return since === 0 ? undefined : dateOf(since + countOf(nanos) / 1_000_000_000);
}
