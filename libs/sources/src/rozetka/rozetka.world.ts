/** A review of the made-up shop. */
export interface FakeShopReview {
  readonly id: number;
  readonly orderId: number;
  readonly author: string;
  vote: 'like' | 'middle' | 'dislike';
  text: string | null;
  readonly at: string;
  removed: boolean;
  reply?: {
    id: number;
    text: string;
    at: string;
    status: 1 | 2 | 3 | 4 | 5;
    userType: 1 | 2;
    reason?: string;
  };
}

/** A review of goods or a question about them, or an answer below one. */
export interface FakeComment {
  readonly id: number;
  readonly parentId: number;
  readonly author: string;
  readonly byShop: boolean;
  readonly type: 'comment' | 'question';
  readonly mark: number;
  text: string;
  readonly dignity: string;
  readonly shortcomings: string;
  readonly at: string;
  changedAt: string;
  status: 'active' | 'auto_activated' | 'unapproved' | 'locked';
  removed: boolean;
}

/** Everything the made-up marketplace holds; plain JSON. */
export interface RozetkaWorld {
  lastId: number;
  title: string;
  username: string;
  password: string;
  /** Sessions opened so far; only the newest lives. */
  sessions: number;
  access: 'open' | 'wrong_password' | 'no_rights' | 'shop_only' | 'read_only' | 'maintenance';
  reviews: FakeShopReview[];
  comments: FakeComment[];
}

/** A new review of the shop. */
export interface NewShopReview {
  readonly author?: string;
  readonly vote?: FakeShopReview['vote'];
  readonly text?: string;
  readonly at?: Date;
}

/** A new review of goods, question, or answer below one of them. */
export interface NewGoodsComment {
  readonly author?: string;
  readonly parentId?: number;
  readonly byShop?: boolean;
  readonly type?: FakeComment['type'];
  readonly mark?: number;
  readonly text?: string;
  readonly dignity?: string;
  readonly shortcomings?: string;
  readonly at?: Date;
}

/** A shop without reviews. */
export function emptyWorld(): RozetkaWorld {
  const login = { username: 'lantern-books', password: 'sim-пароль-1' };
  const lists = { reviews: [], comments: [] };
  return { lastId: 9000, title: 'Книгарня «Ліхтар»', ...login, sessions: 0, access: 'open', ...lists };
}
