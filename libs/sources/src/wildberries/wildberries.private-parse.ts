import type { BrandReply, CollectedMention } from '@heard/core';
import { countOf, dateOf, textOf, wireOf, type Wire } from '../wire.js';
import { offeredBy } from './wildberries.claim-state.js';

const CLAIM = 'claim-';
const APPROVED = 2;
const REFUSED = 1;

/**
 * Reads what was said in a chat with a buyer; undefined for what holds neither words nor pictures, and for the
 * marketplace's own notes, which no customer and nobody of ours wrote.
 */
export function parseEvent(wire: Wire): CollectedMention | undefined {
  const externalId = textOf(wire['eventID']);
  const chatId = textOf(wire['chatID']);
  const message = wireOf(wire['message']);
  const text = textOf(message['text']);
  const isSaid = text !== undefined || wire['message'] !== undefined;
  if (externalId === undefined || chatId === undefined || !isSaid || wire['sender'] === 'wb')
    return undefined;
  const isBrand = wire['sender'] === 'seller';
  const authorId = textOf(wire['clientID']);
  const displayName = textOf(wire['clientName']);
  // What a message is sent with is nothing to keep beside the words.
  const { replySign: _, ...raw } = wire;
  return {
    kind: 'message',
    externalId,
    rootExternalId: chatId,
    author: isBrand
      ? { isBrand }
      : { ...(authorId && { externalId: authorId }), ...(displayName && { displayName }), isBrand },
    text: text ?? '',
    postedAt: momentOf(wire),
    platformState: 'visible',
    raw,
  };
}

/** When an event came, in milliseconds; in text to the second only. */
export function momentOf(wire: Wire): Date | undefined {
  const at = countOf(wire['addTimestamp']);
  return at > 0 ? new Date(at) : dateOf(wire['addTime']);
}

/**
 * Reads a claim for a return; undefined when it has no id. Its times come without a zone: a claim is never of the future,
 * whatever its zone.
 */
export function parseClaim(wire: Wire, now: Date): CollectedMention | undefined {
  const id = textOf(wire['id']);
  if (id === undefined) return undefined;
  const at = dateOf(wire['dt']);
  const title = textOf(wire['imt_name']);
  const brandReply = decisionOf(wire);
  const decisions = offeredBy(wire);
  return {
    kind: 'message',
    externalId: `${CLAIM}${id}`,
    author: { isBrand: false },
    text: textOf(wire['user_comment']) ?? '',
    ...(title && { title }),
    ...(at && { postedAt: at < now ? at : now }),
    platformState: 'visible',
    ...(brandReply && { brandReply }),
    ...(decisions && { decisions }),
    raw: wire,
  };
}

/** The id that a claim has on Wildberries; undefined for what is none. */
export function claimIdOf(externalId: string): string | undefined {
  return externalId.startsWith(CLAIM) ? externalId.slice(CLAIM.length) : undefined;
}

/** What the buyer was told when the claim was decided. */
function decisionOf(wire: Wire): BrandReply | undefined {
  const text = textOf(wire['wb_comment']);
  const status = countOf(wire['status']);
  if (text === undefined || (status !== APPROVED && status !== REFUSED)) return undefined;
  const at = dateOf(wire['dt_update']);
  return { text, ...(at && { at }), state: 'visible' };
}
