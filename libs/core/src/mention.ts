import type { DecisionsOffered } from './decision.js';

/** What a mention is on its platform; a missed contact is a call that nobody answered. */
export type MentionKind = 'post' | 'comment' | 'review' | 'message' | 'reply' | 'missed_contact';

/** Every kind of mention. */
export const mentionKinds: readonly MentionKind[] = [
  'post',
  'comment',
  'review',
  'message',
  'reply',
  'missed_contact',
];

/** What the platform shows of it now. */
export type PlatformState = 'visible' | 'hidden' | 'deleted' | 'unknown';

/** Who wrote a mention, as the platform shows them; every field may be absent. */
export interface Author {
  readonly externalId?: string;
  readonly displayName?: string;
  /** The brand's own page or account wrote it. */
  readonly isBrand: boolean;
  /** Followers or the like, where the platform tells. */
  readonly reach?: number;
}

/** A rating with its scale, e.g. 1 of 5. */
export interface Rating {
  readonly value: number;
  readonly scale: number;
}

/** Somebody called, and nobody answered. */
export interface MissedContact {
  /** The caller's number, as it was shown: personal data. */
  readonly phone: string;
  /** How often they tried; at least 1. */
  readonly tries: number;
  /** The number or the shop that they called. */
  readonly called?: string;
}

/** An answer of the brand that stands on the platform beside the mention (reviews). */
export interface BrandReply {
  readonly text: string;
  readonly at?: Date;
  readonly state: 'visible' | 'pending' | 'rejected';
}

/**
 * One public text as a source hands it over: normalised, not yet stored.
 * Ids are opaque text, also where a platform sends a number.
 */
export interface CollectedMention {
  readonly kind: MentionKind;
  readonly externalId: string;
  readonly parentExternalId?: string;
  readonly rootExternalId?: string;
  readonly author: Author;
  readonly text: string;
  readonly title?: string;
  readonly rating?: Rating;
  /** The location it is about, by the name that came with it; only one that we know becomes the mention's. */
  readonly location?: string;
  readonly url?: string;
  /** When the customer posted it; absent where the platform does not tell. */
  readonly postedAt?: Date;
  readonly editedAt?: Date;
  readonly platformState: PlatformState;
  readonly brandReply?: BrandReply;
  /** Of a missed contact. */
  readonly missed?: MissedContact;
  /** What the platform lets us decide about it. */
  readonly decisions?: DecisionsOffered;
  /** The platform's own object, for people and for later re-reading. */
  readonly raw: unknown;
}
