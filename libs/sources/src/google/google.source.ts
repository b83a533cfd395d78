import { Fault, isFault } from '@heard/core';
import type { CheckResult, Cursor, Page, ReplyTarget, SeenReply, Source } from '../source.js';
import { dateOf, listOf, textOf, type Wire } from '../wire.js';
import { GoogleApi, type GoogleContext } from './google.api.js';
import { parseReply, parseReview } from './google.parse.js';
import type { GoogleSettings } from './google.settings.js';

/** Where the list of reviews stands: newest change first, down to the checkpoint. */
interface GoogleCursor {
  readonly v: 1;
  /** Nothing changed before is handed over. */
  readonly floorAt: string;
  /** The newest change seen, by Google's clock, in the last whole round. */
  readonly checkpointAt?: string;
  /** When the list was last read down to the floor. */
  readonly wholeReadAt?: string;
  readonly step: {
    readonly whole: boolean;
    readonly pageToken?: string;
    readonly newestAt?: string;
    readonly restarts?: number;
  };
}

const DAY_MS = 86_400_000;
const OVERLAP_MS = 10 * 60_000;
/** A week: finds what a deletion between pages may have hidden. */
const WHOLE_READ_EVERY_MS = 7 * DAY_MS;
const PAGE_SIZE = 50;
const MAX_RESTARTS = 3;
const MAX_REPLY_BYTES = 4096;

/** The reviews of one location of a Google Business Profile. */
export class GoogleSource implements Source {
  private readonly api: GoogleApi;

  constructor(
    private readonly settings: GoogleSettings,
    private readonly context: GoogleContext,
  ) {
    this.api = new GoogleApi(settings, context);
  }

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    const cursor = this.openCursor(from);
    try {
      return await this.readPage(cursor, signal);
    } catch (error) {
      if (isFault(error, 'missing')) throw locationGone(error);
      const { pageToken, restarts = 0, whole } = cursor.step;
      const isStale = isFault(error, 'bug') && error.code === 'bad_request' && pageToken !== undefined;
      if (!isStale) throw error;
      const goesOn = restarts < MAX_RESTARTS;
      const step = { whole, ...(goesOn && { restarts: restarts + 1 }) };
      return { mentions: [], cursor: { ...cursor, step }, more: goesOn };
    }
  }

  async check(signal: AbortSignal): Promise<CheckResult> {
    try {
      await this.api.call('GET', 'reviews', { query: { pageSize: 1 } }, signal);
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
    if (standing !== undefined && standing.text.trim() !== text.trim()) {
      throw new Fault('rejected', 'The review already has another answer', { code: 'reply_exists' });
    }
    if (standing === undefined)
      await this.api.call('PUT', `${pathOf(to)}/reply`, { json: { comment: text } }, signal);
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

  private review(to: ReplyTarget, signal: AbortSignal): Promise<Wire> {
    return this.api.call('GET', pathOf(to), {}, signal);
  }

  private async readPage(cursor: GoogleCursor, signal: AbortSignal): Promise<Page> {
    const { pageToken, whole } = cursor.step;
    const query = { pageSize: PAGE_SIZE, orderBy: 'updateTime desc', pageToken };
    const body = await this.api.call('GET', 'reviews', { query }, signal);
    // Google leaves an empty list out.
    const wires = body['reviews'] === undefined ? [] : listOf(body['reviews'], 'list of reviews');
    const floor = whole ? cursor.floorAt : overlapped(cursor);
    const isOld = (wire: Wire): boolean => (changedAt(wire) ?? floor) < floor;
    const mentions = wires
      .filter((wire) => !isOld(wire))
      .map(parseReview)
      .filter((mention) => mention !== undefined);
    const newestAt = [cursor.step.newestAt, ...wires.map(changedAt)]
      .filter((at) => at !== undefined)
      .sort()
      .at(-1);
    const next = textOf(body['nextPageToken']);
    if (next !== undefined && next !== pageToken && !wires.some(isOld)) {
      return {
        mentions,
        cursor: { ...cursor, step: { ...cursor.step, pageToken: next, newestAt } },
        more: true,
      };
    }
    const wholeReadAt = whole ? this.context.clock.now().toISOString() : cursor.wholeReadAt;
    const checkpointAt = newestAt ?? cursor.checkpointAt;
    return {
      mentions,
      cursor: { ...cursor, wholeReadAt, checkpointAt, step: { whole: false } },
      more: false,
    };
  }

  private openCursor(from: Cursor | undefined): GoogleCursor {
    const now = this.context.clock.now();
    if (from?.['v'] !== 1) {
      const floorAt = new Date(now.getTime() - this.settings.backfillDays * DAY_MS).toISOString();
      return { v: 1, floorAt, step: { whole: true } };
    }
    const cursor = from as unknown as GoogleCursor;
    const isStarting = cursor.step.pageToken === undefined && cursor.step.restarts === undefined;
    const isDue = now.getTime() - Date.parse(cursor.wholeReadAt ?? cursor.floorAt) >= WHOLE_READ_EVERY_MS;
    return isStarting && isDue ? { ...cursor, step: { whole: true } } : cursor;
  }
}

function overlapped({ checkpointAt, floorAt }: GoogleCursor): string {
  if (checkpointAt === undefined) return floorAt;
  const back = new Date(Date.parse(checkpointAt) - OVERLAP_MS).toISOString();
  return back > floorAt ? back : floorAt;
}

function changedAt(wire: Wire): string | undefined {
  return dateOf(wire['updateTime'] ?? wire['createTime'])?.toISOString();
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
