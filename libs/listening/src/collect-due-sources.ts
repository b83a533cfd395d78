import { type Clock, type Fault, isFault } from '@heard/core';
import type { Database } from '@heard/database';
import type { Page } from '@heard/sources';
import type { OpenSource } from './open-source.js';
import type { SourceAlarm } from './ports.js';
import { checkNow } from './store/health-rows.js';
import { countMissed } from './store/inbox-rows.js';
import {
  endTurn,
  findSource,
  batchSourceOf,
  saveCursor,
  type SourceRow,
  type TurnEnd,
} from './store/source-rows.js';
import { keepUnread } from './store/unparsed-mail.js';
import type { TakeBatch } from './take-batch.js';
import { needsPerson, turnEndOf } from './turn-end.js';

/** How collecting is paced. */
export interface CollectSettings {
  /** From the end of a turn to the next one, when all is well. */
  readonly pollMs: number;
  /** Pages of one turn; a source with more comes again at once, after the others. */
  readonly pagesPerTurn: number;
  /** A process that dies gives its sources back after this time. */
  readonly leaseSeconds: number;
  /** A turn that takes longer ends after its page: the others have waited long enough. */
  readonly turnSeconds: number;
  /** Turns of this process at the same time. */
  readonly atOnce: number;
}

/** The usual pace, but for how often. */
export const usualPace = { pagesPerTurn: 20, leaseSeconds: 120, turnSeconds: 60, atOnce: 8 } as const;

/** How long a webhook may take before what it should have told of counts as missed. */
const pushGraceMs = 5 * 60_000;

/** Told of each turn that failed: ids and the error, never what was read. */
export type TurnLog = (turn: { sourceId: string; state: string; error: unknown }) => void;

/**
 * Asks the sources that are due for new mentions. Any number of processes may run it: a source is leased by the
 * database's clock, and each page's mentions, cases and cursor are one transaction.
 */
export class CollectDueSources {
  private inFlight = 0;

  constructor(
    private readonly database: Database,
    private readonly sources: OpenSource,
    private readonly take: TakeBatch,
    private readonly alarm: SourceAlarm,
    private readonly clock: Clock,
    private readonly settings: CollectSettings,
    private readonly log: TurnLog,
    private readonly random: () => number = Math.random,
  ) {}

  /**
   * Claims what is due and reads it; returns how many sources had their turn. It may be called while earlier calls are
   * still reading: a slow source keeps its own place and no other one's.
   */
  async run(signal: AbortSignal): Promise<number> {
    const free = this.settings.atOnce - this.inFlight;
    if (free <= 0) return 0;
    this.inFlight += free;
    const due = await this.claim(free).catch((error: unknown) => {
      this.inFlight -= free;
      throw error;
    });
    this.inFlight -= free - due.length;
    const turns = await Promise.allSettled(
      due.map((each) =>
        this.turn(each.workspace_id, each.source_id, signal).finally(() => (this.inFlight -= 1)),
      ),
    );
    for (const turn of turns) if (turn.status === 'rejected') throw turn.reason;
    return due.length;
  }

  private claim(most: number): Promise<{ workspace_id: string; source_id: string }[]> {
    return this.database.spanning((all) =>
      all.rows('select * from heard_span.claim_due_sources($1, $2, make_interval(secs => $3))', [
        this.clock.now(),
        most,
        this.settings.leaseSeconds,
      ]),
    );
  }

  private async turn(workspaceId: string, sourceId: string, signal: AbortSignal): Promise<void> {
    const row = await this.database.inWorkspace(workspaceId, (tx) => findSource(tx, sourceId));
    // Removed since it was claimed.
    if (!row) return;
    const end = await this.collect(workspaceId, row, signal).catch((error: unknown) =>
      signal.aborted ? this.interrupted(row) : this.failed(row, error),
    );
    await this.database.inWorkspace(workspaceId, async (tx) => {
      await endTurn(tx, sourceId, end);
      if (needsPerson(end)) await this.alarm.raise(tx, { sourceId, state: end.state, demo: row.demo });
      if (end.state === 'ok' && row.state !== 'ok') await this.alarm.settle(tx, sourceId);
    });
  }

  private async collect(workspaceId: string, row: SourceRow, signal: AbortSignal): Promise<TurnEnd> {
    const source = this.sources.open(row, 'polling');
    if (!source) return this.well(undefined);
    let cursor = row.cursor ?? undefined;
    const endsAt = this.clock.now().getTime() + this.settings.turnSeconds * 1_000;
    for (let read = 0; read < this.settings.pagesPerTurn && this.clock.now().getTime() < endsAt; read++) {
      const page = await source.collect(cursor, signal);
      await this.store(workspaceId, row, page);
      cursor = page.cursor;
      if (!page.more) return this.well(this.nextDueAt(page));
    }
    return this.well(this.clock.now());
  }

  private async store(workspaceId: string, row: SourceRow, page: Page): Promise<void> {
    await this.database.inWorkspace(workspaceId, async (tx) => {
      const { freshPostedAt } = await this.take.run(tx, batchSourceOf(row), page.mentions, page);
      await keepUnread(tx, row.id, page.unread ?? [], this.clock.now());
      await countMissed(tx, row.id, freshPostedAt, this.clock.now(), pushGraceMs);
      await saveCursor(tx, row.id, page.cursor, this.settings.leaseSeconds);
      if (page.refused) await checkNow(tx, row.id, this.clock.now());
    });
  }

  private async failed(row: SourceRow, error: unknown): Promise<TurnEnd> {
    const now = this.clock.now();
    // A short wait for calls: nothing is wrong, and nobody is to be told.
    if (isFault(error) && isShortWait(error, now)) return this.well(error.retryAt);
    const failed = turnEndOf(error, row.failures, now, this.random());
    if (isFault(error, 'throttled') && !leavesCalls.has(error.code) && failed.nextDueAt)
      await this.sources.throttled(row, failed.nextDueAt);
    this.log({ sourceId: row.id, state: failed.state, error });
    return failed;
  }

  /** A source that plans its calls may come later than usual, never sooner. */
  private nextDueAt({ dueAt }: Page): Date {
    const usual = this.clock.now().getTime() + this.settings.pollMs;
    return new Date(Math.max(usual, dueAt?.getTime() ?? usual));
  }

  private well(nextDueAt: Date | undefined): TurnEnd {
    return { state: 'ok', missing: [], nextDueAt, failures: 0, at: this.clock.now() };
  }

  /** The process stops: the source is as it was, and due at once for whoever comes next. */
  private interrupted(row: SourceRow): TurnEnd {
    const now = this.clock.now();
    return { state: row.state, missing: [], nextDueAt: now, failures: row.failures, at: now };
  }
}

/** Faults of the budget itself, which knows already, and the quota of one method: answers go another way. */
const leavesCalls: ReadonlySet<string> = new Set(['calls_rest', 'calls_spent', 'method_quota']);
/** Waits that nobody is told of: of our own counting, and where the platform only wants fewer calls. */
const shortWaitMs: Readonly<Record<string, number>> = { calls_spent: 15 * 60_000, calls_rest: 2 * 60_000 };

function isShortWait({ code, retryAt }: Fault, now: Date): boolean {
  return retryAt !== undefined && retryAt.getTime() - now.getTime() <= (shortWaitMs[code] ?? 0);
}
