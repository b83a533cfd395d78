import { Fault, isFault } from '@heard/core';
import type { HttpRequest, HttpResponse } from '@heard/http';
import { parseRetryAfter } from '@heard/http';
import { ReviewList, type PageAsked, type ReviewPage } from '../review-list.js';
import type { CheckResult, Cursor, Page, Source } from '../source.js';
import { wireOf, type Wire } from '../wire.js';
import type { AppStoreContext } from './app-store.api.js';
import { entriesOf, parseEntry } from './app-store.feed-parse.js';
import type { AppStoreFeed } from './app-store.settings.js';

/** Each country has a list of its own; one after the other is read. */
interface FeedCursor {
  readonly v: 1;
  readonly at: number;
  readonly lists: Readonly<Record<string, Cursor>>;
  /** Countries whose feed is not there: not asked for until then. */
  readonly offUntil?: Readonly<Record<string, string>>;
}

const HOUR_MS = 3_600_000;
const PAUSE_MS = 60_000;
/** Apple shows ten pages of fifty. */
const LAST_PAGE = 10;

/** The reviews of any app, by country, from Apple's public feed: without a key, and without answers. */
export class AppStoreFeedSource implements Source {
  constructor(
    private readonly feed: AppStoreFeed,
    private readonly context: AppStoreContext,
  ) {}

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    const before = from?.['v'] === 1 ? (from as unknown as FeedCursor) : undefined;
    const cursor: FeedCursor = before ?? { v: 1, at: 0, lists: {} };
    // A country may have been taken away meanwhile.
    const place = cursor.at % this.feed.countries.length;
    const country = this.feed.countries[place] ?? '';
    if (this.isOff(cursor, country) && !this.isAllOff(cursor))
      return { mentions: [], ...this.goOn(cursor, place + 1) };
    try {
      const page = await this.listOf(country).collect(cursor.lists[country], signal);
      const read = { ...cursor, lists: { ...cursor.lists, [country]: page.cursor } };
      return { ...page, ...this.goOn(read, page.more ? place : place + 1) };
    } catch (error) {
      const isMissing = isFault(error) && error.code === 'feed_missing';
      if (!isMissing) throw error;
      const until = new Date(this.context.clock.now().getTime() + 24 * HOUR_MS).toISOString();
      const without = { ...cursor, offUntil: { ...cursor.offUntil, [country]: until } };
      if (this.isAllOff(without)) throw error;
      return { mentions: [], ...this.goOn(without, place + 1), refused: true };
    }
  }

  private goOn(cursor: FeedCursor, next: number): Pick<Page, 'cursor' | 'more'> {
    const isEnd = next >= this.feed.countries.length;
    return { cursor: { ...cursor, at: isEnd ? 0 : next }, more: !isEnd };
  }

  private isOff({ offUntil = {} }: FeedCursor, country: string): boolean {
    return (offUntil[country] ?? '') > this.context.clock.now().toISOString();
  }

  private isAllOff(cursor: FeedCursor): boolean {
    return this.feed.countries.every((country) => this.isOff(cursor, country));
  }

  async check(signal: AbortSignal): Promise<CheckResult> {
    const missing: string[] = [];
    for (const country of this.feed.countries) {
      try {
        await this.read(country, 1, undefined, signal);
      } catch (error) {
        if (!isFault(error, 'disconnected', 'bug')) throw error;
        missing.push(...(error.missing ?? [error.message]));
      }
    }
    return missing.length === 0 ? { ok: true } : { ok: false, missing };
  }

  /** Pages may come empty for a while: what is missing in the feed is not taken for deleted. */
  private listOf(country: string): ReviewList {
    const habits = {
      backfillDays: this.feed.backfillDays,
      overlapMs: 48 * HOUR_MS,
      deepEveryMs: 6 * HOUR_MS,
      deepDays: 90,
      tellsDeletions: false,
    };
    return new ReviewList(habits, this.context.clock, (asked, signal) =>
      this.readPage(country, asked, signal),
    );
  }

  private async readPage(
    country: string,
    { place, purpose }: PageAsked,
    signal: AbortSignal,
  ): Promise<ReviewPage> {
    const page = Number(place ?? 1);
    const entries = entriesOf(await this.read(country, page, purpose, signal));
    const reviews = entries.map((wire) => {
      const mention = parseEntry(wire, { appId: this.feed.appId, country });
      return { mention, at: mention?.postedAt };
    });
    const isEnd = entries.length === 0 || page >= LAST_PAGE;
    return { reviews, ...(!isEnd && { next: String(page + 1) }) };
  }

  private async read(
    country: string,
    page: number,
    purpose: HttpRequest['purpose'],
    signal: AbortSignal,
  ): Promise<Wire> {
    const path = `${country}/rss/customerreviews/page=${page}/id=${this.feed.appId}/sortBy=mostRecent/json`;
    const url = `${this.context.baseUrl.replace(/\/$/, '')}/${path}`;
    const response = await this.context.http.request({ method: 'GET', url, purpose, signal });
    if (response.status !== 200) throw this.faultOf(response, country);
    const { feed } = wireOf(response.json());
    if (feed === undefined)
      throw new Fault('unavailable', 'Apple gave no feed', { code: 'unexpected_shape' });
    return wireOf(feed);
  }

  /** A feed that is open to everybody refuses nobody for long: 403 is a matter of time. */
  private faultOf({ status, headers }: HttpResponse, country: string): Fault {
    const now = this.context.clock.now();
    const message = `Apple's feed of reviews answered ${status}`;
    if (status === 429) {
      const retryAt = parseRetryAfter(headers['retry-after'], now) ?? new Date(now.getTime() + PAUSE_MS);
      return new Fault('throttled', message, { retryAt });
    }
    if (status !== 400 && status !== 404) return new Fault('unavailable', message);
    const missing = [
      `The feed of reviews for the country "${country}": there is no such store, or no such app in it`,
    ];
    return new Fault('disconnected', message, { code: 'feed_missing', missing });
  }
}
