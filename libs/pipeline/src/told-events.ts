import type { Database } from '@heard/database';
import { job, type Jobs, type Queue } from '@heard/jobs';
import type { TakeEvents } from '@heard/listening';

/** A source of which a webhook told something. */
export interface ToldEvents {
  readonly workspaceId: string;
  readonly sourceId: string;
}

/** What webhooks told of: retried for a day and a half, while polling goes on beside it. */
export const toldEventsQueue: Queue<ToldEvents> = {
  name: 'told-events',
  concurrency: 4,
  batchSize: 1,
  retryLimit: 450,
  retryDelaySeconds: 2,
  retryDelayMaxSeconds: 300,
};

/**
 * The work of these jobs. Every delivery adds one, and one takes all that wait: those of the same source are done with it.
 * A source has one worker of a process at a time, so that a slow one leaves the others' places free.
 */
export class TakeToldEvents {
  private readonly busy = new Map<string, { again: boolean }>();

  constructor(
    private readonly database: Database,
    private readonly jobs: Pick<Jobs, 'add' | 'takeOver'>,
    private readonly take: Pick<TakeEvents, 'run'>,
  ) {}

  async run(told: ToldEvents): Promise<void> {
    const { workspaceId, sourceId } = told;
    const running = this.busy.get(sourceId);
    if (running) {
      running.again = true;
      return;
    }
    const mine = { again: false };
    this.busy.set(sourceId, mine);
    const isMore = await this.takeAll(told).finally(() => this.busy.delete(sourceId));
    // Only now: whoever came before was sent away with the word that this one goes on.
    if (isMore || mine.again)
      await this.database.inWorkspace(workspaceId, (tx) => this.jobs.add(tx, [job(toldEventsQueue, told)]));
  }

  private async takeAll(told: ToldEvents): Promise<boolean> {
    await this.jobs.takeOver(toldEventsQueue, told);
    return this.take.run(told.workspaceId, told.sourceId);
  }
}
