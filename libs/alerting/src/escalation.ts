import type { EscalationTarget, StaffRef } from './ports.js';

/** Who is told one after the other, and how long each of them has. */
export interface EscalationPolicy {
  readonly afterMinutes: number;
  readonly steps: readonly { readonly to: EscalationTarget }[];
}

/** A place in the endless sequence of the policy's steps: after the last one it starts over. */
export interface Candidate {
  readonly level: number;
  readonly to: EscalationTarget;
}

const minuteMs = 60_000;
const longestMinutes = 24 * 60;
const duties: readonly string[] = ['on_call', 'lead', 'director', 'administrator'];
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/** What holds where a workspace has no usable policy: a mistake in a setting must not silence an alert. */
export const usualPolicy: EscalationPolicy = {
  afterMinutes: 10,
  steps: [{ to: 'on_call' }, { to: 'lead' }, { to: 'director' }, { to: 'administrator' }],
};

/** True for a duty or the id of a person. */
export function isEscalationTarget(text: unknown): text is EscalationTarget {
  return typeof text === 'string' && (duties.includes(text) || isStaffRef(text));
}

function isStaffRef(text: string): text is StaffRef {
  return uuid.test(text);
}

/** Reads a stored policy; what cannot be used of it is replaced by the usual one, and the pause is 1 minute to 1 day. */
export function readPolicy(stored: unknown): EscalationPolicy {
  const { afterMinutes, steps } = (stored ?? {}) as { afterMinutes?: unknown; steps?: unknown };
  const targets = (Array.isArray(steps) ? steps : [])
    .map((step: unknown) => (step as { to?: unknown } | null)?.to)
    .filter(isEscalationTarget);
  return {
    afterMinutes:
      typeof afterMinutes === 'number' && Number.isFinite(afterMinutes)
        ? Math.min(Math.max(afterMinutes, 1), longestMinutes)
        : usualPolicy.afterMinutes,
    steps: targets.length > 0 ? targets.map((to) => ({ to })) : usualPolicy.steps,
  };
}

/** The next whole round of steps after a level, in order. */
export function candidatesAfter(policy: EscalationPolicy, level: number): Candidate[] {
  return policy.steps.map((_, index) => candidateAt(policy, level + 1 + index));
}

/** The level at which the round of the given level began: nobody is told twice within one round. */
export function roundStart(policy: EscalationPolicy, level: number): number {
  return level - (level % policy.steps.length);
}

/** When the next person is told, if nobody takes the alert before. */
export function nextEscalationAt(policy: EscalationPolicy, from: Date): Date {
  return new Date(from.getTime() + policy.afterMinutes * minuteMs);
}

function candidateAt(policy: EscalationPolicy, level: number): Candidate {
  const step = policy.steps[level % policy.steps.length];
  if (!step) throw new Error('An escalation policy has at least one step.');
  return { level, to: step.to };
}
