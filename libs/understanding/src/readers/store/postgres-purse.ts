import type { Database } from '@heard/database';
import type { Purse } from '../chat/chat-reader.js';

/** The day's spending of each workspace, counted in PostgreSQL, so that all processes together keep to the limit. */
export class PostgresPurse implements Purse {
  constructor(private readonly database: Database) {}

  reserve(workspaceId: string, day: string, amountMicro: number, limitMicro: number): Promise<boolean> {
    if (amountMicro > limitMicro) return Promise.resolve(false);
    return this.database.inWorkspace(workspaceId, async (tx) => {
      const rows = await tx.run(
        `insert into reader_spending as s (workspace_id, day, spent_micro, calls) values ($1, $2, $3, 1)
         on conflict (workspace_id, day) do update
           set spent_micro = s.spent_micro + excluded.spent_micro, calls = s.calls + 1
           where s.spent_micro + excluded.spent_micro <= $4`,
        [workspaceId, day, amountMicro, limitMicro],
      );
      return rows === 1;
    });
  }

  async settle(workspaceId: string, day: string, differenceMicro: number): Promise<void> {
    await this.database.inWorkspace(workspaceId, (tx) =>
      tx.run(
        `update reader_spending set spent_micro = greatest(0, spent_micro + $3) where workspace_id = $1 and day = $2`,
        [workspaceId, day, differenceMicro],
      ),
    );
  }
}
