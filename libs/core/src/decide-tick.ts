import type { Case } from './case.js';
import { roundAnsweredAt } from './counted-answers.js';
import type { CommandOf, TickFacts } from './case-command.js';
import type { CaseFact } from './case-event.js';
import { noReaction, offDuty } from './case-event.js';
import { tickPromises, warnAt } from './decide-promise.js';
import { askFrom, askOutcome, silence, silenceFrom } from './decide-question.js';
import { stepsOf } from './playbook-steps.js';
import type { Policy } from './policy.js';
import { addWorkingMinutes } from './working-time.js';

/** What time brings by itself: warnings, breaches, steps that are late, a lease that ran out, silence. Each once. */
export function decideTick(
  current: Case,
  { facts }: CommandOf<'tick'>,
  policy: Policy,
  now: Date,
): readonly CaseFact[] {
  if (current.status === 'closed') {
    return [...askOutcome(current, facts.question, policy, now), ...silence(current, policy, now)];
  }
  return [
    ...tickPromises(current, policy.promises.warnAtShare, now),
    ...lateSteps(current, policy, facts.timeZone, now),
    ...lostLease(current, facts, policy, now),
  ];
}

function lateSteps(current: Case, policy: Policy, timeZone: string, now: Date): CaseFact[] {
  // Where nobody complained no playbook is owed to anybody.
  if (current.complaintIds.length === 0) return [];
  return stepsOf(current, policy, timeZone, now)
    .filter(
      ({ state, step, due }) => state === 'overdue' && due <= now && !current.overdueSteps.includes(step.key),
    )
    .filter(({ doneAt }) => doneAt === undefined)
    .map(({ step, due }) => ({ type: 'case.step_overdue', step: step.key, due }));
}

/** When an assignee who does nothing loses the case; undefined while the customer has their answer. */
export function leaseEnd(current: Case, policy: Policy, timeZone: string): Date | undefined {
  if (current.status === 'closed' || roundAnsweredAt(current)) return undefined;
  const minutes = policy.leaseMinutes[current.urgency];
  const from = current.assigneeActedAt;
  // Whoever is wanted at once is wanted at night too; the rest runs while the firm works.
  const always = current.urgency === 'critical' || current.urgency === 'high';
  if (always) return new Date(from.getTime() + minutes * 60_000);
  return addWorkingMinutes(from, minutes, policy.calendar, timeZone);
}

function lostLease(current: Case, facts: TickFacts, policy: Policy, now: Date): CaseFact[] {
  const end = leaseEnd(current, policy, facts.timeZone);
  if (!end || end > now || facts.lead === current.assignee) return [];
  const reason = facts.assigneePresent ? noReaction : offDuty;
  return [{ type: 'case.handed_over', from: current.assignee, to: facts.lead, reason }];
}

/** When to look at the lease: at its end, and where nothing came of that (the lead has it) after as long again. */
function leaseLook(current: Case, policy: Policy, timeZone: string, now: Date): Date | undefined {
  const end = leaseEnd(current, policy, timeZone);
  if (!end || end > now) return end;
  return new Date(now.getTime() + policy.leaseMinutes[current.urgency] * 60_000);
}

/** The next moment at which a tick has something to do; undefined while only people can move the case. */
export function nextTimer(current: Case, policy: Policy, timeZone: string, now: Date): Date | undefined {
  if (current.status === 'closed') return askFrom(current, policy) ?? silenceFrom(current, policy);
  const promises = current.promises
    .filter((each) => each.state === 'open')
    .map((each) => (each.warnedAt ? each.due : warnAt(each, policy.promises.warnAtShare)));
  const steps = (current.complaintIds.length === 0 ? [] : stepsOf(current, policy, timeZone, now))
    .filter(({ doneAt, step }) => doneAt === undefined && !current.overdueSteps.includes(step.key))
    .map(({ due }) => due);
  const lease = leaseLook(current, policy, timeZone, now);
  const times = [...promises, ...steps, ...(lease ? [lease] : [])].map((each) => each.getTime());
  return times.length === 0 ? undefined : new Date(Math.min(...times));
}
