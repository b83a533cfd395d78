import type { Urgency, UrgencyReason } from '@heard/core';

/** What an alert is about. */
export type AlertKind =
  'urgent_case' | 'promise_broken' | 'promise_repeated' | 'source_state' | 'answer_failed';

/** `firing` until a person has it, or until nothing is left to do. */
export type AlertState = 'firing' | 'taken' | 'resolved';

/** What a message about an alert may say; texts of customers and platforms as they are, to be made harmless by the receiver. */
export interface AlertFacts {
  readonly alertId: string;
  readonly kind: AlertKind;
  readonly urgency: Urgency;
  readonly reasons: readonly UrgencyReason[];
  readonly demo: boolean;
  readonly raisedAt: Date;
  /** Of the workspace, for the times in letters. */
  readonly timeZone: string;
  readonly case?: { readonly id: string; readonly number: number };
  readonly customer?: string;
  readonly source?: {
    readonly id: string;
    readonly platform: string;
    readonly name: string;
    readonly state: string;
    readonly stateReason?: string;
    readonly missing: readonly string[];
  };
  readonly mention?: {
    readonly title?: string;
    /** Its beginning only. */
    readonly text: string;
    readonly url?: string;
    readonly postedAt: Date;
  };
  readonly promise?: { readonly what: string; readonly due: Date };
  /** Why the answer did not get through, in the platform's words. */
  readonly answerReason?: string;
}
