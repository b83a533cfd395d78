import type { Shared } from './cause.js';
import type { FixOffer } from './fix.js';
import type { InThreeLanguages } from './policy.js';
import type { Actor } from './staff.js';

/** How far an incident has come. */
export type IncidentStatus = 'proposed' | 'confirmed' | 'dismissed' | 'resolved';

/** A case of an incident. `proposed` until the rule is sure enough, or a person says so; only confirmed ones are written to. */
export interface IncidentCase {
  readonly caseId: string;
  readonly state: 'proposed' | 'confirmed';
  /** Who put it there: the rule, or a person. */
  readonly from: 'rule' | 'person';
  /** How sure the rule was, 0 to 1; absent where a person put it there. */
  readonly sure?: number;
  readonly joinedAt: Date;
}

/** What happened to the common message in one case. */
export type DeliveryState =
  /** Written under the customer's text; the case's answer says how far it has come. */
  | 'answered'
  /** The customer is to be told elsewhere: by hand, then recorded. */
  | 'by_hand'
  /** Told elsewhere, with evidence. */
  | 'given'
  /** A rule of the case said no; `code` says which. */
  | 'refused';

/** The common message in one case. */
export interface Delivery {
  readonly caseId: string;
  readonly decisionId: string;
  readonly state: DeliveryState;
  /** Where the customer is to be told, or was. */
  readonly channel?: string;
  readonly answerId?: string;
  readonly fixId?: string;
  /** Why it was refused; or why only the offer was. */
  readonly code?: string;
  readonly at: Date;
}

/** A promise in a text of the message: its place in the text as written, with placeholders. */
export interface MessagePromise {
  readonly start: number;
  readonly end: number;
  /** Absent where it is said to be none. */
  readonly due?: Date;
}

/** What is said and offered to everybody. */
export interface IncidentMessage {
  /** Placeholder: {customer}. */
  readonly texts: InThreeLanguages;
  readonly promises: { readonly [language in keyof InThreeLanguages]?: readonly MessagePromise[] };
  readonly offer?: FixOffer;
  /** Why it is sent also where it does not touch everything that a customer raised. */
  readonly overrule?: string;
}

/** The one decision, by one person. */
export interface IncidentDecision extends IncidentMessage {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
}

/** How people of a list of those likely hit were counted. They themselves are kept apart, where they can be wiped. */
export interface LikelyHitCount {
  readonly added: number;
  readonly known: number;
}

/** What happened in an incident, without its stamp. It holds no customer's name, contact or words. */
export type IncidentFact =
  | {
      readonly type: 'incident.proposed';
      /** Cases of other brands do not join. */
      readonly scope: string;
      readonly cases: readonly { readonly caseId: string; readonly sure?: number }[];
      readonly shares: readonly Shared[];
      readonly sure: number;
      readonly authors: number;
      readonly coordinated: boolean;
      /** When the first of them was posted. */
      readonly since: Date;
      /** The resolved incident with the same cause that this one comes after. */
      readonly recurs?: string;
    }
  | {
      readonly type: 'incident.case_joined';
      readonly caseId: string;
      readonly state: IncidentCase['state'];
      readonly from: IncidentCase['from'];
      readonly sure?: number;
    }
  | { readonly type: 'incident.case_confirmed'; readonly caseId: string }
  | { readonly type: 'incident.case_left'; readonly caseId: string; readonly reason: string }
  | {
      readonly type: 'incident.reassessed';
      readonly shares: readonly Shared[];
      readonly sure: number;
      readonly authors: number;
      readonly coordinated: boolean;
    }
  | { readonly type: 'incident.confirmed' }
  | { readonly type: 'incident.dismissed'; readonly reason: string }
  | ({ readonly type: 'incident.decided'; readonly decisionId: string } & {
      readonly message: IncidentMessage;
      readonly caseIds: readonly string[];
    })
  /** The message goes to confirmed cases that it has not gone to. */
  | { readonly type: 'incident.sent_on'; readonly caseIds: readonly string[]; readonly overrule?: string }
  | ({ readonly type: 'incident.told' } & { readonly delivery: Omit<Delivery, 'at'> })
  | ({ readonly type: 'incident.likely_hit_listed' } & { readonly count: LikelyHitCount })
  | { readonly type: 'incident.likely_hit_told'; readonly personId: string; readonly channel: string }
  | { readonly type: 'incident.likely_hit_wiped'; readonly people: number }
  | { readonly type: 'incident.resolved'; readonly words: string }
  | { readonly type: 'incident.reopened'; readonly reason: string };

/** A step of an incident's history. */
export type IncidentEvent = IncidentFact & { readonly at: Date; readonly by: Actor };

