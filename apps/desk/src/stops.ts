import type { Log } from './log.js';

/** What must be stopped, in the order opposite to that of starting; one that fails does not keep the others running. */
export class Stops {
  private readonly stops: { name: string; stop: () => Promise<void> }[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly log: Log) {}

  add(name: string, stop: () => Promise<void>): void {
    this.stops.push({ name, stop });
  }

  /** Stops everything once, whoever asks. */
  run(): Promise<void> {
    this.running ??= this.stopAll();
    return this.running;
  }

  private async stopAll(): Promise<void> {
    for (const { name, stop } of this.stops.toReversed()) {
      await stop().catch((error: unknown) =>
        this.log.warn('could not be stopped in order', { part: name, error }),
      );
    }
  }
}
