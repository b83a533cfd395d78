import type { Actor, CaseEvent, CaseFact } from '@heard/core';
import type { Transaction } from '@heard/database';
import { type Link, revive } from '@heard/registers';

/** An event as it stands in the history: numbered from 1, chained by its hash. */
export type StoredEvent = CaseEvent & Link;

interface EventRow {
  readonly case_id: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly by: Actor;
  readonly facts: Record<string, unknown>;
  readonly hash: Buffer;
  readonly previous_hash: Buffer | null;
}

/** The fields of facts that are moments; jsonb keeps them as ISO 8601 text. */
const moments: ReadonlySet<string> = new Set(['postedAt', 'startedAt', 'due', 'until', 'when']);

/** An event of a row; the shape was checked when it was written, and rows are never edited. */
function eventOf(row: EventRow): StoredEvent {
  const facts = { ...(revive(row.facts, moments) as object), type: row.type } as CaseFact;
  const previousHash = row.previous_hash ?? undefined;
  return { ...facts, at: row.at, by: row.by, seq: row.seq, hash: row.hash, previousHash };
}

/** The whole history of a case, oldest first. */
export async function readHistory(tx: Transaction, caseId: string): Promise<StoredEvent[]> {
  return (await readHistories(tx, [caseId])).get(caseId) ?? [];
}

/** The whole histories of cases by their id, each oldest first. */
export async function readHistories(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<Map<string, StoredEvent[]>> {
  const rows = await tx.rows<EventRow>(
    `select case_id, seq, type, at, by, facts, hash, previous_hash from case_events
     where workspace_id = $1 and case_id = any($2) order by case_id, seq`,
    [tx.workspaceId, caseIds],
  );
  const histories = new Map<string, StoredEvent[]>();
  for (const row of rows) {
    const history = histories.get(row.case_id);
    if (history) history.push(eventOf(row));
    else histories.set(row.case_id, [eventOf(row)]);
  }
  return histories;
}
