import { type Clock, Fault } from '@heard/core';
import type { HttpClient } from '@heard/http';
import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { listOf, wireOf } from './wire.js';

/** The public keys that a platform signs with, as they were told last. */
export type SigningKeys = ReturnType<typeof createLocalJWKSet>;

interface Told {
  readonly keys: SigningKeys;
  readonly until: number;
}

const SECOND_MS = 1_000;
/** Where the platform says nothing of how long its keys are good. */
const USUAL_MS = 5 * 60 * SECOND_MS;
const LONGEST_MS = 24 * 60 * 60 * SECOND_MS;
/** Whoever makes up names of keys, or knocks while the keys cannot be had, causes no more calls than this. */
const PAUSE_MS = 30 * SECOND_MS;
const MAX_WAIT_MS = 10_000;

/** The keys at one address (a JSON Web Key Set), kept for as long as the platform says. */
export class SigningKeysAt {
  private told: Told | undefined;
  private asking: Promise<Told> | undefined;
  private askedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly url: string,
    private readonly context: { readonly http: HttpClient; readonly clock: Clock },
  ) {}

  /** The keys as they are kept; asked for when they are not, or no longer good. */
  async current(): Promise<SigningKeys> {
    const { told } = this;
    if (told && told.until > this.now()) return told.keys;
    if (!this.asking && this.isTooSoon())
      throw new Fault('unavailable', 'The keys that the platform signs with cannot be had', {
        code: 'network',
      });
    return (await this.ask()).keys;
  }

  /** The keys asked for anew, for one that is not among those that are kept; undefined when that was just done. */
  async fresh(): Promise<SigningKeys | undefined> {
    if (!this.asking && this.isTooSoon()) return undefined;
    return (await this.ask()).keys;
  }

  private isTooSoon(): boolean {
    return this.now() - this.askedAt < PAUSE_MS;
  }

  private now(): number {
    return this.context.clock.now().getTime();
  }

  /** One call for all who wait. */
  private ask(): Promise<Told> {
    this.asking ??= this.load().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async load(): Promise<Told> {
    this.askedAt = this.now();
    const response = await this.context.http.request({
      method: 'GET',
      url: this.url,
      totalTimeoutMs: MAX_WAIT_MS,
    });
    if (response.status !== 200)
      throw new Fault('unavailable', `The platform answered ${response.status} when asked for its keys`);
    const keys = listOf(wireOf(response.json())['keys'], 'list of keys');
    const until = this.now() + goodForMs(response.headers['cache-control']);
    this.told = { keys: createLocalJWKSet({ keys } as unknown as JSONWebKeySet), until };
    return this.told;
  }
}

function goodForMs(cacheControl = ''): number {
  const seconds = /(?:^|[\s,])max-age=(\d{1,9})/iu.exec(cacheControl)?.[1];
  return seconds === undefined ? USUAL_MS : Math.min(Number(seconds) * SECOND_MS, LONGEST_MS);
}
