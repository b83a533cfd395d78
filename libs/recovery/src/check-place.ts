import { type AnswerWanted, type Refusal, refuseDecision, refuseThere } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { CaseAsked } from './case-asked.js';
import { linkPlaceholder } from './customer-links.js';
import { answerPlace, decisionPlace } from './store/answer-place.js';

/** As long as the address of a customer's link is on a usual installation. */
const aLink = `https://heard.example/report/${'x'.repeat(43)}`;

/** Why the platform would not take the answer that is asked for, or why it would take somebody's place unseen. */
export async function refusePlace(
  tx: Transaction,
  asked: CaseAsked,
  now: Date,
): Promise<Refusal | undefined> {
  if (asked.type === 'answer' && asked.decision) {
    return refuseDecision(await decisionPlace(tx, asked.mentionId), asked.decision, asked.text);
  }
  const wanted = wantedBy(asked);
  const place = wanted && (await answerPlace(tx, wanted.mentionId));
  if (!place) return undefined;
  return refuseThere(place, { ...wanted, text: wanted.text.replaceAll(linkPlaceholder, aLink) }, now);
}

/** The mention that gets an answer through the source. */
export function mentionAnswered(asked: CaseAsked): string | undefined {
  return wantedBy(asked)?.mentionId;
}

function wantedBy(asked: CaseAsked): (AnswerWanted & { readonly mentionId: string }) | undefined {
  if (asked.type === 'answer') return asked;
  return asked.type === 'report_sent' ? asked.answer : undefined;
}
