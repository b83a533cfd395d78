import type { Clock } from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import { job, type Jobs, type Queue } from '@heard/jobs';
import { countLabels, fewestForRecalibration, type Learn } from '@heard/understanding';
import { lastLearned, saveLearned } from './store/learning-rows.js';

/** A workspace in which the model shall learn. */
export interface LearnJob {
  readonly workspaceId: string;
}

/** Learning takes seconds and changes nothing by itself, so one at a time is enough. */
export const learnQueue: Queue<LearnJob> = {
  name: 'learn',
  concurrency: 1,
  batchSize: 1,
  retryLimit: 2,
  retryDelaySeconds: 60,
  retryDelayMaxSeconds: 600,
};

const [minuteMs, dayMs] = [60_000, 86_400_000];
const lookMs = 10 * minuteMs;
/** So many more labels are worth learning anew at once, and any more after a week. */
const enoughMore = 25;
const weekMs = 7 * dayMs;

/** Lets the model learn in the background from what people said; what it proposes waits for an administrator. */
export class Learning {
  private lookedAt = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly learn: Pick<Learn, 'run'>,
    private readonly clock: Clock,
  ) {}

  /** Looks every ten minutes in which workspaces there is something to learn; returns in how many. */
  async run(): Promise<number> {
    const now = this.clock.now();
    if (now.getTime() - this.lookedAt < lookMs) return 0;
    const workspaces = await this.database.spanning((all) =>
      all.rows<{ workspace_id: string }>('select workspace_id from heard_span.workspace_ids()'),
    );
    this.lookedAt = now.getTime();
    let begun = 0;
    for (const { workspace_id: workspaceId } of workspaces) {
      begun += await this.database.inWorkspace(workspaceId, (tx) => this.beginIfDue(tx, now));
    }
    return begun;
  }

  /** Begins at once, because somebody asked. */
  async begin(tx: Transaction): Promise<void> {
    const { drawn, found } = await countLabels(tx);
    await saveLearned(tx, drawn + found, this.clock.now());
    await this.jobs.add(tx, [job(learnQueue, { workspaceId: tx.workspaceId })]);
  }

  async do({ workspaceId }: LearnJob): Promise<void> {
    await this.learn.run(workspaceId);
  }

  /** Of two processes that look at once the second finds the look of the first. */
  private async beginIfDue(tx: Transaction, now: Date): Promise<number> {
    const last = await lastLearned(tx);
    const { drawn, found } = await countLabels(tx);
    const labels = drawn + found;
    const isDue = last
      ? labels >= last.labels + enoughMore ||
        (labels > last.labels && now.getTime() - last.at.getTime() >= weekMs)
      : labels >= fewestForRecalibration;
    if (!isDue) return 0;
    await this.begin(tx);
    return 1;
  }
}
