import { type Clock, isFault } from '@heard/core';
import type { Database } from '@heard/database';
import type { Pushed } from '@heard/sources';
import type { OpenSource } from './open-source.js';
import { forgetTaken, markTaken, waitingEvents } from './store/inbox-rows.js';
import { batchSourceOf, findSource } from './store/source-rows.js';
import type { TakeBatch } from './take-batch.js';

const atOnce = 100;
/** Meta delivers again for 36 hours; nobody for a week. */
const keptMs = 7 * 24 * 3_600_000;

/** Reads what webhooks told of a source and stores it: an event and its mentions are one transaction. */
export class TakeEvents {
  constructor(
    private readonly database: Database,
    private readonly sources: OpenSource,
    private readonly take: TakeBatch,
    private readonly clock: Clock,
    private readonly signal: AbortSignal,
  ) {}

  /** Takes all that waits; throws the fault of an event that has to wait longer, those after it wait with it. */
  async run(workspaceId: string, sourceId: string): Promise<void> {
    for (;;) {
      const { row, source, waiting } = await this.database.inWorkspace(workspaceId, async (tx) => {
        const found = await findSource(tx, sourceId);
        return {
          row: found,
          source: found && this.sources.open(found, 'polling'),
          waiting: found ? await waitingEvents(tx, sourceId, atOnce) : [],
        };
      });
      if (!row || waiting.length === 0) return;
      for (const { id, event } of waiting) {
        const pushed = await this.read(() => source?.takePushed?.(event, this.signal));
        await this.database.inWorkspace(workspaceId, async (tx) => {
          const now = this.clock.now();
          if (!(await markTaken(tx, id, now))) return;
          await this.take.run(tx, batchSourceOf(row), pushed.mentions, {
            gone: pushed.gone,
            inAnyOrder: true,
          });
          await forgetTaken(tx, new Date(now.getTime() - keptMs));
        });
      }
      if (waiting.length < atOnce) return;
    }
  }

  /** What will never be read is let go: polling finds what there is. */
  private async read(ask: () => Promise<Pushed> | undefined): Promise<Pushed> {
    try {
      return (await ask()) ?? { mentions: [] };
    } catch (error) {
      if (isFault(error, 'missing') || isFault(error, 'rejected')) return { mentions: [] };
      throw error;
    }
  }
}
