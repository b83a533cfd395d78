import type { AlertKind, Urgency, UrgencyReason } from '@heard/core';

export type { AlertKind } from '@heard/core';

/** `firing` until a person has it, or until nothing is left to do. */
export type AlertState = 'firing' | 'taken' | 'resolved';

/** An incident as messages tell of it. */
export interface AlertedIncident {
  readonly id: string;
  readonly cases: number;
  /** The name that its complaints share; empty where it is not a name. */
  readonly shown: string;
  readonly coordinated: boolean;
}

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
  /** What is proposed; the case is then one of its cases, as an example. */
  readonly incident?: AlertedIncident;
  readonly customer?: string;
  /** Who answers for the case now. */
  readonly assignee?: string;
  readonly source?: {
    readonly id: string;
    readonly platform: string;
    readonly name: string;
    readonly state: string;
    readonly stateReason?: string;
    readonly accessEndsAt?: Date;
    readonly silentSince?: Date;
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
