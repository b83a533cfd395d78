import type { Category, Language, SignalCode, Urgency, UrgencyReason } from './assessment.js';
import type { AnswerChannel, AskedChannel, ClosedBecause, OurRecord, Pin, RoundBecause } from './case.js';
import type { Decision } from './decision.js';
import type { LaterBehaviour, NotAskedBecause, Outcome } from './outcome.js';
import type { FailureKind } from './failure.js';
import type { FixOffer, FixPart } from './fix.js';
import type { Actor } from './staff.js';
import type { MissedContact } from './mention.js';
import type { HeldReason, NoteCode } from './wording.js';

/** Of a call in vain: how often, and where to; the number stands in `asked`. */
export type MissedFacts = Omit<MissedContact, 'phone'>;

/** Why an assignee was chosen. */
export type AssignedBecause = 'on_duty' | 'lead_on_call' | 'nobody_on_duty';

/** What of a case and of its assignee fits together. */
export type AssignedFor = 'brand' | 'location' | 'language' | 'skill';

/** The reason of a hand-off that Heard makes by itself: the assignee did not react in time. People read it in their language. */
export const noReaction = 'no_reaction';

/** The reason of a hand-off that Heard makes by itself: the assignee is off duty and the case has to move. */
export const offDuty = 'off_duty';

/** The reason of a reopening: the customer says that they were not helped. */
export const badVerdict = 'bad_verdict';

/** The reason of a reopening: it was closed as no complaint, and they complain again. */
export const complainsAgain = 'complains_again';

/** The reason of a hand-off that Heard makes by itself: the case was handed on too often, or came back too often. */
export const pinnedToLead = 'pinned_to_lead';

