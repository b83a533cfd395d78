/** A comment below a review. */
export interface FakeComment {
  readonly id: string;
  readonly parentId?: string;
  readonly author: { readonly type: 'USER' | 'BUSINESS'; readonly name: string };
  text: string;
  readonly at: string;
  status: 'PUBLISHED' | 'UNMODERATED' | 'BANNED' | 'DELETED';
}

/** A review of the made-up market. */
export interface FakeReview {
  readonly id: string;
  readonly author?: string;
  rating: number;
  comment?: string;
  readonly advantages?: string;
  readonly disadvantages?: string;
  readonly at: string;
  needReaction: boolean;
  removed: boolean;
  readonly comments: FakeComment[];
}

/** Everything the made-up market holds; plain JSON. */
export interface YandexMarketWorld {
  /** Beyond 2^53, as the ids of the real one may be. */
  lastId: string;
  title: string;
  businessId: string;
  apiKey: string;
  notificationSecret: string;
  scopes: readonly string[];
  access: 'open' | 'expired';
  /** In order of publication. */
  reviews: FakeReview[];
}

/** A new review; without words a bare rating. */
export interface NewReview {
  readonly author?: string;
  readonly rating: number;
  readonly comment?: string;
  readonly advantages?: string;
  readonly disadvantages?: string;
  /** When it was written; it is published now. */
  readonly at?: Date;
}

/** A new comment of a customer, or of the shop when `byShop`. */
export interface NewComment {
  readonly reviewId: string;
  readonly parentId?: string;
  readonly author?: string;
  readonly byShop?: boolean;
  readonly text: string;
}

/** A cabinet without reviews. */
export function emptyWorld(): YandexMarketWorld {
  return {
    lastId: '9007199254741992',
    title: 'Книжная лавка «Фонарь»',
    businessId: '4400',
    apiKey: 'ACMA:sim-api-key:0a1b2c3d',
    notificationSecret: 'sim-notification-secret',
    scopes: ['COMMUNICATION'],
    access: 'open',
    reviews: [],
  };
}
