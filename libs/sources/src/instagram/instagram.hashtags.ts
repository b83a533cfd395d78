import { type Clock, type CollectedMention, type Fault, isFault } from '@heard/core';
import type { GraphApi } from '../graph-api.js';
import { hashOf, rememberTags } from '../watch-list.js';
import { listOf, textOf, wireOf } from '../wire.js';
import { type OwnAccount, parseMedia } from './instagram.parse.js';

/** How far the hashtags are read. */
export interface HashtagsState {
  /** The numbers that Instagram knows hashtags by; asked for once, since an account may ask for 30 in seven days. */
  readonly ids: Readonly<Record<string, string>>;
  /** The hashtags that are left in this round; absent between rounds. */
  readonly left?: readonly string[];
  readonly after?: string;
  readonly pages?: number;
  readonly dueAt?: string;
  /** What was handed over, so that it is not again. */
  readonly seen: Readonly<Record<string, string>>;
}

/** What one request brought. */
export interface HashtagStep {
  readonly mentions: readonly CollectedMention[];
  readonly state: HashtagsState;
  readonly refused?: true;
}

const MINUTE_MS = 60_000;
/** Instagram shows the last 24 hours. */
const EVERY_MS = 30 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
const PAGE_LIMIT = 50;
const MOST_PAGES = 10;
/** Nobody is named in these lists. */
const FIELDS = 'id,caption,media_type,permalink,timestamp,comments_count';

/** What is posted under hashtags, by anybody: of the last 24 hours, and not in order. */
export class InstagramHashtags {
  constructor(
    private readonly graph: GraphApi,
    private readonly own: OwnAccount,
    private readonly clock: Clock,
  ) {}

  /** The hashtags of a new round, when it is time for one. */
  begun(state: HashtagsState | undefined, hashtags: readonly string[]): HashtagsState | undefined {
    const { ids = {}, seen = {}, dueAt, left } = state ?? {};
    if (hashtags.length === 0) return undefined;
    if (left !== undefined || (dueAt !== undefined && new Date(dueAt) > this.clock.now())) return undefined;
    return { ids, seen, left: hashtags };
  }

  /** One request: a hashtag's number, or a page of what stands under it. */
  async step(state: HashtagsState, watched: ReadonlySet<string>, signal: AbortSignal): Promise<HashtagStep> {
    const [name] = state.left ?? [];
    if (name === undefined) return { mentions: [], state: this.rest(state, EVERY_MS) };
    try {
      const id = state.ids[name];
      return id === undefined
        ? { mentions: [], state: await this.find(state, name, signal) }
        : await this.read(state, id, watched, signal);
    } catch (error) {
      if (!isFault(error)) throw error;
      return this.without(state, error);
    }
  }

  private async find(state: HashtagsState, name: string, signal: AbortSignal): Promise<HashtagsState> {
    const { body } = await this.graph.get('ig_hashtag_search', { user_id: this.own.id, q: name }, signal);
    const id = textOf(wireOf(listOf(body['data'], 'list of hashtags')[0])['id']);
    return id === undefined ? this.next(state) : { ...state, ids: { ...state.ids, [name]: id } };
  }

  private async read(
    state: HashtagsState,
    id: string,
    watched: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<HashtagStep> {
    const query = { user_id: this.own.id, fields: FIELDS, limit: PAGE_LIMIT, after: state.after };
    const { body } = await this.graph.get(`${id}/recent_media`, query, signal);
    const media = listOf(body['data'], 'list of media')
      .map((wire) => parseMedia(wire, this.own, 'hashtag')?.mention)
      .filter((mention) => mention !== undefined)
      // Our own are heard with their comments.
      .filter(({ externalId }) => !watched.has(externalId));
    const mentions = media.filter((mention) => state.seen[mention.externalId] !== hashOf(mention));
    const seen = rememberTags(state.seen, mentions);
    const after = textOf(wireOf(wireOf(body['paging'])['cursors'])['after']);
    const pages = (state.pages ?? 0) + 1;
    // The mark for the next page may be the same on every page: the end is a page without anything new.
    const goesOn = after !== undefined && mentions.length > 0 && pages < MOST_PAGES;
    return { mentions, state: goesOn ? { ...state, seen, after, pages } : this.next({ ...state, seen }) };
  }

  /** A hashtag that cannot be read waits; what cannot be mended by waiting is told. */
  private without(state: HashtagsState, error: Fault): HashtagStep {
    if (error.kind === 'missing' || error.code === 'bad_request')
      return { mentions: [], state: this.next(state) };
    if (error.code === 'hashtags_spent') return { mentions: [], state: this.rest(state, DAY_MS) };
    if (error.code !== 'permission_missing') throw error;
    return { mentions: [], state: this.rest(state, DAY_MS), refused: true };
  }

  private next({ ids, seen, left = [] }: HashtagsState): HashtagsState {
    const rest = left.slice(1);
    return rest.length > 0 ? { ids, seen, left: rest } : this.rest({ ids, seen }, EVERY_MS);
  }

  private rest({ ids, seen }: HashtagsState, ms: number): HashtagsState {
    return { ids, seen, dueAt: new Date(this.clock.now().getTime() + ms).toISOString() };
  }
}
