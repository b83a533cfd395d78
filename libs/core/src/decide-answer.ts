import type { Answer, Case } from './case.js';
import type { Checked, CommandOf } from './case-command.js';
import type { CaseFact } from './case-event.js';
import { askByHand } from './decide-question.js';
import { type Decision as Decided, isDecisionGiven } from './decision.js';
import { decidePromise } from './decide-promise.js';
import type { Refusal } from './refusal.js';
import { isRefusal } from './refusal.js';
import type { Actor } from './staff.js';
import { roleAtLeast } from './staff.js';

type Decision = readonly CaseFact[] | Refusal;

const isBlank = (text: string): boolean => text.trim() === '';

/** An answer through the source: queued now, sent and confirmed by durable work. */
export function decideAnswer(current: Case, command: CommandOf<'answer'>, by: Actor, now: Date): Decision {
  const { answerId, mentionId, text, incidentId, privately = false, instead, decision } = command;
  if (isBlank(text) && !decision) return { refused: 'text_needed' };
  if (decision && isDecisionGiven(current.answers, mentionId, decision.seen))
    return { refused: 'decision_given' };
  if (privately && isGivenPrivately(current, mentionId)) return { refused: 'private_answer_given' };
  const passed = pass(current, { ...command, by, now });
  if ('refused' in passed) return passed;
  const follows = privately ? publicAnswerTo(current, mentionId) : undefined;
  const said: CaseFact = {
    type: 'case.answer_queued',
    answerId,
    mentionId,
    text,
    human: by.kind === 'person',
    ...(incidentId === undefined ? {} : { incidentId }),
    ...(privately ? { channel: 'private' } : {}),
    ...(follows === undefined ? {} : { follows }),
    ...(instead === undefined ? {} : { instead }),
    ...(decision === undefined ? {} : { decision }),
    ...passed.facts,
  };
  return [said, ...passed.promises];
}

/** The public answer after which the customer is written to in private. */
function publicAnswerTo({ answers }: Case, mentionId: string): string | undefined {
  const given = answers.filter(
    ({ channel, state, question }) =>
      channel === 'public' && !question && state !== 'rejected' && state !== 'lost',
  );
  return (given.findLast((each) => each.mentionId === mentionId) ?? given.at(-1))?.id;
}

/** The platform takes one: only one that it rejected was not given, a lost one may have arrived. */
export function isGivenPrivately({ answers }: Pick<Case, 'answers'>, mentionId: string): boolean {
  return answers.some(
    (each) => each.channel === 'private' && each.mentionId === mentionId && each.state !== 'rejected',
  );
}

/** An answer given elsewhere, by phone or in person: counts with what shows that it arrived. */
export function decideRecordAnswer(
  current: Case,
  command: CommandOf<'record_answer'>,
  by: Actor,
  now: Date,
): Decision {
  if (isBlank(command.text)) return { refused: 'text_needed' };
  if (command.delivered && isBlank(command.evidence)) return { refused: 'evidence_needed' };
  const { answerId, channel, text, evidence, delivered, follows, incidentId } = command;
  if (follows !== undefined && !current.answers.some((each) => each.id === follows)) {
    return { refused: 'no_such_answer' };
  }
  const passed = pass(current, { ...command, by, now });
  if ('refused' in passed) return passed;
  const said: CaseFact = {
    type: 'case.answer_recorded',
    answerId,
    channel,
    text,
    evidence,
    human: by.kind === 'person',
    delivered,
    ...(follows === undefined ? {} : { follows }),
    ...(incidentId === undefined ? {} : { incidentId }),
    ...passed.facts,
  };
  return [said, ...passed.promises];
}

interface Writing {
  readonly answerId: string;
  readonly text: string;
  readonly checked: Checked;
  readonly decision?: Decided;
  readonly by: Actor;
  readonly now: Date;
}

