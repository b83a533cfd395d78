import type { Clock } from '@heard/core';
import type { SimAnswer, SimRequest } from '../sim-server.js';
import { countOf, textOf, wireOf, type Wire } from '../wire.js';
import { childWire, goodsCommentWire, shopReviewWire } from './rozetka.fake-wire.js';
import type { FakeComment, RozetkaWorld } from './rozetka.world.js';

/** How the API of the made-up marketplace behaves. */
export interface RozetkaFakeHabits {
  /** Entries a page, whatever is asked for; only tests want fewer. */
  readonly pageSize?: number;
  /** New answers of the shop wait for moderation. */
  readonly moderated?: boolean;
}

const PER_PAGE = 20;
const MOST_PER_PAGE = 50;

/** What the API of the made-up marketplace answers. */
export class RozetkaFakeApi {
  constructor(
    private readonly world: RozetkaWorld,
    private readonly clock: Clock,
    private readonly habits: RozetkaFakeHabits,
  ) {}

  get token(): string {
    return `sim-rozetka-session-${this.world.sessions}`;
  }

  nextId(): number {
    this.world.lastId += 1;
    return this.world.lastId;
  }

  answer(request: SimRequest): SimAnswer {
    const { method, path, headers } = request;
    const { access } = this.world;
    const inUkrainian = headers['content-language'] === 'uk';
    if (access === 'maintenance') return failed(5503, 'maintenance');
    if (method === 'POST' && path === '/sites') return this.logIn(wireOf(request.json));
    if (access === 'wrong_password' || headers.authorization !== `Bearer ${this.token}`) {
      const words = inUkrainian ? 'Сесія закінчилась' : 'session_expired';
      return failed(6001, `${words} ${headers.authorization ?? ''}`);
    }
    const isRefused =
      (access === 'shop_only' && request.path.startsWith('/item-comments')) ||
      (access === 'read_only' && method === 'POST');
    if (access === 'no_rights' || isRefused)
      return failed(1010, inUkrainian ? 'Доступ заборонено' : 'access_denied');
    const [, edge, id] = /^\/item-comments\/(child-comments\/)?(\d+)$/.exec(path) ?? [];
    if (method === 'GET' && id !== undefined) return this.comment(Number(id), edge !== undefined);
    switch (`${method} ${path}`) {
      case 'GET /market-reviews/search':
        return this.reviews(request);
      case 'GET /item-comments/search':
        return this.comments(request);
      case 'POST /market-review-replies/reply':
        return this.reply(wireOf(request.json));
      case 'POST /item-comments/create-comment':
        return this.createComment(wireOf(request.json));
    }
    return failed(5404, 'not_found');
  }

  private logIn({ username, password }: Wire): SimAnswer {
    const given = Buffer.from(textOf(password) ?? '', 'base64').toString();
    const isRight = username === this.world.username && given === this.world.password;
    if (!isRight || this.world.access === 'wrong_password') return failed(5401, 'invalid_credentials');
    this.world.sessions += 1;
    const market = { id: 1086, title: this.world.title };
    return done({ id: 111, access_token: this.token, permissions: ['correspondence'], roles: [], market });
  }

  private reviews(request: SimRequest): SimAnswer {
    const id = request.query.get('id');
    const all = this.world.reviews.filter((each) => !each.removed && (id === null || String(each.id) === id));
    return this.listed('marketReviews', all, shopReviewWire, request);
  }

  private comments(request: SimRequest): SimAnswer {
    const roots = this.world.comments.filter(({ parentId, removed }) => parentId === 0 && !removed);
    const withChildren = (request.query.get('expand') ?? '').split(',').includes('children');
    const wireOfRoot = (root: FakeComment): object => {
      const { children, ...wire } = goodsCommentWire(root, this.childrenOf(root.id));
      return withChildren ? { ...wire, children } : wire;
    };
    return this.listed('itemComments', roots, wireOfRoot, request);
  }

  private comment(id: number, children: boolean): SimAnswer {
    const found = this.world.comments.find((each) => each.id === id && each.parentId === 0 && !each.removed);
    if (found === undefined) return failed(5404, 'not_found');
    const below = this.childrenOf(id);
    // The newest first, as the real one shows them.
    return done(children ? { children: below.toReversed().map(childWire) } : goodsCommentWire(found, below));
  }

  private childrenOf(id: number): FakeComment[] {
    return this.world.comments.filter(({ parentId, removed }) => parentId === id && !removed);
  }

  private reply({ comment, market_review_id: id, order_id: orderId }: Wire): SimAnswer {
    const review = this.world.reviews.find((each) => each.id === id && !each.removed);
    if (review === undefined || review.orderId !== orderId) return failed(5404, 'not_found');
    const text = textOf(comment);
    if (text === undefined || review.reply?.userType === 1) return failed(1001, 'validation_error');
    const status = this.habits.moderated === true ? 2 : 4;
    review.reply = { id: this.nextId(), text, at: this.now(), status, userType: 1 };
    const ids = { id: review.reply.id, order_id: orderId, market_review_id: id };
    return done({ ...ids, type: null, comment: text, reason: null, status });
  }

  private createComment({ parent_id: parent, text, item_id: item }: Wire): SimAnswer {
    const root = this.world.comments.find(
      (each) => each.id === parent && each.parentId === 0 && !each.removed,
    );
    const words = textOf(text);
    if (root === undefined || countOf(item) === 0) return failed(5404, 'not_found');
    if (words === undefined) return failed(1001, 'validation_error');
    const status = this.habits.moderated === true ? 'unapproved' : 'active';
    const by = { author: this.world.title, byShop: true, type: root.type, mark: 0 };
    const at = this.now();
    const said = { text: words, dignity: '', shortcomings: '', at, changedAt: at, status } as const;
    const created = { id: this.nextId(), parentId: root.id, ...by, ...said, removed: false };
    this.world.comments.push(created);
    return done(childWire(created));
  }

  private listed<T extends { readonly id: number }>(
    name: string,
    all: readonly T[],
    wireOfEntry: (entry: T) => object,
    { query }: SimRequest,
  ): SimAnswer {
    const ordered = [...all].sort((a, b) => (query.get('sort') === '-id' ? b.id - a.id : a.id - b.id));
    const asked = Math.min(Number(query.get('pageSize') ?? PER_PAGE), MOST_PER_PAGE);
    const perPage = Math.min(asked, this.habits.pageSize ?? asked);
    const page = Number(query.get('page') ?? 1);
    const shown = ordered.slice((page - 1) * perPage, page * perPage);
    const pageCount = Math.ceil(all.length / perPage);
    const meta = { totalCount: all.length, pageCount, currentPage: page, perPage };
    return done({ [name]: shown.map(wireOfEntry), _meta: meta });
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

function done(content: object): SimAnswer {
  return { status: 200, json: { success: true, content } };
}

/** Rozetka says 200 to everything, and what went wrong in the body. */
function failed(code: number, message: string): SimAnswer {
  return { status: 200, json: { success: false, errors: { message, code, details: null } } };
}
