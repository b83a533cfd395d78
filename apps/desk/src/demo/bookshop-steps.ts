import { newId } from '@heard/database';
import type { CaseSeen } from './store/demo-rows.js';
import { bookshopLines as lines } from './stories/bookshop.js';
import type { CaseAsked } from '@heard/recovery';

/** What the customer has said after the first post, and whether it has been heard in the case. */
export interface CustomerSaid {
  readonly acceptance: 'not_yet' | 'said' | 'heard';
  readonly praise: 'not_yet' | 'said' | 'heard';
}

/** What happens next in the bookshop's story. */
export type NextStep =
  | { readonly kind: 'act'; readonly command: CaseAsked }
  | { readonly kind: 'say'; readonly what: 'acceptance' | 'praise' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'end' };

const wait: NextStep = { kind: 'wait' };
const act = (command: CaseAsked): NextStep => ({ kind: 'act', command });

/**
 * Reads from the case itself where the story stands, so that a killed process goes on where it was.
 * Ends when the case is closed, or when a real person has taken it: then it is theirs.
 */
export function nextBookshopStep(
  seen: CaseSeen | undefined,
  said: CustomerSaid,
  managerId: string,
  now: Date,
): NextStep {
  if (!seen) return wait;
  if (seen.closed || !seen.assigneeIsDemo) return { kind: 'end' };
  if (seen.assigneeId !== managerId) return act({ type: 'take', to: managerId, seen: seen.assigneeId });
  return answering(seen, now) ?? recovering(seen, said);
}

/** Answers in public, offers, says the offer in public; undefined when all of it is visible. */
function answering(seen: CaseSeen, now: Date): NextStep | undefined {
  const first = answerStep(seen, lines.firstAnswer);
  if (first) return first;
  if (!seen.fix) return act(personalDelivery(now));
  return answerStep(seen, lines.secondAnswer);
}

function answerStep({ answers, mentionId }: CaseSeen, text: string): NextStep | undefined {
  const answer = answers.find((each) => each.text === text);
  if (!answer) return act({ type: 'answer', answerId: newId(), mentionId, text });
  if (answer.state === 'rejected' || answer.state === 'lost') return { kind: 'end' };
  return answer.state === 'visible' ? undefined : wait;
}

function personalDelivery(now: Date): CaseAsked {
  const when = new Date(now.getTime() + lines.offerInHours * 60 * 60 * 1_000);
  return {
    type: 'offer_fix',
    fixId: newId(),
    offer: {
      kind: 'personal_action',
      what: lines.offerWhat,
      cost: { amountMinor: lines.offerCostMinor, currency: lines.currency },
      action: { who: lines.offerWho, where: lines.offerWhere, when },
    },
  };
}

/** The customer accepts, it is done, the customer praises it, it is recorded and closed. */
function recovering({ fix, hasOutcome }: CaseSeen, said: CustomerSaid): NextStep {
  if (!fix) return wait;
  if (said.acceptance === 'not_yet') return { kind: 'say', what: 'acceptance' };
  if (said.acceptance === 'said') return wait;
  if (fix.state === 'offered') return act({ type: 'accept_fix', fixId: fix.id, words: lines.acceptance });
  if (fix.state === 'accepted') return act({ type: 'complete_fix', fixId: fix.id, evidence: lines.evidence });
  if (fix.state !== 'done') return { kind: 'end' };
  if (said.praise === 'not_yet') return { kind: 'say', what: 'praise' };
  if (said.praise === 'said') return wait;
  if (!hasOutcome) return act(outcome());
  return act({ type: 'close', because: 'fixed' });
}

function outcome(): CaseAsked {
  return {
    type: 'record_outcome',
    outcome: {
      verdict: 'recovered',
      words: lines.praise,
      behaviour: 'praise',
      savedMinor: lines.savedMinor,
      currency: lines.currency,
    },
  };
}
