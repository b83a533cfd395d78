import { parseJson } from '@heard/http';
import { countOf, wireOf } from '../wire.js';

/** What a token of Wildberries tells about itself; it is a JWT whose middle part anybody can read. */
export interface TokenFacts {
  readonly expiresAt?: Date;
  /** Nothing can be answered with it. */
  readonly readOnly: boolean;
}

/** Bit of the property mask `s`. */
const READ_ONLY = 1 << 30;

/** Reads a token without proving it: only Wildberries can do that. */
export function readToken(token: string): TokenFacts {
  const payload = payloadOf(token);
  const seconds = countOf(payload['exp']);
  return {
    ...(seconds > 0 && { expiresAt: new Date(seconds * 1000) }),
    readOnly: (countOf(payload['s']) & READ_ONLY) !== 0,
  };
}

function payloadOf(token: string): Readonly<Record<string, unknown>> {
  const [, middle = ''] = token.split('.');
  try {
    return wireOf(parseJson(Buffer.from(middle, 'base64url').toString('utf8')));
  } catch {
    return {}; // A token of another make tells nothing; Wildberries itself will judge it.
  }
}
