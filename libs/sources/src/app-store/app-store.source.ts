import { Fault, isFault } from '@heard/core';
import { ReviewList, type PageAsked, type ReviewPage } from '../review-list.js';
import type { CheckResult, Cursor, Page, ReplyTarget, SeenReply, Source } from '../source.js';
import { isToSend } from '../standing-reply.js';
import { listOf, textOf, wireOf, type Wire } from '../wire.js';
import { AppStoreApi, type AppStoreContext } from './app-store.api.js';
import { whenAnswering, whenListing } from './app-store.faults.js';
import { parseAnswer, parseReview, type AppStoreAnswer } from './app-store.parse.js';
import type { AppStoreSettings } from './app-store.settings.js';

const HOUR_MS = 3_600_000;
const PAGE_SIZE = 200;
/** The longest answer Apple takes. */
export const MAX_ANSWER_CHARACTERS = 5_970;

/** The reviews of one app in all countries of the App Store. */
export class AppStoreSource implements Source {
  private readonly api: AppStoreApi;
  private readonly list: ReviewList;
  private readonly reviewsPath: string;

  constructor(settings: AppStoreSettings, context: AppStoreContext) {
    this.reviewsPath = `apps/${settings.appId}/customerReviews`;
    this.api = new AppStoreApi(settings, context);
    // An edited review may keep its date, and a review may wait for Apple's own look: both are found by reading on.
    const habits = {
      backfillDays: settings.backfillDays,
      overlapMs: 48 * HOUR_MS,
      deepEveryMs: 6 * HOUR_MS,
      deepDays: 90,
      tellsDeletions: true,
      pace: context.pace,
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
      await this.api.get(this.reviewsPath, { sort: '-createdDate', limit: 1 }, signal);
      return { ok: true };
    } catch (error) {
      if (!isFault(error, 'disconnected', 'missing', 'bug')) throw error;
      const fault = whenListing(error);
      return { ok: false, missing: fault.missing ?? [fault.message] };
    }
  }

  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    if ([...text].length > MAX_ANSWER_CHARACTERS) {
      const message = `The App Store takes answers of up to ${MAX_ANSWER_CHARACTERS} characters`;
      throw new Fault('rejected', message, { code: 'too_long' });
    }
    // A review has one answer, and a new one replaces it: nobody's words are overwritten unseen.
    const standing = await this.standing(to, signal);
    if (standing !== undefined && !isToSend(standing, text, to.instead))
      return { externalId: standing.externalId };
    return { externalId: await this.post(to, text, signal) };
  }

  /** A review has at most one answer, so equal words are ours whenever they were written. */
  async findReply(
    to: ReplyTarget,
    text: string,
    _since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    const standing = await this.standing(to, signal);
    if (standing === undefined || standing.text.trim() !== text.trim()) return undefined;
    return { externalId: standing.externalId, state: standing.state };
  }

  private async post(to: ReplyTarget, text: string, signal: AbortSignal): Promise<string> {
    const review = { data: { type: 'customerReviews', id: to.externalId } };
    const data = {
      type: 'customerReviewResponses',
      attributes: { responseBody: text },
      relationships: { review },
    };
    try {
      const answer = await this.api.post('customerReviewResponses', { data }, signal);
      const id = textOf(wireOf(answer['data'])['id']);
      if (id === undefined)
        throw new Fault('unavailable', 'App Store Connect told no id', { code: 'unexpected_shape' });
      return id;
    } catch (error) {
      throw isFault(error) ? whenAnswering(error) : error;
    }
  }

  private async standing(to: ReplyTarget, signal: AbortSignal): Promise<AppStoreAnswer | undefined> {
    const path = `customerReviews/${encodeURIComponent(to.externalId)}`;
    const answer = await this.api.get(path, { include: 'response' }, signal);
    return parseAnswer(wireOf(answer['data']), includedOf(answer));
  }

  private async readPage({ place, purpose }: PageAsked, signal: AbortSignal): Promise<ReviewPage> {
    const query = { sort: '-createdDate', include: 'response', limit: PAGE_SIZE };
    const page =
      place === undefined
        ? await this.api.get(this.reviewsPath, query, signal, purpose)
        : await this.api.follow(place, signal, purpose);
    const included = includedOf(page);
    const reviews = listOf(page['data'], 'list of reviews').map((wire) => {
      const mention = parseReview(wire, included);
      return { mention, at: mention?.postedAt };
    });
    const next = textOf(wireOf(page['links'])['next']);
    return { reviews, ...(next !== undefined && { next }) };
  }
}

function includedOf(document: Wire): Wire[] {
  return document['included'] === undefined ? [] : listOf(document['included'], 'list of included objects');
}
