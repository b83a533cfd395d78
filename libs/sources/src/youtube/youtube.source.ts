import { Fault, isFault } from '@heard/core';
import type { CallPace } from '../budgeted-http.js';
import { GoogleApi, type GoogleContext } from '../google-api.js';
import { byRefreshToken } from '../google-grants.js';
import type { CheckResult, Cursor, Page, ReplyTarget, SeenReply, Source } from '../source.js';
import { listOf, textOf } from '../wire.js';
import { heldQuery, YoutubeCollector } from './youtube.collect.js';
import { openCursor } from './youtube.cursor.js';
import {
  keyCannotAnswer,
  OWNER,
  whenAnswering,
  whenListing,
  youtubeFault,
  YOUTUBE_WORDS,
} from './youtube.faults.js';
import { parseReply } from './youtube.parse.js';
import type { YoutubeSettings } from './youtube.settings.js';

/** What the calls need of the process. */
export interface YoutubeContext extends GoogleContext {
  /** How many calls there are for; absent where nobody counts them. */
  readonly pace?: CallPace;
  /** Entries a page; 100 unless a test wants fewer. */
  readonly pageSize?: number;
}

/** The longest comment YouTube takes. */
export const MAX_ANSWER_CHARACTERS = 10_000;
const PAGE_SIZE = 100;
const CLOCK_SLACK_MS = 60_000;
/** The furthest to look for our own answer: 1,000 replies. */
const MAX_PAGES = 10;

/** The comments under the videos of one channel of YouTube. */
export class YoutubeSource implements Source {
  private readonly api: GoogleApi;
  private readonly pageSize: number;

  constructor(
    private readonly settings: YoutubeSettings,
    private readonly context: YoutubeContext,
  ) {
    const { consent, apiKey } = settings;
    const grant = consent && byRefreshToken(consent);
    this.pageSize = context.pageSize ?? PAGE_SIZE;
    this.api = new GoogleApi({ grant, apiKey, words: YOUTUBE_WORDS, judge: youtubeFault }, context);
  }

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    const { channelId, backfillDays } = this.settings;
    const isOwner = this.settings.consent !== undefined;
    const habits = { channelId, backfillDays, isOwner, pageSize: this.pageSize, pace: this.context.pace };
    const collector = new YoutubeCollector(this.api, habits, this.context.clock);
    const cursor = openCursor(from, this.context.clock.now(), backfillDays);
    const { cursor: after, ...page } = await collector.step(cursor, signal);
    return { ...page, cursor: { ...after } };
  }

  async check(signal: AbortSignal): Promise<CheckResult> {
    const query = {
      part: 'snippet',
      allThreadsRelatedToChannelId: this.settings.channelId,
      ...{ order: 'time', maxResults: 1, textFormat: 'plainText' },
    };
    try {
      await this.api.call('youtube/v3/commentThreads', { method: 'GET', query }, signal);
      return this.settings.consent === undefined ? { ok: true } : await this.checkHeld(signal);
    } catch (error) {
      if (!isFault(error, 'disconnected', 'missing', 'bug', 'rejected')) throw error;
      const fault = whenListing(error);
      return { ok: false, missing: fault.missing ?? [fault.message] };
    }
  }

  /** Whoever consented may be somebody else than the channel's owner. */
  private async checkHeld(signal: AbortSignal): Promise<CheckResult> {
    const query = heldQuery({ channelId: this.settings.channelId, pageSize: 1 });
    try {
      await this.api.call('youtube/v3/commentThreads', { method: 'GET', query }, signal);
      return { ok: true };
    } catch (error) {
      if (!isFault(error) || error.code !== 'permission_missing') throw error;
      return { ok: false, missing: [OWNER] };
    }
  }

  /** A reply to a reply stands under the comment too. */
  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    if (this.settings.consent === undefined) throw keyCannotAnswer();
    if ([...text].length > MAX_ANSWER_CHARACTERS) {
      const message = `YouTube takes comments of up to ${MAX_ANSWER_CHARACTERS} characters`;
      throw new Fault('rejected', message, { code: 'too_long' });
    }
    const json = { snippet: { parentId: threadOf(to), textOriginal: text } };
    try {
      const call = { method: 'POST', query: { part: 'snippet' }, json } as const;
      const id = textOf((await this.api.call('youtube/v3/comments', call, signal))['id']);
      if (id === undefined)
        throw new Fault('unavailable', 'YouTube took the answer but told no id', {
          code: 'unexpected_shape',
        });
      return { externalId: id };
    } catch (error) {
      throw isFault(error) ? whenAnswering(error) : error;
    }
  }

  async findReply(
    to: ReplyTarget,
    text: string,
    since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    const parentId = threadOf(to);
    const from = new Date(since.getTime() - CLOCK_SLACK_MS);
    let pageToken: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const query = {
        part: 'snippet',
        parentId,
        maxResults: this.pageSize,
        pageToken,
        textFormat: 'plainText',
      };
      const body = await this.api.call('youtube/v3/comments', { method: 'GET', query }, signal);
      const ours = listOf(body['items'], 'list of replies')
        .map((wire) => parseReply(wire, parentId, this.settings.channelId))
        .find(
          (reply) =>
            reply?.author.isBrand === true &&
            plain(reply.text) === plain(text) &&
            (reply.postedAt === undefined || reply.postedAt >= from),
        );
      if (ours !== undefined) {
        const isHeld = ours.platformState === 'hidden';
        return { externalId: ours.externalId, state: isHeld ? 'pending' : 'visible' };
      }
      pageToken = textOf(body['nextPageToken']);
      if (pageToken === undefined) return undefined;
    }
    return undefined;
  }
}

function threadOf(to: ReplyTarget): string {
  return to.kind === 'reply' ? (to.rootExternalId ?? to.parentExternalId ?? to.externalId) : to.externalId;
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
