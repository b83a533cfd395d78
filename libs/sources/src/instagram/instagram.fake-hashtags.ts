import { graphError, newestFirst } from '../graph-sim.js';
import type { SimAnswer, SimRequest } from '../sim-server.js';
import type { FakeAccount, FakeMedia, InstagramWorld } from './instagram.world.js';

const DAY_MS = 86_400_000;
const MOST_IN_A_WEEK = 30;
/** What lists under hashtags never show. */
const HIDDEN = new Set(['username', 'owner']);

/** The hashtag side of the made-up Instagram: 30 in seven days, and media of the last 24 hours. */
export class HashtagsSim {
  isClosed = false;
  private readonly names: string[] = [];

  constructor(
    private readonly behind: { readonly now: Date; readonly world: InstagramWorld },
    private readonly pageSize: number,
  ) {}

  answer(
    request: SimRequest,
    account: FakeAccount,
    [object = '', edge]: readonly (string | undefined)[],
    wire: (media: FakeMedia) => Record<string, unknown>,
  ): SimAnswer | undefined {
    const isOurs =
      object === 'ig_hashtag_search' || edge === 'recent_media' || edge === 'recently_searched_hashtags';
    if (!isOurs) return undefined;
    if (this.isClosed || account.flavour !== 'facebook')
      return graphError(403, 10, 'This needs the feature Instagram Public Content Access');
    if (edge === 'recently_searched_hashtags') return { status: 200, json: { data: [] } };
    if (request.query.get('user_id') !== account.id) return graphError(400, 100, 'user_id is required');
    if (object === 'ig_hashtag_search') return this.search(account, request.query.get('q') ?? '');
    const name = this.names[Number(object) - 17_840_001];
    if (name === undefined) return graphError(400, 100, `Object with ID '${object}' does not exist`, 33);
    return this.recent(request, name, wire);
  }

  private search(account: FakeAccount, name: string): SimAnswer {
    const now = this.behind.now.getTime();
    const week = (account.searched ?? []).filter(({ at }) => Date.parse(at) > now - 7 * DAY_MS);
    const isKnown = week.some((each) => each.name === name);
    if (!isKnown && week.length >= MOST_IN_A_WEEK)
      return graphError(400, 18, 'You have queried too many hashtags in the last 7 days');
    account.searched = isKnown ? week : [...week, { name, at: this.behind.now.toISOString() }];
    if (!this.names.includes(name)) this.names.push(name);
    return { status: 200, json: { data: [{ id: String(17_840_001 + this.names.indexOf(name)) }] } };
  }

  private recent(
    { query }: SimRequest,
    name: string,
    wire: (media: FakeMedia) => Record<string, unknown>,
  ): SimAnswer {
    const fields = (query.get('fields') ?? 'id').split(',');
    const closed = fields.find((field) => HIDDEN.has(field));
    if (closed !== undefined)
      return graphError(400, 100, `(#100) Tried accessing nonexisting field (${closed})`);
    const since = this.behind.now.getTime() - DAY_MS;
    const all = newestFirst(this.behind.world.media).filter(
      ({ removed, text, at }) =>
        !removed && Date.parse(at) > since && text.toLowerCase().split(/\s+/u).includes(`#${name}`),
    );
    const offset = Number(query.get('after') ?? 0);
    const shown = all.slice(offset, offset + Math.min(this.pageSize, Number(query.get('limit') ?? 25)));
    const data = shown.map((media) =>
      Object.fromEntries(Object.entries(wire(media)).filter(([key]) => fields.includes(key))),
    );
    const end = offset + shown.length;
    return {
      status: 200,
      json: { data, paging: shown.length > 0 ? { cursors: { after: String(end) } } : {} },
    };
  }
}
