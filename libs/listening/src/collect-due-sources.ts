import type { Clock } from '@heard/core';
import type { Database } from '@heard/database';
import type { Page } from '@heard/sources';
import type { OpenSource } from './open-source.js';
import type { SourceAlarm } from './ports.js';
import { endTurn, findSource, saveCursor, type SourceRow, type TurnEnd } from './store/source-rows.js';
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
  readonly atOnce: number;
}

/** The usual pace, but for how often. */
export const usualPace = { pagesPerTurn: 20, leaseSeconds: 120, atOnce: 4 } as const;

/** Told of each turn that failed: ids and the error, never what was read. */
export type TurnLog = (turn: { sourceId: string; state: string; error: unknown }) => void;

/**
 * Asks the sources that are due for new mentions. Any number of processes may run it: a source is leased by the
 * database's clock, and each page's mentions, cases and cursor are one transaction.
 */
export class CollectDueSources {
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

  /** Claims what is due and reads it; returns how many sources had their turn. */
  async run(signal: AbortSignal): Promise<number> {
    const due = await this.database.spanning((all) =>
      all.rows<{ workspace_id: string; source_id: string }>(
        'select * from heard_span.claim_due_sources($1, $2, make_interval(secs => $3))',
        [this.clock.now(), this.settings.atOnce, this.settings.leaseSeconds],
      ),
    );
    await Promise.all(due.map((each) => this.turn(each.workspace_id, each.source_id, signal)));
    return due.length;
  }

  private async turn(workspaceId: string, sourceId: string, signal: AbortSignal): Promise<void> {
    const row = await this.database.inWorkspace(workspaceId, (tx) => findSource(tx, sourceId));
    // Removed since it was claimed.
    if (!row) return;
    const end = await this.collect(workspaceId, row, signal).catch((error: unknown) => {
      if (signal.aborted) return this.interrupted(row);
      const failed = turnEndOf(error, row.failures, this.clock.now(), this.random());
      this.log({ sourceId, state: failed.state, error });
      return failed;
    });
    await this.database.inWorkspace(workspaceId, async (tx) => {
      await endTurn(tx, sourceId, end);
      if (needsPerson(end)) await this.alarm.raise(tx, { sourceId, state: end.state, demo: row.demo });
      if (end.state === 'ok' && row.state !== 'ok') await this.alarm.settle(tx, sourceId);
    });
  }

  private async collect(workspaceId: string, row: SourceRow, signal: AbortSignal): Promise<TurnEnd> {
    const source = this.sources.open(row);
    if (!source) return this.well(undefined);
    let cursor = row.cursor ?? undefined;
    for (let read = 0; read < this.settings.pagesPerTurn; read++) {
      const page = await source.collect(cursor, signal);
      await this.store(workspaceId, row, page);
      cursor = page.cursor;
      if (!page.more) return this.well(new Date(this.clock.now().getTime() + this.settings.pollMs));
    }
    return this.well(this.clock.now());
  }

  private async store(workspaceId: string, row: SourceRow, page: Page): Promise<void> {
    await this.database.inWorkspace(workspaceId, async (tx) => {
      const place = { sourceId: row.id, demo: row.demo, brandId: row.brand_id ?? undefined };
      await this.take.run(tx, place, page.mentions);
      await saveCursor(tx, row.id, page.cursor, this.settings.leaseSeconds);
    });
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