/** One cause behind several cases, as its history tells it. */
export interface Incident {
  readonly id: string;
  readonly scope: string;
  readonly status: IncidentStatus;
  readonly proposedAt: Date;
  /** When the first of its complaints was posted. */
  readonly since: Date;
  readonly cases: readonly IncidentCase[];
  /** Cases that a person took out: the rule does not bring them back. */
  readonly left: readonly string[];
  readonly shares: readonly Shared[];
  readonly sure: number;
  readonly authors: number;
  readonly coordinated: boolean;
  readonly recurs?: string;
  /** The newest one; earlier ones stay in the history. */
  readonly decision?: IncidentDecision;
  readonly deliveries: readonly Delivery[];
  readonly confirmedBy?: string;
  readonly dismissedBecause?: string;
  readonly resolvedAt?: Date;
  readonly resolvedWords?: string;
  readonly reopened: number;
}

/** The next state; the first event proposes it. No choices are made here. */
export function evolveIncident(current: Incident | undefined, event: IncidentEvent, id: string): Incident {
  if (event.type === 'incident.proposed') return proposed(event, id);
  if (!current) throw new Error(`The history of the incident ${id} begins with ${event.type}.`);
  return ofCases(current, event) ?? ofState(current, event);
}

function proposed(event: IncidentEvent & { type: 'incident.proposed' }, id: string): Incident {
  const { scope, shares, sure, authors, coordinated, since, recurs, at } = event;
  // What a person puts together is not proposed: they know that it belongs together.
  const from = event.by.kind === 'heard' ? 'rule' : 'person';
  const state = from === 'rule' ? 'proposed' : 'confirmed';
  return {
    id,
    scope,
    status: state,
    proposedAt: at,
    since,
    cases: event.cases.map((each) => ({ ...each, state, from, joinedAt: at })),
    left: [],
    shares,
    sure,
    authors,
    coordinated,
    ...(recurs === undefined ? {} : { recurs }),
    ...(event.by.kind === 'person' ? { confirmedBy: event.by.staffId } : {}),
    deliveries: [],
    reopened: 0,
  };
}

type Later = Exclude<IncidentEvent, { type: 'incident.proposed' }>;

function ofCases(current: Incident, event: Later): Incident | undefined {
  switch (event.type) {
    case 'incident.case_joined': {
      const { caseId, state, from, sure, at } = event;
      const joined = { caseId, state, from, joinedAt: at, ...(sure === undefined ? {} : { sure }) };
      const left = current.left.filter((each) => each !== caseId);
      return { ...current, left, cases: [...current.cases, joined] };
    }
    case 'incident.case_confirmed':
      return {
        ...current,
        cases: current.cases.map((each) => confirmedIf(each, each.caseId === event.caseId)),
      };
    case 'incident.case_left': {
      const cases = current.cases.filter(({ caseId }) => caseId !== event.caseId);
      return { ...current, cases, left: [...current.left, event.caseId] };
    }
    case 'incident.told': {
      const others = current.deliveries.filter(({ caseId }) => caseId !== event.delivery.caseId);
      return { ...current, deliveries: [...others, { ...event.delivery, at: event.at }] };
    }
    default:
      return undefined;
  }
}

function ofState(current: Incident, event: Later): Incident {
  switch (event.type) {
    case 'incident.reassessed': {
      const { shares, sure, authors, coordinated } = event;
      return { ...current, shares, sure, authors, coordinated };
    }
    case 'incident.confirmed': {
      const cases = current.cases.map((each) => confirmedIf(each, true));
      const by = event.by.kind === 'person' ? { confirmedBy: event.by.staffId } : {};
      return { ...current, status: 'confirmed', cases, ...by };
    }
    case 'incident.dismissed':
      return { ...current, status: 'dismissed', dismissedBecause: event.reason };
    case 'incident.decided': {
      const by = event.by.kind === 'person' ? event.by.staffId : '';
      return { ...current, decision: { id: event.decisionId, by, at: event.at, ...event.message } };
    }
    case 'incident.sent_on': {
      if (!current.decision || event.overrule === undefined) return current;
      return { ...current, decision: { ...current.decision, overrule: event.overrule } };
    }
    case 'incident.resolved':
      return { ...current, status: 'resolved', resolvedAt: event.at, resolvedWords: event.words };
    case 'incident.reopened':
      return {
        ...current,
        status: 'confirmed',
        resolvedAt: undefined,
        dismissedBecause: undefined,
        cases: current.cases.map((each) => confirmedIf(each, true)),
        reopened: current.reopened + 1,
      };
    default:
      return current;
  }
}

function confirmedIf(each: IncidentCase, is: boolean): IncidentCase {
  return is && each.state === 'proposed' ? { ...each, state: 'confirmed' } : each;
}

/** Cases to which the message of the newest decision has still to go. */
export function untold({ cases, deliveries, decision }: Incident): string[] {
  if (!decision) return [];
  const told = new Set(
    deliveries
      .filter(({ decisionId, state }) => decisionId === decision.id && state !== 'refused')
      .map(({ caseId }) => caseId),
  );
  return cases
    .filter(({ caseId, state }) => state === 'confirmed' && !told.has(caseId))
    .map(({ caseId }) => caseId);
}
