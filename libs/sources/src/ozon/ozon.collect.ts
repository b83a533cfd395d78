import { isFault } from '@heard/core';
import type { Cursor, Page } from '../source.js';
import type { OzonApi, OzonContext } from './ozon.api.js';
import { questionCalls, reviewCalls } from './ozon.lists.js';
import { OzonSection, SECTION_WORK, type SectionCursor } from './ozon.section.js';
import type { OzonSettings } from './ozon.settings.js';

/** Where the reviews and the questions stand, each with the threads below them. */
interface OzonCursor {
  readonly v: 2;
  readonly reviews: SectionCursor;
  readonly questions: SectionCursor;
  /** Ozon refused one of the two: it is not asked for until then. */
  readonly reviewsOffUntil?: string;
  readonly questionsOffUntil?: string;
}

type SectionName = 'reviews' | 'questions';

const DAY_MS = 86_400_000;
const NOTHING_READ: SectionCursor = { read: [], queue: [] };
/** What a plan or a role withholds: the rest goes on without it. */
const WITHHELD: ReadonlySet<string> = new Set(['plan_missing', 'permission_missing']);

/** Reads reviews and questions newest first, then the threads whose counter changed, then what is old; one call at a time. */
export class OzonCollector {
  private readonly sections: Readonly<Record<SectionName, OzonSection>>;

  constructor(
    api: OzonApi,
    private readonly context: Pick<OzonContext, 'clock'>,
    private readonly settings: OzonSettings,
  ) {
    const { clock } = context;
    const { backfillDays, shopName } = settings;
    this.sections = {
      reviews: new OzonSection(reviewCalls(api), clock, backfillDays),
      questions: new OzonSection(questionCalls(api, shopName), clock, backfillDays),
    };
  }

  collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    return this.read(openCursor(from), signal);
  }

  private async read(cursor: OzonCursor, signal: AbortSignal): Promise<Page> {
    const name = this.next(cursor) ?? 'reviews';
    try {
      const { cursor: after, ...read } = await this.sections[name].step(cursor[name], signal);
      return { ...read, ...this.goOn({ ...cursor, [name]: after }) };
    } catch (error) {
      const isAlone = this.heardOf(cursor).length < 2;
      if (isAlone || !isFault(error, 'disconnected') || !WITHHELD.has(error.code)) throw error;
      const until = new Date(this.now().getTime() + DAY_MS).toISOString();
      const without: OzonCursor = { ...cursor, [`${name}OffUntil`]: until };
      // The questions tell at once whether anything can be read at all.
      if (name === 'reviews') return { ...(await this.read(without, signal)), refused: true };
      return { mentions: [], ...this.goOn(without), refused: true };
    }
  }

  /** The section with the most urgent work; undefined when all is read. */
  private next(cursor: OzonCursor): SectionName | undefined {
    const names = this.heardOf(cursor);
    const urgencies = names.map((name) => SECTION_WORK.indexOf(this.sections[name].workOf(cursor[name])));
    const first = Math.min(...urgencies);
    return SECTION_WORK[first] === 'none' ? undefined : names[urgencies.indexOf(first)];
  }

  /** More at once, or the end of the round: the next one begins with the newest of each list. */
  private goOn(cursor: OzonCursor): Pick<Page, 'cursor' | 'more'> {
    const more = this.next(cursor) !== undefined;
    const { headReadAt: _reviews, ...reviews } = cursor.reviews;
    const { headReadAt: _questions, ...questions } = cursor.questions;
    return { cursor: (more ? { ...cursor } : { ...cursor, reviews, questions }) as unknown as Cursor, more };
  }

  /** The sections that are wanted and were not refused lately. */
  private heardOf(cursor: OzonCursor): readonly SectionName[] {
    const wanted = this.settings.questions ? (['reviews', 'questions'] as const) : (['reviews'] as const);
    return wanted.filter((name) => {
      const until = cursor[`${name}OffUntil`];
      return until === undefined || new Date(until) <= this.now();
    });
  }

  private now(): Date {
    return this.context.clock.now();
  }
}

function openCursor(from: Cursor | undefined): OzonCursor {
  if (from?.['v'] === 2) return from as unknown as OzonCursor;
  // Before questions were read the cursor was that of the reviews alone.
  const reviews = from?.['v'] === 1 ? earlier(from) : NOTHING_READ;
  return { v: 2, reviews, questions: NOTHING_READ };
}

function earlier(from: Cursor): SectionCursor {
  const { list, read, queue } = from as unknown as SectionCursor;
  return { list, read, queue };
}
