import type { AssignedFor } from './case-event.js';
import type { Category, Language, SignalCode, Urgency, UrgencyReason } from './assessment.js';
import type { Decision } from './decision.js';
import type { FailureKind } from './failure.js';
import type { Fix, FixPart } from './fix.js';
import type { Outcome, OutcomeQuestion, SentReport } from './outcome.js';
import type { HeldReason, NoteCode } from './wording.js';

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
  /** It says something that helps: not held back, or let through by a lead who answers for it. */
  readonly substantive: boolean;
  /** What was held against it when it was sent all the same. */
  readonly overruled?: readonly HeldReason[];
  /** The public answer that this private one follows. */
  readonly follows?: string;
  /** It only asks how it was, after the closing: it neither answers anything nor holds anything up. */
  readonly question?: true;
  /** It decides about the mention, with or without words. */
  readonly decision?: Decision;
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
  /** The answer that holds it. */
  readonly answerId?: string;
  readonly madeAt: Date;
  /** The person of the staff who made it; absent when a program did. */
  readonly madeBy?: string;
  /** When it was kept or broken. */
  readonly settledAt?: Date;
  /** When the assignee was warned that little time is left. */
  readonly warnedAt?: Date;
}

/** The case changed its assignee. */
export interface HandOff {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly at: Date;
  /** When the new assignee did something: what lies between is lost to the customer. */
  readonly actedAt?: Date;
}

/** A case that stays with its lead, because it was handed on too often. */
export interface Pin {
  readonly to: string;
  readonly because: 'budget' | 'loop' | 'rounds';
  readonly at: Date;
}

/** A hand-off that the customer had to make: they were sent to somebody else. */
export interface CustomerHandOff {
  readonly mentionId?: string;
  readonly words?: string;
  readonly at: Date;
}

/** Why a round began. */
export type RoundBecause = 'first_complaint' | 'complained_again' | 'reopened' | 'bad_verdict';

/** From a complaint to what the customer made of our answer; each has its own clock. */
export interface Round {
  /** By the customer's time of posting. */
  readonly startedAt: Date;
  readonly because: RoundBecause;
  readonly endedAt?: Date;
}

/** What a customer's text says about the recovery itself. */
export interface CaseNote {
  readonly code: NoteCode;
  readonly mentionId: string;
  readonly at: Date;
}

/** A call in vain that belongs to a case. */
export interface MissedInCase {
  readonly mentionId: string;
  readonly tries: number;
  readonly called?: string;
  /** When they called. */
  readonly at: Date;
}

/** Where the customer asked to be answered. */
export interface AskedChannel {
  readonly channel: AnswerChannel;
  /** The number or address they gave. */
  readonly contact?: string;
  readonly at: Date;
}

/** What a system of ours says about the matter. */
export type RecordClaim = 'delivered' | 'paid' | 'resolved' | 'cancelled' | 'received';

/** What our record says, and where it says so. */
export interface OurRecord {
  readonly claim: RecordClaim;
  readonly where: string;
  readonly at: Date;
}

/** A part of a recovery that was given to the customer, with what shows it. */
export interface DonePart {
  readonly part: FixPart;
  readonly evidence: string;
  readonly at: Date;
}

/** A reasoned no: what was found, what shows it, and where the customer can appeal. */
export interface RefusalToCustomer {
  readonly reason: string;
  readonly evidence: string;
  readonly appeal: string;
  readonly at: Date;
}

/** By what right a case was closed. */
export type ClosedBecause = 'fixed' | 'refused' | 'customer_word' | 'no_complaint';

/** One complaining person and one matter, as its history tells it. */
export interface Case {
  readonly id: string;
  readonly status: 'open' | 'closed';
  /** When the customer posted the first complaint: their clock starts here and nothing resets it. */
  readonly postedAt: Date;
  readonly openedAt: Date;
  readonly language: Language;
  readonly category: Category;
  readonly failure: FailureKind;
  /** The policy under which it was opened: later changes do not touch it. 1 for cases from before there were policies. */
  readonly policyVersion: number;
  readonly urgency: Urgency;
  readonly urgencyReasons: readonly UrgencyReason[];
  readonly signals: readonly SignalCode[];
  readonly mentionIds: readonly string[];
  /** Those of them that are complaints, also by what people corrected. */
  readonly complaintIds: readonly string[];
  /** Texts of which a person said how urgent they are: no later reading goes above that. */
  readonly urgencySaidOf: readonly string[];
  /** How many follow the author of the first complaint, where the platform tells. */
  readonly reach?: number;
  /** Where the first complaint was posted; absent in cases from before it was written down. */
  readonly sourceId?: string;
  readonly brandId?: string;
  /** What it is about: of the first mention that says so. */
  readonly locationId?: string;
  /** How many times the person complained in this case. */
  readonly complaints: number;
  /** The one person answerable, at every moment. */
  readonly assignee: string;
  readonly assigneeSince: Date;
  /** What spoke for the first assignee. */
  readonly assignedFor: readonly AssignedFor[];
  /** When the assignee last did something, got the case, or was given something new to do by a further round. */
  readonly assigneeActedAt: Date;
  readonly handOffs: readonly HandOff[];
  readonly pinned?: Pin;
  readonly customerHandOffs: readonly CustomerHandOff[];
  readonly rounds: readonly Round[];
  readonly notes: readonly CaseNote[];
  readonly missedContacts: readonly MissedInCase[];
  readonly asked?: AskedChannel;
  readonly records: readonly OurRecord[];
  readonly answers: readonly Answer[];
  readonly promises: readonly PromiseMade[];
  readonly fixes: readonly Fix[];
  readonly parts: readonly DonePart[];
  /** Why nothing concrete is offered. */
  readonly noOfferBecause?: string;
  /** Keys of steps of the playbook whose clock passed before they were done. */
  readonly overdueSteps: readonly string[];
  readonly causeId?: string;
  readonly reportsSent: readonly Date[];
  readonly reports: readonly SentReport[];
  /** When the customer was asked how it was; of the latest recovery. */
  readonly outcomeAskedAt?: Date;
  /** How they are asked; of the latest recovery. */
  readonly question?: OutcomeQuestion;
  /** Since when they want to be left alone. */
  readonly noContactAt?: Date;
  readonly refusal?: RefusalToCustomer;
  readonly outcome?: Outcome;
  /** When the behaviour in `outcome` was seen; of the latest recovery. */
  readonly behaviourAt?: Date;
  readonly closedAt?: Date;
  readonly closedBecause?: ClosedBecause;
  /** When somebody who can act on it first opened its page; looking is not acting. */
  readonly seenAt?: Date;
  /** How many times it was closed and came back. */
  readonly reopened: number;
}

/** When the first fix was done. */
export function fixedAt(state: Case): Date | undefined {
  const times = state.fixes.flatMap(({ state: stands, settledAt }) =>
    stands === 'done' && settledAt ? [settledAt.getTime()] : [],
  );
  return times.length === 0 ? undefined : new Date(Math.min(...times));
}

/** The nearest due time among open promises. */
export function nextPromiseDue(state: Case): Date | undefined {
  const due = state.promises
    .filter((promise) => promise.state === 'open')
    .map((promise) => promise.due.getTime());
  return due.length === 0 ? undefined : new Date(Math.min(...due));
}
