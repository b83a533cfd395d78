import type { AnswerChannel } from './case.js';

/** The customer's own verdict. */
export type Verdict = 'recovered' | 'partly' | 'not_recovered' | 'unknown';

/** What the customer did afterwards. */
export type LaterBehaviour = 'rating_up' | 'praise' | 'came_back' | 'new_complaint' | 'left' | 'silent';

/** Why a customer is not asked how it was. */
export type NotAskedBecause =
  /** Their text is gone, and nobody ever spoke to them elsewhere. */
  | 'no_way'
  /** They want to be left alone. */
  | 'no_contact_wanted';

/** How the customer is asked what the recovery did: once for each closing. */
export interface OutcomeQuestion {
  /** `to_ask` waits for the assignee, who asks where Heard cannot. */
  readonly state: 'to_ask' | 'asked' | 'not_asked';
  readonly at: Date;
  readonly channel?: AnswerChannel;
  readonly linkId?: string;
  /** Until when the link takes an answer. */
  readonly until?: Date;
  readonly because?: NotAskedBecause;
}

/** A report that was sent to the customer. */
export interface SentReport {
  readonly channel: AnswerChannel;
  readonly language: string;
  readonly at: Date;
  readonly by?: string;
  readonly linkId?: string;
  /** Until when its link shows the page. */
  readonly until?: Date;
  readonly revokedAt?: Date;
}

/** What the recovery did. */
export interface Outcome {
  /** `customer` when they gave it themselves by their link. */
  readonly from?: 'customer' | 'staff';
  /** The link stood in public: it could have been somebody else. */
  readonly publicLink?: true;
  readonly verdict: Verdict;
  readonly words?: string;
  readonly behaviour?: LaterBehaviour;
  /** Money kept because of the recovery, in the smallest unit of `currency`. */
  readonly savedMinor?: number;
  readonly lostMinor?: number;
  readonly currency?: string;
  readonly at: Date;
}
