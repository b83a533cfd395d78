import type {
  Actor,
  AnswerChannel,
  AnswerState,
  AssignedBecause,
  AssignedFor,
  CaseEventType,
  CaseFlag,
  Category,
  ClosedBecause,
  FailureKind,
  FixKind,
  FixState,
  Language,
  LaterBehaviour,
  NotCounted,
  PromiseState,
  SignalCode,
  Urgency,
  UrgencyReason,
  Verdict,
} from '@heard/core';
import type * as shape from '@heard/insight';
import { AlertView } from './alert.view.js';
import { AnsweringView } from './answering.view.js';
import {
  AgendaView,
  AskedChannelView,
  BothClocksView,
  CasePlaybookView,
  ClosingView,
  CustomerHandOffView,
  DonePartView,
  LeavingView,
  NoteView,
  OurRecordView,
  OverruledView,
  PinView,
  PointView,
  RoundView,
  ScoreView,
  ToldView,
} from './case-recovery.view.js';
import { DecidedView, DecisionsView } from './decisions.view.js';
import { MentionView, SourceRef } from './mention.view.js';
import { PersonView } from './people.view.js';
import { At, Bool, Facts, Int, Key, ListOf, Of, Str, Strs, Word, Words } from './shown.js';
import { PlaceRef } from './place.view.js';
import { words } from './words.js';

/** A line of the list of cases. */
export class CaseListItem implements shape.CaseListItem {
  @Key() id: string;
  @Int({ about: 'Counts from 1 in each workspace.' }) number: number;
  @Word(words.caseStatus) status: 'open' | 'closed';
  @Str({ optional: true }) customer?: string;
  @Str({ about: 'The beginning of the newest complaint.' }) excerpt: string;
  @Word(words.language) language: Language;
  @Str() category: Category;
  @Word(words.urgency) urgency: Urgency;
  @Strs() urgencyReasons: UrgencyReason[];
  @Strs() signals: SignalCode[];
  @Int() complaints: number;
  @Of(() => SourceRef) source: SourceRef;
  @Of(() => PlaceRef, { optional: true }) brand?: PlaceRef;
  @Of(() => PlaceRef, { optional: true, about: 'The branch, shop or depot that it is about.' })
  location?: PlaceRef;
  @Of(() => PersonView) assignee: PersonView;
  @At({ about: "The customer's clock starts here." }) postedAt: string;
  @At() openedAt: string;
  @At({ optional: true }) answeredAt?: string;
  @At({ optional: true }) closedAt?: string;
  @At({ optional: true }) nextPromiseDue?: string;
  @Int() brokenPromises: number;
  @Bool({ about: 'An urgent complaint that nobody has taken yet.' }) alertFiring: boolean;
  @Bool() demo: boolean;
}

/** Cases: open ones by urgency, of these the longest waiting first; closed ones newest closed first. */
export class CasePage {
  @ListOf(() => CaseListItem) items: CaseListItem[];
  @Str({ optional: true }) nextCursor?: string;
}

/** A promise. */
export class PromiseView implements shape.PromiseView {
  @Key() id: string;
  @Str() what: string;
  @At() due: string;
  @Word(words.promiseState) state: PromiseState;
  @Of(() => PersonView, { optional: true }) madeBy?: PersonView;
  @At() madeAt: string;
  @Key({ optional: true, about: 'The first promise of the same thing.' }) repeats?: string;
  @Key({ optional: true, about: 'The answer that holds it.' }) answerId?: string;
  @At({ optional: true, about: 'When the assignee was warned that little time is left.' }) warnedAt?: string;
  @At({ optional: true, about: 'When it was kept, or broke.' }) settledAt?: string;
  @Str({ optional: true }) evidence?: string;
  @Str({
    optional: true,
    about:
      "Honest words in the customer's language, while it is about to break or after it did; never sent by itself.",
  })
  lateDraft?: string;
}

