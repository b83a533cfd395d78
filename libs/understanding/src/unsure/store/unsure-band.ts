import { type Actor, type Clock, usualUnsureWidth } from '@heard/core';
import type { Transaction } from '@heard/database';

/** A width of the unsure band, and who chose it when. */
export interface UnsureWidth {
  readonly version: number;
  readonly width: number;
  readonly at: Date;
  readonly by: Actor;
}

/** How close is too close to call in a workspace, version by version. */
export class UnsureBand {
  constructor(private readonly clock: Clock) {}

  /** The width in force, by one indexed row. */
  async width(tx: Transaction): Promise<number> {
    const [newest] = await this.newest(tx, 1);
    return newest?.width ?? usualUnsureWidth;
  }

  /** The choices so far, the newest first. */
  newest(tx: Transaction, most: number): Promise<UnsureWidth[]> {
    return tx.rows<UnsureWidth>(
      `select version, round(width::numeric, 3)::float8 as width, at, by from unsure_bands
       where workspace_id = $1 order by version desc limit $2`,
      [tx.workspaceId, most],
    );
  }

  /** Goes for what comes in from now on; false when it is the width that is in force already. */
  async change(tx: Transaction, width: number, by: Actor): Promise<boolean> {
    await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`unsure:${tx.workspaceId}`]);
    const [newest] = await this.newest(tx, 1);
    if (width === (newest?.width ?? usualUnsureWidth)) return false;
    await tx.run(
      'insert into unsure_bands (workspace_id, version, width, at, by) values ($1, $2, $3, $4, $5)',
      [tx.workspaceId, (newest?.version ?? 0) + 1, width, this.clock.now(), JSON.stringify(by)],
    );
    return true;
  }
}
