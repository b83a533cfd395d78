import type { CollectedMention } from '@heard/core';
import { countOf, dateOf, textOf, wireOf, type Wire } from '../wire.js';

/** Where a feed is from. */
export interface FeedPlace {
  readonly appId: string;
  readonly country: string;
}

/** The entries of a page: none, one that is no list, or a list; without the app itself, which older feeds put first. */
export function entriesOf(feed: Wire): Wire[] {
  const { entry } = feed;
  const entries = entry === undefined ? [] : Array.isArray(entry) ? entry.map(wireOf) : [wireOf(entry)];
  return entries.filter((each) => each['im:rating'] !== undefined);
}

/** Reads a review of the public feed; undefined when it has no id. The feed tells when it was last changed only. */
export function parseEntry(wire: Wire, { appId, country }: FeedPlace): CollectedMention | undefined {
  const externalId = labelOf(wire['id']);
  if (externalId === undefined) return undefined;
  const author = wireOf(wire['author']);
  const displayName = labelOf(author['name']);
  const [authorId] = /\d+$/.exec(labelOf(author['uri']) ?? '') ?? [];
  const title = labelOf(wire['title']);
  const stars = countOf(labelOf(wire['im:rating']));
  return {
    kind: 'review',
    externalId,
    author: {
      ...(authorId && { externalId: authorId }),
      ...(displayName && { displayName }),
      isBrand: false,
    },
    text: labelOf(wire['content']) ?? '',
    ...(title && { title }),
    ...(stars > 0 && { rating: { value: stars, scale: 5 } }),
    url: `https://apps.apple.com/${country}/app/id${appId}?see-all=reviews`,
    postedAt: dateOf(labelOf(wire['updated'])),
    platformState: 'visible',
    raw: wire,
  };
}

/** Every value stands under `label`, as text. */
function labelOf(value: unknown): string | undefined {
  return textOf(wireOf(value)['label']);
}
