import type { SignalCode, Urgency, UrgencyReason } from './assessment.js';
import type { AnswerChannel, ClosedBecause, Outcome } from './case.js';
import type { FixOffer } from './fix.js';

/** What a person, a program or Heard asks of an open case. Ids of new things come in, so that deciding stays pure. */
export type CaseCommand =
  | {
      readonly type: 'join';
      readonly mentionId: string;
      readonly complaint: boolean;
      readonly urgency: Urgency;
      readonly urgencyReasons: readonly UrgencyReason[];
      readonly signals: readonly SignalCode[];
    }
  /** `seen` is the assignee on the screen of the one who takes: of two who take at once, one is told who won. */
  | { readonly type: 'take'; readonly to: string; readonly seen: string }
  | { readonly type: 'hand_over'; readonly to: string; readonly toOnDuty: boolean; readonly reason: string }
  /** The escalation found the assignee silent: the next person gets the case. */
  | { readonly type: 'reassign'; readonly to: string; readonly reason: string }
  | { readonly type: 'answer'; readonly answerId: string; readonly mentionId: string; readonly text: string }
  | { readonly type: 'answer_sent'; readonly answerId: string; readonly externalId: string }
  | { readonly type: 'answer_seen'; readonly answerId: string; readonly externalId: string }
  | { readonly type: 'answer_rejected'; readonly answerId: string; readonly reason: string }
  | { readonly type: 'answer_lost'; readonly answerId: string; readonly reason: string }
  | {
      readonly type: 'record_answer';
      readonly answerId: string;
      readonly channel: Exclude<AnswerChannel, 'public'>;
      readonly text: string;
      readonly evidence: string;
    }
  | {
      readonly type: 'promise';
      readonly promiseId: string;
      readonly what: string;
      readonly due: Date | undefined;
    }
  | { readonly type: 'keep_promise'; readonly promiseId: string; readonly evidence: string }
  /** Time has passed: promises that are due and open become broken. */
  | { readonly type: 'tick' }
  | { readonly type: 'offer_fix'; readonly fixId: string; readonly offer: FixOffer }
  | { readonly type: 'accept_fix'; readonly fixId: string; readonly words?: string }
  | { readonly type: 'decline_fix'; readonly fixId: string; readonly words?: string }
  | { readonly type: 'withdraw_fix'; readonly fixId: string; readonly reason: string }
  | { readonly type: 'complete_fix'; readonly fixId: string; readonly evidence: string }
  | { readonly type: 'refuse'; readonly reason: string; readonly evidence: string; readonly appeal: string }
  | { readonly type: 'record_outcome'; readonly outcome: Omit<Outcome, 'at'> }
  | { readonly type: 'close'; readonly because: ClosedBecause; readonly words?: string }
  | { readonly type: 'reopen'; readonly reason: string; readonly mentionId?: string };

/** The command of one type. */
export type CommandOf<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;
