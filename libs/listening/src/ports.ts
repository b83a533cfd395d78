import type { Transaction } from '@heard/database';

/** Told when a source needs a person, in the transaction that says so. */
export interface SourceAlarm {
  raise(
    tx: Transaction,
    about: { readonly sourceId: string; readonly state: string; readonly demo: boolean },
  ): Promise<void>;
  /** The source is well again. */
  settle(tx: Transaction, sourceId: string): Promise<void>;
}
