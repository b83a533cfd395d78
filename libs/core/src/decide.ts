import type { Urgency } from './assessment.js';
import { moreUrgent } from './assessment.js';
import type { Case } from './case.js';
import type { CaseCommand, CommandOf } from './case-command.js';
import type { CaseEvent, CaseFact } from './case-event.js';
import { decideAnswer, decideDelivery, decideRecordAnswer } from './decide-answer.js';
import { decideHandOver, decideReassign, decideTake } from './decide-assignee.js';
import { decideClose, decideRefuse } from './decide-close.js';
import { decideOffer, decideSettleFix } from './decide-fix.js';
import { decideKeepPromise, decidePromise, decideTick } from './decide-promise.js';
import type { Refusal } from './refusal.js';
import { isRefusal } from './refusal.js';
import type { Actor } from './staff.js';

type Decision = readonly CaseFact[] | Refusal;

/** What may still happen to a closed case. */
const afterClosing: ReadonlySet<CaseCommand['type']> = new Set([
  'join',
  'tick',
  'record_outcome',
  'reopen',
  'answer_sent',
  'answer_seen',
  'answer_rejected',
  'answer_lost',
]);

/** What a manager may do without being the assignee. */
const forAnyManager: ReadonlySet<CaseCommand['type']> = new Set(['take', 'record_outcome', 'reopen']);

/** Says what happens, or why it may not. Never touches a clock, a table or the network. */
export function decide(
  current: Case,
  command: CaseCommand,
  by: Actor,
  now: Date,
): readonly CaseEvent[] | Refusal {
  if (current.status === 'closed' && !afterClosing.has(command.type)) return { refused: 'case_closed' };
  if (isNotTheirs(current, command, by))
    return { refused: 'not_assignee', about: { assignee: current.assignee } };
  const facts = decideFacts(current, command, by, now);
  return isRefusal(facts) ? facts : facts.map((fact) => ({ ...fact, at: now, by }));
}

function isNotTheirs(current: Case, command: CaseCommand, by: Actor): boolean {
  if (by.kind !== 'person' || by.role !== 'manager') return false;
  return by.staffId !== current.assignee && !forAnyManager.has(command.type);
}

function decideFacts(current: Case, command: CaseCommand, by: Actor, now: Date): Decision {
  switch (command.type) {
    case 'join':
      return decideJoin(current, command);
    case 'take':
      return decideTake(current, command);
    case 'hand_over':
      return decideHandOver(current, command);
    case 'reassign':
      return decideReassign(current, command);
    case 'answer':
      return decideAnswer(command, by);
    case 'record_answer':
      return decideRecordAnswer(command, by);
    case 'answer_sent':
    case 'answer_seen':
    case 'answer_rejected':
    case 'answer_lost':
      return decideDelivery(current, command);
    case 'promise':
      return decidePromise(current, command, now);
    case 'keep_promise':
      return decideKeepPromise(current, command, now);
    case 'tick':
      return decideTick(current, now);
    case 'offer_fix':
      return decideOffer(command);
    case 'accept_fix':
    case 'decline_fix':
    case 'withdraw_fix':
    case 'complete_fix':
      return decideSettleFix(current, command);
    case 'refuse':
      return decideRefuse(command);
    case 'record_outcome':
      return [{ type: 'case.outcome_recorded', outcome: command.outcome }];
    case 'close':
      return decideClose(current, command);
    case 'reopen':
      return decideReopen(current, command);
  }
}

/** A further text of the same person; a repeated complaint makes the case more urgent. */
function decideJoin(current: Case, command: CommandOf<'join'>): Decision {
  if (current.mentionIds.includes(command.mentionId)) return [];
  if (command.complaint && current.status === 'closed') return { refused: 'case_closed' };
  const { mentionId, complaint, signals } = command;
  const joined: CaseFact = { type: 'case.mention_joined', mentionId, complaint, signals };
  if (!complaint) return [joined];
  const floor: Urgency = current.complaints >= 1 ? 'high' : 'none';
  const to = moreUrgent(current.urgency, moreUrgent(command.urgency, floor));
  if (to === current.urgency) return [joined];
  const reasons = [...new Set([...command.urgencyReasons, 'repeat_complaint' as const])];
  return [joined, { type: 'case.urgency_raised', to, reasons }];
}

function decideReopen(current: Case, command: CommandOf<'reopen'>): Decision {
  if (current.status === 'open') return { refused: 'case_open' };
  if (command.reason.trim() === '') return { refused: 'reason_needed' };
  const { reason, mentionId } = command;
  return [{ type: 'case.reopened', reason, ...(mentionId === undefined ? {} : { mentionId }) }];
}
