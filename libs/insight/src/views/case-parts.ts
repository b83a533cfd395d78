import type {
  Actor,
  AnswerChannel,
  AnswerState,
  CaseEventType,
  FixKind,
  FixState,
  HeldReason,
  LaterBehaviour,
  NotCounted,
  PromiseState,
  Verdict,
} from '@heard/core';
import type { Instant } from '../instant.js';
import type { PersonView } from './common.js';
import type { DecidedView } from './decisions.js';

/** A promise of a case. */
export interface PromiseView {
  readonly id: string;
  readonly what: string;
  readonly due: Instant;
  readonly state: PromiseState;
  readonly madeBy?: PersonView;
  readonly madeAt: Instant;
  readonly repeats?: string;
  /** The answer that holds it. */
  readonly answerId?: string;
  /** When the assignee was warned that little time is left. */
  readonly warnedAt?: Instant;
  /** When it was kept, or broke. */
  readonly settledAt?: Instant;
  readonly evidence?: string;
  /** Honest words to the customer, while it is about to break or after it did; never sent by themselves. */
  readonly lateDraft?: string;
}

/** A fix of a case. */
export interface FixView {
  readonly id: string;
  readonly kind: FixKind;
  readonly what: string;
  readonly state: FixState;
  readonly cost?: { readonly amountMinor: number; readonly currency: string };
  readonly action?: { readonly who: string; readonly where: string; readonly when: Instant };
  readonly offeredAt: Instant;
  readonly settledAt?: Instant;
  readonly evidence?: string;
  readonly words?: string;
  /** The fix of the catalogue. */
  readonly catalogueKey?: string;
  /** Why it is offered although it does not fit the kind of failure. */
  readonly although?: string;
}

/** An answer of a case. */
export interface AnswerView {
  readonly id: string;
  readonly channel: AnswerChannel;
  readonly mentionId?: string;
  /** The platform's id of the answer, once the platform has given one. */
  readonly externalId?: string;
  readonly text: string;
  readonly state: AnswerState;
  readonly human: boolean;
  /** It says something that helps, or a lead answers for it. */
  readonly substantive: boolean;
  /** What was held against it when it was sent all the same, and why it was. */
  readonly overruled?: { readonly reasons: readonly HeldReason[]; readonly why: string };
  /** The public answer that this private one follows. */
  readonly follows?: string;
  /** It decides about the mention; its text may be empty. */
  readonly decision?: DecidedView;
  /** True when it stops the customer's clock. */
  readonly counts: boolean;
  /** Why it does not. */
  readonly notCounted?: NotCounted;
  readonly by?: PersonView;
  readonly queuedAt: Instant;
  readonly visibleAt?: Instant;
  /** Why it was rejected or lost. */
  readonly reason?: string;
  /** What shows that an answer outside the platform was given. */
  readonly evidence?: string;
}

/** A step of the history, as shown to people. */
export interface HistoryEntry {
  readonly seq: number;
  readonly type: CaseEventType;
  readonly at: Instant;
  readonly by: Actor & { readonly name?: string };
  /** The facts of the event, with `fromName`, `toName` or `assigneeName` beside staff ids. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

/** The customer's outcome as recorded. */
export interface OutcomeView {
  /** `customer` when they gave it themselves by their link. */
  readonly from?: 'customer' | 'staff';
  readonly verdict: Verdict;
  readonly words?: string;
  readonly behaviour?: LaterBehaviour;
  readonly savedMinor?: number;
  readonly lostMinor?: number;
  readonly currency?: string;
  readonly at: Instant;
}
