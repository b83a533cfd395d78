import { Fault, type Refusal, type RefusalCode } from '@heard/core';

/** What each refusal means and what to do, for programs' logs and for readers of the API; the dashboard has its own words. */
export const refusalTexts: Readonly<Record<RefusalCode, string>> = {
  already_told: 'They were told of it already.',
  already_yours: 'The case is theirs already.',
  answer_held:
    'The answer says nothing that helps: change it, or say why it is sent all the same. The reasons are beside this text.',
  answer_not_visible_yet:
    'An answer is still on its way: wait until it is visible, or until it is known to be lost.',
  answer_stands:
    'Another answer stands there, and a new one takes its place: read it, and say that it is replaced. It is beside this text.',
  answer_too_long:
    'The platform takes no answer of this length: its limit and its unit are beside this text.',
  answer_too_short: 'The platform takes no answer that short: its limit and its unit are beside this text.',
  answer_with_contacts: 'The platform takes no phone numbers and addresses in answers.',
  answer_with_links: 'The platform takes no links in answers.',
  appeal_needed: 'A refusal says where the customer can appeal.',
  approval_needed: 'An offer of this cost needs somebody who may approve it.',
  case_closed: 'The case is closed: reopen it first.',
  case_open: 'The case is open.',
  case_pinned: 'The case was handed on too often: it stays with its lead.',
  cause_fixed: 'The cause counts as fixed: nothing is left to do until it recurs.',
  complaint_stands: 'The case holds a complaint: correct what was understood of it first, if it is none.',
  decision_given: 'It is decided already, or a decision is on its way.',
  decision_not_offered: 'The platform offers no such choice here.',
  decision_outdated: 'It stands otherwise by now: read it again before deciding.',
  decision_without_words: 'No words go with this choice.',
  evidence_needed: 'Say what shows it: a receipt, a photo, the customer’s own words.',
  fix_action_needed: 'A personal action needs who, where and when.',
  fix_settled: 'This fix has already come to its end, or to this state.',
  fix_still_open:
    'A fix is offered or accepted and not settled: complete it, or record that it was declined or withdrawn.',
  fix_unfit:
    'This offer does not fit the kind of failure: choose another, or say why it is made all the same.',
  incident_not_confirmed: 'Confirm the incident first: only then is anything said or settled for all of it.',
  incident_open: 'The incident is open.',
  incident_over: 'The incident is dismissed or resolved: reopen it first.',
  lead_needed: 'This is for a lead.',
  lead_reason_needed: 'The case is pinned to its lead: a further hand-off needs the lead’s reason.',
  no_decision: 'Nothing is decided yet: write the message first.',
  no_fix_done: 'No fix is done yet.',
  no_fix_for_customer: 'What is done so far does not reach the customer as this kind of failure needs it.',
  no_offer_made: 'Offer something concrete, or say why there is nothing to offer.',
  no_private_answer: 'The platform takes no private answer to this.',
  no_refusal: 'Record the refusal with its reason, evidence and way to appeal first.',
  no_such_answer: 'The case has no such answer.',
  no_such_fix: 'The case has no such fix.',
  no_such_report: 'The case has no such report.',
  no_such_promise: 'The case has no such promise.',
  no_such_voice: 'The suggestion has no such saying of a customer.',
  no_visible_answer: 'The customer has not seen an answer by a person yet.',
  not_assignee: 'Only the assignee or a lead may do this: take the case first.',
  not_in_catalogue: 'The catalogue of this case has no such fix of this kind.',
  not_on_duty: 'That person is not on duty now.',
  nothing_left: 'A suggestion keeps at least one of the people who made it.',
  nothing_since_back:
    'What was done, or refused, was so before the case came back: it closes it no second time.',
  outcome_asked_already: 'The customer was asked already: once per recovery.',
  own_words: 'That is what the brand said itself: there is nothing to correct in it.',
  private_answer_given: 'The one private answer to this was given already.',
  private_answer_over:
    'The platform takes a private answer only for some days after the comment: they are over.',
  promise_in_past: 'A promise is due in the future.',
  promise_needs_date: 'By when? A promise without a date cannot be made.',
  promise_needs_lead:
    'The same was promised before: only a lead may promise it again, and the first date stands.',
  promise_not_confirmed: 'The answer promises something: confirm the date, or say that it is no promise.',
  promise_settled: 'This promise is already kept or broken.',
  promise_still_open: 'A promise is open: it has to be kept or broken before the case can be closed.',
  reason_needed: 'Give a reason.',
  refund_missing:
    'Money was taken without consent: the case closes with the refund done, or with a reasoned refusal.',
  same_assignee: 'That person has the case already.',
  same_suggestion: 'A suggestion cannot be made a part of itself.',
  suggestion_merged: 'The suggestion is a part of another one now.',
  suggestion_settled: 'The suggestion is decided already: reconsider it first.',
  suggestion_undecided: 'The suggestion is not decided yet.',
  suggestion_unheard: 'Nobody has heard what they wanted to suggest: ask them first.',
  taken_by_other: 'Somebody else has just taken the case.',
  text_needed: 'Write something.',
  verdict_is_customers:
    'The customer gave their verdict themselves: it stands. Money and what they did afterwards can be added to it.',
  words_needed: 'Quote the customer’s word.',
  wrong_channel: 'The customer asked for another channel and was not answered there.',
};

/** A refusal that names what it is about, e.g. who took the case. */
export class Refused extends Fault {
  readonly about: Readonly<Record<string, string>>;

  constructor(refusal: Refusal, names: Readonly<Record<string, string>> = {}) {
    super('refused', refusalTexts[refusal.refused], { code: refusal.refused });
    this.about = { ...refusal.about, ...names };
  }
}
