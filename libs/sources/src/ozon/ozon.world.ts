/** A comment below a review of the made-up marketplace. */
export interface FakeComment {
  readonly id: string;
  readonly parentId?: string;
  readonly byShop: boolean;
  readonly text: string;
  readonly at: string;
  state: 'published' | 'moderated' | 'rejected' | 'deleted';
  reason?: string;
}

/** A review of the made-up marketplace. */
export interface FakeReview {
  readonly id: string;
  rating: number;
  text: string;
  readonly at: string;
  status: 'UNPROCESSED' | 'PROCESSED';
  removed: boolean;
  readonly comments: FakeComment[];
}

/** A question about goods of the made-up marketplace. */
export interface FakeQuestion {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly at: string;
  status: 'NEW' | 'PROCESSED';
  removed: boolean;
  readonly answers: {
    readonly id: string;
    readonly author: string;
    readonly text: string;
    readonly at: string;
  }[];
}

/** Everything the made-up marketplace holds; plain JSON. */
export interface OzonWorld {
  lastId: number;
  title: string;
  clientId: string;
  apiKey: string;
  keyExpiresAt: string;
  roles: readonly ('Admin' | 'Review' | 'Review read only' | 'Questions' | 'Product')[];
  access: 'open' | 'expired' | 'no_plan' | 'no_review_plan' | 'no_question_plan';
  reviews: FakeReview[];
  questions: FakeQuestion[];
}

/** A new review; Ozon does not tell who wrote it. */
export interface NewReview {
  readonly rating: number;
  readonly text?: string;
  readonly at?: Date;
}

/** A new comment, of a customer or of the shop. */
export interface NewComment {
  readonly reviewId: string;
  readonly parentId?: string;
  readonly byShop?: boolean;
  readonly text: string;
}

/** A new question, of an invented buyer. */
export interface NewQuestion {
  readonly author?: string;
  readonly text: string;
  readonly at?: Date;
}

/** A seller without reviews. */
export function emptyWorld(): OzonWorld {
  return {
    ...{ lastId: 0, title: 'Книжная лавка «Фонарь»', clientId: '123456' },
    ...{ reviews: [], questions: [] },
    ...{ apiKey: '0a1b2c3d-sim0-sim0-sim0-api0key00001', keyExpiresAt: '2027-02-06T08:09:07.738Z' },
    ...{ roles: ['Review', 'Questions'], access: 'open' },
  };
}
