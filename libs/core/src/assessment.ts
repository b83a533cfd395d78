import type { Note } from './wording.js';

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
  /** Who that is, where it is said. */
  | 'child_affected'
  | 'ill_affected'
  | 'elderly_affected'
  | 'stranded'
  /** Threats or violence. */
  | 'violence'
  | 'stuck_now'
  | 'money_taken'
  | 'definite_breach'
  | 'mild'
  | 'blocked_question'
  | 'repeat_complaint'
  /** The author is heard by many. */
  | 'wide_reach'
  /** Others complain in the same thread within a short time. */
  | 'spreading'
  /** A stronger reader judged it so after our own model. */
  | 'second_reading'
  /** A person of the staff said so. */
  | 'corrected';

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
  /** What it says about the recovery itself; absent when nothing. */
  readonly notes?: readonly Note[];
  /** How far the chosen sentiment leads the next one, 0 (a toss-up) to 1; absent where it was not worked out. */
  readonly margin?: number;
  /** How far negative leads the best of the other two, -1 to 1: above 0 it is negative; absent like the margin. */
  readonly lean?: number;
  /** Too close for the workspace: a person is asked what it is, and until then the likelier verdict stands. */
  readonly unsure?: true;
  /** The words behind the sentiment, the weightiest first; absent when it is neutral or rests on no single word. */
  readonly because?: readonly WordsBehind[];
  /** A second language that a good part of the text is in. */
  readonly alsoIn?: Exclude<Language, 'other'>;
  /** Only the beginning and the end of a very long text were read. */
  readonly partial?: true;
  /** Name and version of what assessed it, e.g. `heard-linear-3f0c92ab`. */
  readonly model: string;
}

/** Words that speak for a sentiment, and their place: UTF-16 code units of the text as stored, end exclusive. */
export interface WordsBehind {
  readonly says: 'negative' | 'positive';
  readonly start: number;
  readonly end: number;
}

/** The text and what is known around it; everything but the text may be absent. */
export interface AssessmentInput {
  readonly text: string;
  readonly title?: string;
  readonly platform?: string;
  readonly rating?: { readonly value: number; readonly scale: number };
  /** What a person said of it: the rest is worked out from that. */
  readonly said?: { readonly sentiment?: Sentiment; readonly intent?: Intent };
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
