import { type Clock, Fault, heard, isFault } from '@heard/core';
import type { ActOnCase } from './act-on-case.js';
import type { Queue } from '@heard/jobs';

/** A case of which a promise comes due. */
export interface PromiseJob {
  readonly workspaceId: string;
  readonly caseId: string;
  readonly due: string;
}

/** Promises that come due. */
export const promiseQueue: Queue<PromiseJob> = {
  name: 'promise-due',
  concurrency: 1,
  batchSize: 20,
  retryLimit: 100,
  retryDelaySeconds: 2,
  retryDelayMaxSeconds: 60,
};

/** Breaks the promises of a case whose time has passed; does nothing where they were kept. */
export class WatchPromises {
  constructor(
    private readonly cases: ActOnCase,
    private readonly clock: Clock,
  ) {}

  async run({ workspaceId, caseId, due }: PromiseJob): Promise<void> {
    const retryAt = new Date(due);
    if (retryAt > this.clock.now()) {
      throw new Fault('throttled', 'This process’s clock is behind: the promise is not due yet.', {
        retryAt,
      });
    }
    await this.cases.run(workspaceId, caseId, { type: 'tick' }, heard).catch((error: unknown) => {
      // A case of the demo is gone when the demo was removed; nothing is left to watch.
      if (!isFault(error, 'missing')) throw error;
    });
  }
}
