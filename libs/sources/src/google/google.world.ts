/** A review of the made-up site, with the brand's reply. */
export interface FakeReview {
  readonly id: string;
  readonly author?: string;
  stars: number;
  text?: string;
  readonly at: string;
  updatedAt: string;
  removed: boolean;
  reply?: { text: string; at: string; state: 'PENDING' | 'APPROVED' | 'REJECTED'; violation?: string };
}

/** Everything the made-up review site holds; plain JSON. */
export interface GoogleWorld {
  lastId: number;
  accountId: string;
  locationId: string;
  title: string;
  clientId: string;
  clientSecret: string;
  refreshToken: string;
  access: 'open' | 'expired' | 'forbidden' | 'not_approved' | 'unverified';
  /** Access tokens given out so far; only the newest is valid. */
  tokens: number;
  reviews: FakeReview[];
}

/** A new review; without an author anonymous, without text a bare rating. */
export interface NewReview {
  readonly author?: string;
  readonly stars: number;
  readonly text?: string;
  readonly at?: Date;
}

/** A location without reviews. */
export function emptyWorld(): GoogleWorld {
  const names = {
    accountId: '1001',
    locationId: '2002',
    title: 'Книгарня «Ліхтар»',
    clientId: 'sim-client.apps',
  };
  const secrets = { clientSecret: 'sim-client-secret', refreshToken: '1//sim-refresh-token' };
  return { lastId: 0, ...names, ...secrets, access: 'open', tokens: 0, reviews: [] };
}
