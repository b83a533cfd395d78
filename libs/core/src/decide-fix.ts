import type { Case } from './case.js';
import type { CommandOf } from './case-command.js';
import type { CaseFact } from './case-event.js';
import type { Fix, FixOffer } from './fix.js';
import type { Refusal } from './refusal.js';

type Decision = readonly CaseFact[] | Refusal;

const isBlank = (text: string): boolean => text.trim() === '';

/** A concrete offer; a personal action says who, where and when. */
export function decideOffer(command: CommandOf<'offer_fix'>): Decision {
  const { fixId, offer } = command;
  if (isBlank(offer.what)) return { refused: 'text_needed' };
  if (offer.kind === 'personal_action' && !isComplete(offer)) return { refused: 'fix_action_needed' };
  return [{ type: 'case.fix_offered', fixId, offer }];
}

function isComplete({ action }: FixOffer): boolean {
  return (
    action !== undefined &&
    !isBlank(action.who) &&
    !isBlank(action.where) &&
    !Number.isNaN(action.when.getTime())
  );
}

type SettleCommand = CommandOf<'accept_fix' | 'decline_fix' | 'withdraw_fix' | 'complete_fix'>;

/** What became of an offer: accepted or declined by the customer, withdrawn by us, done with evidence. */
export function decideSettleFix(current: Case, command: SettleCommand): Decision {
  const fix = current.fixes.find((each) => each.id === command.fixId);
  if (!fix) return { refused: 'no_such_fix' };
  if (fix.state !== 'offered' && fix.state !== 'accepted') return { refused: 'fix_settled' };
  switch (command.type) {
    case 'accept_fix':
      if (fix.state === 'accepted') return { refused: 'fix_settled' };
      return [{ type: 'case.fix_accepted', fixId: fix.id, ...wordsOf(command) }];
    case 'decline_fix':
      return [{ type: 'case.fix_declined', fixId: fix.id, ...wordsOf(command) }];
    case 'withdraw_fix':
      if (isBlank(command.reason)) return { refused: 'reason_needed' };
      return [{ type: 'case.fix_withdrawn', fixId: fix.id, reason: command.reason }];
    case 'complete_fix':
      if (isBlank(command.evidence)) return { refused: 'evidence_needed' };
      return [{ type: 'case.fix_done', fixId: fix.id, evidence: command.evidence }];
  }
}

function wordsOf(command: { readonly words?: string }): { words?: string } {
  return command.words === undefined || isBlank(command.words) ? {} : { words: command.words };
}

/** True when an offer still waits for an end. */
export function isUnsettled(fix: Fix): boolean {
  return fix.state === 'offered' || fix.state === 'accepted';
}
