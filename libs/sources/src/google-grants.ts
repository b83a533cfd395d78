import type { KeyObject } from 'node:crypto';
import { tokenName } from './held-tokens.js';
import { signJwt } from './jwt.js';

/** What is shown to Google for an access token. */
export interface GoogleGrant {
  /** What its access tokens are kept under. */
  readonly name: string;
  /** The form for the token endpoint, as of this time by Google's clock. */
  form(now: Date): Promise<Readonly<Record<string, string>>>;
  /** The form says when it was made, so that a wrong clock spoils it. */
  readonly isDated?: boolean;
  /** What must not be seen in errors. */
  readonly secrets: readonly string[];
}

/** The consent of a person, kept as a refresh token of an OAuth client. */
export interface RefreshGrant {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}

/** A service account: an account of a program, with a key of its own. */
export interface ServiceAccount {
  readonly email: string;
  readonly keyId?: string;
  readonly key: KeyObject;
}

/** Whom the assertion of a service account is for, wherever the endpoint is reached. */
export const TOKEN_AUDIENCE = 'https://oauth2.googleapis.com/token';
const ASSERTION_SECONDS = 3_600;
/** An assertion from the future is not taken: ours is a little from the past. */
const BACKDATED_SECONDS = 30;

/** Asks in the name of the person who consented. */
export function byRefreshToken({ clientId, clientSecret, refreshToken }: RefreshGrant): GoogleGrant {
  const form = {
    grant_type: 'refresh_token',
    client_id: clientId,
    client_secret: clientSecret,
    refresh_token: refreshToken,
  };
  const name = tokenName('google', clientId, clientSecret, refreshToken);
  return { name, form: () => Promise.resolve(form), secrets: [clientSecret, refreshToken] };
}

/** Asks in the name of a service account, for one scope. */
export function byServiceAccount({ email, keyId, key }: ServiceAccount, scope: string): GoogleGrant {
  const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    name: tokenName('google', email, scope, pem),
    form: async (now) => {
      const iat = Math.floor(now.getTime() / 1000) - BACKDATED_SECONDS;
      const claims = { iss: email, scope, aud: TOKEN_AUDIENCE, iat, exp: iat + ASSERTION_SECONDS };
      const assertion = await signJwt({ alg: 'RS256', ...(keyId && { kid: keyId }) }, claims, key);
      return { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
    },
    isDated: true,
    secrets: [],
  };
}
