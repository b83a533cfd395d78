import type { Case } from './case.js';
import type { CommandOf } from './case-command.js';
import type { CaseFact } from './case-event.js';
import { isUnsettled } from './decide-fix.js';
import type { RefusalCode, Refusal } from './refusal.js';

type Decision = readonly CaseFact[] | Refusal;

/** A case closes on the customer's side: with a fix done, a reasoned refusal they were told of, or their own word. */
export function decideClose(current: Case, command: CommandOf<'close'>): Decision {
  const refused = loose(current) ?? missingFor(current, command);
  if (refused) return { refused };
  return [
    {
      type: 'case.closed',
      because: command.because,
      ...(command.words ? { words: command.words.trim() } : {}),
    },
  ];
}

/** What nobody may leave lying: an open promise, an answer on its way, an offer without an end. */
function loose(current: Case): RefusalCode | undefined {
  if (current.promises.some((promise) => promise.state === 'open')) return 'promise_still_open';
  if (current.answers.some((answer) => answer.state === 'queued' || answer.state === 'sent')) {
    return 'answer_not_visible_yet';
  }
  if (current.fixes.some(isUnsettled)) return 'fix_still_open';
  return undefined;
}

function missingFor(current: Case, command: CommandOf<'close'>): RefusalCode | undefined {
  switch (command.because) {
    case 'fixed':
      if (!current.fixes.some((fix) => fix.state === 'done')) return 'no_fix_done';
      return refundOwed(current) ?? answerMissing(current);
    case 'refused':
      if (!current.refusal) return 'no_refusal';
      return answerMissing(current, current.refusal.at);
    case 'customer_word':
      if ((command.words ?? '').trim() === '') return 'words_needed';
      return refundOwed(current);
  }
}

/** Money taken without consent goes back, or it is refused with a reason and a way to appeal; nothing between. */
function refundOwed(current: Case): RefusalCode | undefined {
  if (!current.signals.includes('unauthorized_charge')) return undefined;
  const refunded = current.fixes.some((fix) => fix.kind === 'refund' && fix.state === 'done');
  return refunded ? undefined : 'refund_missing';
}

/** The customer must have seen a person's answer (after the refusal, when there is one to be told). */
function answerMissing(current: Case, since?: Date): RefusalCode | undefined {
  const counts = current.answers.some(
    (answer) =>
      answer.human && answer.visibleAt !== undefined && (since === undefined || answer.visibleAt >= since),
  );
  return counts ? undefined : 'no_visible_answer';
}

/** A reasoned no needs its reason, what shows it, and where the customer can appeal. */
export function decideRefuse(command: CommandOf<'refuse'>): Decision {
  if (command.reason.trim() === '') return { refused: 'reason_needed' };
  if (command.evidence.trim() === '') return { refused: 'evidence_needed' };
  if (command.appeal.trim() === '') return { refused: 'appeal_needed' };
  const { reason, evidence, appeal } = command;
  return [{ type: 'case.refused', reason, evidence, appeal }];
}
