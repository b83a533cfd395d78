import type {
  Actor,
  AnswerChannel,
  AnswerState,
  AssignedBecause,
  BrandReply,
  CaseEventType,
  Category,
  ClosedBecause,
  FixKind,
  FixState,
  HandOff,
  Intent,
  Language,
  LaterBehaviour,
  MentionKind,
  PlatformState,
  PromiseState,
  RefusalToCustomer,
  Sentiment,
  Signal,
  SignalCode,
  Urgency,
  UrgencyReason,
  Verdict,
} from '@heard/core';
import type { Instant } from './instant.js';

export type { Instant } from './instant.js';
export type * from './staff-views.js';

/** A page of a list; `nextCursor` is absent on the last page. */
export interface PageOf<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

/** A person of the staff, as others see them. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
}

/** Where something was said. */
export interface SourceRef {
  readonly id: string;
  readonly platform: string;
  readonly name: string;
  /** A made-up platform of the demo. */
  readonly demo: boolean;
}

/** A line of the list of cases. */
export interface CaseListItem {
  readonly id: string;
  /** Counts from 1 in each workspace; what people say to each other. */
  readonly number: number;
  readonly status: 'open' | 'closed';
  readonly customer?: string;
  /** The beginning of the newest complaint, at most 200 characters; the customer's own words, to be shown inert. */
  readonly excerpt: string;
  readonly language: Language;
  readonly category: Category;
  readonly urgency: Urgency;
  readonly urgencyReasons: readonly UrgencyReason[];
  readonly signals: readonly SignalCode[];
  readonly complaints: number;
  readonly source: SourceRef;
  readonly assignee: PersonView;
  readonly postedAt: Instant;
  readonly openedAt: Instant;
  readonly answeredAt?: Instant;
  readonly closedAt?: Instant;
  readonly nextPromiseDue?: Instant;
  readonly brokenPromises: number;
  /** An urgent complaint that nobody has taken yet. */
  readonly alertFiring: boolean;
  readonly demo: boolean;
}

/** What Heard understood of a text. */
export interface AssessmentView {
  readonly language: Language;
  readonly sentiment: Sentiment;
  readonly pNegative: number;
  readonly intent: Intent;
  readonly urgency: Urgency;
  readonly urgencyReasons: readonly UrgencyReason[];
  readonly category: Category;
  readonly signals: readonly Signal[];
  readonly model: string;
}

/** One public text. */
export interface MentionView {
  readonly id: string;
  readonly source: SourceRef;
  readonly kind: MentionKind;
  readonly externalId: string;
  readonly parentExternalId?: string;
  readonly author?: { readonly externalId?: string; readonly name?: string };
  readonly isBrand: boolean;
  readonly text: string;
  readonly title?: string;
  readonly rating?: { readonly value: number; readonly scale: number };
  readonly url?: string;
  readonly postedAt: Instant;
  readonly firstSeenAt: Instant;
  readonly editedAt?: Instant;
  readonly platformState: PlatformState;
  /** 1 for the first text, more after each edit. */
  readonly revision: number;
  /** The texts before it, newest first, at most 20; lists of mentions leave it empty. */
  readonly earlier: readonly { readonly revision: number; readonly text: string; readonly seenAt: Instant }[];
  readonly assessment?: AssessmentView;
  /** The brand's answer that the platform shows beside it (reviews). */
  readonly brandReply?: { readonly text: string; readonly at?: Instant; readonly state: BrandReply['state'] };
  readonly caseId?: string;
  readonly demo: boolean;
}

/** A promise of a case. */
export interface PromiseView {
  readonly id: string;
  readonly what: string;
  readonly due: Instant;
  readonly state: PromiseState;
  readonly madeBy?: PersonView;
  readonly madeAt: Instant;
  readonly repeats?: string;
  readonly evidence?: string;
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
  readonly verdict: Verdict;
  readonly words?: string;
  readonly behaviour?: LaterBehaviour;
  readonly savedMinor?: number;
  readonly lostMinor?: number;
  readonly currency?: string;
  readonly at: Instant;
}