/** What a fix costs. */
export class CostView {
  @Int({ about: "In the currency's smallest unit." }) amountMinor: number;
  @Str() currency: string;
}

/** Somebody goes, brings or calls. */
export class ActionView {
  @Str() who: string;
  @Str() where: string;
  @At() when: string;
}

/** A fix. */
export class FixView implements shape.FixView {
  @Key() id: string;
  @Word(words.fixKind) kind: FixKind;
  @Str() what: string;
  @Word(words.fixState) state: FixState;
  @Of(() => CostView, { optional: true }) cost?: CostView;
  @Of(() => ActionView, { optional: true }) action?: ActionView;
  @At() offeredAt: string;
  @At({ optional: true }) settledAt?: string;
  @Str({ optional: true }) evidence?: string;
  @Str({ optional: true }) words?: string;
  @Str({ optional: true, about: 'The fix of the catalogue.' }) catalogueKey?: string;
  @Str({ optional: true, about: 'Why it is offered although it does not fit the failure.' })
  although?: string;
}

/** An answer. */
export class AnswerView implements shape.AnswerView {
  @Key() id: string;
  @Word(words.answerChannel) channel: AnswerChannel;
  @Key({ optional: true }) mentionId?: string;
  @Str({ optional: true, about: "The platform's id of the answer." }) externalId?: string;
  @Str() text: string;
  @Word(words.answerState) state: AnswerState;
  @Bool() human: boolean;
  @Bool({ about: 'It says something that helps, or a lead answers for it.' }) substantive: boolean;
  @Of(() => OverruledView, { optional: true }) overruled?: OverruledView;
  @Key({ optional: true, about: 'The public answer that this private one follows.' }) follows?: string;
  @Of(() => DecidedView, { optional: true, about: 'It decides about the mention; its text may be empty.' })
  decision?: DecidedView;
  @Bool({ about: "True when it stops the customer's clock." }) counts: boolean;
  @Word(words.notCounted, { optional: true, about: 'Why it does not.' }) notCounted?: NotCounted;
  @Of(() => PersonView, { optional: true }) by?: PersonView;
  @At() queuedAt: string;
  @At({ optional: true }) visibleAt?: string;
  @Str({ optional: true, about: 'Why it was rejected or lost.' }) reason?: string;
  @Str({ optional: true, about: 'What shows that an answer outside the platform was given.' })
  evidence?: string;
}

/** A step of the history. */
export class HistoryEntry implements shape.HistoryEntry {
  @Int() seq: number;
  @Str() type: CaseEventType;
  @At() at: string;
  @Facts({ about: 'Who did it: `kind` is person, program, heard or customer.' }) by: Actor & {
    name?: string;
  };
  @Facts() facts: Record<string, unknown>;
  @Str({ about: 'SHA-256 over the hash before it and this step.' }) hash: string;
}

/** Steps of the history, from its beginning. */
export class HistoryPage {
  @ListOf(() => HistoryEntry) items: HistoryEntry[];
  @Str({ optional: true }) nextCursor?: string;
}

/** A change of the assignee. */
export class HandOffView {
  @Of(() => PersonView) from: PersonView;
  @Of(() => PersonView) to: PersonView;
  @Str() reason: string;
  @At() at: string;
  @At({ optional: true, about: 'When the new assignee did something.' }) actedAt?: string;
  @Int({ about: 'What it cost the customer.' }) lostMs: number;
}

/** A reasoned no to the customer. */
export class RefusalView {
  @Str() reason: string;
  @Str() evidence: string;
  @Str() appeal: string;
  @At() at: string;
}

/** What the recovery did. */
export class OutcomeView implements shape.OutcomeView {
  @Word(words.outcomeFrom, { optional: true, about: '`customer` when they gave it by their link.' })
  from?: 'customer' | 'staff';
  @Word(words.verdict) verdict: Verdict;
  @Str({ optional: true }) words?: string;
  @Word(words.behaviour, { optional: true }) behaviour?: LaterBehaviour;
  @Int({ optional: true }) savedMinor?: number;
  @Int({ optional: true }) lostMinor?: number;
  @Str({ optional: true }) currency?: string;
  @At() at: string;
}

