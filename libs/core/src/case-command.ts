import type { Category, SignalCode, Urgency, UrgencyReason } from './assessment.js';
import type { AnswerChannel, AskedChannel, ClosedBecause, OurRecord } from './case.js';
import type { MissedFacts } from './case-event.js';
import type { TakenBack, TextOfCase } from './correction.js';
import type { Decision } from './decision.js';
import type { LaterBehaviour, Outcome } from './outcome.js';
import type { FixOffer, FixPart } from './fix.js';
import type { FoundPromise, Note, SubstanceCheck } from './wording.js';

/** What the writer says of a promise that was found in an answer: by when, or that it is none. */
export type PromiseInText =
  | {
      readonly start: number;
      readonly end: number;
      readonly promiseId: string;
      readonly due: Date;
      readonly repeats?: string;
    }
  | { readonly start: number; readonly end: number; readonly none: true };

/** What was found in an answer before it is sent, and what its writer says to it. */
export interface Checked {
  readonly found: readonly FoundPromise[];
  readonly confirmed: readonly PromiseInText[];
  readonly substance: SubstanceCheck;
  /** Why it is sent although it is held back. */
  readonly overrule?: string;
}

/** What a person, a program or Heard asks of an open case. Ids of new things come in, so that deciding stays pure. */
export type CaseCommand =
  | {
      readonly type: 'join';
      readonly mentionId: string;
      readonly complaint: boolean;
      readonly urgency: Urgency;
      readonly urgencyReasons: readonly UrgencyReason[];
      readonly signals: readonly SignalCode[];
      readonly postedAt: Date;
      readonly notes: readonly Note[];
      readonly locationId?: string;
      readonly missed?: MissedFacts;
    }
  /** A mention of the case was read once more and found more urgent than the case is. */
  | {
      readonly type: 'reassess';
      readonly mentionId: string;
      readonly urgency: Urgency;
      readonly urgencyReasons: readonly UrgencyReason[];
    }
  /** A person corrects what was understood of a text; `texts` are all of the case, as they stand after it. */
  | {
      readonly type: 'correct';
      readonly mentionId: string;
      readonly postedAt: Date;
      readonly urgency?: Urgency;
      readonly category?: Category;
      readonly texts: readonly TextOfCase[];
      /** Where a person takes back what they said: of these verdicts; what stands of the text then is beside it. */
      readonly takenBack?: TakenBack;
      /** Gets the case when the correction brings it back once too often. */
      readonly lead: string;
      readonly timeZone: string;
    }
  /** `seen` is the assignee on the screen of the one who takes: of two who take at once, one is told who won. */
  | { readonly type: 'take'; readonly to: string; readonly seen: string }
  | {
      readonly type: 'hand_over';
      readonly to: string;
      readonly toOnDuty: boolean;
      readonly reason: string;
      readonly lead: string;
    }
  /** The escalation found the assignee silent: the next person gets the case. */
  | { readonly type: 'reassign'; readonly to: string; readonly reason: string }
  | {
      readonly type: 'answer';
      readonly answerId: string;
      /** The incident whose common message it is. */
      readonly incidentId?: string;
      readonly mentionId: string;
      readonly text: string;
      readonly checked: Checked;
      /** The platform's one private answer to the mention. */
      readonly privately?: boolean;
      /** The answer that stands there, as the writer saw it: only it may be replaced. */
      readonly instead?: string;
      /** It decides about the mention; the text is what goes with it, or nothing. */
      readonly decision?: Decision;
    }
  | { readonly type: 'answer_sent'; readonly answerId: string; readonly externalId: string }
  | { readonly type: 'answer_seen'; readonly answerId: string; readonly externalId: string }
  | { readonly type: 'answer_rejected'; readonly answerId: string; readonly reason: string }
  | { readonly type: 'answer_lost'; readonly answerId: string; readonly reason: string }
  | {
      readonly type: 'record_answer';
      readonly answerId: string;
      /** The incident whose common message it is. */
      readonly incidentId?: string;
      readonly channel: Exclude<AnswerChannel, 'public'>;
      readonly text: string;
      readonly evidence: string;
      readonly checked: Checked;
      /** False when it was sent and nothing shows yet that it arrived. */
      readonly delivered: boolean;
      readonly follows?: string;
    }
  | { readonly type: 'confirm_delivery'; readonly answerId: string; readonly evidence: string }
  /** An answer that was sent elsewhere is known not to have arrived. */
  | { readonly type: 'not_delivered'; readonly answerId: string; readonly reason: string }
  | {
      readonly type: 'promise';
      readonly promiseId: string;
      readonly what: string;
      readonly due: Date | undefined;
      /** The promise that this one says again, where the writer says so. */
      readonly repeats?: string;
    }
  | { readonly type: 'keep_promise'; readonly promiseId: string; readonly evidence: string }
  /** Time has passed: what is due happens now, each thing once. */
  | { readonly type: 'tick'; readonly facts: TickFacts }
  /** A person opened its page. */
  | { readonly type: 'see' }
  | { readonly type: 'ask_channel'; readonly asked: Omit<AskedChannel, 'at'> }
  | { readonly type: 'note_record'; readonly record: Omit<OurRecord, 'at'> }
  | { readonly type: 'note_sent_on'; readonly words: string }
  | { readonly type: 'tick_part'; readonly part: FixPart; readonly evidence: string }
  | { readonly type: 'say_no_offer'; readonly reason: string }
  | { readonly type: 'name_cause'; readonly causeId: string }
  /** With `answer` it also goes out in public, through the source. */
  | {
      readonly type: 'report_sent';
      readonly channel: AnswerChannel;
      readonly language: string;
      readonly linkId?: string;
      readonly answer?: { readonly answerId: string; readonly mentionId: string; readonly text: string };
    }
  | { readonly type: 'revoke_report'; readonly linkId: string }
  | { readonly type: 'want_no_contact'; readonly words?: string }
  | { readonly type: 'see_behaviour'; readonly behaviour: LaterBehaviour; readonly mentionId?: string }
  | { readonly type: 'outcome_asked'; readonly channel: AnswerChannel }
  | { readonly type: 'offer_fix'; readonly fixId: string; readonly offer: FixOffer }
  | { readonly type: 'accept_fix'; readonly fixId: string; readonly words?: string }
  | { readonly type: 'decline_fix'; readonly fixId: string; readonly words?: string }
  | { readonly type: 'withdraw_fix'; readonly fixId: string; readonly reason: string }
  | { readonly type: 'complete_fix'; readonly fixId: string; readonly evidence: string }
  | { readonly type: 'refuse'; readonly reason: string; readonly evidence: string; readonly appeal: string }
  /** `lead` gets the case when a bad verdict brings it back once too often. */
  | { readonly type: 'record_outcome'; readonly outcome: Omit<Outcome, 'at'>; readonly lead: string }
  | { readonly type: 'close'; readonly because: ClosedBecause; readonly words?: string }
  | { readonly type: 'reopen'; readonly reason: string; readonly mentionId?: string; readonly lead: string };

/** What a tick has to know of the world. */
export interface TickFacts {
  readonly timeZone: string;
  /** False while the assignee is off duty or does not work here any more. */
  readonly assigneePresent: boolean;
  /** The lead who gets what an absent or silent assignee loses. */
  readonly lead: string;
  /** How the customer can be asked what the recovery did; present when it is time to. */
  readonly question?: QuestionFacts;
}

/** What asking a customer needs. */
export interface QuestionFacts {
  readonly linkId: string;
  readonly answerId: string;
  /** In their language; `{link}` stands where the address goes. */
  readonly text: string;
  /** The text of theirs under which the question can stand in public. */
  readonly mentionId?: string;
  /** Their words are gone from the platform. */
  readonly gone: boolean;
}

/** The command of one type. */
export type CommandOf<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;
