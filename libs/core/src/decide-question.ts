import type { AnswerChannel, Case } from './case.js';
import type { CommandOf, QuestionFacts } from './case-command.js';
import type { CaseFact } from './case-event.js';
import { saysMore } from './behaviour.js';
import type { Policy } from './policy.js';
import type { Refusal } from './refusal.js';

type Decision = readonly CaseFact[] | Refusal;

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** When the customer of a closed case is to be asked how it was; undefined once that is settled. */
export function askFrom(current: Case, policy: Policy): Date | undefined {
  if (current.closedAt === undefined || current.question) return undefined;
  // Nobody was helped who had not complained.
  if (current.closedBecause === 'no_complaint') return undefined;
  return new Date(current.closedAt.getTime() + policy.outcome.askAfterHours * hourMs);
}

/** Where the last conversation was: there the customer is asked. */
export function lastSpokenOn(current: Case): AnswerChannel {
  const seen = current.answers.filter((each) => each.human && each.visibleAt !== undefined);
  const newest = seen.toSorted((a, b) => (b.visibleAt?.getTime() ?? 0) - (a.visibleAt?.getTime() ?? 0))[0];
  return newest?.channel ?? 'public';
}

/** Asks when it is time: in public by itself, anywhere else by the assignee, or not at all, with the reason. */
export function askOutcome(
  current: Case,
  question: QuestionFacts | undefined,
  policy: Policy,
  now: Date,
): CaseFact[] {
  const due = askFrom(current, policy);
  if (!question || !due || due > now) return [];
  if (current.noContactAt) return [{ type: 'case.outcome_not_asked', because: 'no_contact_wanted' }];
  const { linkId, answerId, text, mentionId } = question;
  const until = linkEnd(policy, now);
  const channel = lastSpokenOn(current);
  if (channel === 'public' && mentionId !== undefined) {
    const asks = {
      answerId,
      mentionId,
      text,
      human: false,
      substantive: false,
      question: true,
      linkId,
    } as const;
    return [
      { type: 'case.answer_queued', ...asks },
      { type: 'case.outcome_asked', channel, linkId, until, answerId },
    ];
  }
  if (question.gone && channel === 'public' && !current.asked) {
    return [{ type: 'case.outcome_not_asked', because: 'no_way' }];
  }
  return [{ type: 'case.outcome_due', linkId, until }];
}

function linkEnd(policy: Policy, now: Date): Date {
  return new Date(now.getTime() + policy.outcome.linkDays * dayMs);
}

/** A person asked the customer how it was: once per recovery; their link counts from now. */
export function decideOutcomeAsked(
  current: Case,
  { channel }: CommandOf<'outcome_asked'>,
  policy: Policy,
  now: Date,
): Decision {
  if (current.status === 'open') return { refused: 'case_open' };
  if (current.outcomeAskedAt) return { refused: 'outcome_asked_already' };
  const linkId = current.question?.linkId;
  const link = linkId === undefined ? {} : { linkId, until: linkEnd(policy, now) };
  return [{ type: 'case.outcome_asked', channel, ...link }];
}

/** The question did not reach the customer: a person asks instead. */
export function askByHand(current: Case, answerId: string): CaseFact[] {
  const { question, outcomeAskedAt, outcome } = current;
  const asks = current.answers.some((each) => each.id === answerId && each.question);
  if (!asks || current.status === 'open' || !question?.linkId || !question.until || !outcomeAskedAt)
    return [];
  if (outcome && outcome.at > outcomeAskedAt) return [];
  return [{ type: 'case.outcome_due', linkId: question.linkId, until: question.until }];
}

/** Whoever was asked and says nothing is silent: that too is written down, beside what is known. */
export function silence(current: Case, policy: Policy, now: Date): CaseFact[] {
  const end = silenceFrom(current, policy);
  return end && end <= now ? [{ type: 'case.behaviour_seen', behaviour: 'silent' }] : [];
}

/** When a customer who was asked counts as silent; undefined when they were not asked, or something came of it. */
export function silenceFrom(current: Case, policy: Policy): Date | undefined {
  const { outcomeAskedAt: asked, outcome, behaviourAt } = current;
  if (!asked || (outcome && outcome.at > asked) || (behaviourAt && behaviourAt > asked)) return undefined;
  const end = new Date(asked.getTime() + policy.outcome.linkDays * dayMs);
  return saysMore(current, 'silent') ? end : undefined;
}

/** What the customer did afterwards; what says less than what is known already is no news. */
export function decideBehaviour(current: Case, command: CommandOf<'see_behaviour'>): Decision {
  const { behaviour, mentionId } = command;
  // There was no recovery that it could say anything of.
  if (current.closedBecause === 'no_complaint') return [];
  if (!saysMore(current, behaviour)) return [];
  return [{ type: 'case.behaviour_seen', behaviour, ...(mentionId === undefined ? {} : { mentionId }) }];
}
