/** Languages that Heard understands; `other` is everything else. */
export type Language = 'ru' | 'uk' | 'en' | 'other';

/** The author's attitude to the brand. */
export type Sentiment = 'negative' | 'neutral' | 'positive';

/** What the author wants with the text. */
export type Intent = 'complaint' | 'question' | 'suggestion' | 'praise' | 'other';

/** How soon a person must act, from minutes (`critical`) to never (`none`). */
export type Urgency = 'critical' | 'high' | 'normal' | 'low' | 'none';

/** The main cause. */
export type Category =
  | 'delivery'
  | 'billing'
  | 'product'
  | 'staff'
  | 'support'
  | 'app'
  | 'price'
  | 'refund'
  | 'availability'
  | 'safety'
  | 'privacy'
  | 'place'
  | 'other';

/** What the text says beside its verdicts; each signal has its place in the text. */
export type SignalCode =
  | 'safety'
  | 'privacy'
  | 'fraud'
  | 'legal'
  | 'press'
  | 'rude_staff'
  | 'discrimination'
  | 'undelivered'
  | 'paid_not_received'
  | 'unauthorized_charge'
  | 'waiting'
  | 'money'
  | 'repeat_contact'
  | 'broken_promise'
  | 'sent_in_circles'
  | 'no_answer'
  | 'empty_reply'
  | 'churn'
  | 'refund_demand'
  | 'suggestion'
  | 'sarcasm';

/** A signal and its place: UTF-16 code units of the text as stored, end exclusive. */
export interface Signal {
  readonly code: SignalCode;
  readonly start: number;
  readonly end: number;
}

/** Why an urgency was chosen: a signal, or a circumstance that no single word carries. */
export type UrgencyReason =
  | SignalCode
  | 'vulnerable_person'
  | 'stuck_now'
  | 'money_taken'
  | 'definite_breach'
  | 'mild'
  | 'blocked_question'
  | 'repeat_complaint';

/** What Heard understood of one text. */
export interface Assessment {
  readonly language: Language;
  readonly sentiment: Sentiment;
  /** Probability that the sentiment is negative, 0 to 1. */
  readonly pNegative: number;
  readonly intent: Intent;
  readonly urgency: Urgency;
  readonly urgencyReasons: readonly UrgencyReason[];
  readonly category: Category;
  readonly signals: readonly Signal[];
  /** Name and version of what assessed it, e.g. `rules-1`. */
  readonly model: string;
}

/** The text and what is known around it; everything but the text may be absent. */
export interface AssessmentInput {
  readonly text: string;
  readonly title?: string;
  readonly platform?: string;
  readonly rating?: { readonly value: number; readonly scale: number };
}

/** Understands one text: pure and synchronous, the same answer for the same input. */
export type Assess = (input: AssessmentInput) => Assessment;

const urgencyOrder: readonly Urgency[] = ['none', 'low', 'normal', 'high', 'critical'];

/** How urgent, as a number from 0 (`none`) to 4 (`critical`), for comparing and sorting. */
export function urgencyRank(urgency: Urgency): number {
  return urgencyOrder.indexOf(urgency);
}

/** The more urgent of the two. */
export function moreUrgent(a: Urgency, b: Urgency): Urgency {
  return urgencyRank(a) >= urgencyRank(b) ? a : b;
}