interface Passed {
  readonly facts: Pick<CaseFact & { type: 'case.answer_queued' }, 'substantive' | 'overruled' | 'noPromises'>;
  readonly promises: readonly CaseFact[];
}

/** Lets an answer through when each promise in it has its date and it says something, or somebody answers for it. */
function pass(current: Case, writing: Writing): Passed | Refusal {
  const promises = promisesIn(current, writing);
  if (isRefusal(promises)) return promises;
  const { substance, overrule, confirmed } = writing.checked;
  // A decision says what becomes of the matter, also without a word.
  const isHollow = substance.held && !writing.decision;
  const held = isHollow && writing.by.kind === 'person';
  if (held && isBlank(overrule ?? '')) {
    return { refused: 'answer_held', about: { reasons: substance.reasons.join(',') } };
  }
  const noPromises = confirmed.flatMap((each) =>
    'none' in each ? [writing.text.slice(each.start, each.end)] : [],
  );
  return {
    facts: {
      // A manager may send it all the same; whether it counts is for a lead to answer.
      substantive: !isHollow || (writing.by.kind === 'person' && roleAtLeast(writing.by.role, 'lead')),
      ...(held ? { overruled: { reasons: substance.reasons, why: overrule ?? '' } } : {}),
      ...(noPromises.length > 0 ? { noPromises } : {}),
    },
    promises,
  };
}

/** The promises that an answer makes; each that was found in it has a date, or is said to be none. */
function promisesIn(current: Case, { answerId, text, checked, by, now }: Writing): Decision {
  const made: CaseFact[] = [];
  for (const found of checked.found) {
    const said = checked.confirmed.find((each) => each.start < found.end && found.start < each.end);
    if (said) continue;
    const about = {
      start: String(found.start),
      end: String(found.end),
      words: text.slice(found.start, found.end),
    };
    if (!found.due) return { refused: 'promise_needs_date', about };
    return { refused: 'promise_not_confirmed', about: { ...about, due: found.due.toISOString() } };
  }
  for (const each of checked.confirmed) {
    if ('none' in each) continue;
    const { promiseId, due, repeats, start, end } = each;
    const what = text.slice(start, end);
    const facts = decidePromise(current, { type: 'promise', promiseId, what, due, repeats }, by, now);
    if (isRefusal(facts)) return facts;
    made.push(...facts.map((fact) => ({ ...fact, answerId }) as CaseFact));
  }
  return made;
}

/** An answer that was sent elsewhere has arrived. */
export function decideConfirmDelivery(current: Case, command: CommandOf<'confirm_delivery'>): Decision {
  const answer = current.answers.find((each) => each.id === command.answerId);
  if (!answer || answer.channel === 'public') return { refused: 'no_such_answer' };
  if (isBlank(command.evidence)) return { refused: 'evidence_needed' };
  if (isSettled(answer)) return [];
  return [{ type: 'case.answer_delivered', answerId: answer.id, evidence: command.evidence }];
}

/** An answer that was sent elsewhere came back, or was never read: it is lost, and another has to be given. */
export function decideNotDelivered(current: Case, command: CommandOf<'not_delivered'>): Decision {
  const answer = current.answers.find((each) => each.id === command.answerId);
  if (!answer || answer.channel === 'public') return { refused: 'no_such_answer' };
  if (isBlank(command.reason)) return { refused: 'reason_needed' };
  if (isSettled(answer)) return [];
  return [{ type: 'case.answer_lost', answerId: answer.id, reason: command.reason }];
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
      return [
        { type: 'case.answer_rejected', answerId: answer.id, reason: command.reason },
        ...askByHand(current, answer.id),
      ];
    case 'answer_lost':
      return [
        { type: 'case.answer_lost', answerId: answer.id, reason: command.reason },
        ...askByHand(current, answer.id),
      ];
  }
}

function isSettled(answer: Answer): boolean {
  return answer.state === 'visible' || answer.state === 'rejected' || answer.state === 'lost';
}
