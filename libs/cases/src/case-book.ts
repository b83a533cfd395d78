import { type Case, type CaseEvent, evolve, Fault, rebuild } from '@heard/core';
import type { Transaction } from '@heard/database';
import { chain } from '@heard/registers';
import { readHistories, type StoredEvent } from './case-history.js';
import type { Announce, CaseChange, CaseRecord, CaseTimers, NewCase, Written } from './case-record.js';
import {
  nextNumbers,
  type LockedRow,
  lockRows,
  saveCases,
  insertCases,
  insertEvents,
  saveTimer,
} from './store/case-rows.js';
import { project } from './store/project.js';

/**
 * The book of cases: locks them, writes what happened to them (history, the tables that follow from it), and
 * announces it, all in the caller's transaction. Nothing else writes these tables.
 */
export class CaseBook {
  constructor(
    private readonly announce: Announce,
    private readonly timers: CaseTimers,
  ) {}

  /** A case, locked until the transaction ends; a fault when there is none. */
  async lock(tx: Transaction, caseId: string): Promise<CaseRecord> {
    const [record] = await this.lockAll(tx, [caseId]);
    if (!record) throw new Fault('missing', 'There is no such case.', { code: 'no_such_case' });
    return record;
  }

  /** The cases that exist of these, locked in the order of their ids so that two callers cannot block each other. */
  async lockAll(tx: Transaction, caseIds: readonly string[]): Promise<CaseRecord[]> {
    if (caseIds.length === 0) return [];
    const rows = await lockRows(tx, caseIds);
    const histories = await readHistories(tx, caseIds);
    return rows.map((row) => recordOf(row, histories.get(row.id) ?? []));
  }

  /** Writes the events of one case; none is no work. */
  async append(tx: Transaction, record: CaseRecord, events: readonly CaseEvent[]): Promise<CaseRecord> {
    if (events.length === 0) return record;
    const [written] = await this.appendAll(tx, [{ record, events }]);
    return written?.record ?? record;
  }

  /** Opens cases and adds to others, in a bounded number of statements; a new case gets its number in the workspace. */
  async appendAll(
    tx: Transaction,
    changes: readonly CaseChange[],
    opened: readonly NewCase[] = [],
  ): Promise<Written[]> {
    const happened = changes.filter((change) => change.events.length > 0);
    const timerOf = await this.timers.for(tx, versionsOf(happened, opened));
    const changed = happened.map((change) => timed(apply(change), timerOf));
    const numbers = opened.length === 0 ? [] : await nextNumbers(tx, opened.length);
    const fresh = opened.map((each, index) => timed(open(each, numbers[index] ?? 0), timerOf));
    const written = [...changed, ...fresh];
    if (written.length === 0) return [];
    if (fresh.length > 0) await insertCases(tx, recordsOf(fresh));
    if (changed.length > 0) await saveCases(tx, recordsOf(changed));
    await insertEvents(tx, written);
    for (const each of changed) await project(tx, each);
    await this.announce(tx, written);
    return written;
  }

  /** Writes when time next has something to do with a case in which nothing happened. */
  async setTimer(tx: Transaction, { state }: CaseRecord): Promise<void> {
    const timerOf = await this.timers.for(tx, [state.policyVersion]);
    await saveTimer(tx, state.id, timerOf(state));
  }
}

function versionsOf(changes: readonly CaseChange[], opened: readonly NewCase[]): number[] {
  const versions = new Set(changes.map(({ record }) => record.state.policyVersion));
  for (const { events } of opened) {
    const [first] = events;
    if (first?.type === 'case.opened') versions.add(first.policyVersion ?? 1);
  }
  return [...versions];
}

function timed(written: Written, timerOf: (state: Case) => Date | undefined): Written {
  return { ...written, record: { ...written.record, nextTimerAt: timerOf(written.record.state) } };
}

const recordsOf = (written: readonly Written[]): CaseRecord[] => written.map((each) => each.record);

function recordOf(row: LockedRow, history: readonly StoredEvent[]): CaseRecord {
  return {
    state: rebuild(row.id, history),
    number: row.number,
    sourceId: row.source_id,
    brandId: row.brand_id ?? undefined,
    customer: { externalId: row.author_external_id ?? undefined, name: row.author_name ?? undefined },
    assignedBecause: row.assigned_because,
    lastMentionAt: row.last_mention_at,
    demo: row.demo,
    version: row.version,
    lastHash: row.last_hash,
  };
}

function apply(change: CaseChange): Written {
  const { record } = change;
  const events = chain(record.state.id, record, change.events);
  const state = change.events.reduce((current, event) => evolve(current, event, current.id), record.state);
  const lastMentionAt = change.lastMentionAt ?? record.lastMentionAt;
  return { events, record: { ...record, state, lastMentionAt, ...endOf(events, record) } };
}

function open(newCase: NewCase, number: number): Written {
  const events = chain(newCase.id, { version: 0 }, newCase.events);
  const opened = newCase.events.find((event) => event.type === 'case.opened');
  const { sourceId, brandId, customer, lastMentionAt, demo } = newCase;
  const state = rebuild(newCase.id, newCase.events);
  const assignedBecause = opened?.type === 'case.opened' ? opened.because : '';
  const record = { state, number, sourceId, brandId, customer, assignedBecause, lastMentionAt, demo };
  return { events, record: { ...record, ...endOf(events, { version: 0, lastHash: Buffer.alloc(0) }) } };
}

function endOf(events: readonly StoredEvent[], before: { version: number; lastHash: Buffer }) {
  const last = events.at(-1);
  return last ? { version: last.seq, lastHash: last.hash } : before;
}
