import type { Answer, AnswerChannel, Case, Round } from './case.js';

/** Why an answer stops no clock. */
export type NotCounted = 'automatic' | 'no_substance' | 'not_visible' | 'wrong_channel';

/** Why an answer stops no clock; undefined for one that does. */
export function whyNotCounted(state: Case, answer: Answer): NotCounted | undefined {
  if (!answer.human) return 'automatic';
  if (!answer.substantive) return 'no_substance';
  if (answer.visibleAt === undefined) return 'not_visible';
  const asked = state.asked;
  // What was answered before they asked for another channel was answered.
  const fits = asked === undefined || answer.visibleAt < asked.at || isOn(answer.channel, asked.channel);
  return fits ? undefined : 'wrong_channel';
}

/** True for an answer that stops the clock: by a person, seen by the customer, with substance, where they asked for it. */
export function counts(state: Case, answer: Answer): boolean {
  return whyNotCounted(state, answer) === undefined;
}

/** Somebody who comes in person has done more than call. */
function isOn(channel: AnswerChannel, asked: AnswerChannel): boolean {
  return channel === asked || (asked === 'phone' && channel === 'in_person');
}

/** When the first answer that counts became visible: substantive, human, seen by the customer where they asked for it. */
export function answeredAt(state: Case): Date | undefined {
  return firstOf(state.answers.filter((answer) => counts(state, answer)));
}

/** The answers that count of a round: what was written before it began answers nothing of it, however late it is seen. */
export function answersOfRound(state: Case, { startedAt }: Pick<Round, 'startedAt'>): readonly Answer[] {
  return state.answers.filter((each) => counts(state, each) && each.queuedAt >= startedAt);
}

/** The round that runs, or ran last. */
export function newestRound({ rounds, postedAt }: Case): Round {
  return rounds.at(-1) ?? { startedAt: postedAt, because: 'first_complaint' };
}

/** When the newest round was answered. */
export function roundAnsweredAt(state: Case): Date | undefined {
  return firstOf(answersOfRound(state, newestRound(state)));
}

/** When a closed case last came back; undefined for one that never did. */
export function cameBackAt({ rounds }: Case): Date | undefined {
  return rounds.findLast(({ because }) => because === 'reopened' || because === 'bad_verdict')?.startedAt;
}

function firstOf(answers: readonly Answer[]): Date | undefined {
  const times = answers.map((answer) => answer.visibleAt?.getTime() ?? Infinity);
  return times.length === 0 ? undefined : new Date(Math.min(...times));
}
