import type { Clock } from '@heard/core';
import type { Database } from '@heard/database';
import type { Pushed, Source } from '@heard/sources';
import type { OpenSource } from './open-source.js';
import { checkNow } from './store/health-rows.js';
import { forgetTaken, markTaken, type WaitingEvent, waitingEvents } from './store/inbox-rows.js';
import { batchSourceOf, findSource, type SourceRow } from './store/source-rows.js';
import type { TakeBatch } from './take-batch.js';
import { whoseIs, type Whose } from './whose-error.js';

const atOnce = 100;
/** Then others have their turn: a source with few calls and many events must not keep a worker to itself. */
const turnMs = 30_000;
/** Meta delivers again for 36 hours; nobody for a week. */
const keptMs = 7 * 24 * 3_600_000;

/**
 * Reads what webhooks told of a source and stores it, in the order it came: an event and its mentions are one
 * transaction. What will never be read is let go, since polling finds what there is; when the source itself cannot be
 * asked, all that is left waits; an event that fails alone, or by a mistake of ours, waits alone.
 */
export class TakeEvents {
  constructor(
    private readonly database: Database,
    private readonly sources: OpenSource,
    private readonly take: TakeBatch,
    private readonly clock: Clock,
    private readonly signal: AbortSignal,
  ) {}

  /** Takes what can be taken; throws the reason why something is left. True when its time was up before all was taken. */
  async run(workspaceId: string, sourceId: string): Promise<boolean> {
    const endsAt = this.clock.now().getTime() + turnMs;
    let left: { readonly because: unknown } | undefined;
    let before: Whose | undefined;
    for (let behind = '0', more = true; more;) {
      const { row, source, waiting } = await this.waiting(workspaceId, sourceId, behind);
      if (!row) break;
      for (const event of waiting) {
        const failed = await this.takeOne(workspaceId, { row, source }, event).then(
          () => undefined,
          (error: unknown) => ({ because: error }),
        );
        const whose = failed && whoseIs(failed.because);
        // What fails alone may be an object that is broken over there; twice in a row, nobody is there.
        const isDown = whose === 'source' || (whose === 'either' && before === 'either');
        if (failed && (isDown || this.signal.aborted)) throw failed.because;
        left ??= failed;
        before = whose;
        behind = event.nth;
        if (this.clock.now().getTime() >= endsAt) return true;
      }
      more = waiting.length === atOnce;
    }
    if (left) throw left.because;
    return false;
  }

  private waiting(workspaceId: string, sourceId: string, behind: string) {
    return this.database.inWorkspace(workspaceId, async (tx) => {
      const row = await findSource(tx, sourceId);
      if (!row) return { row, source: undefined, waiting: [] };
      const waiting = await waitingEvents(tx, sourceId, { behind, most: atOnce });
      return { row, source: waiting.length > 0 ? this.sources.open(row, 'polling') : undefined, waiting };
    });
  }

  private async takeOne(
    workspaceId: string,
    { row, source }: { readonly row: SourceRow; readonly source: Source | undefined },
    { id, event }: WaitingEvent,
  ): Promise<void> {
    const { mentions, gone, refused } = await this.read(source, event);
    await this.database.inWorkspace(workspaceId, async (tx) => {
      const now = this.clock.now();
      if (!(await markTaken(tx, id, now))) return;
      await this.take.run(tx, batchSourceOf(row), mentions, { gone, inAnyOrder: true });
      if (refused) await checkNow(tx, row.id, now);
      await forgetTaken(tx, new Date(now.getTime() - keptMs));
    });
  }

  private async read(source: Source | undefined, event: unknown): Promise<Pushed> {
    try {
      return (await source?.takePushed?.(event, this.signal)) ?? { mentions: [] };
    } catch (error) {
      if (!this.signal.aborted && whoseIs(error) === 'event') return { mentions: [] };
      throw error;
    }
  }
}
