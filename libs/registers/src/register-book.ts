import { Fault } from '@heard/core';
import type { Transaction } from '@heard/database';
import { chain, type Happening } from './chain.js';
import type {
  AnnounceEntries,
  EntryChange,
  EntryWritten,
  Kept,
  NewEntry,
  RegisterRecord,
  RegisterRules,
} from './register-record.js';
import {
  insertEntries,
  insertEvents,
  lockEntries,
  readEntries,
  readEvents,
  saveEntries,
  type EntryRow,
} from './store/register-rows.js';

/**
 * The book of a register: locks its entries, writes what happened to them (history, the tables that follow from it),
 * and announces it, all in the caller's transaction. Nothing else writes these tables.
 */
export class RegisterBook<State, Event extends Happening> {
  constructor(
    private readonly rules: RegisterRules<State, Event>,
    private readonly announce: AnnounceEntries,
  ) {}

  /** An entry, locked until the transaction ends; a fault when there is none. */
  async lock(tx: Transaction, id: string): Promise<RegisterRecord<State>> {
    const [record] = await this.lockAll(tx, [id]);
    if (record) return record;
    const { register } = this.rules;
    throw new Fault('missing', `There is no such ${register}.`, { code: `no_such_${register}` });
  }

  /** The entries that exist of these, locked in the order of their ids so that two callers cannot block each other. */
  async lockAll(tx: Transaction, ids: readonly string[]): Promise<RegisterRecord<State>[]> {
    if (ids.length === 0) return [];
    return this.recordsOf(tx, await lockEntries(tx, this.rules.register, ids));
  }

  /** The entries that exist of these, as they are now and not locked. */
  async read(tx: Transaction, ids: readonly string[]): Promise<RegisterRecord<State>[]> {
    if (ids.length === 0) return [];
    return this.recordsOf(tx, await readEntries(tx, this.rules.register, ids));
  }

  /** The histories of entries by their id, each oldest first. */
  async histories(tx: Transaction, ids: readonly string[]): Promise<Map<string, Kept<Event>[]>> {
    return readEvents<Event>(tx, this.rules, ids);
  }

  /** Makes one entry. */
  async open(tx: Transaction, entry: NewEntry<Event>): Promise<RegisterRecord<State>> {
    const [written] = await this.appendAll(tx, [], [entry]);
    if (!written) throw new Error('An entry begins with an event.');
    return written.record;
  }

  /** Writes the events of one entry; none is no work. */
  async append(
    tx: Transaction,
    record: RegisterRecord<State>,
    events: readonly Event[],
  ): Promise<RegisterRecord<State>> {
    const [written] = await this.appendAll(tx, [{ record, events }]);
    return written?.record ?? record;
  }

  /** Makes entries and adds to others, in a bounded number of statements. */
  async appendAll(
    tx: Transaction,
    changes: readonly EntryChange<State, Event>[],
    opened: readonly NewEntry<Event>[] = [],
  ): Promise<EntryWritten<State, Event>[]> {
    const changed = changes.filter(({ events }) => events.length > 0).map((change) => this.apply(change));
    const fresh = opened.filter(({ events }) => events.length > 0).map((entry) => this.begin(entry));
    const written = [...changed, ...fresh];
    if (written.length === 0) return [];
    const { register } = this.rules;
    if (fresh.length > 0) await insertEntries(tx, register, fresh);
    if (changed.length > 0) await saveEntries(tx, register, changed);
    await insertEvents(tx, register, written);
    await this.rules.project(tx, written);
    await this.announce(
      tx,
      register,
      written.map(({ record }) => record.id),
    );
    return written;
  }

  private async recordsOf(tx: Transaction, rows: readonly EntryRow[]): Promise<RegisterRecord<State>[]> {
    const histories = await this.histories(
      tx,
      rows.map((row) => row.id),
    );
    return rows.map(({ id, demo, version, last_hash: lastHash }) => {
      const state = this.stateAfter(undefined, histories.get(id) ?? [], id);
      return { id, state, demo, version, lastHash };
    });
  }

  private apply({ record, events }: EntryChange<State, Event>): EntryWritten<State, Event> {
    const linked = chain(record.id, record, events);
    const state = this.stateAfter(record.state, events, record.id);
    return { events: linked, record: { ...record, state, ...endOf(linked) } };
  }

  private begin({ id, demo, events }: NewEntry<Event>): EntryWritten<State, Event> {
    const linked = chain(id, { version: 0 }, events);
    return {
      events: linked,
      record: { id, demo, state: this.stateAfter(undefined, events, id), ...endOf(linked) },
    };
  }

  private stateAfter(before: State | undefined, events: readonly Event[], id: string): State {
    const state = events.reduce<State | undefined>(
      (current, event) => this.rules.evolve(current, event, id),
      before,
    );
    if (state === undefined) throw new Error(`The ${this.rules.register} ${id} has no history.`);
    return state;
  }
}

function endOf(events: readonly { readonly seq: number; readonly hash: Buffer }[]) {
  const last = events.at(-1);
  if (!last) throw new Error('Nothing was written.');
  return { version: last.seq, lastHash: last.hash };
}
