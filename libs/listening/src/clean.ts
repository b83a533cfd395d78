import type { CollectedMention } from '@heard/core';

/**
 * PostgreSQL stores neither U+0000 nor half of a surrogate pair, in text nor in jsonb: they stay visible as U+2400 and
 * U+FFFD, which are one code unit too, so that places in the text stay what they are.
 */
export function cleanText(text: string): string {
  return text.replaceAll('\u0000', '\u2400').toWellFormed();
}

/** The address of a page for one customer: its last part is a secret that whoever reads it can use. */
const customersLink = /(\/(?:how|report)(?:\/|%2F)|%2F(?:how|report)%2F)[\w-]{43}(?![\w-])/giu;

/** A text without the secrets in links of ours: we say them in public, and read them back with everything else. */
export function withoutLinkSecrets(text: string): string {
  return text.replaceAll(customersLink, '$1…');
}

const holdsLink = (text: string | undefined): boolean =>
  text !== undefined && text.search(customersLink) >= 0;

const unlinked = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : withoutLinkSecrets(text);

const clean = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : cleanText(text);

/**
 * A mention whose every text can be stored; what came stays in `raw` as it came. A reply without a named thread belongs
 * to the thread of what it replies to.
 */
export function cleanMention(given: CollectedMention): CollectedMention {
  const mention = cleanLinks(given);
  if (isClean(mention)) return mention;
  return {
    ...mention,
    externalId: cleanText(mention.externalId),
    parentExternalId: clean(mention.parentExternalId),
    rootExternalId: clean(mention.rootExternalId ?? mention.parentExternalId),
    text: cleanText(mention.text),
    title: clean(mention.title),
    url: clean(mention.url),
    location: clean(mention.location),
    author: {
      ...mention.author,
      externalId: clean(mention.author.externalId),
      displayName: clean(mention.author.displayName),
    },
    rating: cleanRating(mention.rating),
    editedAt: isStorable(mention.editedAt) ? mention.editedAt : undefined,
    missed: mention.missed && {
      ...mention.missed,
      phone: cleanText(mention.missed.phone),
      ...(mention.missed.called === undefined ? {} : { called: cleanText(mention.missed.called) }),
    },
  };
}

function cleanLinks(mention: CollectedMention): CollectedMention {
  const { text, title, url, brandReply } = mention;
  if (![text, title, url, brandReply?.text].some(holdsLink)) return mention;
  return {
    ...mention,
    text: withoutLinkSecrets(text),
    title: unlinked(title),
    url: unlinked(url),
    brandReply: brandReply && { ...brandReply, text: withoutLinkSecrets(brandReply.text) },
  };
}

/** Nearly every mention is fine as it is, and looking costs less than copying. */
function isClean(mention: CollectedMention): boolean {
  const { author, rating, editedAt, parentExternalId, rootExternalId } = mention;
  return (
    isStorableText(mention.text) &&
    isStorableText(mention.externalId) &&
    [
      mention.title,
      mention.url,
      mention.location,
      rootExternalId,
      author.externalId,
      author.displayName,
      mention.missed?.phone,
      mention.missed?.called,
    ].every(isStorableText) &&
    isStorableText(parentExternalId) &&
    (parentExternalId === undefined || rootExternalId !== undefined) &&
    (rating === undefined || (Number.isSafeInteger(rating.value) && Number.isSafeInteger(rating.scale))) &&
    (editedAt === undefined || isStorable(editedAt))
  );
}

const isStorableText = (text: string | undefined): boolean =>
  text === undefined || (text.isWellFormed() && !text.includes('\u0000'));

/** A rating is kept as a float of four bytes: what is nearer to zero than that can say is zero, what is beyond it is none. */
function cleanRating(rating: CollectedMention['rating']): CollectedMention['rating'] {
  if (!rating) return undefined;
  const [value, scale] = [rating.value, rating.scale].map((part) => (Math.fround(part) === 0 ? 0 : part));
  if (value === undefined || scale === undefined) return undefined;
  return Number.isFinite(Math.fround(value)) && Number.isFinite(Math.fround(scale))
    ? { value, scale }
    : undefined;
}

/** From the year 1 on; before it, a calendar of JavaScript and one of PostgreSQL write the year differently. */
const earliestMs = Date.parse('0001-01-01T00:00:00Z');

function isStorable(at: Date | undefined): at is Date {
  return at !== undefined && at.getTime() >= earliestMs;
}

/** A platform's clock may run ahead of ours by so much before a posting time is taken for wrong. */
const aheadMs = 5 * 60 * 1000;

/** When it was posted: as given, or now where the platform does not tell or tells of the future. */
export function postedAtOf(mention: CollectedMention, now: Date): { at: Date; given: boolean } {
  const given = mention.postedAt;
  if (!isStorable(given) || given.getTime() > now.getTime() + aheadMs) {
    return { at: now, given: false };
  }
  return { at: given > now ? now : given, given: true };
}
