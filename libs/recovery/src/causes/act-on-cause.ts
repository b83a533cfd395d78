import {
  type Actor,
  type Cause,
  type CauseCommand,
  type CauseEvent,
  type Clock,
  decideCause,
  type FailureKind,
  isRefusal,
  recurrencesOf,
} from '@heard/core';
import { type Database, newId, type Transaction } from '@heard/database';
import type { CauseBook, RegisterRecord } from '@heard/registers';
import type { ActOnCase } from '../act-on-case.js';
import { mustBeApart } from '../demo-apart.js';
import type { Colleagues, KnownPlaces } from '../ports.js';
import { Refused } from '../refusal-text.js';
import { causeOfCase, isDemoCase } from './store/cause-of-case.js';

/** A root cause to enter into the register. */
export interface CauseToName {
  readonly title: string;
  readonly failures: readonly FailureKind[];
  readonly answerable: string;
  readonly brandId?: string;
  readonly locationId?: string;
  /** The case that shows it; it gets this cause. */
  readonly caseId?: string;
}

/** Acts of a person; cases are linked by naming the cause on the case. */
export type AskedOfCause = Exclude<CauseCommand, { type: 'link_case' | 'unlink_case' }>;

/** What linking a case to its cause did. */
export interface LinkedCase {
  readonly cause: Cause;
  /** The customer complained after the fix. */
  readonly recurred: boolean;
}

/** Everything that happens to root causes. */
export class ActOnCause {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly book: CauseBook;
      readonly cases: ActOnCase;
      readonly staff: Colleagues;
      readonly places: KnownPlaces;
      /** Told that somebody works at the cause again: nobody has to be told any more that these cases came after its fix. */
      readonly inHand: (tx: Transaction, caseIds: readonly string[], by: Actor) => Promise<void>;
      readonly clock: Clock;
    },
  ) {}

  /** Enters a cause; returns its id. */
  name(workspaceId: string, asked: CauseToName, by: Actor): Promise<string> {
    return this.parts.database.inWorkspace(workspaceId, async (tx) => {
      const { caseId, ...facts } = asked;
      const demo = caseId !== undefined && (await isDemoCase(tx, caseId));
      await this.parts.staff.mustBeActive(tx, asked.answerable, { demo });
      await this.parts.places.mustExist(tx, asked);
      const named: CauseEvent = { type: 'cause.named', ...facts, at: this.parts.clock.now(), by };
      const id = newId();
      await this.parts.book.open(tx, { id, demo, events: [named] });
      if (caseId !== undefined) {
        await this.parts.cases.within(tx, caseId, { type: 'name_cause', causeId: id }, by);
      }
      return id;
    });
  }

  run(workspaceId: string, id: string, command: AskedOfCause, by: Actor): Promise<void> {
    return this.parts.database.inWorkspace(workspaceId, async (tx) => {
      const record = await this.parts.book.lock(tx, id);
      if (command.type === 'hand_to') await this.parts.staff.mustBeActive(tx, command.to, record);
      await this.decide(tx, record, command, by);
      if (command.type === 'begin_work' || command.type === 'fix') {
        const recurred = recurrencesOf(record.state).map(({ caseId }) => caseId);
        await this.parts.inHand(tx, recurred, by);
      }
    });
  }

  /** A case was said to have this cause: it leaves the one that it had before. */
  async link(
    tx: Transaction,
    {
      causeId,
      caseId,
      postedAt,
    }: { readonly causeId: string; readonly caseId: string; readonly postedAt: Date },
    by: Actor,
  ): Promise<LinkedCase> {
    const before = await causeOfCase(tx, caseId);
    const others = before === undefined || before === causeId ? [] : [before];
    const records = await this.parts.book.lockAll(tx, [causeId, ...others]);
    const record = records.find((each) => each.id === causeId) ?? (await this.parts.book.lock(tx, causeId));
    mustBeApart(record, { demo: await isDemoCase(tx, caseId) });
    for (const other of records.filter((each) => each.id !== causeId)) {
      await this.decide(tx, other, { type: 'unlink_case', caseId }, by);
    }
    const { after, events } = await this.decide(tx, record, { type: 'link_case', caseId, postedAt }, by);
    return { cause: after.state, recurred: events.some(({ type }) => type === 'cause.recurred') };
  }

  private async decide(
    tx: Transaction,
    record: RegisterRecord<Cause>,
    command: CauseCommand,
    by: Actor,
  ): Promise<{ readonly after: RegisterRecord<Cause>; readonly events: readonly CauseEvent[] }> {
    const events = decideCause(record.state, command, by, this.parts.clock.now());
    if (isRefusal(events)) throw new Refused(events);
    return { after: await this.parts.book.append(tx, record, events), events };
  }
}
