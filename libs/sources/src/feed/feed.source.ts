import { type Clock, Fault, isFault } from '@heard/core';
import type { HttpClient, HttpResponse } from '@heard/http';
import type { CheckResult, Cursor, Page, Source } from '../source.js';
import { type FeedCursor, openFeedCursor } from './feed.cursor.js';
import { feedFault, leadsNowhere, LONGEST_REST_MS, whenFollowing } from './feed.faults.js';
import { decodeFeed } from './feed.letters.js';
import { type Feed, parseFeed } from './feed.parse.js';
import type { FeedSettings } from './feed.settings.js';

const TOTAL_MS = 15_000;
const MAX_REDIRECTS = 5;
/** A feed that never ends is cut here; the newest come first. */
const MAX_PAGES = 20;
/** Answers in a row that name the same new address before it is believed. */
const MOVED_TIMES = 3;
const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.1';

type Named = Pick<FeedCursor, 'etag' | 'lastModified' | 'ttlMinutes' | 'restUntil'>;

interface Got {
  readonly response: HttpResponse;
  /** Where it was found at last. */
  readonly url: string;
  /** Where the first redirect said that it has moved for good. */
  readonly movedTo?: string;
}

/** A feed of somebody's site: RSS 2.0, Atom or JSON Feed. Feeds are windows: nothing is taken for deleted. */
export class FeedSource implements Source {
  constructor(
    private readonly settings: FeedSettings,
    private readonly context: { readonly http: HttpClient; readonly clock: Clock },
  ) {}

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    signal.throwIfAborted();
    const now = this.context.clock.now();
    const cursor = openFeedCursor(from, now, this.settings.backfillDays);
    const rests = cursor.restUntil !== undefined && new Date(cursor.restUntil) > now;
    if (rests && !cursor.step) return { mentions: [], cursor: { ...cursor }, more: false };
    try {
      const { mentions, after, more } = await this.read(cursor, now, signal);
      return { mentions, cursor: { ...after }, more };
    } catch (error) {
      const { step } = cursor;
      if (step === undefined || !leadsNowhere(error, new Date(step.startedAt), now)) throw error;
      // What is newest was read: a broken link to older parts must not keep us from it for ever.
      return { mentions: [], cursor: { ...roundEnd(cursor, step) }, more: false };
    }
  }

  async check(signal: AbortSignal): Promise<CheckResult> {
    try {
      const { response } = await this.get(this.settings.url, {}, signal);
      this.feedOf(response);
      return { ok: true };
    } catch (error) {
      if (!isFault(error, 'disconnected')) throw error;
      return { ok: false, missing: error.missing ?? [error.message] };
    }
  }

  private async read(
    cursor: FeedCursor,
    now: Date,
    signal: AbortSignal,
  ): Promise<{ mentions: Page['mentions']; after: FeedCursor; more: boolean }> {
    const { step } = cursor;
    const url = step ? nextOf(step.next, step.from) : (cursor.url ?? this.settings.url);
    const got = await this.get(url, step ? {} : conditionsOf(cursor), signal);
    const { response } = got;
    const placed = step ? cursor : { ...cursor, ...movedAfter(cursor, got.movedTo) };
    if (response.status === 304) {
      const restUntil = restOf(response, placed.ttlMinutes, now);
      return { mentions: [], after: { ...placed, restUntil }, more: false };
    }
    const feed = this.feedOf(response);
    const mentions = feed.mentions.filter(
      ({ postedAt }) => !postedAt || postedAt.toISOString() >= cursor.floorAt,
    );
    const round = step ?? { ...firstOf(response, feed, now), startedAt: now.toISOString() };
    const pages = (step?.pages ?? 0) + 1;
    const goesOn = feed.next !== undefined && pages < MAX_PAGES && mentions.length === feed.mentions.length;
    if (goesOn && feed.next !== undefined) {
      const ahead = { ...round, next: feed.next, from: got.url, pages };
      return { mentions, after: { ...placed, step: ahead }, more: true };
    }
    return { mentions, after: roundEnd(placed, round), more: false };
  }

  private feedOf(response: HttpResponse): Feed {
    if (response.status !== 200) throw feedFault(response, this.context.clock.now());
    return parseFeed(decodeFeed(response.bytes, response.headers['content-type']));
  }

  /** Follows redirects by itself, since every hop has to pass the guard of private addresses. */
  private async get(first: string, headers: Record<string, string>, signal: AbortSignal): Promise<Got> {
    let url = first;
    let movedTo: string | undefined;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const response = await this.call(url, headers, signal).catch((error: unknown) => {
        throw hop === 0 ? error : whenFollowing(error);
      });
      const { location } = response.headers;
      if (![301, 302, 303, 307, 308].includes(response.status) || location === undefined) {
        return { response, url, ...(movedTo !== undefined && { movedTo }) };
      }
      if (!URL.canParse(location, url)) break;
      url = new URL(location, url).href;
      if (hop === 0 && (response.status === 301 || response.status === 308)) movedTo = url;
    }
    throw new Fault('unavailable', 'The feed sends us on and on', { code: 'redirected' });
  }

  private call(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<HttpResponse> {
    const { authorization } = this.settings;
    const isTheirs = new URL(url).origin === new URL(this.settings.url).origin;
    return this.context.http.request({
      method: 'GET',
      url,
      headers: {
        accept: ACCEPT,
        ...headers,
        ...(authorization !== undefined && isTheirs && { authorization }),
      },
      totalTimeoutMs: TOTAL_MS,
      signal,
    });
  }
}

function conditionsOf({ etag, lastModified }: FeedCursor): Record<string, string> {
  return {
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}

/** One answer could be a slip of the site: only the third in a row that says the same moves the feed. */
function movedAfter(cursor: FeedCursor, to: string | undefined): Pick<FeedCursor, 'moved' | 'url'> {
  if (to === undefined) return { moved: undefined };
  const times = cursor.moved?.to === to ? cursor.moved.times + 1 : 1;
  return times >= MOVED_TIMES ? { moved: undefined, url: to } : { moved: { to, times } };
}

function firstOf({ headers }: HttpResponse, { ttlMinutes }: Feed, now: Date): Named {
  const restUntil = restOf({ headers }, ttlMinutes, now);
  return { etag: headers['etag'], lastModified: headers['last-modified'], ttlMinutes, restUntil };
}

/** Until when the feed asks to be left alone; a feed that did not change says it anew with its headers only. */
function restOf(
  { headers }: Pick<HttpResponse, 'headers'>,
  ttlMinutes: number | undefined,
  now: Date,
): string | undefined {
  const maxAge = Number(/max-age=(\d{1,9})/u.exec(headers['cache-control'] ?? '')?.[1] ?? 0) * 1_000;
  const restMs = Math.min(LONGEST_REST_MS, Math.max(maxAge, (ttlMinutes ?? 0) * 60_000));
  return restMs > 0 ? new Date(now.getTime() + restMs).toISOString() : undefined;
}

/** The round is at its end: what its first part said of itself holds until the next. */
function roundEnd(cursor: FeedCursor, { etag, lastModified, ttlMinutes, restUntil }: Named): FeedCursor {
  return { ...cursor, etag, lastModified, ttlMinutes, restUntil, step: undefined };
}

function nextOf(next: string, url: string): string {
  if (!URL.canParse(next, url) || new URL(next, url).origin !== new URL(url).origin) {
    throw new Fault('unavailable', 'The feed names another host for its next part; it is not followed', {
      code: 'foreign_link',
    });
  }
  return new URL(next, url).href;
}
