import type { CollectedMention } from '@heard/core';

/** U+0000 cannot be stored in PostgreSQL's text; it stays visible as U+2400, which is one code unit too. */
export function cleanText(text: string): string {
  return text.includes('\u0000') ? text.replaceAll('\u0000', '\u2400') : text;
}

const clean = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : cleanText(text);

/**
 * A mention whose every text can be stored; what came stays in `raw` as it came. A reply without a named thread belongs
 * to the thread of what it replies to.
 */
export function cleanMention(mention: CollectedMention): CollectedMention {
  return {
    ...mention,
    externalId: cleanText(mention.externalId),
    parentExternalId: clean(mention.parentExternalId),
    rootExternalId: clean(mention.rootExternalId ?? mention.parentExternalId),
    text: cleanText(mention.text),
    title: clean(mention.title),
    url: clean(mention.url),
    author: {
      ...mention.author,
      externalId: clean(mention.author.externalId),
      displayName: clean(mention.author.displayName),
    },
  };
}

/** A platform's clock may run ahead of ours by so much before a posting time is taken for wrong. */
const aheadMs = 5 * 60 * 1000;

/** When it was posted: as given, or now where the platform does not tell or tells of the future. */
export function postedAtOf(mention: CollectedMention, now: Date): { at: Date; given: boolean } {
  const given = mention.postedAt;
  if (!given || Number.isNaN(given.getTime()) || given.getTime() > now.getTime() + aheadMs) {
    return { at: now, given: false };
  }
  return { at: given > now ? now : given, given: true };
}
