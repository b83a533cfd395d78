import { type Clock, Fault } from '@heard/core';

const windowMs = 15 * 60_000;
const mostPerEmail = 10;
const mostPerAddress = 50;
const mostKept = 10_000;

interface Count {
  failures: number;
  readonly endsAt: number;
}

/**
 * Counts failed sign-ins in windows of 15 minutes: 10 for an e-mail address, 50 for a network address. Kept in memory
 * and bounded: the oldest counts go first, and each process counts for itself, so that behind N api processes a guesser
 * gets N times as many tries, at 80 ms of argon2id each.
 */
export class SignInLimit {
  private readonly counts = new Map<string, Count>();

  constructor(private readonly clock: Clock) {}

  /** Faults `throttled` when either has used up its tries; counts this one, so that tries at the same time count too. */
  enter(email: string, address: string): void {
    const keys = keysOf(email, address);
    const full = keys.map(([key, most]) => this.fullUntil(key, most)).find((until) => until !== undefined);
    if (full !== undefined) {
      throw new Fault('throttled', 'Too many tries to sign in; wait a quarter of an hour and try again.', {
        code: 'too_many_attempts',
        retryAt: new Date(full),
      });
    }
    for (const [key] of keys) this.countOf(key).failures += 1;
  }

  /** A right password gives the tries of the e-mail address back, and this one of the network address. */
  succeeded(email: string, address: string): void {
    const [[byEmail], [byAddress]] = keysOf(email, address);
    this.counts.delete(byEmail);
    const count = this.counts.get(byAddress);
    if (count) count.failures -= 1;
  }

  private fullUntil(key: string, most: number): number | undefined {
    const count = this.counts.get(key);
    if (!count || count.endsAt <= this.clock.now().getTime()) return undefined;
    return count.failures >= most ? count.endsAt : undefined;
  }

  private countOf(key: string): Count {
    const now = this.clock.now().getTime();
    const known = this.counts.get(key);
    if (known && known.endsAt > now) return known;
    this.counts.delete(key);
    if (this.counts.size >= mostKept) this.forgetOldest();
    const fresh = { failures: 0, endsAt: now + windowMs };
    this.counts.set(key, fresh);
    return fresh;
  }

  /** A map keeps the order of insertion, and every window is equally long: the first is the oldest. */
  private forgetOldest(): void {
    const [oldest] = this.counts.keys();
    if (oldest !== undefined) this.counts.delete(oldest);
  }
}

function keysOf(email: string, address: string): [[string, number], [string, number]] {
  return [
    [`email:${email.toLowerCase()}`, mostPerEmail],
    [`address:${address}`, mostPerAddress],
  ];
}
