import type { Transaction } from '@heard/database';

/** Told when a source needs a person, in the transaction that says so. */
export interface SourceAlarm {
  raise(
    tx: Transaction,
    about: {
      readonly sourceId: string;
      readonly state: string;
      readonly demo: boolean;
      /** What it is about, when not the state; a newer warning of these takes the place of the one before. */
      readonly kind?: 'source_expiring' | 'source_silent';
      /** What makes it another alert than the one before; the beginning of the state when absent. */
      readonly occasion?: string;
    },
  ): Promise<void>;
  /** The source is well again, in its state or in what is named. */
  settle(tx: Transaction, sourceId: string, kind?: 'source_expiring' | 'source_silent'): Promise<void>;
}
