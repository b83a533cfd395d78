import type { Clock } from '@heard/core';

/** A platform's clock, as far as it is known: ours, until an answer of theirs told another time. */
export class TheirClock implements Clock {
  private aheadMs = 0;

  constructor(private readonly ours: Clock) {}

  now(): Date {
    return new Date(this.ours.now().getTime() + this.aheadMs);
  }

  /** Takes the time from the `Date` header of an answer. */
  learn(date: string | undefined): void {
    const theirs = Date.parse(date ?? '');
    if (!Number.isNaN(theirs)) this.aheadMs = theirs - this.ours.now().getTime();
  }
}
