/** A letter that came to the made-up mailbox. */
export interface Letter {
  readonly id: string;
  readonly from: string;
  /** Whom it was delivered to, as the sending program said. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly receivedAt: Date;
}

/** A letter as the state file holds it. */
export type StoredLetter = Omit<Letter, 'receivedAt'> & { readonly receivedAt: string };
