import type { Category, Language, SignalCode, Urgency, UrgencyReason } from './assessment.js';
import type { AnswerChannel, ClosedBecause, Outcome } from './case.js';
import type { FixOffer } from './fix.js';
import type { Actor } from './staff.js';

/** Why an assignee was chosen. */
export type AssignedBecause = 'on_duty' | 'lead_on_call' | 'nobody_on_duty';

/** The reason of a hand-off that Heard makes by itself: the assignee did not react in time. People read it in their language. */
export const noReaction = 'no_reaction';

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
    }
  | {
      readonly type: 'case.mention_joined';
      readonly mentionId: string;
      readonly complaint: boolean;
      readonly signals: readonly SignalCode[];
    }
  | { readonly type: 'case.urgency_raised'; readonly to: Urgency; readonly reasons: readonly UrgencyReason[] }
  | { readonly type: 'case.taken'; readonly from: string; readonly to: string }
  | { readonly type: 'case.handed_over'; readonly from: string; readonly to: string; readonly reason: string }
  | {
      readonly type: 'case.answer_queued';
      readonly answerId: string;
      readonly mentionId: string;
      readonly text: string;
      readonly human: boolean;
    }
  | { readonly type: 'case.answer_sent'; readonly answerId: string; readonly externalId: string }
  | { readonly type: 'case.answer_visible'; readonly answerId: string; readonly externalId: string }
  | { readonly type: 'case.answer_rejected'; readonly answerId: string; readonly reason: string }
  | { readonly type: 'case.answer_lost'; readonly answerId: string; readonly reason: string }
  | {
      readonly type: 'case.answer_recorded';
      readonly answerId: string;
      readonly channel: Exclude<AnswerChannel, 'public'>;
      readonly text: string;
      readonly evidence: string;
      readonly human: boolean;
    }
  | {
      readonly type: 'case.promise_made';
      readonly promiseId: string;
      readonly what: string;
      readonly due: Date;
      readonly repeats?: string;
    }
  | { readonly type: 'case.promise_kept'; readonly promiseId: string; readonly evidence: string }
  | { readonly type: 'case.promise_broken'; readonly promiseId: string; readonly due: Date }
  | ({ readonly type: 'case.fix_offered'; readonly fixId: string } & { readonly offer: FixOffer })
  | { readonly type: 'case.fix_accepted'; readonly fixId: string; readonly words?: string }
  | { readonly type: 'case.fix_declined'; readonly fixId: string; readonly words?: string }
  | { readonly type: 'case.fix_withdrawn'; readonly fixId: string; readonly reason: string }
  | { readonly type: 'case.fix_done'; readonly fixId: string; readonly evidence: string }
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
