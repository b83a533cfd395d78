import { Fault, isFault, type Clock, type CollectedMention } from '@heard/core';
import { ReviewList, type ListedReview, type PageAsked, type ReviewPage } from '../review-list.js';
import type { Cursor, Page, WholeList } from '../source.js';
import { countOf, listOf, wireOf, type Wire } from '../wire.js';
import type { RozetkaApi, RozetkaContext } from './rozetka.api.js';
import { goodsCommentAt, parseGoodsThread, parseShopThread, shopReviewAt } from './rozetka.parse.js';
import type { RozetkaSettings } from './rozetka.settings.js';

type ListName = 'shop' | 'goods';

/** A list that was read whole, while the other one is still to be. */
interface KeptWhole {
  readonly from: string;
  readonly startedAt: string;
}

/** Where the two lists stand. */
interface RozetkaCursor {
  readonly v: 1;
  readonly at: Readonly<Partial<Record<ListName, Cursor>>>;
  /** The lists of this round that are still to be read; their turns alternate. */
  readonly open?: readonly ListName[];
  readonly whole?: Readonly<Partial<Record<ListName, KeptWhole>>>;
  /** A list was refused: it is not asked for until then. */
  readonly offUntil?: Readonly<Partial<Record<ListName, string>>>;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PAGE_SIZE = 50;
const LISTS: Readonly<Record<RozetkaSettings['reads'], readonly ListName[]>> = {
  all: ['shop', 'goods'],
  shop: ['shop'],
  goods: ['goods'],
};

/** Reads reviews of the shop and comments on its goods by turns, so that neither waits for the other. */
export class RozetkaCollector {
  private readonly lists: Readonly<Record<ListName, ReviewList>>;
  private readonly names: readonly ListName[];
  /** Answers below comments of the page that was just read; they are no entries of the list. */
  private answers: CollectedMention[] = [];
  private readonly clock: Clock;

  constructor(
    private readonly api: RozetkaApi,
    { clock }: Pick<RozetkaContext, 'clock'>,
    { backfillDays, reads }: RozetkaSettings,
  ) {
    this.clock = clock;
    this.names = LISTS[reads];
    const often = { overlapMs: 48 * HOUR_MS, deepEveryMs: 6 * HOUR_MS, deepDays: 60 };
    const habits = { backfillDays, ...often, tellsDeletions: true };
    this.lists = {
      shop: new ReviewList(habits, clock, (asked, signal) => this.readShop(asked, signal)),
      goods: new ReviewList(habits, clock, (asked, signal) => this.readGoods(asked, signal)),
    };
  }

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    const cursor: RozetkaCursor = from?.['v'] === 1 ? (from as unknown as RozetkaCursor) : { v: 1, at: {} };
    const readable = this.readable(cursor);
    const open = cursor.open?.filter((each) => readable.includes(each)) ?? [];
    const [name = 'shop', ...others] = open.length > 0 ? open : readable;
    try {
      return await this.step(cursor, name, others, signal);
    } catch (error) {
      const isRefused = isFault(error, 'disconnected') && error.code === 'permission_missing';
      if (!isRefused || readable.length < 2) throw error;
      // A manager may be let into one of the lists only.
      const until = new Date(this.clock.now().getTime() + DAY_MS).toISOString();
      const { open: _, ...rest } = cursor;
      const without = { ...rest, offUntil: { ...cursor.offUntil, [name]: until } };
      if (others.length === 0)
        return { mentions: [], cursor: without as unknown as Cursor, more: false, refused: true };
      const next = { ...without, open: others } as unknown as Cursor;
      return { ...(await this.collect(next, signal)), refused: true };
    }
  }

  /** The lists that were not refused lately; all of them when all were. */
  private readable({ offUntil = {} }: RozetkaCursor): readonly ListName[] {
    const now = this.clock.now().toISOString();
    const left = this.names.filter((name) => (offUntil[name] ?? '') <= now);
    return left.length > 0 ? left : this.names;
  }

  private async step(
    cursor: RozetkaCursor,
    name: ListName,
    others: readonly ListName[],
    signal: AbortSignal,
  ): Promise<Page> {
    this.answers = [];
    const page = await this.lists[name].collect(cursor.at[name], signal);
    const open = [...others, ...(page.more ? [name] : [])];
    const { whole, kept } = this.wholeOf(cursor, name, page.whole);
    const { offUntil } = cursor;
    const next: RozetkaCursor = {
      v: 1,
      at: { ...cursor.at, [name]: page.cursor },
      ...(open.length > 0 && { open }),
      ...(offUntil && { offUntil }),
      whole: kept,
    };
    return {
      mentions: [...page.mentions, ...this.answers],
      cursor: next as unknown as Cursor,
      more: open.length > 0,
      ...(whole && { whole: [whole] }),
    };
  }

  /** What is missing is missing in the source as a whole: nothing is said of it before all lists were read. */
  private wholeOf(
    { whole = {} }: RozetkaCursor,
    name: ListName,
    [read]: readonly WholeList[] = [],
  ): { whole?: WholeList; kept: NonNullable<RozetkaCursor['whole']> } {
    if (read === undefined) return { kept: whole };
    const own = { from: (read.from ?? new Date(0)).toISOString(), startedAt: read.startedAt.toISOString() };
    const kept = { ...whole, [name]: own };
    const all = this.names.flatMap((each) => kept[each] ?? []);
    if (all.length < this.names.length) return { kept };
    const from =
      all
        .map((each) => each.from)
        .sort()
        .at(-1) ?? own.from;
    const startedAt = all.map((each) => each.startedAt).sort()[0] ?? own.startedAt;
    return { whole: { from: new Date(from), startedAt: new Date(startedAt) }, kept: {} };
  }

  private async readShop(asked: PageAsked, signal: AbortSignal): Promise<ReviewPage> {
    const { content, next } = await this.page('/market-reviews/search', {}, asked, signal);
    const wires = listOf(content['marketReviews'], 'list of reviews');
    return {
      reviews: wires.map((wire) => this.entry(parseShopThread(wire), shopReviewAt(wire), asked)),
      next,
    };
  }

  private async readGoods(asked: PageAsked, signal: AbortSignal): Promise<ReviewPage> {
    const { content, next } = await this.page('/item-comments/search', { expand: 'children' }, asked, signal);
    const wires = listOf(content['itemComments'] ?? content['comments'], 'list of comments');
    return {
      reviews: wires.map((wire) => this.entry(parseGoodsThread(wire), goodsCommentAt(wire), asked)),
      next,
    };
  }

  private entry(
    [mention, ...answers]: readonly CollectedMention[],
    at: Date | undefined,
    { from }: PageAsked,
  ): ListedReview {
    if (at === undefined || at >= from) this.answers.push(...answers);
    return { mention, at };
  }

  private async page(
    path: string,
    query: Readonly<Record<string, string>>,
    { place, purpose }: PageAsked,
    signal: AbortSignal,
  ): Promise<{ content: Wire; next?: string }> {
    const [page = 1, total = 0] = (place ?? '1').split('/').map(Number);
    const asked = { ...query, page, pageSize: PAGE_SIZE, sort: '-id' };
    const content = await this.api.call('GET', path, { query: asked, purpose }, signal);
    const meta = wireOf(content['_meta']);
    const totalNow = countOf(meta['totalCount']);
    // Pages are numbered: when something went, what followed it has moved up, and may have been passed over.
    if (totalNow < total) throw new Fault('bug', 'The list has moved', { code: 'bad_request' });
    const isLast = page >= countOf(meta['pageCount']);
    return { content, ...(!isLast && { next: `${page + 1}/${totalNow}` }) };
  }
}
