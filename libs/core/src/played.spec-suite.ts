import type { Case } from './case.js';
import type { CaseCommand, Checked } from './case-command.js';
import type { CaseEvent } from './case-event.js';
import { decide } from './decide.js';
import { evolve, rebuild } from './evolve.js';
import { policy, unheld } from './policy.spec-suite.js';
import { isRefusal } from './refusal.js';
import { type Actor, heard } from './staff.js';

/** A moment of the day on which the case was opened, or of another one. */
export const at = (time: string, day = 20): Date => new Date(`2026-11-${day}T${time}:00Z`);
/** The assignee. */
export const taras: Actor = { kind: 'person', staffId: 'taras', role: 'manager' };
/** Another manager. */
export const olha: Actor = { kind: 'person', staffId: 'olha', role: 'manager' };
/** The lead. */
export const iryna: Actor = { kind: 'person', staffId: 'iryna', role: 'lead' };
/** Whoever complains. */
export const customer: Actor = { kind: 'customer' };

/** A case that was just opened. */
export function opened(more: Partial<CaseEvent & { type: 'case.opened' }> = {}): Case {
  return rebuild('c1', [
    {
      type: 'case.opened',
      mentionId: 'm1',
      postedAt: at('10:00'),
      language: 'uk',
      category: 'delivery',
      urgency: 'normal',
      urgencyReasons: ['definite_breach'],
      signals: [],
      assignee: 'taras',
      because: 'on_duty',
      at: at('10:02'),
      by: heard,
      ...more,
    },
  ]);
}

/** Somebody asks for something at a moment. */
export type Step = readonly [CaseCommand, Actor, Date];

/** The case after these steps, all of which are allowed. */
export function play(state: Case, ...steps: readonly Step[]): Case {
  return steps.reduce((current, [command, by, when]) => {
    const events = decide(current, command, by, when, policy);
    if (isRefusal(events)) throw new Error(`${command.type} was refused: ${events.refused}`);
    return events.reduce((next, event) => evolve(next, event, next.id), current);
  }, state);
}

/** Why something may not be done; `allowed` when it may. */
export function refusalOf(state: Case, command: CaseCommand, by: Actor = taras, when = at('12:00')): string {
  const events = decide(state, command, by, when, policy);
  return isRefusal(events) ? events.refused : 'allowed';
}

/** The kinds of what happens, or why nothing does. */
export function factsOf(state: Case, command: CaseCommand, by: Actor, when: Date): readonly string[] {
  const events = decide(state, command, by, when, policy);
  return isRefusal(events) ? [events.refused] : events.map(({ type }) => type);
}

/** What the answer of these cases says. */
export const text = 'Привеземо книжки сьогодні до 18:00.';
/** An answer in public. */
export const answer = (checked: Partial<Checked> = {}, id = 'a1'): CaseCommand => ({
  type: 'answer',
  answerId: id,
  mentionId: 'm1',
  text,
  checked: { ...unheld, ...checked },
});
/** The answer became visible. */
export const seen = (id = 'a1'): CaseCommand => ({ type: 'answer_seen', answerId: id, externalId: 'x' });

/** Another fix and another answer, after the case came back. */
export const recoveredAgain = (by: Actor, day: number): readonly Step[] => [
  [{ type: 'offer_fix', fixId: 'f2', offer: { kind: 'refund', what: 'Гроші' } }, by, at('14:00', day)],
  [{ type: 'complete_fix', fixId: 'f2', evidence: 'Платіж 9' }, by, at('14:10', day)],
  [answer({}, 'a2'), by, at('14:20', day)],
  [seen('a2'), heard, at('14:21', day)],
];
