import type { Answer, Case } from './case.js';
import type { CommandOf } from './case-command.js';
import type { CaseFact } from './case-event.js';
import type { Refusal } from './refusal.js';
import type { Actor } from './staff.js';

type Decision = readonly CaseFact[] | Refusal;

const isBlank = (text: string): boolean => text.trim() === '';

/** An answer through the source: queued now, sent and confirmed by durable work. */
export function decideAnswer(command: CommandOf<'answer'>, by: Actor): Decision {
  if (isBlank(command.text)) return { refused: 'text_needed' };
  const { answerId, mentionId, text } = command;
  return [{ type: 'case.answer_queued', answerId, mentionId, text, human: by.kind === 'person' }];
}

/** An answer given elsewhere, by phone or in person: counts with what shows that it was given. */
export function decideRecordAnswer(command: CommandOf<'record_answer'>, by: Actor): Decision {
  if (isBlank(command.text)) return { refused: 'text_needed' };
  if (isBlank(command.evidence)) return { refused: 'evidence_needed' };
  const { answerId, channel, text, evidence } = command;
  return [{ type: 'case.answer_recorded', answerId, channel, text, evidence, human: by.kind === 'person' }];
}

type DeliveryCommand = CommandOf<'answer_sent' | 'answer_seen' | 'answer_rejected' | 'answer_lost'>;

/** What became of an answer on the platform. The same news twice is no news; a settled answer does not go back. */
export function decideDelivery(current: Case, command: DeliveryCommand): Decision {
  const answer = current.answers.find((each) => each.id === command.answerId);
  if (!answer) return { refused: 'no_such_answer' };
  if (isSettled(answer)) return [];
  switch (command.type) {
    case 'answer_sent':
      if (answer.state === 'sent') return [];
      return [{ type: 'case.answer_sent', answerId: answer.id, externalId: command.externalId }];
    case 'answer_seen':
      return [{ type: 'case.answer_visible', answerId: answer.id, externalId: command.externalId }];
    case 'answer_rejected':
      return [{ type: 'case.answer_rejected', answerId: answer.id, reason: command.reason }];
    case 'answer_lost':
      return [{ type: 'case.answer_lost', answerId: answer.id, reason: command.reason }];
  }
}

function isSettled(answer: Answer): boolean {
  return answer.state === 'visible' || answer.state === 'rejected' || answer.state === 'lost';
}
