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

/** Looks every second which sources are due and reads them; what is still being read holds nothing else up. */
@Injectable()
export class Listener {
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly parts: ListenerParts) {}

  @Interval(tickMs)
  tick(): void {
    if (this.parts.signal.aborted) return;
    const look: Promise<void> = this.collectAll()
      .catch(this.parts.onError)
      .finally(() => this.running.delete(look));
    this.running.add(look);
  }

  /** What is being read now, to be waited for when the process stops. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }

  private async collectAll(): Promise<void> {
    const { collect, signal } = this.parts;
    while (!signal.aborted && (await collect.run(signal)) > 0);
  }
}