/** The clocks of a case; all run from the customer's posting. */
export class ClocksView {
  @At() postedAt: string;
  @At({ optional: true }) answeredAt?: string;
  @At({ optional: true }) firstOfferAt?: string;
  @At({ optional: true }) fixedAt?: string;
  @Int() customerWaitMs: number;
  @Int() unansweredMs: number;
}

/** Everything of one case. */
export class CaseView extends CaseListItem implements shape.CaseView {
  @Str() assignedBecause: AssignedBecause;
  @Words(words.assignedFor, { about: 'What spoke for the first assignee.' }) assignedFor: AssignedFor[];
  @At() assigneeSince: string;
  @At({ optional: true, about: 'When somebody who can help first opened it.' }) seenAt?: string;
  @ListOf(() => MentionView, { about: 'In order of posting.' }) thread: MentionView[];
  @ListOf(() => AnswerView) answers: AnswerView[];
  @ListOf(() => PromiseView) promises: PromiseView[];
  @ListOf(() => FixView) fixes: FixView[];
  @ListOf(() => HandOffView) handOffs: HandOffView[];
  @Of(() => RefusalView, { optional: true }) refusal?: RefusalView;
  @Of(() => OutcomeView, { optional: true }) outcome?: OutcomeView;
  @Word(words.closedBecause, { optional: true }) closedBecause?: ClosedBecause;
  @Word(words.failure) failure: FailureKind;
  @Int({ about: 'The policy under which it was opened.' }) policyVersion: number;
  @Of(() => AskedChannelView, { optional: true }) asked?: AskedChannelView;
  @ListOf(() => OurRecordView) records: OurRecordView[];
  @ListOf(() => NoteView) notes: NoteView[];
  @ListOf(() => PointView) points: PointView[];
  @ListOf(() => ToldView) told: ToldView[];
  @Words(words.flag, { about: 'What somebody has to look at.' }) flags: CaseFlag[];
  @Of(() => LeavingView) leaving: LeavingView;
  @Of(() => ScoreView) score: ScoreView;
  @ListOf(() => RoundView) rounds: RoundView[];
  @Of(() => CasePlaybookView) playbook: CasePlaybookView;
  @ListOf(() => AgendaView, { about: 'What has to happen, the first due first.' }) agenda: AgendaView[];
  @ListOf(() => DonePartView) parts: DonePartView[];
  @Of(() => PinView, { optional: true }) pinned?: PinView;
  @ListOf(() => CustomerHandOffView) customerHandOffs: CustomerHandOffView[];
  @Str({ optional: true }) noOfferBecause?: string;
  @Key({ optional: true }) causeId?: string;
  @Strs({ about: 'When reports were sent to the customer.' }) reportsSent: string[];
  @At({ optional: true }) outcomeAskedAt?: string;
  @Of(() => BothClocksView) bothClocks: BothClocksView;
  @ListOf(() => ClosingView) closing: ClosingView[];
  @ListOf(() => HistoryEntry) history: HistoryEntry[];
  @Of(() => ClocksView) clocks: ClocksView;
  @Bool({ about: 'False where the platform takes no answers: record one given elsewhere.' })
  canAnswerInPublic: boolean;
  @Key({ optional: true, about: 'The mention that a public answer would be given to.' }) answerTo?: string;
  @Of(() => AnsweringView, { optional: true, about: 'Absent where none can be given.' })
  answering?: AnsweringView;
  @ListOf(() => DecisionsView, { about: 'What can be decided about the customer’s texts now.' })
  decisions: DecisionsView[];
  @ListOf(() => AlertView) alerts: AlertView[];
}