/** What happened in a case, without its stamp. Texts are ours; what the customer wrote stays in the mention. */
export type CaseFact =
  | {
      readonly type: 'case.opened';
      readonly mentionId: string;
      readonly postedAt: Date;
      readonly language: Language;
      readonly category: Category;
      readonly urgency: Urgency;
      readonly urgencyReasons: readonly UrgencyReason[];
      readonly signals: readonly SignalCode[];
      readonly assignee: string;
      readonly because: AssignedBecause;
      /** What spoke for the assignee. */
      readonly matched?: readonly AssignedFor[];
      /** Absent in cases from before there were policies, like all that is optional below. */
      readonly policyVersion?: number;
      readonly failure?: FailureKind;
      readonly notes?: readonly NoteCode[];
      readonly asked?: Omit<AskedChannel, 'at'>;
      /** How many follow the author, where the platform tells. */
      readonly reach?: number;
      /** Where it was said. */
      readonly sourceId?: string;
      readonly brandId?: string;
      readonly locationId?: string;
      readonly missed?: MissedFacts;
    }
  | {
      readonly type: 'case.mention_joined';
      readonly mentionId: string;
      readonly complaint: boolean;
      readonly signals: readonly SignalCode[];
      readonly postedAt?: Date;
      readonly notes?: readonly NoteCode[];
      readonly locationId?: string;
      readonly missed?: MissedFacts;
    }
  | { readonly type: 'case.round_begun'; readonly because: RoundBecause; readonly startedAt: Date }
  | {
      readonly type: 'case.channel_asked';
      readonly asked: Omit<AskedChannel, 'at'>;
      readonly mentionId?: string;
    }
  | ({ readonly type: 'case.record_noted' } & { readonly record: Omit<OurRecord, 'at'> })
  | { readonly type: 'case.customer_sent_on'; readonly mentionId?: string; readonly words?: string }
  | { readonly type: 'case.urgency_raised'; readonly to: Urgency; readonly reasons: readonly UrgencyReason[] }
  /** A person said how urgent a text is (`said`), or whether it is a complaint; `to` is the case by all of its texts. */
  | {
      readonly type: 'case.urgency_corrected';
      readonly mentionId: string;
      readonly from: Urgency;
      readonly to: Urgency;
      readonly said?: Urgency;
      /** Nobody says any more how urgent the text is. */
      readonly unsaid?: true;
      readonly reasons: readonly UrgencyReason[];
    }
  /** A person said that a text is a complaint, or that it is none. */
  | { readonly type: 'case.complaint_corrected'; readonly mentionId: string; readonly complaint: boolean }
  | {
      readonly type: 'case.matter_corrected';
      readonly mentionId: string;
      readonly category: Category;
      readonly failure: FailureKind;
      /** Steps that were late before and are late by the other playbook too. */
      readonly overdue: readonly string[];
    }
  | { readonly type: 'case.taken'; readonly from: string; readonly to: string }
  | { readonly type: 'case.handed_over'; readonly from: string; readonly to: string; readonly reason: string }
  | { readonly type: 'case.pinned'; readonly pin: Omit<Pin, 'at'> }
  | {
      readonly type: 'case.answer_queued';
      readonly answerId: string;
      /** The incident whose common message it is. */
      readonly incidentId?: string;
      readonly mentionId: string;
      readonly text: string;
      readonly human: boolean;
      /** Absent means true, in histories from before answers were checked. */
      readonly substantive?: boolean;
      readonly overruled?: { readonly reasons: readonly HeldReason[]; readonly why: string };
      /** Clauses that looked like promises and are none, in the words of the text. */
      readonly noPromises?: readonly string[];
      /** It only asks how it was. */
      readonly question?: true;
      /** Absent means in public. */
      readonly channel?: 'private';
      /** The public answer that a private one follows. */
      readonly follows?: string;
      /** The answer that stood there, as the writer saw it: only it may be replaced. */
      readonly instead?: string;
      /** It decides about the mention; the text is what goes with it, or nothing. */
      readonly decision?: Decision;
      /** The link that stands for `{link}` in the text: the text that is sent holds its address, no table does. */
      readonly linkId?: string;
    }
  | { readonly type: 'case.answer_sent'; readonly answerId: string; readonly externalId: string }
  | { readonly type: 'case.answer_visible'; readonly answerId: string; readonly externalId: string }
  | { readonly type: 'case.answer_rejected'; readonly answerId: string; readonly reason: string }
  | { readonly type: 'case.answer_lost'; readonly answerId: string; readonly reason: string }
  | {
      readonly type: 'case.answer_recorded';
      readonly answerId: string;
      /** The incident whose common message it is. */
      readonly incidentId?: string;
      readonly channel: Exclude<AnswerChannel, 'public'>;
      readonly text: string;
      readonly evidence: string;
      readonly human: boolean;
      readonly substantive?: boolean;
      readonly overruled?: { readonly reasons: readonly HeldReason[]; readonly why: string };
      readonly noPromises?: readonly string[];
      readonly follows?: string;
      /** False while it is sent and nothing shows yet that it arrived. */
      readonly delivered?: boolean;
    }
  | { readonly type: 'case.answer_delivered'; readonly answerId: string; readonly evidence: string }
  | {
      readonly type: 'case.promise_made';
      readonly promiseId: string;
      readonly what: string;
      readonly due: Date;
      readonly repeats?: string;
      readonly answerId?: string;
    }
  | { readonly type: 'case.promise_warned'; readonly promiseId: string; readonly due: Date }
  | { readonly type: 'case.promise_kept'; readonly promiseId: string; readonly evidence: string }
  | { readonly type: 'case.promise_broken'; readonly promiseId: string; readonly due: Date }
  | ({ readonly type: 'case.fix_offered'; readonly fixId: string } & { readonly offer: FixOffer })
  | { readonly type: 'case.fix_accepted'; readonly fixId: string; readonly words?: string }
  | { readonly type: 'case.fix_declined'; readonly fixId: string; readonly words?: string }
  | { readonly type: 'case.fix_withdrawn'; readonly fixId: string; readonly reason: string }
  | { readonly type: 'case.fix_done'; readonly fixId: string; readonly evidence: string }
  | { readonly type: 'case.part_done'; readonly part: FixPart; readonly evidence: string }
  | { readonly type: 'case.no_offer'; readonly reason: string }
  /** A person opened its page for the first time. */
  | { readonly type: 'case.seen' }
  | { readonly type: 'case.step_overdue'; readonly step: string; readonly due: Date }
  | { readonly type: 'case.cause_named'; readonly causeId: string }
  | {
      readonly type: 'case.report_sent';
      readonly channel: AnswerChannel;
      readonly language: string;
      readonly linkId?: string;
      readonly until?: Date;
      readonly answerId?: string;
    }
  | { readonly type: 'case.report_revoked'; readonly linkId: string }
  | {
      readonly type: 'case.outcome_asked';
      readonly channel: AnswerChannel;
      readonly linkId?: string;
      readonly until?: Date;
      readonly answerId?: string;
    }
  /** It is time to ask, and a person has to. */
  | { readonly type: 'case.outcome_due'; readonly linkId: string; readonly until: Date }
  | { readonly type: 'case.outcome_not_asked'; readonly because: NotAskedBecause }
  | { readonly type: 'case.no_contact_wanted'; readonly words?: string }
  | {
      readonly type: 'case.behaviour_seen';
      readonly behaviour: LaterBehaviour;
      readonly mentionId?: string;
    }
  | {
      readonly type: 'case.refused';
      readonly reason: string;
      readonly evidence: string;
      readonly appeal: string;
    }
  | ({ readonly type: 'case.outcome_recorded' } & { readonly outcome: Omit<Outcome, 'at'> })
  | { readonly type: 'case.closed'; readonly because: ClosedBecause; readonly words?: string }
  | { readonly type: 'case.reopened'; readonly reason: string; readonly mentionId?: string };

/** The name of an event. */
export type CaseEventType = CaseFact['type'];

/** A step of a case's history: what happened, when, and who did it. Never edited after it was written. */
export type CaseEvent = CaseFact & { readonly at: Date; readonly by: Actor };
