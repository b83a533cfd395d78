import type {
  Actor,
  AnswerChannel,
  AnswerState,
  AssignedBecause,
  CaseEventType,
  Category,
  ClosedBecause,
  FixKind,
  FixState,
  Language,
  LaterBehaviour,
  PromiseState,
  SignalCode,
  Urgency,
  UrgencyReason,
  Verdict,
} from '@heard/core';
import type * as shape from '@heard/insight';
import { AlertView } from './alert.view.js';
import { MentionView, SourceRef } from './mention.view.js';
import { PersonView } from './people.view.js';
import { At, Bool, Facts, Int, Key, ListOf, Of, Str, Strs, Word } from './shown.js';
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
  @Str({ optional: true }) evidence?: string;
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
  @At() assigneeSince: string;
  @ListOf(() => MentionView, { about: 'In order of posting.' }) thread: MentionView[];
  @ListOf(() => AnswerView) answers: AnswerView[];
  @ListOf(() => PromiseView) promises: PromiseView[];
  @ListOf(() => FixView) fixes: FixView[];
  @ListOf(() => HandOffView) handOffs: HandOffView[];
  @Of(() => RefusalView, { optional: true }) refusal?: RefusalView;
  @Of(() => OutcomeView, { optional: true }) outcome?: OutcomeView;
  @Word(words.closedBecause, { optional: true }) closedBecause?: ClosedBecause;
  @ListOf(() => HistoryEntry) history: HistoryEntry[];
  @Of(() => ClocksView) clocks: ClocksView;
  @Bool({ about: 'False where the platform takes no answers: record one given elsewhere.' })
  canAnswerInPublic: boolean;
  @Key({ optional: true, about: 'The mention that a public answer would be given to.' }) answerTo?: string;
  @ListOf(() => AlertView) alerts: AlertView[];
}
