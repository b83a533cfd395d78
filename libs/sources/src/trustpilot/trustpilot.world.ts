/** A review of the made-up site, with the company's reply. */
export interface FakeTrustReview {
  readonly id: string;
  readonly consumerId: string;
  readonly name: string;
  stars: number;
  title: string;
  text: string;
  readonly createdAt: string;
  updatedAt?: string;
  removed: boolean;
  /** Reported, and out of sight while it is looked at. */
  hidden: boolean;
  reply?: { text: string; at: string; by: string };
}

/** Everything the made-up site holds; plain JSON. */
export interface TrustpilotWorld {
  lastId: number;
  businessUnitId: string;
  domain: string;
  title: string;
  apiKey: string;
  apiSecret: string;
  businessUserId: string;
  webhookSecret: string;
  access: 'open' | 'revoked' | 'forbidden' | 'read_only';
  /** Tokens given out so far; only the newest pair is valid. */
  tokens: number;
  /** When the newest access token ends. */
  tokenUntil: string;
  reviews: FakeTrustReview[];
}

/** A new review. */
export interface NewTrustReview {
  readonly name: string;
  readonly stars: number;
  readonly title?: string;
  readonly text: string;
  readonly at?: Date;
}

/** A business unit without reviews. */
export function emptyWorld(): TrustpilotWorld {
  const names = {
    businessUnitId: '46aa00bb11cc22dd33ee44ff',
    domain: 'lihtar.example',
    title: 'Lihtar Books',
  };
  const secrets = {
    apiKey: 'sim-trust-key-1',
    apiSecret: 'sim-trust-secret-1',
    webhookSecret: 'sim-webhook-secret-1',
  };
  return {
    lastId: 0,
    ...names,
    ...secrets,
    businessUserId: '55aa00bb11cc22dd33ee4401',
    access: 'open',
    tokens: 0,
    tokenUntil: new Date(0).toISOString(),
    reviews: [],
  };
}
