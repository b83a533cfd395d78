import { type Cause, lastFix } from './root-cause.js';
import type { CauseEvent, CauseFact } from './cause-event.js';
import { isRefusal, type Refusal } from './refusal.js';
import type { Actor } from './staff.js';

/** What a person or Heard asks of a root cause. */
export type CauseCommand =
  | { readonly type: 'retitle'; readonly title: string }
  | { readonly type: 'hand_to'; readonly to: string }
  | { readonly type: 'begin_work'; readonly plan: string }
  | { readonly type: 'fix'; readonly what: string; readonly evidence: string }
  | { readonly type: 'link_case'; readonly caseId: string; readonly postedAt: Date }
  | { readonly type: 'unlink_case'; readonly caseId: string };

/** Says what happens to a cause, or why it may not. */
export function decideCause(
  current: Cause,
  command: CauseCommand,
  by: Actor,
  now: Date,
): readonly CauseEvent[] | Refusal {
  const facts = decideFacts(current, command, by);
  return isRefusal(facts) ? facts : facts.map((fact) => ({ ...fact, at: now, by }));
}

function decideFacts(current: Cause, command: CauseCommand, by: Actor): readonly CauseFact[] | Refusal {
  switch (command.type) {
    case 'retitle':
      if (isBlank(command.title)) return { refused: 'text_needed' };
      return command.title === current.title ? [] : [{ type: 'cause.titled', title: command.title }];
    case 'hand_to':
      return command.to === current.answerable ? [] : [{ type: 'cause.handed_to', to: command.to }];
    case 'begin_work':
      if (isNotTheirs(current, by)) return notTheirs(current);
      if (current.state === 'fixed') return { refused: 'cause_fixed' };
      if (isBlank(command.plan)) return { refused: 'text_needed' };
      return [{ type: 'cause.work_begun', plan: command.plan }];
    case 'fix':
      if (isNotTheirs(current, by)) return notTheirs(current);
      if (current.state === 'fixed') return { refused: 'cause_fixed' };
      if (isBlank(command.what)) return { refused: 'text_needed' };
      if (isBlank(command.evidence)) return { refused: 'evidence_needed' };
      return [{ type: 'cause.fixed', what: command.what, evidence: command.evidence }];
    case 'link_case':
      return decideLink(current, command);
    case 'unlink_case':
      if (!current.cases.some(({ caseId }) => caseId === command.caseId)) return [];
      return [{ type: 'cause.case_unlinked', caseId: command.caseId }];
  }
}

/** A manager answers for their own causes; whoever is above one, for all. */
function isNotTheirs(current: Cause, by: Actor): boolean {
  return by.kind === 'person' && by.role === 'manager' && by.staffId !== current.answerable;
}

const notTheirs = (current: Cause): Refusal => ({
  refused: 'not_assignee',
  about: { assignee: current.answerable },
});

/** Each complaint from after the fix says that it did not hold, also when somebody works at it again. */
function decideLink(
  current: Cause,
  { caseId, postedAt }: Extract<CauseCommand, { type: 'link_case' }>,
): readonly CauseFact[] {
  if (current.cases.some((each) => each.caseId === caseId)) return [];
  const linked: CauseFact = { type: 'cause.case_linked', caseId, postedAt };
  const fix = lastFix(current);
  const recurs = fix !== undefined && postedAt > fix.at;
  return recurs ? [linked, { type: 'cause.recurred', caseId, postedAt }] : [linked];
}

const isBlank = (text: string): boolean => text.trim() === '';