/** Everything of one case. */
export interface CaseView extends CaseListItem {
  readonly assignedBecause: AssignedBecause;
  readonly assigneeSince: Instant;
  /** The conversation in order of posting: the customer's texts, other people's, and our own; at most 200. */
  readonly thread: readonly MentionView[];
  readonly answers: readonly AnswerView[];
  readonly promises: readonly PromiseView[];
  readonly fixes: readonly FixView[];
  readonly handOffs: readonly (Omit<HandOff, 'at' | 'from' | 'to'> & {
    readonly from: PersonView;
    readonly to: PersonView;
    readonly at: Instant;
  })[];
  readonly refusal?: Omit<RefusalToCustomer, 'at'> & { readonly at: Instant };
  readonly outcome?: OutcomeView;
  readonly closedBecause?: ClosedBecause;
  /** The newest 100 steps in their order; `GET /cases/:id/history` has them all. */
  readonly history: readonly HistoryEntry[];
  readonly clocks: {
    readonly postedAt: Instant;
    readonly answeredAt?: Instant;
    readonly firstOfferAt?: Instant;
    readonly fixedAt?: Instant;
    readonly customerWaitMs: number;
    readonly unansweredMs: number;
  };
  /** False where the platform takes no answers through its API: record one given elsewhere. */
  readonly canAnswerInPublic: boolean;
  /** The mention that a public answer would be given to. */
  readonly answerTo?: string;
  readonly alerts: readonly AlertView[];
}

/** Someone told of an alert, and how that went. */
export interface NotificationView {
  readonly id: string;
  readonly level: number;
  readonly receiver: 'mail' | 'webhook';
  /** The person's or the receiver's name; else the host that it went to. Never an address that holds a key. */
  readonly to: string;
  readonly state: 'queued' | 'sent' | 'failed';
  readonly attempts: number;
  readonly queuedAt: Instant;
  readonly sentAt?: Instant;
  readonly lastError?: string;
}

/** An alert: an urgent case, a broken promise, a repeated promise or a source that needs a person. */
export interface AlertView {
  readonly id: string;
  readonly kind: 'urgent_case' | 'promise_broken' | 'promise_repeated' | 'source_state' | 'answer_failed';
  readonly caseId?: string;
  readonly caseNumber?: number;
  readonly sourceId?: string;
  readonly urgency: Urgency;
  readonly reasons: readonly UrgencyReason[];
  readonly state: 'firing' | 'taken' | 'resolved';
  readonly level: number;
  readonly raisedAt: Instant;
  readonly takenAt?: Instant;
  readonly takenBy?: PersonView;
  readonly nextEscalationAt?: Instant;
  readonly notifications: readonly NotificationView[];
}

/** How a source is. `blindSince` says from when new mentions may have been missed. */
export interface SourceView {
  readonly id: string;
  readonly platform: string;
  readonly name: string;
  readonly brandId?: string;
  readonly state:
    'ok' | 'waiting' | 'throttled' | 'failing' | 'needs_reconnect' | 'permission_missing' | 'paused';
  /** Why, in plain words; for people. */
  readonly reason?: string;
  readonly missing?: readonly string[];
  readonly stateSince: Instant;
  readonly lastCollectedAt?: Instant;
  readonly lastOkAt?: Instant;
  readonly blindSince?: Instant;
  readonly nextDueAt?: Instant;
  readonly mentions: number;
  readonly canReply: boolean;
  /** Settings that are no secrets. */
  readonly settings: Readonly<Record<string, string>>;
  /** Which secrets are stored; never their values. */
  readonly secretsSet: readonly string[];
  readonly demo: boolean;
}

/** What somebody sees who opens the link of an alert's letter, before taking it. */
export interface AlertLinkView {
  readonly kind: AlertView['kind'];
  /** Absent, as all that is known of a case, when the alert is about a source. */
  readonly caseId?: string;
  readonly caseNumber?: number;
  readonly state: AlertView['state'];
  readonly takenBy?: PersonView;
  readonly customer?: string;
  readonly excerpt?: string;
  readonly urgency: Urgency;
  readonly reasons: readonly UrgencyReason[];
  readonly source: SourceRef;
  /** How the source is now, when the alert is about it. */
  readonly sourceState?: SourceView['state'];
  readonly sourceReason?: string;
  readonly postedAt?: Instant;
  readonly raisedAt: Instant;
  /** The person whom the link was sent to: they become the assignee of the case. */
  readonly forPerson: PersonView;
}
