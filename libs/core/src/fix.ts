/** What we can offer to put it right. */
export type FixKind =
  | 'apology'
  | 'explanation'
  | 'correction'
  | 'redelivery'
  | 'refund'
  | 'compensation'
  | 'personal_action'
  | 'prevention';

/** Every kind of fix. */
export const fixKinds: readonly FixKind[] = [
  'apology',
  'explanation',
  'correction',
  'redelivery',
  'refund',
  'compensation',
  'personal_action',
  'prevention',
];

/** What a recovery is made of for the customer; each is ticked by itself. */
export type FixPart = 'apology' | 'explanation' | 'correction' | 'compensation' | 'prevention';

/** Every part. */
export const fixParts: readonly FixPart[] = [
  'apology',
  'explanation',
  'correction',
  'compensation',
  'prevention',
];

/** How far a fix has come. */
export type FixState = 'offered' | 'accepted' | 'done' | 'declined' | 'withdrawn';

/** Somebody goes, brings or calls. */
export interface PersonalAction {
  readonly who: string;
  readonly where: string;
  readonly when: Date;
}

/** What a fix costs: the currency's smallest unit and its ISO 4217 code. */
export interface Cost {
  readonly amountMinor: number;
  readonly currency: string;
}

/** What is offered, before it has a history. */
export interface FixOffer {
  readonly kind: FixKind;
  readonly what: string;
  readonly cost?: Cost;
  /** Required for a personal action, and for nothing else. */
  readonly action?: PersonalAction;
  /** The fix of the catalogue that is offered; absent for something made for this customer. */
  readonly catalogueKey?: string;
  /** Why it is offered although it does not fit the kind of failure. */
  readonly although?: string;
}

/** A fix of a case. */
export interface Fix extends FixOffer {
  readonly id: string;
  readonly state: FixState;
  readonly offeredAt: Date;
  readonly settledAt?: Date;
  /** What proves that it was done: a photo's address, a receipt number, the customer's own words. */
  readonly evidence?: string;
}
