import type { Urgency, UrgencyReason } from '@heard/core';
import type * as shape from '@heard/insight';
import { SourceRef } from './mention.view.js';
import { PersonView } from './people.view.js';
import { At, Int, Key, ListOf, Of, Str, Strs, Word } from './shown.js';
import { words } from './words.js';

/** Someone told of an alert, and how that went. */
export class NotificationView implements shape.NotificationView {
  @Key() id: string;
  @Int() level: number;
  @Word(['mail', 'webhook']) receiver: 'mail' | 'webhook';
  @Str() to: string;
  @Word(['queued', 'sent', 'failed']) state: 'queued' | 'sent' | 'failed';
  @Int() attempts: number;
  @At() queuedAt: string;
  @At({ optional: true }) sentAt?: string;
  @Str({ optional: true }) lastError?: string;
}

/** An alert. */
export class AlertView implements shape.AlertView {
  @Key() id: string;
  @Word(words.alertKind) kind: shape.AlertView['kind'];
  @Key({ optional: true }) caseId?: string;
  @Int({ optional: true }) caseNumber?: number;
  @Key({ optional: true }) sourceId?: string;
  @Key({ optional: true, about: 'What is proposed; the case is then one of its cases, as an example.' })
  incidentId?: string;
  @Word(words.urgency) urgency: Urgency;
  @Strs() reasons: UrgencyReason[];
  @Word(words.alertState) state: shape.AlertView['state'];
  @Int() level: number;
  @At() raisedAt: string;
  @At({ optional: true }) takenAt?: string;
  @Of(() => PersonView, { optional: true }) takenBy?: PersonView;
  @At({ optional: true }) nextEscalationAt?: string;
  @ListOf(() => NotificationView) notifications: NotificationView[];
}

/** Alerts, newest first. */
export class AlertPage {
  @ListOf(() => AlertView) items: AlertView[];
  @Str({ optional: true }) nextCursor?: string;
}

/** What the link of an alert's letter shows. */
export class AlertLinkView implements shape.AlertLinkView {
  @Word(words.alertKind) kind: shape.AlertLinkView['kind'];
  @Key({ optional: true, about: 'Absent, as all of the case, when the alert is about a source.' })
  caseId?: string;
  @Int({ optional: true }) caseNumber?: number;
  @Key({ optional: true, about: 'What is proposed; the case is then one of its cases, as an example.' })
  incidentId?: string;
  @Word(words.alertState) state: shape.AlertLinkView['state'];
  @Of(() => PersonView, { optional: true }) takenBy?: PersonView;
  @Str({ optional: true }) customer?: string;
  @Str({ optional: true }) excerpt?: string;
  @Word(words.urgency) urgency: Urgency;
  @Strs() reasons: UrgencyReason[];
  @Of(() => SourceRef) source: SourceRef;
  @Word(words.sourceState, { optional: true, about: 'How the source is now, when the alert is about it.' })
  sourceState?: shape.AlertLinkView['sourceState'];
  @Str({ optional: true }) sourceReason?: string;
  @At({ optional: true }) postedAt?: string;
  @At() raisedAt: string;
  @Of(() => PersonView, { about: 'Whom the link was sent to: they become the assignee of the case.' })
  forPerson: PersonView;
}

/** A program that is told of alerts. */
export class ReceiverView {
  @Key() id: string;
  @Word(['webhook']) kind: 'webhook';
  @Str() name: string;
  @Str() url: string;
}

/** A receiver that was just added. */
export class MadeReceiverView extends ReceiverView {
  @Str({ about: 'Verifies the signatures (Standard Webhooks); shown once: keep it.' }) secret: string;
}

/** Receivers. */
export class ReceiverPage {
  @ListOf(() => ReceiverView) items: ReceiverView[];
}

/** A letter in the demo's made-up mailbox. */
export class LetterView implements shape.LetterView {
  @Str() id: string;
  @Str() to: string;
  @Str() from: string;
  @Str() subject: string;
  @Str() text: string;
  @At() at: string;
}

/** Letters, newest first. */
export class LetterPage {
  @ListOf(() => LetterView) items: LetterView[];
  @Str({ optional: true }) nextCursor?: string;
}
