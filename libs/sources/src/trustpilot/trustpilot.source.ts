import { isFault } from '@heard/core';
import { ReviewList, type PageAsked, type ReviewPage } from '../review-list.js';
import type { CheckResult, Cursor, Page, Pushed, ReplyTarget, SeenReply, Source } from '../source.js';
import { isToSend } from '../standing-reply.js';
import { listOf, textOf, wireOf, type Wire } from '../wire.js';
import { TrustpilotApi, type TrustpilotContext } from './trustpilot.api.js';
import { nobodyToAnswerAs, whenAnswering, whenListing } from './trustpilot.faults.js';
import { parseReply, parseReview } from './trustpilot.parse.js';
import { firstPlace, nextPlace, queryOf } from './trustpilot.place.js';
import { hintOf } from './trustpilot.push.js';
import type { TrustpilotSettings } from './trustpilot.settings.js';

const HOUR_MS = 3_600_000;
const PAGE_SIZE = 100;

/** The service reviews of one business unit of Trustpilot. */
export class TrustpilotSource implements Source {
  private readonly api: TrustpilotApi;
  private readonly list: ReviewList;
  private readonly pageSize: number;

  constructor(
    private readonly settings: TrustpilotSettings,
    context: TrustpilotContext,
  ) {
    this.api = new TrustpilotApi(settings, context);
    this.pageSize = context.pageSize ?? PAGE_SIZE;
    // An edited review keeps its place: it is found by reading on, or by the webhook.
    const habits = {
      backfillDays: settings.backfillDays,
      overlapMs: HOUR_MS,
      deepEveryMs: 6 * HOUR_MS,
      deepDays: 90,
      tellsDeletions: true,
    };
    this.list = new ReviewList(habits, context.clock, (asked, signal) => this.readPage(asked, signal));
  }

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    try {
      return await this.list.collect(from, signal);
    } catch (error) {
      throw isFault(error) ? whenListing(error) : error;
    }
  }

  async check(signal: AbortSignal): Promise<CheckResult> {
    try {
      await this.api.call(this.listPath, { method: 'GET', query: { perPage: 1 } }, signal);
      return { ok: true };
    } catch (error) {
      if (!isFault(error, 'disconnected', 'missing', 'bug')) throw error;
      const fault = whenListing(error);
      return { ok: false, missing: fault.missing ?? [fault.message] };
    }
  }

  /** The webhook only hints: what it tells of is fetched, and believed when it is there. */
  async takePushed(event: unknown, signal: AbortSignal): Promise<Pushed> {
    const reviewId = hintOf(event);
    if (reviewId === undefined) return { mentions: [] };
    try {
      const wire = await this.review(reviewId, signal);
      const unit = textOf(wireOf(wire['businessUnit'])['id']);
      const mention = parseReview(wire);
      const isOurs = unit === undefined || unit === this.settings.businessUnitId;
      return { mentions: mention !== undefined && isOurs ? [mention] : [] };
    } catch (error) {
      // Somebody else's review is closed to us: nothing of ours is missing.
      if (isFault(error) && error.code === 'permission_missing') return { mentions: [] };
      if (!isFault(error, 'missing')) throw error;
      return { mentions: [], gone: [{ kind: 'review', externalId: reviewId }] };
    }
  }

  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    const authorBusinessUserId = this.settings.businessUserId;
    if (authorBusinessUserId === undefined) throw nobodyToAnswerAs();
    // A review has one answer, and a new one replaces it: nobody's words are overwritten unseen.
    const standing = parseReply(await this.review(to.externalId, signal));
    if (isToSend(standing, text, to.instead)) {
      const json = { authorBusinessUserId, message: text };
      await this.answer(`reviews/${encodeURIComponent(to.externalId)}/reply`, json, signal);
    }
    return { externalId: `${to.externalId}/reply` };
  }

  /** A review has at most one answer, so equal words are ours whenever they were written. */
  async findReply(
    to: ReplyTarget,
    text: string,
    _since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    const standing = parseReply(await this.review(to.externalId, signal));
    if (standing === undefined || standing.text.trim() !== text.trim()) return undefined;
    return { externalId: `${to.externalId}/reply`, state: 'visible' };
  }

  private get listPath(): string {
    return `business-units/${this.settings.businessUnitId}/reviews`;
  }

  private async answer(path: string, json: unknown, signal: AbortSignal): Promise<void> {
    try {
      await this.api.call(path, { method: 'POST', json }, signal);
    } catch (error) {
      throw isFault(error) ? whenAnswering(error) : error;
    }
  }

  private review(reviewId: string, signal: AbortSignal): Promise<Wire> {
    return this.api.call(`reviews/${encodeURIComponent(reviewId)}`, { method: 'GET' }, signal);
  }

  private async readPage({ place, purpose }: PageAsked, signal: AbortSignal): Promise<ReviewPage> {
    const at = place ?? firstPlace;
    // A reported review is out of sight for a while, not gone.
    const all = { includeReportedReviews: 'true', perPage: this.pageSize };
    const query = { ...queryOf(at), ...all, orderBy: 'createdat.desc' };
    const body = await this.api.call(this.listPath, { method: 'GET', query, purpose }, signal);
    const reviews = listOf(body['reviews'], 'list of reviews').map((wire) => {
      const mention = parseReview(wire);
      return { mention, at: mention?.postedAt };
    });
    const next = nextPlace(at, reviews);
    return { reviews, ...(next !== undefined && { next }) };
  }
}
