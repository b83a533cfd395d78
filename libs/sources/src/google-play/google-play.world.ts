import { generateKeyPairSync } from 'node:crypto';

/** A review of the made-up store, with the developer's answer. */
export interface FakePlayReview {
  readonly id: string;
  readonly author?: string;
  stars: number;
  title?: string;
  text: string;
  readonly language: string;
  changedAt: string;
  removed: boolean;
  answer?: { text: string; at: string };
}

/** Everything the made-up store holds; plain JSON. */
export interface GooglePlayWorld {
  lastId: number;
  packageName: string;
  title: string;
  email: string;
  keyId: string;
  privateKey: string;
  publicKey: string;
  access: 'open' | 'revoked' | 'forbidden' | 'read_only' | 'api_off';
  /** Access tokens given out so far; only the newest is valid. */
  tokens: number;
  /** When reviews were asked for, in milliseconds since 1970: 200 times an hour at most. */
  reads: number[];
  reviews: FakePlayReview[];
  /** Where the monthly reports lie. */
  bucket: string;
  isBucketClosed?: boolean;
}

/** A new review; the made-up Google asks for its words. */
export interface NewPlayReview {
  readonly author?: string;
  readonly stars: number;
  readonly title?: string;
  readonly text: string;
  readonly language?: string;
  readonly at?: Date;
}

/** An RSA key takes long to make: one serves all worlds of a process. */
let keys: { privateKey: string; publicKey: string } | undefined;

/** An app without reviews, and a service account that may read and answer them. */
export function emptyWorld(): GooglePlayWorld {
  keys ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const state = { access: 'open' as const, tokens: 0, reads: [], reviews: [] };
  const names = { packageName: 'ua.lihtar.books', title: 'Ліхтар: книгарня', bucket: 'pubsite_prod_4711' };
  const account = { email: 'heard@lihtar.iam.gserviceaccount.com', keyId: 'sim-key-1' };
  return { lastId: 0, ...names, ...account, ...keys, ...state };
}
