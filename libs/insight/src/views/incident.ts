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
import type { Instant } from '../instant.js';
import type { PersonView, SourceRef } from './common.js';

/** Something that the cases of an incident share. */
export interface SharedView {
  readonly code: SharedCode;
  /** A name as customers write it, or the hour as an ISO 8601 moment; empty for texts that are nearly the same. */
  readonly shown: string;
  readonly cases: number;
}

/** A line of the list of incidents. */
export interface IncidentListItem {
  readonly id: string;
  readonly status: IncidentStatus;
  readonly shares: readonly SharedView[];
  /** How sure the rule is that they have one cause, 0 to 1. */
  readonly sure: number;
  /** Distinct people. */
  readonly authors: number;
  readonly cases: number;
  readonly openCases: number;
  readonly coordinated: boolean;
  readonly since: Instant;
  readonly proposedAt: Instant;
  readonly resolvedAt?: Instant;
  /** The beginning of its first complaint; the customer's own words, to be shown inert. */
  readonly excerpt: string;
  readonly demo: boolean;
}

/** The common message in one case. */
export interface DeliveryView {
  readonly state: DeliveryState;
  readonly channel?: string;
  /** The number or address that the customer gave. */
  readonly contact?: string;
  /** The rule that said no to the message, or to its offer. */
  readonly code?: string;
  readonly answerState?: AnswerState;
  /** False when an earlier message was told, and not this one yet. */
  readonly newest: boolean;
  readonly at: Instant;
}

/** A case of an incident. */
export interface IncidentCaseView {
  readonly caseId: string;
  readonly number: number;
  readonly status: 'open' | 'closed';
  readonly customer?: string;
  readonly excerpt: string;
  readonly language: Language;
  readonly urgency: Urgency;
  readonly source: SourceRef;
  readonly assignee: PersonView;
  readonly postedAt: Instant;
  /** `proposed` until the rule is sure or a person says so; only confirmed ones are written to. */
  readonly state: 'proposed' | 'confirmed';
  readonly from: 'rule' | 'person';
  readonly sure?: number;
  readonly delivery?: DeliveryView;
}

/** What was decided for all of them. */
export interface IncidentDecisionView {
  readonly id: string;
  readonly by: PersonView;
  readonly at: Instant;
  readonly texts: InThreeLanguages;
  readonly offer?: FixOffer;
  readonly overrule?: string;
}

/** Everything of one incident. */
export interface IncidentView extends IncidentListItem {
  readonly caseLines: readonly IncidentCaseView[];
  readonly confirmedBy?: PersonView;
  readonly dismissedBecause?: string;
  readonly resolvedWords?: string;
  readonly decision?: IncidentDecisionView;
  /** Confirmed cases to which the message has still to go. */
  readonly untold: number;
  /** The resolved incident with the same cause that this one comes after. */
  readonly recurs?: string;
  readonly reopened: number;
}

/** A step of an incident's history. */
export interface IncidentStep {
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly by: Actor;
  readonly byName?: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What is found in a text of the message before it is sent. */
export interface MessageFindingsView {
  readonly language: 'ru' | 'uk' | 'en';
  readonly promises: readonly {
    readonly start: number;
    readonly end: number;
    readonly due?: Instant;
    readonly vague: boolean;
  }[];
  readonly held: readonly { readonly caseId: string; readonly reasons: readonly HeldReason[] }[];
}

/** Somebody who is likely hit. */
export interface LikelyHitView {
  readonly id: string;
  /** `listed` was handed in; `asked` wrote about the same thing without complaining. */
  readonly from: 'listed' | 'asked';
  readonly name?: string;
  readonly contact?: string;
  readonly reference?: string;
  /** Their own words, to be shown inert. */
  readonly words?: string;
  readonly url?: string;
  /** In which they asked; not known of those who were handed in. */
  readonly language?: Language;
  readonly complained?: { readonly caseId: string; readonly number: number };
  readonly toldAt?: Instant;
  readonly toldChannel?: string;
  readonly toldEvidence?: string;
  readonly toldBy?: PersonView;
}
