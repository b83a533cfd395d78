import { Fault, isFault } from '@heard/core';
import { GoogleApi, type GoogleContext } from '../google-api.js';
import { byServiceAccount } from '../google-grants.js';
import { ReviewList, type PageAsked, type ReviewPage } from '../review-list.js';
import type { CheckResult, Cursor, Page, ReplyTarget, SeenReply, Source } from '../source.js';
import { isToSend } from '../standing-reply.js';
import { listOf, textOf, wireOf, type Wire } from '../wire.js';
import { GOOGLE_PLAY_WORDS, REPORTS, whenAnswering, whenListing } from './google-play.faults.js';
import { changedAt, parseReply, parseReview } from './google-play.parse.js';
import { type Gap, gapSince, GooglePlayReports } from './google-play.reports.js';
import type { GooglePlaySettings } from './google-play.settings.js';

const SCOPE = 'https://www.googleapis.com/auth/androidpublisher';
const REPORTS_SCOPE = 'https://www.googleapis.com/auth/devstorage.read_only';
const HOUR_MS = 3_600_000;
/** Google lists what was written or changed within a week; a day more, for clocks. */
const WINDOW_DAYS = 8;
const PAGE_SIZE = 100;
/** The longest answer Google takes. */
export const MAX_ANSWER_CHARACTERS = 350;

/** The reviews of one app of Google Play. */
export class GooglePlaySource implements Source {
  private readonly api: GoogleApi;
  private readonly list: ReviewList;
  private readonly reviewsPath: string;
  private readonly reports?: GooglePlayReports;

  constructor(
    private readonly settings: GooglePlaySettings,
    private readonly context: GoogleContext & { readonly storageUrl: string },
  ) {
    const grant = byServiceAccount(settings.account, SCOPE);
    this.api = new GoogleApi({ grant, words: GOOGLE_PLAY_WORDS }, context);
    const { account, packageName, reportsBucket: bucket } = settings;
    if (bucket !== undefined) {
      const access = { grant: byServiceAccount(account, REPORTS_SCOPE), words: GOOGLE_PLAY_WORDS };
      const storage = new GoogleApi(access, { ...context, baseUrl: context.storageUrl });
      this.reports = new GooglePlayReports(storage, { bucket, packageName }, context.clock);
    }
    this.reviewsPath = `androidpublisher/v3/applications/${settings.packageName}/reviews`;
    // An edited review comes to the top by itself. One that is not listed any more may be just a week old.
    const habits = {
      backfillDays: WINDOW_DAYS,
      overlapMs: HOUR_MS,
      deepEveryMs: 6 * HOUR_MS,
      deepDays: WINDOW_DAYS,
      tellsDeletions: false,
      pace: context.pace,
    };
    this.list = new ReviewList(habits, context.clock, (asked, signal) => this.readPage(asked, signal));
  }

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    const { gap: known, ...list } = (from ?? {}) as Cursor & { readonly gap?: Gap };
    const now = this.context.clock.now();
    const gap = this.reports && (known ?? gapSince(textOf(list['headAt']), now));
    if (this.reports && gap?.now === true) {
      const { mentions, gap: left, refused } = await this.reports.read(gap, signal);
      const cursor = { ...list, ...(left && { gap: left }) };
      return { mentions, cursor, more: left?.now === true, ...(refused && { refused }) };
    }
    const page = await this.listed(from && list, signal);
    if (gap === undefined) return page;
    // What is new goes first; then what the list does not show any more.
    const isTurn = !page.more && (gap.restsUntil === undefined || new Date(gap.restsUntil) <= now);
    return { ...page, cursor: { ...page.cursor, gap: { ...gap, now: isTurn } }, more: page.more || isTurn };
  }

  private async listed(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    try {
      return await this.list.collect(from, signal);
    } catch (error) {
      throw isFault(error) ? whenListing(error) : error;
    }
  }

  async check(signal: AbortSignal): Promise<CheckResult> {
    try {
      await this.api.call(this.reviewsPath, { method: 'GET', query: { maxResults: 1 } }, signal);
    } catch (error) {
      if (!isFault(error, 'disconnected', 'missing', 'bug')) throw error;
      const fault = whenListing(error);
      return { ok: false, missing: fault.missing ?? [fault.message] };
    }
    try {
      await this.reports?.check(signal);
      return { ok: true };
    } catch (error) {
      if (!isFault(error, 'disconnected', 'missing', 'bug')) throw error;
      return { ok: false, missing: [REPORTS] };
    }
  }

  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    if (text.length > MAX_ANSWER_CHARACTERS) {
      const message = `Google Play takes answers of up to ${MAX_ANSWER_CHARACTERS} characters; this one has ${text.length}`;
      throw new Fault('rejected', message, { code: 'too_long' });
    }
    // A review has one answer, and a new one replaces it: nobody's words are overwritten unseen.
    const standing = parseReply(await this.review(to, signal));
    if (isToSend(standing, text, to.instead)) await this.post(to, text, signal);
    return { externalId: `${to.externalId}/reply` };
  }

  /** A review has at most one answer, so equal words are ours whenever they were written. */
  async findReply(
    to: ReplyTarget,
    text: string,
    _since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    const standing = parseReply(await this.review(to, signal));
    if (standing === undefined || standing.text.trim() !== text.trim()) return undefined;
    return { externalId: `${to.externalId}/reply`, state: 'visible' };
  }

  private async post(to: ReplyTarget, text: string, signal: AbortSignal): Promise<void> {
    try {
      const path = `${this.pathOf(to)}:reply`;
      const answer = await this.api.call(path, { method: 'POST', json: { replyText: text } }, signal);
      if (textOf(wireOf(answer['result'])['replyText']) === undefined)
        throw new Fault('unavailable', 'Google Play did not confirm the answer', {
          code: 'unexpected_shape',
        });
    } catch (error) {
      throw isFault(error) ? whenAnswering(error) : error;
    }
  }

  private review(to: ReplyTarget, signal: AbortSignal): Promise<Wire> {
    return this.api.call(this.pathOf(to), { method: 'GET' }, signal);
  }

  private pathOf(to: ReplyTarget): string {
    return `${this.reviewsPath}/${encodeURIComponent(to.externalId)}`;
  }

  private async readPage({ place, purpose }: PageAsked, signal: AbortSignal): Promise<ReviewPage> {
    const query = { maxResults: PAGE_SIZE, token: place };
    const body = await this.api.call(this.reviewsPath, { method: 'GET', query, purpose }, signal);
    // Google leaves an empty list out.
    const wires = body['reviews'] === undefined ? [] : listOf(body['reviews'], 'list of reviews');
    const reviews = wires.map((wire) => ({
      mention: parseReview(wire, this.settings.packageName),
      at: changedAt(wire),
    }));
    const next = textOf(wireOf(body['tokenPagination'])['nextPageToken']);
    return { reviews, ...(next !== undefined && { next }) };
  }
}
