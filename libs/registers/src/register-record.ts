import type { Transaction } from '@heard/database';
import type { Happening, Link } from './chain.js';

/** The registers there are: things that span cases, each with a history of its own. */
export type RegisterName = 'suggestion' | 'cause' | 'incident';

/** An event of an entry as it stands in its history. */
export type Kept<Event extends Happening> = Event & Link;

/** An entry of a register with how far its history has come. */
export interface RegisterRecord<State> {
  readonly id: string;
  readonly state: State;
  readonly demo: boolean;
  readonly version: number;
  readonly lastHash: Buffer;
}

/** An entry to be made, with its first events. */
export interface NewEntry<Event extends Happening> {
  readonly id: string;
  readonly demo: boolean;
  readonly events: readonly Event[];
}

/** What happens to an entry that exists. */
export interface EntryChange<State, Event extends Happening> {
  readonly record: RegisterRecord<State>;
  readonly events: readonly Event[];
}

/** An entry after its events were written, and those events. */
export interface EntryWritten<State, Event extends Happening> {
  readonly record: RegisterRecord<State>;
  readonly events: readonly Kept<Event>[];
}

/** What the book has to know of a register. */
export interface RegisterRules<State, Event extends Happening> {
  readonly register: RegisterName;
  /** The fields of its facts that are moments. */
  readonly moments: ReadonlySet<string>;
  /** The next state; the first event makes the entry. */
  readonly evolve: (current: State | undefined, event: Event, id: string) => State;
  /** Writes what follows into the register's own tables. */
  readonly project: (tx: Transaction, written: readonly EntryWritten<State, Event>[]) => Promise<void>;
}

/** Told of everything that is written, inside the same transaction: tells screens, enqueues what must follow. */
export type AnnounceEntries = (
  tx: Transaction,
  register: RegisterName,
  ids: readonly string[],
) => Promise<void>;
