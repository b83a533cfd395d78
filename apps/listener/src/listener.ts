import type { CollectDueSources } from '@heard/listening';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';

/** What the listener works with. */
export interface ListenerParts {
  readonly collect: Pick<CollectDueSources, 'run'>;
  readonly signal: AbortSignal;
  readonly onError: (error: unknown) => void;
}

const tickMs = 1_000;

/** Looks every second which sources are due and reads them; a look that is still running is not doubled. */
@Injectable()
export class Listener {
  private running: Promise<void> | undefined;

  constructor(private readonly parts: ListenerParts) {}

  @Interval(tickMs)
  tick(): void {
    if (this.running || this.parts.signal.aborted) return;
    this.running = this.collectAll()
      .catch(this.parts.onError)
      .finally(() => (this.running = undefined));
  }

  /** What is being read now, to be waited for when the process stops. */
  async settled(): Promise<void> {
    await this.running;
  }

  private async collectAll(): Promise<void> {
    const { collect, signal } = this.parts;
    while (!signal.aborted && (await collect.run(signal)) > 0);
  }
}
