import type { CollectedMention, Rating } from '@heard/core';
import { isFrom, isUnder } from './mail.authentic.js';
import type { Letter } from './mail.letter.js';
import { type LetterTemplate, templates } from './mail.templates.js';

/** Why a letter is for a person to read. */
export type UnreadBecause = 'unknown_sender' | 'not_authentic' | 'not_understood';

/** A letter as a mention, or why a person has to look at it. */
export type LetterReading = { readonly mention: CollectedMention } | { readonly unread: UnreadBecause };

/** Reads a letter by the templates of its sender; only what is proved to come from there is believed. */
export function mentionOfLetter(
  letter: Letter,
  given: { readonly id: string; readonly receivedAt: Date; readonly authServer: string },
): LetterReading {
  const [mailbox = '', domain = ''] = letter.from?.split('@') ?? [];
  const theirs = templates.flatMap((template) => {
    const sender = template.senders.find(
      (each) => isUnder(domain, each) && (domain !== each || (template.mailboxes?.test(mailbox) ?? true)),
    );
    return sender === undefined ? [] : [{ template, sender }];
  });
  if (theirs.length === 0) return { unread: 'unknown_sender' };
  const proved = theirs.filter(({ sender }) => isFrom(sender, letter.results, given.authServer));
  if (proved.length === 0) return { unread: 'not_authentic' };
  for (const { template } of proved) {
    const mention = byTemplate(template, letter, given);
    if (mention) return { mention };
  }
  return { unread: 'not_understood' };
}

function byTemplate(
  { name, version, subject, fields }: LetterTemplate,
  letter: Letter,
  { id, receivedAt }: { readonly id: string; readonly receivedAt: Date },
): CollectedMention | undefined {
  if (!subject.test(letter.subject)) return undefined;
  const find = (field: RegExp | undefined): string | undefined =>
    (field && field.exec(letter.text)?.[1]?.trim()) || undefined;
  const text = find(fields.text);
  if (text === undefined) return undefined;
  const [author, rating] = [find(fields.author), ratingOf(find(fields.rating))];
  const [location, url] = [find(fields.location), find(fields.url)];
  return {
    kind: 'review',
    externalId: id,
    author: { isBrand: false, ...(author !== undefined && { displayName: author }) },
    text,
    ...(rating && { rating }),
    ...(location !== undefined && { location }),
    ...(url !== undefined && { url }),
    // The letter is sent when the review is published; the clock of the sender may be wrong, ours may be late.
    postedAt: letter.date && letter.date < receivedAt ? letter.date : receivedAt,
    platformState: 'unknown',
    raw: { template: name, version, subject: letter.subject, text: letter.text },
  };
}

/** `★★`, `2 из 5`, `2/5`. */
function ratingOf(found: string | undefined): Rating | undefined {
  if (found === undefined) return undefined;
  const number = /\d(?:[.,]\d)?/u.exec(found)?.[0];
  const value =
    number === undefined ? [...found.matchAll(/[★⭐]/gu)].length : Number(number.replace(',', '.'));
  return value >= 0 && value <= 5 ? { value, scale: 5 } : undefined;
}
