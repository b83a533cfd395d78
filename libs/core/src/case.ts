import type { Category, Language, SignalCode, Urgency, UrgencyReason } from './assessment.js';
import type { Fix } from './fix.js';

/** Where an answer stands; `rejected` and `lost` did not reach the customer. */
export type AnswerState = 'queued' | 'sent' | 'visible' | 'rejected' | 'lost';

/** Where an answer is given. `public` goes through the source; the others are recorded by the person who gave them. */
export type AnswerChannel = 'public' | 'private' | 'phone' | 'email' | 'in_person';

/** What we say to the customer. */
export interface Answer {
  readonly id: string;
  readonly channel: AnswerChannel;
  /** The mention that it answers; absent when given outside the platform. */
  readonly mentionId?: string;
  readonly state: AnswerState;
  /** Written by a person: automatic text never counts as an answer. */
  readonly human: boolean;
  readonly queuedAt: Date;
  readonly visibleAt?: Date;
}

/** Where a promise stands. */
export type PromiseState = 'open' | 'kept' | 'broken';

/** What we said we would do, and by when. */
export interface PromiseMade {
  readonly id: string;
  readonly what: string;
  readonly due: Date;
  readonly state: PromiseState;
  /** The first promise of the same thing, when this one says it again; its due time is not moved. */
  readonly repeats?: string;
}

/** The case changed its assignee. */
export interface HandOff {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly at: Date;
}

/** A reasoned no: what was found, what shows it, and where the customer can appeal. */
export interface RefusalToCustomer {
  readonly reason: string;
  readonly evidence: string;
  readonly appeal: string;
  readonly at: Date;
}

/** The customer's own verdict. */
export type Verdict = 'recovered' | 'partly' | 'not_recovered' | 'unknown';

/** What the customer did afterwards. */
export type LaterBehaviour = 'rating_up' | 'praise' | 'came_back' | 'left' | 'silent';

/** What the recovery did. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly words?: string;
  readonly behaviour?: LaterBehaviour;
  /** Money kept because of the recovery, in the smallest unit of `currency`. */
  readonly savedMinor?: number;
  readonly lostMinor?: number;
  readonly currency?: string;
  readonly at: Date;
}

/** By what right a case was closed. */
export type ClosedBecause = 'fixed' | 'refused' | 'customer_word';

/** One complaining person and one matter, as its history tells it. */
export interface Case {
  readonly id: string;
  readonly status: 'open' | 'closed';
  /** When the customer posted the first complaint: their clock starts here and nothing resets it. */
  readonly postedAt: Date;
  readonly openedAt: Date;
  readonly language: Language;
  readonly category: Category;
  readonly urgency: Urgency;
  readonly urgencyReasons: readonly UrgencyReason[];
  readonly signals: readonly SignalCode[];
  readonly mentionIds: readonly string[];
  /** How many times the person complained in this case. */
  readonly complaints: number;
  /** The one person answerable, at every moment. */
  readonly assignee: string;
  readonly assigneeSince: Date;
  readonly handOffs: readonly HandOff[];
  readonly answers: readonly Answer[];
  readonly promises: readonly PromiseMade[];
  readonly fixes: readonly Fix[];
  readonly refusal?: RefusalToCustomer;
  readonly outcome?: Outcome;
  readonly closedAt?: Date;
  readonly closedBecause?: ClosedBecause;
  /** How many times it was closed and came back. */
  readonly reopened: number;
}

/** When the first answer that counts became visible: substantive, human, seen on the platform. */
export function answeredAt(state: Case): Date | undefined {
  const times = state.answers
    .filter((answer) => answer.human && answer.visibleAt !== undefined)
    .map((answer) => answer.visibleAt?.getTime() ?? Infinity);
  return times.length === 0 ? undefined : new Date(Math.min(...times));
}

/** The clocks of a case. All run from the customer's posting, never from an assignment. */
export interface CaseClocks {
  readonly postedAt: Date;
  readonly answeredAt?: Date;
  readonly firstOfferAt?: Date;
  readonly fixedAt?: Date;
  /** Milliseconds from the posting to the closing, or to now while open. */
  readonly customerWaitMs: number;
  /** Milliseconds from the posting to the first answer that counts, or to now while there is none. */
  readonly unansweredMs: number;
}

/** Reads the clocks at a moment. */
export function clocksOf(state: Case, now: Date): CaseClocks {
  const answered = answeredAt(state);
  const posted = state.postedAt.getTime();
  const done = state.fixes.find((fix) => fix.state === 'done');
  return {
    postedAt: state.postedAt,
    answeredAt: answered,
    firstOfferAt: state.fixes[0]?.offeredAt,
    fixedAt: done?.settledAt,
    customerWaitMs: (state.closedAt ?? now).getTime() - posted,
    unansweredMs: (answered ?? now).getTime() - posted,
  };
}

/** The nearest due time among open promises. */
export function nextPromiseDue(state: Case): Date | undefined {
  const due = state.promises
    .filter((promise) => promise.state === 'open')
    .map((promise) => promise.due.getTime());
  return due.length === 0 ? undefined : new Date(Math.min(...due));
}
