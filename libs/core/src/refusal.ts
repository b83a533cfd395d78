/** Why a rule said no. The code is for programs and for the texts people read. */
export type RefusalCode =
  | 'already_yours'
  | 'answer_not_visible_yet'
  | 'appeal_needed'
  | 'case_closed'
  | 'case_open'
  | 'evidence_needed'
  | 'fix_action_needed'
  | 'fix_settled'
  | 'fix_still_open'
  | 'no_fix_done'
  | 'no_refusal'
  | 'no_such_answer'
  | 'no_such_fix'
  | 'no_such_promise'
  | 'no_visible_answer'
  | 'not_assignee'
  | 'not_on_duty'
  | 'promise_in_past'
  | 'promise_needs_date'
  | 'promise_settled'
  | 'promise_still_open'
  | 'reason_needed'
  | 'refund_missing'
  | 'same_assignee'
  | 'taken_by_other'
  | 'text_needed'
  | 'words_needed';

/** A no with its reason and what a person needs to see to understand it. */
export interface Refusal {
  readonly refused: RefusalCode;
  /** Ids that make the reason concrete, e.g. who took the case. */
  readonly about?: Readonly<Record<string, string>>;
}

/** True when a decision is a no. */
export function isRefusal(decision: unknown): decision is Refusal {
  return typeof decision === 'object' && decision !== null && 'refused' in decision;
}
