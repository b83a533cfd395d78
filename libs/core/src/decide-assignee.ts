import type { Case } from './case.js';
import type { CommandOf } from './case-command.js';
import type { CaseFact } from './case-event.js';
import type { Refusal } from './refusal.js';

type Decision = readonly CaseFact[] | Refusal;

/** Of two who take one case, one wins and the other is told who. */
export function decideTake(current: Case, command: CommandOf<'take'>): Decision {
  if (current.assignee === command.to) return { refused: 'already_yours' };
  if (current.assignee !== command.seen)
    return { refused: 'taken_by_other', about: { assignee: current.assignee } };
  return [{ type: 'case.taken', from: current.assignee, to: command.to }];
}

/** A hand-off has a reason and goes to somebody who is there. */
export function decideHandOver(current: Case, command: CommandOf<'hand_over'>): Decision {
  if (command.reason.trim() === '') return { refused: 'reason_needed' };
  if (command.to === current.assignee) return { refused: 'same_assignee' };
  if (!command.toOnDuty) return { refused: 'not_on_duty', about: { staff: command.to } };
  return [{ type: 'case.handed_over', from: current.assignee, to: command.to, reason: command.reason }];
}

/** A silent assignee loses the case to the next person; the one who has it already keeps it. */
export function decideReassign(current: Case, command: CommandOf<'reassign'>): Decision {
  if (command.to === current.assignee) return [];
  return [{ type: 'case.handed_over', from: current.assignee, to: command.to, reason: command.reason }];
}
