import type { Database } from '@heard/database';
import {
  type BudgetNode,
  type CallBudget,
  type CallPurpose,
  shareOf,
  type Taken,
  type ToldOfNode,
} from '@heard/sources';

interface Row {
  readonly wait_ms: string;
  readonly told: boolean;
  readonly per_hour: number | null;
}

/** Allowances in PostgreSQL, by its clock: whatever asks for calls, in any process, asks here. */
export class CallBudgets implements CallBudget {
  constructor(private readonly database: Database) {}

  async take(nodes: readonly BudgetNode[], purpose: CallPurpose, cost: number): Promise<Taken> {
    const windows = nodes.flatMap(({ key, windows: own }) => own.map((window) => ({ key, ...window })));
    const [row] = await this.database.spanning((all) =>
      all.rows<Row>('select * from heard_span.take_calls($1, $2, $3, $4, $5, $6)', [
        nodes.map(({ key }) => key),
        windows.map(({ key }) => key),
        windows.map(({ perSeconds }) => perSeconds),
        windows.map(({ calls }) => calls ?? null),
        shareOf[purpose],
        cost,
      ]),
    );
    if (!row) throw new Error('Taking calls gave no answer.');
    const { wait_ms, told, per_hour } = row;
    return { waitMs: Number(wait_ms), told, ...(per_hour !== null && { perHour: per_hour }) };
  }

  async learn(told: readonly ToldOfNode[]): Promise<void> {
    await this.database.spanning(async (all) => {
      // In one order, so that two processes that learn the same never wait for each other.
      for (const { key, used, restMs, blockMs } of told.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
        await all.rows('select heard_span.tell_usage($1, $2, $3, $4)', [
          key,
          used ?? null,
          restMs === undefined ? null : Math.ceil(restMs),
          blockMs === undefined ? null : Math.ceil(blockMs),
        ]);
      }
    });
  }
}
