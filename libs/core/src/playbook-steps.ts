import type { Case } from './case.js';
import { answeredAt, counts } from './counted-answers.js';
import { callbacksOf, isForWritten, usualCallback } from './missed-contact.js';
import type { Playbook, PlaybookStep, Policy } from './policy.js';
import { playbookFor } from './policy.js';
import { addWorkingMinutes } from './working-time.js';

/** A step of the playbook with its clock, as it stands. */
export interface StepStanding {
  readonly step: PlaybookStep;
  readonly due: Date;
  readonly doneAt?: Date;
  readonly state: 'done' | 'waiting' | 'overdue';
}

/** The playbook under which a case is handled. */
export function playbookOf(current: Case, policy: Policy): Playbook {
  return playbookFor(policy, current.failure);
}

/** The steps of a case's playbook: what is done, by the facts, and what is overdue. */
export function stepsOf(current: Case, policy: Policy, timeZone: string, now: Date): readonly StepStanding[] {
  const { steps } = playbookOf(current, policy);
  const written = steps
    .filter((step) => step.goal !== 'callback' && !isForWritten(current, step))
    .map((step) => standing(step, stepDue(current, step, policy, timeZone), doneSince(current, step), now));
  const callback = steps.find((step) => step.goal === 'callback') ?? usualCallback;
  const callbacks = callbacksOf(current).map(({ since, doneAt }, index) => {
    // Each is due by itself: who was called back once and calls in vain again is called again.
    const step = index === 0 ? callback : { ...callback, key: `${callback.key}_${index + 1}` };
    return standing(step, dueFrom(since, callback, policy, timeZone), doneAt, now);
  });
  return [...callbacks, ...written];
}

function standing(step: PlaybookStep, due: Date, doneAt: Date | undefined, now: Date): StepStanding {
  const state = doneAt ? 'done' : now >= due ? 'overdue' : 'waiting';
  return { step, due, ...(doneAt ? { doneAt } : {}), state };
}

/** When the clock of a step passes: always counted from the customer's posting. */
export function stepDue(current: Case, step: PlaybookStep, policy: Policy, timeZone: string): Date {
  return dueFrom(current.postedAt, step, policy, timeZone);
}

function dueFrom(since: Date, step: PlaybookStep, policy: Policy, timeZone: string): Date {
  if (step.clock === 'customer') return new Date(since.getTime() + step.withinMinutes * 60_000);
  return addWorkingMinutes(since, step.withinMinutes, policy.calendar, timeZone);
}

/** When a step was done, read from the facts; undefined while it is not. */
function doneSince(current: Case, { goal }: PlaybookStep): Date | undefined {
  switch (goal) {
    case 'public_answer':
      return current.answers.find(
        (each) => each.channel === 'public' && each.human && each.substantive && each.visibleAt,
      )?.visibleAt;
    case 'private_follow_up':
      return current.answers.find((each) => each.channel !== 'public' && counts(current, each))?.visibleAt;
    case 'personal_contact':
      return (
        current.answers.find((each) => isPersonal(each.channel) && each.human && each.visibleAt)?.visibleAt ??
        current.fixes.find((each) => each.kind === 'personal_action' && each.state === 'done')?.settledAt
      );
    case 'offer':
      return (
        current.fixes[0]?.offeredAt ?? (current.noOfferBecause === undefined ? undefined : current.openedAt)
      );
    case 'explanation':
      return (
        current.parts.find((each) => each.part === 'explanation')?.at ??
        current.fixes.find((each) => each.kind === 'explanation' && each.state === 'done')?.settledAt ??
        current.refusal?.at
      );
    case 'refund_done':
      return (
        current.fixes.find((each) => each.kind === 'refund' && each.state === 'done')?.settledAt ??
        current.refusal?.at
      );
    case 'fix_done':
      return current.fixes.find((each) => each.state === 'done')?.settledAt ?? current.refusal?.at;
    case 'report_sent':
      return current.reportsSent[0];
    case 'callback':
      return callbacksOf(current).at(-1)?.doneAt;
    case 'root_cause':
      return current.causeId === undefined
        ? undefined
        : (current.closedAt ?? answeredAt(current) ?? current.openedAt);
  }
}

function isPersonal(channel: string): boolean {
  return channel === 'phone' || channel === 'in_person';
}
