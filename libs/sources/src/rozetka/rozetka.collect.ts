import { Fault, type CollectedMention } from '@heard/core';
import { ReviewList, type ListedReview, type PageAsked, type ReviewPage } from '../review-list.js';
import type { Cursor, Page, WholeList } from '../source.js';
import { countOf, listOf, wireOf, type Wire } from '../wire.js';
import type { RozetkaApi, RozetkaContext } from './rozetka.api.js';
import { goodsCommentAt, parseGoodsThread, parseShopReview, shopReviewAt } from './rozetka.parse.js';
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
}

const HOUR_MS = 3_600_000;
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

  constructor(
    private readonly api: RozetkaApi,
    { clock }: Pick<RozetkaContext, 'clock'>,
    { backfillDays, reads }: RozetkaSettings,
  ) {
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
    const [name = 'shop', ...others] = cursor.open ?? this.names;
    this.answers = [];
    const page = await this.lists[name].collect(cursor.at[name], signal);
    const open = [...others, ...(page.more ? [name] : [])];
    const { whole, kept } = this.wholeOf(cursor, name, page.whole);
    const next: RozetkaCursor = {
      v: 1,
      at: { ...cursor.at, [name]: page.cursor },
      ...(open.length > 0 && { open }),
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
      reviews: wires.map((wire) => ({ mention: parseShopReview(wire), at: shopReviewAt(wire) })),
      next,
    };
  }

  private async readGoods(asked: PageAsked, signal: AbortSignal): Promise<ReviewPage> {
    const { content, next } = await this.page('/item-comments/search', { expand: 'children' }, asked, signal);
    const wires = listOf(content['itemComments'] ?? content['comments'], 'list of comments');
    const reviews = wires.map((wire): ListedReview => {
      const [mention, ...answers] = parseGoodsThread(wire);
      const at = goodsCommentAt(wire);
      if (at === undefined || at >= asked.from) this.answers.push(...answers);
      return { mention, at };
    });
    return { reviews, next };
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
