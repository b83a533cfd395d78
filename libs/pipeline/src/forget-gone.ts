import type { Clock } from '@heard/core';
import type { Database } from '@heard/database';
import { catalog } from '@heard/sources';
import { goneMentions, wipeLetters, wipeMentions } from './store/wipe-mentions.js';

const lookMs = 60_000;
const hourMs = 3_600_000;
const atOnce = 500;
/** Long enough to see a dispute to its end. */
const usuallyKeptHours = 30 * 24;

/**
 * Wipes what customers deleted: their words and names go some time after the deletion, sooner where the platform says so
 * (`keepsGoneHours`), and never while their case is open. So do letters that a person set aside.
 */
export class ForgetGone {
  private lookedAt = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keptHours = usuallyKeptHours,
  ) {}

  /** Wipes what is due, looking at most once a minute; returns how many mentions were wiped. */
  async run(): Promise<number> {
    const now = this.clock.now();
    if (now.getTime() - this.lookedAt < lookMs) return 0;
    const workspaces = await this.database.spanning((all) =>
      all.rows<{ workspace_id: string }>('select workspace_id from heard_span.workspace_ids()'),
    );
    let wiped = 0;
    for (const { workspace_id: workspaceId } of workspaces) wiped += await this.inOne(workspaceId, now);
    // A full batch may have left some: the next look goes on at once.
    if (wiped < atOnce) this.lookedAt = now.getTime();
    return wiped;
  }

  private async inOne(workspaceId: string, now: Date): Promise<number> {
    const before = (hours: number): Date => new Date(now.getTime() - hours * hourMs);
    const untilOf = Object.fromEntries(
      Object.values(catalog).flatMap(({ platform, keepsGoneHours }) =>
        keepsGoneHours === undefined ? [] : [[platform, before(Math.min(keepsGoneHours, this.keptHours))]],
      ),
    );
    return this.database.inWorkspace(workspaceId, async (tx) => {
      const ids = await goneMentions(tx, { until: before(this.keptHours), untilOf }, atOnce);
      await wipeMentions(tx, ids, now);
      await wipeLetters(tx, before(this.keptHours));
      return ids.length;
    });
  }
}
