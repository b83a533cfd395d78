import { type Clock, isFault } from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import type { CheckResult } from '@heard/sources';
import type { OpenSource } from './open-source.js';
import type { SourceAlarm } from './ports.js';
import { isSilent, rhythmOf } from './silence.js';
import { askAgain, endCheck, lastWords, noteSilence, timeZoneOf } from './store/health-rows.js';
import { findSource, type SourceRow } from './store/source-rows.js';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const atOnce = 4;
const checkMs = 20_000;
/** Silence is looked for between the daily checks of access. */
const lookSeconds = 3_600;
const rhythmDays = 56;
/** Days before the end of access at which somebody is told; the first one below which it falls. */
const warnedAt = [1, 3, 7, 14, 30];

/** Told of each check that failed by itself; ids and the error only. */
export type CheckLog = (check: { sourceId: string; error: unknown }) => void;

/** Told of what a platform has begun to offer and nobody reads yet. */
export type UnheardLog = (check: { sourceId: string; unheard: readonly string[] }) => void;

/**
 * Looks after sources that seem well: once a day whether the access still holds all that is needed and when it ends, once
 * an hour whether a source is silent that usually speaks. Any number of processes may run it.
 */
export class CheckSources {
  constructor(
    private readonly database: Database,
    private readonly sources: OpenSource,
    private readonly alarm: SourceAlarm,
    private readonly clock: Clock,
    private readonly parts: {
      readonly signal: AbortSignal;
      readonly onFailed: CheckLog;
      readonly onUnheard?: UnheardLog;
    },
  ) {}

  /** Looks after the sources that are due; returns how many. */
  async run(): Promise<number> {
    const due = await this.database.spanning((all) =>
      all.rows<{ workspace_id: string; source_id: string }>(
        'select * from heard_span.claim_due_checks($1, $2, make_interval(secs => $3))',
        [this.clock.now(), atOnce, lookSeconds],
      ),
    );
    await Promise.all(
      due.map(({ workspace_id: workspaceId, source_id: sourceId }) =>
        this.look(workspaceId, sourceId).catch((error: unknown) => {
          if (!this.parts.signal.aborted) this.parts.onFailed({ sourceId, error });
        }),
      ),
    );
    return due.length;
  }

  private async look(workspaceId: string, sourceId: string): Promise<void> {
    const row = await this.database.inWorkspace(workspaceId, (tx) => findSource(tx, sourceId));
    if (!row) return;
    await this.database.inWorkspace(workspaceId, (tx) => this.listenForSilence(tx, row));
    if (this.isDue(row)) await this.checkAccess(workspaceId, row);
  }

  /** Once a day, and once after every refusal. */
  private isDue({ checked_at: checkedAt, state, state_since: since }: SourceRow): boolean {
    if (!checkedAt || (state !== 'ok' && checkedAt < since)) return true;
    return this.clock.now().getTime() - checkedAt.getTime() >= dayMs - hourMs;
  }

  private async checkAccess(workspaceId: string, row: SourceRow): Promise<void> {
    const found = await this.check(row);
    if (!found) return;
    if (found.ok && found.unheard) this.parts.onUnheard?.({ sourceId: row.id, unheard: found.unheard });
    await this.database.inWorkspace(workspaceId, async (tx) => {
      const at = this.clock.now();
      const about = { sourceId: row.id, demo: row.demo };
      if (!found.ok) {
        const isNew = await endCheck(tx, row.id, { missing: found.missing, at });
        // What cannot be read any more says so by its turns; what is lost anew is told anew.
        if (isNew && row.state === 'ok')
          await this.alarm.raise(tx, { ...about, state: 'permission_missing', occasion: at.toISOString() });
        return;
      }
      await endCheck(tx, row.id, { missing: [], accessEndsAt: found.expiresAt, at });
      await askAgain(tx, row.id, at);
      if (row.state === 'ok') await this.alarm.settle(tx, row.id);
      await this.warn(tx, about, found.expiresAt);
    });
  }

  private async warn(
    tx: Transaction,
    about: { sourceId: string; demo: boolean },
    endsAt: Date | undefined,
  ): Promise<void> {
    const days = endsAt ? (endsAt.getTime() - this.clock.now().getTime()) / dayMs : Infinity;
    const limit = warnedAt.find((each) => days <= each);
    if (!endsAt || limit === undefined) return this.alarm.settle(tx, about.sourceId, 'source_expiring');
    const occasion = `${endsAt.toISOString()} ${limit}`;
    await this.alarm.raise(tx, { ...about, state: 'ok', kind: 'source_expiring', occasion });
  }

  private async listenForSilence(tx: Transaction, row: SourceRow): Promise<void> {
    if (row.state !== 'ok') return;
    const now = this.clock.now();
    const since = new Date(now.getTime() - rhythmDays * dayMs);
    const times = await lastWords(tx, row.id, since);
    const timeZone = await timeZoneOf(tx);
    const rhythm = rhythmOf(times, timeZone);
    const silentSince = rhythm && isSilent(rhythm, now, timeZone) ? rhythm.lastAt : undefined;
    const isNew = await noteSilence(tx, row.id, silentSince);
    if (isNew === 'speaks') await this.alarm.settle(tx, row.id, 'source_silent');
    if (isNew !== 'silent' || !silentSince) return;
    const occasion = silentSince.toISOString();
    await this.alarm.raise(tx, {
      ...{ sourceId: row.id, demo: row.demo },
      ...{ state: 'ok', kind: 'source_silent', occasion },
    });
  }

  /** The answer of the platform; none when it cannot be asked now, then again in an hour. */
  private async check(row: SourceRow): Promise<CheckResult | undefined> {
    const signal = AbortSignal.any([this.parts.signal, AbortSignal.timeout(checkMs)]);
    try {
      return await this.sources.open(row, 'polling')?.check(signal);
    } catch (error) {
      if (isFault(error, 'disconnected')) return { ok: false, missing: error.missing ?? [error.message] };
      throw error;
    }
  }
}
