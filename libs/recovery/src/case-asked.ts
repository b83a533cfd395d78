import type { CaseCommand, CommandOf, PromiseInText } from '@heard/core';

/** What the writer says to what is found in an answer. */
interface SaidToFindings {
  /** For each promise in the text its date, or that it is none. */
  readonly promises?: readonly PromiseInText[];
  /** Why it is sent although it is held back. */
  readonly overrule?: string;
}

type WithFacts = 'answer' | 'record_answer' | 'hand_over' | 'tick' | 'record_outcome' | 'reopen' | 'correct';

/** A command as it is asked for: what the world knows (who leads, what a text promises) is added before it is decided. */
export type CaseAsked =
  | Exclude<CaseCommand, { type: WithFacts }>
  | (Omit<CommandOf<'answer'>, 'checked'> & SaidToFindings)
  | (Omit<CommandOf<'record_answer'>, 'checked' | 'delivered'> & {
      readonly delivered?: boolean;
    } & SaidToFindings)
  | Omit<CommandOf<'hand_over'>, 'lead'>
  | Omit<CommandOf<'record_outcome'>, 'lead'>
  | Omit<CommandOf<'reopen'>, 'lead'>
  | Omit<CommandOf<'correct'>, 'lead' | 'timeZone'>
  | { readonly type: 'tick' };
