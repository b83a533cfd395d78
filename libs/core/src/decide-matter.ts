import type { Urgency } from './assessment.js';
import { moreUrgent } from './assessment.js';
import type { Case } from './case.js';
import { answersOfRound, newestRound } from './counted-answers.js';
import type { CommandOf } from './case-command.js';
import type { CaseFact } from './case-event.js';
import { complainsAgain } from './case-event.js';
import { triesIn, urgencyOfTries } from './missed-contact.js';
import { pinTo } from './decide-assignee.js';
import type { Policy } from './policy.js';
import type { Refusal } from './refusal.js';
import type { Actor } from './staff.js';

type Decision = readonly CaseFact[] | Refusal;

/** A further text of the same person; a repeated complaint makes the case more urgent, and after an answer begins a round. */
export function decideJoin(current: Case, command: CommandOf<'join'>): Decision {
  if (current.mentionIds.includes(command.mentionId)) return [];
  const comesBack = command.complaint && current.status === 'closed';
  // Closed as no complaint, it comes back; closed by any other right, a further complaint is a case of its own.
  if (comesBack && current.closedBecause !== 'no_complaint') return { refused: 'case_closed' };
  const { mentionId, complaint, signals, postedAt, locationId, missed } = command;
  const notes = command.notes.map((note) => note.code);
  const joined: CaseFact[] = [
    ...(comesBack ? reopenedBy(command) : []),
    {
      type: 'case.mention_joined',
      mentionId,
      complaint,
      signals,
      postedAt,
      ...(notes.length > 0 ? { notes } : {}),
      ...(locationId === undefined ? {} : { locationId }),
      ...(missed ? { missed } : {}),
    },
  ];
  joined.push(...askedBy(current, command));
  if (!complaint) return joined;
  if (!comesBack && isAfterAnswer(current, postedAt)) {
    joined.push({ type: 'case.round_begun', because: 'complained_again', startedAt: postedAt });
  }
  // Calls in vain are counted by their tries: two in a row are one wish to talk.
  const floor: Urgency = missed
    ? urgencyOfTries(triesIn(current) + missed.tries)
    : current.complaints >= 1
      ? 'high'
      : 'none';
  const to = moreUrgent(current.urgency, moreUrgent(command.urgency, floor));
  if (to === current.urgency) return joined;
  const reasons = [...new Set([...command.urgencyReasons, 'repeat_complaint' as const])];
  return [...joined, { type: 'case.urgency_raised', to, reasons }];
}

function reopenedBy({ mentionId, postedAt }: CommandOf<'join'>): CaseFact[] {
  return [
    { type: 'case.reopened', reason: complainsAgain, mentionId },
    { type: 'case.round_begun', because: 'reopened', startedAt: postedAt },
  ];
}

/** True when they had our answer before them: what was posted before it, and came in late, is answered with it. */
export function isAfterAnswer(current: Case, postedAt: Date): boolean {
  return answersOfRound(current, newestRound(current)).some(({ queuedAt }) => queuedAt < postedAt);
}

/** A further reading makes a case more urgent, never less: that is for people to say, and what they said stands. */
export function decideReassess(current: Case, command: CommandOf<'reassess'>): Decision {
  if (!current.mentionIds.includes(command.mentionId)) return [];
  if (current.urgencySaidOf.includes(command.mentionId)) return [];
  const to = moreUrgent(current.urgency, command.urgency);
  if (to === current.urgency) return [];
  return [{ type: 'case.urgency_raised', to, reasons: command.urgencyReasons }];
}

/** The first person who could help has the case before them. Once; a program that reads it is nobody who saw it. */
export function decideSee(current: Case, by: Actor): Decision {
  if (by.kind !== 'person' || current.seenAt || current.status === 'closed') return [];
  return [{ type: 'case.seen' }];
}

/** They name another channel than before, or give a number for it. */
function askedBy({ asked }: Case, { notes, mentionId }: CommandOf<'join'>): CaseFact[] {
  const { channel, contact } = notes.find((note) => note.channel !== undefined) ?? {};
  if (channel === undefined) return [];
  const known = channel === asked?.channel && (contact === undefined || contact === asked.contact);
  if (known) return [];
  return [
    {
      type: 'case.channel_asked',
      asked: { channel, ...(contact === undefined ? {} : { contact }) },
      mentionId,
    },
  ];
}

/** A closed case comes back: a new round begins, and at the limit of rounds the lead gets it. */
export function decideReopen(
  current: Case,
  command: CommandOf<'reopen'>,
  policy: Policy,
  now: Date,
): Decision {
  if (current.status === 'open') return { refused: 'case_open' };
  if (command.reason.trim() === '') return { refused: 'reason_needed' };
  const { reason, mentionId, lead } = command;
  return [
    { type: 'case.reopened', reason, ...(mentionId === undefined ? {} : { mentionId }) },
    { type: 'case.round_begun', because: 'reopened', startedAt: now },
    ...pinForRounds(current, lead, policy),
  ];
}

/** At the limit of rounds the case goes to the lead and stays there. */
export function pinForRounds(current: Case, lead: string, policy: Policy): readonly CaseFact[] {
  const next = current.rounds.length + 1;
  return next < policy.rounds.limit || current.pinned ? [] : pinTo(current, lead, 'rounds');
}
