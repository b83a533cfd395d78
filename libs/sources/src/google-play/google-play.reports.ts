import { type CollectedMention, type Clock, isFault } from '@heard/core';
import type { GoogleApi } from '../google-api.js';
import { columnsOf, parseReportRow, rowsOf } from './google-play.report.js';

/** A time that Google's list does not show any more, and how far its reports are read. */
export interface Gap {
  /** When the list was last read. */
  readonly from: string;
  /** The months of the reports that are left, as `202611`. */
  readonly months: readonly string[];
  /** How many bytes of the first of them are read, and what its columns are. */
  readonly offset?: number;
  readonly columns?: readonly string[];
  /** It is the turn of the reports, not of the list. */
  readonly now?: boolean;
  readonly restsUntil?: string;
}

/** What a step through the reports brought; without a gap all are read. */
export interface ReportStep {
  readonly mentions: readonly CollectedMention[];
  readonly gap?: Gap;
  readonly refused?: true;
}

const DAY_MS = 86_400_000;
const WINDOW_MS = 7 * DAY_MS;
const SOON_MS = 15 * 60_000;
const PIECE = 2 * 1024 * 1024;

/** The gap that an absence left; undefined where the list still shows all. */
export function gapSince(headAt: string | undefined, now: Date): Gap | undefined {
  if (headAt === undefined || now.getTime() - Date.parse(headAt) <= WINDOW_MS) return undefined;
  const months: string[] = [];
  const month = new Date(headAt.slice(0, 7));
  for (; month <= now; month.setUTCMonth(month.getUTCMonth() + 1))
    months.push(month.toISOString().slice(0, 7).replace('-', ''));
  return { from: headAt, months };
}

/** The monthly reports of an app's reviews, in the bucket that Google keeps for the developer. */
export class GooglePlayReports {
  constructor(
    private readonly storage: GoogleApi,
    private readonly app: { readonly bucket: string; readonly packageName: string },
    private readonly clock: Clock,
  ) {}

  /** Proves that the bucket can be read. */
  async check(signal: AbortSignal): Promise<void> {
    const query = { prefix: this.nameOf(''), maxResults: 1 };
    await this.storage.call(`${this.path}`, { method: 'GET', query }, signal);
  }

  /** One piece of one report. A report that cannot be had now waits, and the list goes on. */
  async read(gap: Gap, signal: AbortSignal): Promise<ReportStep> {
    const [month] = gap.months;
    if (month === undefined) return { mentions: [] };
    try {
      return await this.readPiece(gap, month, signal);
    } catch (error) {
      if (!isFault(error)) throw error;
      // A month in which nobody wrote has no report.
      if (error.kind === 'missing') return { mentions: [], ...next(gap) };
      const isForPerson = error.kind === 'disconnected';
      const restsUntil = new Date(
        this.clock.now().getTime() + (isForPerson ? DAY_MS : SOON_MS),
      ).toISOString();
      return {
        mentions: [],
        gap: { ...gap, now: false, restsUntil },
        ...(isForPerson && { refused: true as const }),
      };
    }
  }

  private async readPiece(gap: Gap, month: string, signal: AbortSignal): Promise<ReportStep> {
    const { offset = 0 } = gap;
    const path = `${this.path}/${encodeURIComponent(this.nameOf(`${month}.csv`))}`;
    const { bytes, total } = await this.storage.piece(
      path,
      { alt: 'media' },
      { offset, length: PIECE },
      signal,
    );
    const isLast = offset + bytes.length >= total;
    const piece = rowsOf(bytes, isLast);
    const [first, ...others] = piece.rows;
    const columns = gap.columns ?? columnsOf(first);
    const rows = gap.columns === undefined ? others : piece.rows;
    const mentions = rows
      .map((cells) => parseReportRow(columns, cells, this.app.packageName))
      .filter((mention) => mention !== undefined)
      .filter(({ postedAt }) => this.isMissed(postedAt, gap));
    // A row that is longer than a piece is not one.
    if (isLast || piece.bytes === 0) return { mentions, ...next(gap) };
    return { mentions, gap: { ...gap, columns, offset: offset + piece.bytes } };
  }

  /** What the list shows by itself is left to it: it is newer there. */
  private isMissed(postedAt: Date | undefined, { from }: Gap): boolean {
    const at = postedAt?.getTime() ?? 0;
    return at >= Date.parse(from) - DAY_MS && at < this.clock.now().getTime() - WINDOW_MS + DAY_MS;
  }

  private get path(): string {
    return `storage/v1/b/${this.app.bucket}/o`;
  }

  private nameOf(rest: string): string {
    return `reviews/reviews_${this.app.packageName}_${rest}`;
  }
}

function next({ from, months, now }: Gap): { readonly gap?: Gap } {
  const rest = months.slice(1);
  return rest.length === 0 ? {} : { gap: { from, months: rest, now } };
}
