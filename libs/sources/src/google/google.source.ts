import { Fault, isFault } from '@heard/core';
import type { HttpRequest } from '@heard/http';
import { whenAnswering } from '../answer-fault.js';
import { GoogleApi, type GoogleContext } from '../google-api.js';
import { byRefreshToken } from '../google-grants.js';
import { ReviewList, type PageAsked, type ReviewPage } from '../review-list.js';
import type { CheckResult, Cursor, Page, Pushed, ReplyTarget, SeenReply, Source } from '../source.js';
import { isToSend } from '../standing-reply.js';
import { countOf, dateOf, listOf, textOf, type Wire, wireOf } from '../wire.js';
import { GOOGLE_WORDS } from './google.faults.js';
import { parseReply, parseReview } from './google.parse.js';
import type { GoogleSettings } from './google.settings.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const PAGE_SIZE = 50;
const MAX_REPLY_BYTES = 4096;

/** The reviews of one location of a Google Business Profile. */
export class GoogleSource implements Source {
  private readonly api: GoogleApi;
  private readonly list: ReviewList;

  constructor(
    private readonly settings: GoogleSettings,
    context: GoogleContext,
  ) {
    this.api = new GoogleApi({ grant: byRefreshToken(settings), words: GOOGLE_WORDS }, context);
    // An edited review comes to the top by itself; reading deep each week, and when there are fewer than before, finds deletions.
    const habits = {
      backfillDays: settings.backfillDays,
      overlapMs: 10 * MINUTE_MS,
      deepEveryMs: 7 * DAY_MS,
      deepDays: 365,
      tellsDeletions: true,
    };
    this.list = new ReviewList(habits, context.clock, (asked, signal) => this.readPage(asked, signal));
  }

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    try {
      return await this.list.collect(from, signal);
    } catch (error) {
      throw isFault(error, 'missing') ? locationGone(error) : error;
    }
  }

  async check(signal: AbortSignal): Promise<CheckResult> {
    try {
      await this.call('reviews', { method: 'GET', query: { pageSize: 1 } }, signal);
      return { ok: true };
    } catch (error) {
      if (!isFault(error, 'disconnected', 'missing', 'bug')) throw error;
      const fault = error.kind === 'missing' ? locationGone(error) : error;
      return { ok: false, missing: fault.missing ?? [fault.message] };
    }
  }

  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    const bytes = Buffer.byteLength(text, 'utf8');
    if (bytes > MAX_REPLY_BYTES) {
      const message = `Google takes answers of up to ${MAX_REPLY_BYTES} bytes; this one has ${bytes} (a Cyrillic letter is two)`;
      throw new Fault('rejected', message, { code: 'too_long' });
    }
    // A review has one reply, and a new one replaces it: nobody's words are overwritten unseen.
    const standing = parseReply(await this.review(to, signal));
    if (isToSend(standing, text, to.instead)) {
      const call = { method: 'PUT', json: { comment: text } } as const;
      await this.call(`${pathOf(to)}/reply`, call, signal).catch((error: unknown) => {
        throw whenAnswering(error);
      });
    }
    return { externalId: `${to.externalId}/reply` };
  }

  /** A review has at most one reply, so equal words are ours whenever they were written. */
  async findReply(
    to: ReplyTarget,
    text: string,
    _since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    const standing = parseReply(await this.review(to, signal));
    if (standing === undefined || standing.text.trim() !== text.trim()) return undefined;
    const { state, reason } = standing;
    return { externalId: `${to.externalId}/reply`, state, ...(reason && { reason }) };
  }

  async takePushed(event: unknown, signal: AbortSignal): Promise<Pushed> {
    const externalId = textOf(wireOf(event)['reviewId']) ?? '';
    try {
      const mention = parseReview(await this.review({ externalId, kind: 'review' }, signal));
      return { mentions: mention ? [mention] : [] };
    } catch (error) {
      if (isFault(error, 'missing')) return { mentions: [], gone: [{ kind: 'review', externalId }] };
      throw error;
    }
  }

  private review(to: ReplyTarget, signal: AbortSignal): Promise<Wire> {
    return this.call(pathOf(to), { method: 'GET' }, signal);
  }

  private async readPage({ place, purpose }: PageAsked, signal: AbortSignal): Promise<ReviewPage> {
    const query = { pageSize: PAGE_SIZE, orderBy: 'updateTime desc', pageToken: place };
    const body = await this.call('reviews', { method: 'GET', query, purpose }, signal);
    // Google leaves an empty list out.
    const wires = body['reviews'] === undefined ? [] : listOf(body['reviews'], 'list of reviews');
    const reviews = wires.map((wire) => ({ mention: parseReview(wire), at: changedAt(wire) }));
    const next = textOf(body['nextPageToken']);
    const { totalReviewCount } = body;
    const total = totalReviewCount === undefined ? {} : { total: countOf(totalReviewCount) };
    return { reviews, ...total, ...(next !== undefined && { next }) };
  }

  private call(
    path: string,
    call: Pick<HttpRequest, 'method' | 'query' | 'json' | 'purpose'>,
    signal: AbortSignal,
  ): Promise<Wire> {
    const { accountId, locationId } = this.settings;
    return this.api.call(`v4/accounts/${accountId}/locations/${locationId}/${path}`, call, signal);
  }
}

function changedAt(wire: Wire): Date | undefined {
  return dateOf(wire['updateTime'] ?? wire['createTime']);
}

function pathOf(to: ReplyTarget): string {
  return `reviews/${encodeURIComponent(to.externalId)}`;
}

function locationGone(fault: Fault): Fault {
  const missing = [
    'The location: it does not exist any more, is not verified, or another account manages it',
  ];
  return new Fault('disconnected', fault.message, { code: 'location_missing', missing, cause: fault });
}
