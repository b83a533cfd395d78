import type {
  Actor,
  AnswerState,
  DeliveryState,
  FixOffer,
  HeldReason,
  IncidentStatus,
  InThreeLanguages,
  Language,
  SharedCode,
  Urgency,
} from '@heard/core';
import type * as shape from '@heard/insight';
import { SourceRef } from './mention.view.js';
import { PersonView } from './people.view.js';
import { At, Bool, Facts, Int, Key, ListOf, Num, Of, Str, Strs, Word } from './shown.js';
import { words } from './words.js';

/** Something that the cases of an incident share. */
export class SharedView implements shape.SharedView {
  @Word(words.sharedCode) code: SharedCode;
  @Str({ about: 'A name as customers write it, or the hour; empty for texts that are nearly the same.' })
  shown: string;
  @Int() cases: number;
}

/** A line of the list of incidents. */
export class IncidentListItem implements shape.IncidentListItem {
  @Key() id: string;
  @Word(words.incidentStatus) status: IncidentStatus;
  @ListOf(() => SharedView) shares: SharedView[];
  @Num({ about: 'How sure the rule is that they have one cause, 0 to 1.' }) sure: number;
  @Int({ about: 'Distinct people.' }) authors: number;
  @Int() cases: number;
  @Int() openCases: number;
  @Bool({ about: 'Many nearly the same texts by people not known before, within minutes.' })
  coordinated: boolean;
  @At({ about: 'When the first of its complaints was posted.' }) since: string;
  @At() proposedAt: string;
  @At({ optional: true }) resolvedAt?: string;
  @Str({ about: 'The beginning of its first complaint.' }) excerpt: string;
  @Bool() demo: boolean;
}

/** Incidents, newest first. */
export class IncidentPage {
  @ListOf(() => IncidentListItem) items: IncidentListItem[];
  @Str({ optional: true }) nextCursor?: string;
}

/** The common message in one case. */
export class DeliveryView implements shape.DeliveryView {
  @Word(words.deliveryState) state: DeliveryState;
  @Str({ optional: true }) channel?: string;
  @Str({ optional: true }) contact?: string;
  @Str({ optional: true, about: 'The rule that said no to the message, or to its offer.' }) code?: string;
  @Word(words.answerState, { optional: true }) answerState?: AnswerState;
  @Bool({ about: 'False when an earlier message was told, and not this one yet.' }) newest: boolean;
  @At() at: string;
}

/** A case of an incident. */
export class IncidentCaseView implements shape.IncidentCaseView {
  @Key() caseId: string;
  @Int() number: number;
  @Word(words.caseStatus) status: 'open' | 'closed';
  @Str({ optional: true }) customer?: string;
  @Str() excerpt: string;
  @Word(words.language) language: Language;
  @Word(words.urgency) urgency: Urgency;
  @Of(() => SourceRef) source: SourceRef;
  @Of(() => PersonView) assignee: PersonView;
  @At() postedAt: string;
  @Word(['proposed', 'confirmed'], { about: 'Only confirmed ones are written to.' })
  state: 'proposed' | 'confirmed';
  @Word(['rule', 'person']) from: 'rule' | 'person';
  @Num({ optional: true }) sure?: number;
  @Of(() => DeliveryView, { optional: true }) delivery?: DeliveryView;
}

/** What was decided for all of them. */
export class IncidentDecisionView implements shape.IncidentDecisionView {
  @Key() id: string;
  @Of(() => PersonView) by: PersonView;
  @At() at: string;
  @Facts({ about: 'The text in `ru`, `uk` and `en`.' }) texts: InThreeLanguages;
  @Facts({ optional: true }) offer?: FixOffer;
  @Str({ optional: true }) overrule?: string;
}

/** Everything of one incident. */
export class IncidentView extends IncidentListItem implements shape.IncidentView {
  @ListOf(() => IncidentCaseView) caseLines: IncidentCaseView[];
  @Of(() => PersonView, { optional: true }) confirmedBy?: PersonView;
  @Str({ optional: true }) dismissedBecause?: string;
  @Str({ optional: true }) resolvedWords?: string;
  @Of(() => IncidentDecisionView, { optional: true }) decision?: IncidentDecisionView;
  @Int({ about: 'Confirmed cases to which the message has still to go.' }) untold: number;
  @Key({ optional: true, about: 'The resolved incident with the same cause that this one comes after.' })
  recurs?: string;
  @Int() reopened: number;
}

/** A step of an incident's history. */
export class IncidentStep implements shape.IncidentStep {
  @Int() seq: number;
  @Str() type: string;
  @At() at: string;
  @Facts() by: Actor;
  @Str({ optional: true }) byName?: string;
  @Facts() facts: Record<string, unknown>;
}

/** The history of an incident, from its beginning. */
export class IncidentSteps {
  @ListOf(() => IncidentStep) items: IncidentStep[];
}

/** A promise in a text of the message. */
export class MessagePromiseView {
  @Int() start: number;
  @Int() end: number;
  @At({ optional: true }) due?: string;
  @Bool() vague: boolean;
}

/** A case in which the message would be held back. */
export class HeldInCaseView {
  @Key() caseId: string;
  @Strs() reasons: HeldReason[];
}

/** What is found in a text of the message. */
export class MessageFindingsView implements shape.MessageFindingsView {
  @Word(['ru', 'uk', 'en']) language: 'ru' | 'uk' | 'en';
  @ListOf(() => MessagePromiseView) promises: MessagePromiseView[];
  @ListOf(() => HeldInCaseView, { about: 'Of the first ten cases in this language.' }) held: HeldInCaseView[];
}

/** What is found in the message. */
export class CheckedMessage {
  @ListOf(() => MessageFindingsView) items: MessageFindingsView[];
}

/** The case in which somebody complained meanwhile. */
export class ComplainedView {
  @Key() caseId: string;
  @Int() number: number;
}

/** Somebody who is likely hit. */
export class LikelyHitView implements shape.LikelyHitView {
  @Key() id: string;
  @Word(['listed', 'asked'], {
    about: '`listed` was handed in; `asked` wrote about the same thing without complaining.',
  })
  from: 'listed' | 'asked';
  @Str({ optional: true }) name?: string;
  @Str({ optional: true }) contact?: string;
  @Str({ optional: true }) reference?: string;
  @Str({ optional: true }) words?: string;
  @Str({ optional: true }) url?: string;
  @Word(words.language, { optional: true, about: 'In which they asked; not known of those handed in.' })
  language?: Language;
  @Of(() => ComplainedView, { optional: true }) complained?: ComplainedView;
  @At({ optional: true }) toldAt?: string;
  @Str({ optional: true }) toldChannel?: string;
  @Str({ optional: true }) toldEvidence?: string;
  @Of(() => PersonView, { optional: true }) toldBy?: PersonView;
}

/** Everybody who is likely hit. */
export class LikelyHitPage {
  @ListOf(() => LikelyHitView) items: LikelyHitView[];
}

/** A row of a list that was not taken. */
export class RejectedRowView {
  @Int() line: number;
  @Str() reason: string;
}

/** What became of the rows of a list. */
export class ListedReport {
  @Int() added: number;
  @Int({ about: 'They were on the list already.' }) known: number;
  @ListOf(() => RejectedRowView) rejected: RejectedRowView[];
}
