import type { Case, ClosedBecause } from './case.js';
import type { CommandOf } from './case-command.js';
import type { CaseFact } from './case-event.js';
import { answersOfRound, cameBackAt, newestRound } from './counted-answers.js';
import type { Fix } from './fix.js';
import { isGrave } from './correction.js';
import { isUnsettled } from './decide-fix.js';
import { playbookOf } from './playbook-steps.js';
import type { Policy } from './policy.js';
import type { RefusalCode, Refusal } from './refusal.js';
import { type Actor, roleAtLeast } from './staff.js';

type Decision = readonly CaseFact[] | Refusal;

/**
 * A case closes on the customer's side: with a fix done, a reasoned refusal they were told of, or their own word. It
 * closes without any of these when people said of each of its texts that it is no complaint.
 */
export function decideClose(current: Case, command: CommandOf<'close'>, by: Actor, policy: Policy): Decision {
  const { because, words = '' } = command;
  const [refused] = loose(current);
  if (refused) return { refused };
  if (because === 'customer_word' && words.trim() === '') return { refused: 'words_needed' };
  const [missing] = missingFor(current, because, policy);
  if (missing) return { refused: missing };
  if (because === 'no_complaint' && isGrave(current) && !isLead(by)) return { refused: 'lead_needed' };
  return [{ type: 'case.closed', because, ...(words ? { words: words.trim() } : {}) }];
}

/** Everything that a case still lacks before it can be closed by a right; the customer's words are asked at the closing. */
export function missingToClose(
  current: Case,
  because: ClosedBecause,
  policy: Policy,
): readonly RefusalCode[] {
  return [...loose(current), ...missingFor(current, because, policy)];
}

/** What nobody may leave lying: an open promise, an answer on its way, an offer without an end. */
function loose(current: Case): readonly RefusalCode[] {
  return without([
    current.promises.some((promise) => promise.state === 'open') && 'promise_still_open',
    current.answers.some((each) => !each.question && (each.state === 'queued' || each.state === 'sent')) &&
      'answer_not_visible_yet',
    current.fixes.some(isUnsettled) && 'fix_still_open',
  ]);
}

function missingFor(current: Case, because: ClosedBecause, policy: Policy): readonly RefusalCode[] {
  switch (because) {
    case 'fixed': {
      const none = anyFixMissing(current);
      return without([
        none,
        refundOwed(current),
        none ? undefined : fixMissing(current, policy),
        answerMissing(current),
      ]);
    }
    case 'refused':
      if (!current.refusal) return ['no_refusal'];
      if (!isOfNow(current, current.refusal.at)) return ['nothing_since_back'];
      return without([answerMissing(current, current.refusal.at)]);
    case 'customer_word':
      return without([refundOwed(current), offerMissing(current)]);
    case 'no_complaint':
      return current.complaintIds.length > 0 ? ['complaint_stands'] : [];
  }
}

function isLead(by: Actor): boolean {
  return by.kind === 'person' && roleAtLeast(by.role, 'lead');
}

function without(codes: readonly (RefusalCode | false | undefined)[]): readonly RefusalCode[] {
  return codes.filter((code) => code !== false && code !== undefined);
}

/** What was done before the case came back did not help: it closes the case no second time. */
function isOfNow(current: Case, at: Date | undefined): boolean {
  const back = cameBackAt(current);
  return back === undefined || (at !== undefined && at >= back);
}

function isDoneNow(current: Case, { state, settledAt }: Fix): boolean {
  return state === 'done' && isOfNow(current, settledAt);
}

function anyFixMissing(current: Case): RefusalCode | undefined {
  if (current.fixes.some((fix) => isDoneNow(current, fix))) return undefined;
  return current.fixes.some((fix) => fix.state === 'done') ? 'nothing_since_back' : 'no_fix_done';
}

/** A fix that reaches the customer is done; what changes only inside the house is none. */
function fixMissing(current: Case, policy: Policy): RefusalCode | undefined {
  const reaching = current.fixes.filter((fix) => isDoneNow(current, fix) && fix.kind !== 'prevention');
  const { closesWith } = playbookOf(current, policy);
  const enough = reaching.some((fix) => closesWith.length === 0 || closesWith.includes(fix.kind));
  return enough ? undefined : 'no_fix_for_customer';
}

/** Somebody who would have stayed had anybody offered to mend it: an offer, or why there is none. */
function offerMissing(current: Case): RefusalCode | undefined {
  const offered = current.fixes.length > 0 || current.refusal !== undefined;
  return offered || current.noOfferBecause !== undefined ? undefined : 'no_offer_made';
}

/** Money taken without consent goes back, or it is refused with a reason and a way to appeal; nothing between. */
function refundOwed(current: Case): RefusalCode | undefined {
  if (!current.signals.includes('unauthorized_charge')) return undefined;
  const refunded = current.fixes.some((fix) => fix.kind === 'refund' && fix.state === 'done');
  return refunded ? undefined : 'refund_missing';
}

/** The customer must have seen a person's answer to what they said last (after the refusal, when there is one to be told). */
function answerMissing(current: Case, since?: Date): RefusalCode | undefined {
  const round = newestRound(current);
  const told = answersOfRound(current, round).some(
    ({ visibleAt }) => since === undefined || (visibleAt ?? since) >= since,
  );
  if (told) return undefined;
  const elsewhere =
    current.asked &&
    current.answers.some(
      ({ human, visibleAt, queuedAt }) => human && visibleAt && queuedAt >= round.startedAt,
    );
  return elsewhere ? 'wrong_channel' : 'no_visible_answer';
}

/** A reasoned no needs its reason, what shows it, and where the customer can appeal. */
export function decideRefuse(command: CommandOf<'refuse'>): Decision {
  if (command.reason.trim() === '') return { refused: 'reason_needed' };
  if (command.evidence.trim() === '') return { refused: 'evidence_needed' };
  if (command.appeal.trim() === '') return { refused: 'appeal_needed' };
  const { reason, evidence, appeal } = command;
  return [{ type: 'case.refused', reason, evidence, appeal }];
}
