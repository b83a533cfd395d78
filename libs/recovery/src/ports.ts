import type { Transaction } from '@heard/database';
import type { Source } from '@heard/sources';

/** Opens a connected source to answer through; undefined where mentions are only handed to us. */
export interface SourceDoor {
  open(tx: Transaction, sourceId: string): Promise<Source | undefined>;
}
