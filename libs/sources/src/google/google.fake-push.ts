import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Clock } from '@heard/core';
import { signJwt } from '../jwt.js';
import type { PushDelivery } from '../push.js';
import type { SimAnswer } from '../sim-server.js';
import type { GoogleWorld } from './google.world.js';

/** What the token of a delivery says, where it is not as it should be. */
export interface SignedFor {
  readonly audience: string;
  readonly account?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: SimKey;
}

/** A key of the made-up Google. */
export interface SimKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const HOUR_SECONDS = 3_600;

/** The service account of the made-up subscription. */
export const PUSH_ACCOUNT = 'heard-push@lihtar.iam.gserviceaccount.com';

/** Cloud Pub/Sub of the made-up Google: deliveries, signed as Google signs them, and the keys it tells. */
export class GooglePushFake {
  /** Those that are told; the last one signs. */
  readonly keys: SimKey[] = [newSimKey('sim-key-1')];
  private messages = 0;

  constructor(
    private readonly world: GoogleWorld,
    private readonly clock: Clock,
  ) {}

  /** The next key signs; the one before is told on for what it signed. */
  rotate(): void {
    this.keys.splice(0, this.keys.length - 1);
    this.keys.push(newSimKey(`sim-key-${this.messages}-next`));
  }

  /** The keys as a JSON Web Key Set, good for an hour. */
  certs(): SimAnswer {
    const keys = this.keys.map(({ kid, publicKey }) => ({
      ...{ kid, alg: 'RS256', use: 'sig' },
      ...publicKey.export({ format: 'jwk' }),
    }));
    const headers = { 'cache-control': `public, max-age=${HOUR_SECONDS}, must-revalidate, no-transform` };
    return { status: 200, headers, json: { keys } };
  }

  /** Tells of a review, by a word in the address, by a signed token, or by both. */
  deliver(reviewId: string, by: { readonly word?: string; readonly token?: string }): PushDelivery {
    const { accountId, locationId } = this.world;
    const location = `accounts/${accountId}/locations/${locationId}`;
    const told = { type: 'NEW_REVIEW', review: `${location}/reviews/${reviewId}`, location };
    const data = Buffer.from(JSON.stringify(told)).toString('base64');
    const message = { data, messageId: String((this.messages += 1)), attributes: {} };
    return {
      method: 'POST',
      query: by.word === undefined ? {} : { token: by.word },
      headers: by.token === undefined ? {} : { authorization: `Bearer ${by.token}` },
      body: Buffer.from(JSON.stringify({ message, subscription: 'projects/p/subscriptions/s' })),
    };
  }

  /** A token as Google signs it, an hour good. */
  async sign({
    audience,
    account = PUSH_ACCOUNT,
    claims,
    key = this.keys.at(-1),
  }: SignedFor): Promise<string> {
    if (!key) throw new Error('There is no key to sign with.');
    const iat = Math.floor(this.clock.now().getTime() / 1_000);
    const usual = {
      ...{ iss: 'https://accounts.google.com', aud: audience, sub: '113774264463038321964' },
      ...{ email: account, email_verified: true, iat, exp: iat + HOUR_SECONDS },
    };
    return await signJwt({ alg: 'RS256', kid: key.kid }, { ...usual, ...claims }, key.privateKey);
  }
}

/** A key as Google has them. */
export function newSimKey(kid: string): SimKey {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}
