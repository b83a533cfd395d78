import type { Case } from './case.js';
import type { CaseCommand } from './case-command.js';
import type { CaseEvent, CaseFact } from './case-event.js';
import {
  decideAnswer,
  decideConfirmDelivery,
  decideDelivery,
  decideNotDelivered,
  decideRecordAnswer,
} from './decide-answer.js';
import { decideHandOver, decideReassign, decideTake } from './decide-assignee.js';
import { decideCorrect } from './correction.js';
import { decideClose, decideRefuse } from './decide-close.js';
import { decideNoOffer, decideOffer, decideSettleFix, decideTickPart } from './decide-fix.js';
import { decideJoin, decideReassess, decideReopen, decideSee } from './decide-matter.js';
import { decideOutcome } from './decide-outcome.js';
import { decideKeepPromise, decidePromise } from './decide-promise.js';
import { decideBehaviour, decideOutcomeAsked } from './decide-question.js';
import { decideReport, decideRevokeReport } from './decide-report.js';
import { decideTick } from './decide-tick.js';
import type { Policy } from './policy.js';
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
  'confirm_delivery',
  'not_delivered',
  'outcome_asked',
  'report_sent',
  'revoke_report',
  'want_no_contact',
  'see_behaviour',
  'name_cause',
  'see',
  'correct',
]);

/** What a manager may do without being the assignee. */
const forAnyManager: ReadonlySet<CaseCommand['type']> = new Set([
  'take',
  'record_outcome',
  'reopen',
  'name_cause',
  'see',
]);

/** Says what happens, or why it may not. Never touches a clock, a table or the network. */
export function decide(
  current: Case,
  command: CaseCommand,
  by: Actor,
  now: Date,
  policy: Policy,
): readonly CaseEvent[] | Refusal {
  if (current.status === 'closed' && !afterClosing.has(command.type)) return { refused: 'case_closed' };
  if (isNotTheirs(current, command, by))
    return { refused: 'not_assignee', about: { assignee: current.assignee } };
  const facts = decideFacts(current, command, by, now, policy);
  return isRefusal(facts) ? facts : facts.map((fact) => ({ ...fact, at: now, by }));
}

function isNotTheirs(current: Case, command: CaseCommand, by: Actor): boolean {
  if (by.kind !== 'person' || by.role !== 'manager') return false;
  return by.staffId !== current.assignee && !forAnyManager.has(command.type);
}

function decideFacts(current: Case, command: CaseCommand, by: Actor, now: Date, policy: Policy): Decision {
  switch (command.type) {
    case 'join':
      return decideJoin(current, command);
    case 'reassess':
      return decideReassess(current, command);
    case 'correct':
      return decideCorrect(current, command, policy, now);
    case 'see':
      return decideSee(current, by);
    case 'take':
      return decideTake(current, command, by);
    case 'hand_over':
      return decideHandOver(current, command, by, policy);
    case 'reassign':
      return decideReassign(current, command);
    case 'answer':
      return decideAnswer(current, command, by, now);
    case 'record_answer':
      return decideRecordAnswer(current, command, by, now);
    case 'confirm_delivery':
      return decideConfirmDelivery(current, command);
    case 'not_delivered':
      return decideNotDelivered(current, command);
    case 'answer_sent':
    case 'answer_seen':
    case 'answer_rejected':
    case 'answer_lost':
      return decideDelivery(current, command);
    case 'promise':
      return decidePromise(current, command, by, now);
    case 'keep_promise':
      return decideKeepPromise(current, command, now);
    case 'tick':
      return decideTick(current, command, policy, now);
    case 'offer_fix':
      return decideOffer(current, command, by, policy);
    case 'accept_fix':
    case 'decline_fix':
    case 'withdraw_fix':
    case 'complete_fix':
      return decideSettleFix(current, command);
    case 'tick_part':
      return decideTickPart(current, command);
    case 'say_no_offer':
      return decideNoOffer(command);
    case 'refuse':
      return decideRefuse(command);
    case 'outcome_asked':
      return decideOutcomeAsked(current, command, policy, now);
    case 'record_outcome':
      return decideOutcome(current, command, by, policy, now);
    case 'see_behaviour':
      return decideBehaviour(current, command);
    case 'report_sent':
      return decideReport(command, by, policy, now);
    case 'revoke_report':
      return decideRevokeReport(current, command);
    case 'close':
      return decideClose(current, command, by, policy);
    case 'reopen':
      return decideReopen(current, command, policy, now);
    default:
      return decideNote(command);
  }
}

type NoteCommand = Extract<
  CaseCommand,
  { type: 'ask_channel' | 'note_record' | 'note_sent_on' | 'name_cause' | 'want_no_contact' }
>;

/** What is only written down. */
function decideNote(command: NoteCommand): Decision {
  switch (command.type) {
    case 'ask_channel':
      return [{ type: 'case.channel_asked', asked: command.asked }];
    case 'note_record':
      if (command.record.where.trim() === '') return { refused: 'evidence_needed' };
      return [{ type: 'case.record_noted', record: command.record }];
    case 'note_sent_on':
      if (command.words.trim() === '') return { refused: 'words_needed' };
      return [{ type: 'case.customer_sent_on', words: command.words }];
    case 'name_cause':
      return [{ type: 'case.cause_named', causeId: command.causeId }];
    case 'want_no_contact':
      return [{ type: 'case.no_contact_wanted', ...(command.words ? { words: command.words } : {}) }];
  }
}
