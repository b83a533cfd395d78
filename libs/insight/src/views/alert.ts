import type { AlertKind, Urgency, UrgencyReason } from '@heard/core';
import type { Instant } from '../instant.js';
import type { PersonView, SourceRef } from './common.js';
import type { SourceView } from './source.js';

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
  readonly kind: AlertKind;
  readonly caseId?: string;
  readonly caseNumber?: number;
  readonly sourceId?: string;
  /** What is proposed; the case is then one of its cases, as an example. */
  readonly incidentId?: string;
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

/** What somebody sees who opens the link of an alert's letter, before taking it. */
export interface AlertLinkView {
  readonly kind: AlertView['kind'];
  /** Absent, as all that is known of a case, when the alert is about a source. */
  readonly caseId?: string;
  readonly caseNumber?: number;
  /** What is proposed; the case is then one of its cases, as an example. */
  readonly incidentId?: string;
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
  /** The person whom the link was sent to: they become the assignee of the case, unless it is an example. */
  readonly forPerson: PersonView;
}
