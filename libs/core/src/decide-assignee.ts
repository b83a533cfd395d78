import type { Case } from './case.js';
import type { CommandOf } from './case-command.js';
import type { CaseFact } from './case-event.js';
import { pinnedToLead } from './case-event.js';
import type { Policy } from './policy.js';
import type { Refusal } from './refusal.js';
import type { Actor } from './staff.js';
import { roleAtLeast } from './staff.js';

type Decision = readonly CaseFact[] | Refusal;

/** Of two who take one case, one wins and the other is told who. */
export function decideTake(current: Case, command: CommandOf<'take'>, by: Actor): Decision {
  if (current.assignee === command.to) return { refused: 'already_yours' };
  if (current.assignee !== command.seen)
    return { refused: 'taken_by_other', about: { assignee: current.assignee } };
  if (current.pinned && isBelowLead(by)) {
    return { refused: 'case_pinned', about: { assignee: current.assignee } };
  }
  return [{ type: 'case.taken', from: current.assignee, to: command.to }];
}

/** What takes a lead's word takes a person: a program is nobody's lead, and Heard itself reassigns instead. */
function isBelowLead(by: Actor): boolean {
  return by.kind !== 'person' || !roleAtLeast(by.role, 'lead');
}

/**
 * A hand-off has a reason and goes to somebody who is there. One too many, or one that leads back to where the case
 * has been, goes to the lead instead, and the case stays there.
 */
export function decideHandOver(
  current: Case,
  command: CommandOf<'hand_over'>,
  by: Actor,
  policy: Policy,
): Decision {
  if (command.reason.trim() === '') {
    return { refused: current.pinned ? 'lead_reason_needed' : 'reason_needed' };
  }
  if (command.to === current.assignee) return { refused: 'same_assignee' };
  if (!command.toOnDuty) return { refused: 'not_on_duty', about: { staff: command.to } };
  const { to, reason } = command;
  if (current.pinned) {
    if (isBelowLead(by)) return { refused: 'case_pinned', about: { assignee: current.assignee } };
    return [{ type: 'case.handed_over', from: current.assignee, to, reason }];
  }
  const because = tooMany(current, to, policy);
  if (!because) return [{ type: 'case.handed_over', from: current.assignee, to, reason }];
  return pinTo(current, command.lead, because, reason);
}

/** Why one more hand-off is one too many: it leads back, or the budget is spent. */
function tooMany(current: Case, to: string, policy: Policy): 'budget' | 'loop' | undefined {
  if (current.handOffs.some((each) => each.from === to)) return 'loop';
  return current.handOffs.length >= policy.handOffs.budget ? 'budget' : undefined;
}

/** The case goes to the lead and stays there; what the hand-over was to be for is kept with it. */
export function pinTo(
  current: Case,
  lead: string,
  because: 'budget' | 'loop' | 'rounds',
  reason = pinnedToLead as string,
): readonly CaseFact[] {
  const pinned: CaseFact = { type: 'case.pinned', pin: { to: lead, because } };
  if (lead === current.assignee) return [pinned];
  return [{ type: 'case.handed_over', from: current.assignee, to: lead, reason }, pinned];
}

/** A silent assignee loses the case to the next person; the one who has it already keeps it. */
export function decideReassign(current: Case, command: CommandOf<'reassign'>): Decision {
  if (command.to === current.assignee) return [];
  return [{ type: 'case.handed_over', from: current.assignee, to: command.to, reason: command.reason }];
}
