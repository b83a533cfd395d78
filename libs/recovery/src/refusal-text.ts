import { Fault, type Refusal, type RefusalCode } from '@heard/core';

/** What each refusal means and what to do, for programs' logs and for readers of the API; the dashboard has its own words. */
export const refusalTexts: Readonly<Record<RefusalCode, string>> = {
  already_yours: 'The case is theirs already.',
  answer_not_visible_yet:
    'An answer is still on its way: wait until it is visible, or until it is known to be lost.',
  appeal_needed: 'A refusal says where the customer can appeal.',
  case_closed: 'The case is closed: reopen it first.',
  case_open: 'The case is open.',
  evidence_needed: 'Say what shows it: a receipt, a photo, the customer’s own words.',
  fix_action_needed: 'A personal action needs who, where and when.',
  fix_settled: 'This fix has already come to its end, or to this state.',
  fix_still_open:
    'A fix is offered or accepted and not settled: complete it, or record that it was declined or withdrawn.',
  no_fix_done: 'No fix is done yet.',
  no_refusal: 'Record the refusal with its reason, evidence and way to appeal first.',
  no_such_answer: 'The case has no such answer.',
  no_such_fix: 'The case has no such fix.',
  no_such_promise: 'The case has no such promise.',
  no_visible_answer: 'The customer has not seen an answer by a person yet.',
  not_assignee: 'Only the assignee or a lead may do this: take the case first.',
  not_on_duty: 'That person is not on duty now.',
  promise_in_past: 'A promise is due in the future.',
  promise_needs_date: 'By when? A promise without a date cannot be made.',
  promise_settled: 'This promise is already kept or broken.',
  promise_still_open: 'A promise is open: it has to be kept or broken before the case can be closed.',
  reason_needed: 'Give a reason.',
  refund_missing:
    'Money was taken without consent: the case closes with the refund done, or with a reasoned refusal.',
  same_assignee: 'That person has the case already.',
  taken_by_other: 'Somebody else has just taken the case.',
  text_needed: 'Write something.',
  words_needed: 'Quote the customer’s word.',
};

/** A refusal that names what it is about, e.g. who took the case. */
export class Refused extends Fault {
  readonly about: Readonly<Record<string, string>>;

  constructor(refusal: Refusal) {
    super('refused', refusalTexts[refusal.refused], { code: refusal.refused });
    this.about = refusal.about ?? {};
  }
}
