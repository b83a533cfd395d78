import type { Clock } from '@heard/core';

/** A clock that stands until it is told to go on. */
export class FakeClock implements Clock {
  constructor(private at: Date) {}

  now(): Date {
    return new Date(this.at);
  }

  /** Time only goes forward. */
  advanceTo(at: Date): void {
    if (at < this.at)
      throw new Error(`The clock cannot go back from ${this.at.toISOString()} to ${at.toISOString()}.`);
    this.at = at;
  }
}
