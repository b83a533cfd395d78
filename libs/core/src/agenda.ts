import type { Case } from './case.js';
import { leaseEnd } from './decide-tick.js';
import { isUnsettled } from './decide-fix.js';
import { stepsOf } from './playbook-steps.js';
import type { StepGoal } from './policy.js';
import type { Policy } from './policy.js';

/** Something that has to happen in a case, and by when. */
export type AgendaItem =
  | { readonly kind: 'promise'; readonly promiseId: string; readonly what: string; readonly due: Date }
  | { readonly kind: 'step'; readonly step: string; readonly goal: StepGoal; readonly due: Date }
  | { readonly kind: 'action'; readonly fixId: string; readonly what: string; readonly due: Date }
  /** The assignee does something, or the case goes to a lead. */
  | { readonly kind: 'lease'; readonly due: Date };

/** What has to happen next in an open case, the first due first; nothing in a closed one. */
export function agendaOf(current: Case, policy: Policy, timeZone: string, now: Date): readonly AgendaItem[] {
  if (current.status === 'closed') return [];
  const promises = current.promises
    .filter(({ state }) => state === 'open')
    .map(({ id, what, due }): AgendaItem => ({ kind: 'promise', promiseId: id, what, due }));
  const steps = stepsOf(current, policy, timeZone, now)
    .filter(({ state }) => state !== 'done')
    .map(({ step, due }): AgendaItem => ({ kind: 'step', step: step.key, goal: step.goal, due }));
  const actions = current.fixes
    .filter(isUnsettled)
    .flatMap(({ id, what, action }): AgendaItem[] =>
      action ? [{ kind: 'action', fixId: id, what, due: action.when }] : [],
    );
  const lease = leaseEnd(current, policy, timeZone);
  return [
    ...promises,
    ...steps,
    ...actions,
    ...(lease ? [{ kind: 'lease', due: lease } as const] : []),
  ].toSorted((a, b) => a.due.getTime() - b.due.getTime());
}
