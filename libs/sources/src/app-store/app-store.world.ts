import { generateKeyPairSync } from 'node:crypto';

/** A review of the made-up store, with the brand's answer. */
export interface FakeAppReview {
  readonly id: string;
  readonly nickname?: string;
  stars: number;
  title?: string;
  body: string;
  createdAt: string;
  readonly territory: string;
  removed: boolean;
  answer?: { id: string; text: string; at: string; state: 'PENDING_PUBLISH' | 'PUBLISHED' };
}

/** Everything the made-up store holds; plain JSON. */
export interface AppStoreWorld {
  lastId: number;
  appId: string;
  title: string;
  keyId: string;
  issuerId: string;
  /** The .p8 file that a person would download. */
  privateKey: string;
  publicKey: string;
  access: 'open' | 'revoked' | 'no_role' | 'read_only';
  /** Calls taken in this hour, as `X-Rate-Limit` tells them. */
  calls: number;
  reviews: FakeAppReview[];
}

/** A new review. */
export interface NewAppReview {
  readonly nickname?: string;
  readonly stars: number;
  readonly title?: string;
  readonly body: string;
  readonly at?: Date;
  readonly territory?: string;
}

/** An app without reviews, and a fresh key for it. */
export function emptyWorld(): AppStoreWorld {
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const names = { appId: '1600000001', title: 'Ліхтар: книгарня', keyId: '2X9R4HXF34' };
  const issuerId = '57246542-96fe-1a63-e053-0824d011072a';
  return { lastId: 0, ...names, issuerId, privateKey, publicKey, access: 'open', calls: 0, reviews: [] };
}
