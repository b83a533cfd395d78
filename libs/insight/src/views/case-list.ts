import type { Category, Language, SignalCode, Urgency, UrgencyReason } from '@heard/core';
import type { Instant } from '../instant.js';
import type { PersonView, PlaceRef, SourceRef } from './common.js';

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
  readonly brand?: PlaceRef;
  /** The branch, shop or depot that it is about. */
  readonly location?: PlaceRef;
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
