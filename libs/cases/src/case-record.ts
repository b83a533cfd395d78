import type { Case, CaseEvent } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { StoredEvent } from './case-history.js';

/** Who complains, as the platform shows them. */
export interface Customer {
  readonly externalId?: string;
  readonly name?: string;
}

/** A case with what the history does not hold: where it came from and how far its history has come. */
export interface CaseRecord {
  readonly state: Case;
  readonly number: number;
  readonly sourceId: string;
  readonly brandId?: string;
  readonly customer: Customer;
  readonly assignedBecause: string;
  readonly lastMentionAt: Date;
  readonly demo: boolean;
  readonly version: number;
  readonly lastHash: Buffer;
  /** When time next has something to do with it; of a case that was just written. */
  readonly nextTimerAt?: Date;
}

/** Says when time next has something to do with a case, by the policy under which it was opened. */
export interface CaseTimers {
  for(tx: Transaction, policyVersions: readonly number[]): Promise<(state: Case) => Date | undefined>;
}

/** A case to be opened: its first events begin with `case.opened`. */
export interface NewCase {
  readonly id: string;
  readonly sourceId: string;
  readonly brandId?: string;
  readonly customer: Customer;
  readonly lastMentionAt: Date;
  readonly demo: boolean;
  readonly events: readonly CaseEvent[];
}

/** What happens to a case that exists. */
export interface CaseChange {
  readonly record: CaseRecord;
  readonly events: readonly CaseEvent[];
  /** When a mention joined: when it was posted. */
  readonly lastMentionAt?: Date;
}

/** A case after its events were written, and those events. */
export interface Written {
  readonly record: CaseRecord;
  readonly events: readonly StoredEvent[];
}

/** Told of everything that is written, inside the same transaction: enqueues what must follow. */
export type Announce = (tx: Transaction, written: readonly Written[]) => Promise<void>;
