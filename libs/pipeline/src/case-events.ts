import { type CaseBook, readHistory } from '@heard/cases';
import type { Database, Transaction } from '@heard/database';
import type { Queue } from '@heard/jobs';
import type { Following } from './pipeline.js';

/** An event of a case that handlers wait for. */
export interface CaseEventJob {
  readonly workspaceId: string;
  readonly caseId: string;
  readonly seq: number;
}

/** Events of cases and what follows them. */
export const caseEventQueue: Queue<CaseEventJob> = {
  name: 'case-events',
  concurrency: 2,
  batchSize: 20,
  retryLimit: 2_000,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 60,
};

/** Calls the handlers of an event, each exactly once however often the work is delivered. */
export class HandleCaseEvent {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseBook,
    private readonly after: Following,
  ) {}

  async run({ workspaceId, caseId, seq }: CaseEventJob): Promise<void> {
    await this.database.inWorkspace(workspaceId, async (tx) => {
      const [record] = await this.cases.lockAll(tx, [caseId]);
      const event = record && (await readHistory(tx, caseId)).find((each) => each.seq === seq);
      // A case of the demo may have been removed meanwhile.
      if (!record || !event) return;
      for (const [name, handler] of Object.entries(this.after[event.type] ?? {})) {
        if (await isFirst(tx, name, caseId, seq)) await handler({ tx, event, record });
      }
    });
  }
}

/** True for the one transaction that may handle the event. */
async function isFirst(tx: Transaction, handler: string, caseId: string, seq: number): Promise<boolean> {
  const inserted = await tx.run(
    `insert into handled_events (workspace_id, handler, case_id, seq) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [tx.workspaceId, handler, caseId, seq],
  );
  return inserted === 1;
}
