import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { HttpClient } from '@heard/http';
import { hostUrl } from '../platform-entry.js';
import type { PushContext } from '../push.js';
import { SigningKeysAt } from '../signing-keys.js';

const ISSUERS = ['https://accounts.google.com', 'accounts.google.com'];
/** Clocks differ by so much at most. */
const TOLERANCE_SECONDS = 60;
const LONGEST_TOKEN = 8_192;
const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/iu;

/** Who must have signed, and for which addresses. */
export interface PushTokenAsked {
  readonly account: string;
  readonly audiences: readonly string[];
}

/** Google's keys, once for each way out of this process. */
const keysOf = new WeakMap<HttpClient, Map<string, SigningKeysAt>>();

/**
 * True when Google signed this token for the service account of the push subscription, and for our address.
 * https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions
 */
export async function isGoogleToken(
  authorization: string | undefined,
  asked: PushTokenAsked,
  context: PushContext,
): Promise<boolean> {
  const token = BEARER.exec(authorization ?? '')?.[1];
  if (token === undefined || token.length > LONGEST_TOKEN) return false;
  const keys = googleKeys(context);
  try {
    return await isGood(token, await keys.current(), asked, context);
  } catch (error) {
    // Google changes its keys every few days: one that we do not know may be new.
    if (!(error instanceof errors.JWKSNoMatchingKey)) return refusedBy(error);
  }
  const fresh = await keys.fresh();
  return fresh !== undefined && (await isGood(token, fresh, asked, context).catch(refusedBy));
}

async function isGood(
  token: string,
  keys: JWTVerifyGetKey,
  { account, audiences }: PushTokenAsked,
  { clock }: PushContext,
): Promise<boolean> {
  const { payload } = await jwtVerify(token, keys, {
    // The algorithm is ours to choose, never the token's.
    algorithms: ['RS256'],
    issuer: ISSUERS,
    audience: [...audiences],
    requiredClaims: ['exp', 'iat', 'email'],
    clockTolerance: TOLERANCE_SECONDS,
    currentDate: clock.now(),
  });
  return payload['email'] === account && payload['email_verified'] === true;
}

/** What is wrong with a token makes it one that is not genuine; that keys cannot be had says nothing of it. */
function refusedBy(error: unknown): false {
  if (error instanceof errors.JOSEError) return false;
  throw error;
}

function googleKeys(context: PushContext): SigningKeysAt {
  const url = `${hostUrl(context, 'googleCerts')}/oauth2/v3/certs`;
  const known = keysOf.get(context.http) ?? new Map<string, SigningKeysAt>();
  keysOf.set(context.http, known);
  const keys = known.get(url) ?? new SigningKeysAt(url, context);
  known.set(url, keys);
  return keys;
}
