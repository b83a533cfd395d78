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
