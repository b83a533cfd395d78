import { parseJson } from '@heard/http';
import { countOf, textOf, wireOf } from '../wire.js';
import type { WildberriesSection } from './wildberries.api.js';

/** What a token of Wildberries tells about itself; it is a JWT whose middle part anybody can read. */
export interface TokenFacts {
  readonly expiresAt?: Date;
  /** Whose it is; all tokens of one seller share their calls. */
  readonly sellerId?: string;
  /** It is for the sandbox alone. */
  readonly isTest?: boolean;
  /** Nothing can be answered with it. */
  readonly readOnly: boolean;
  /** It may call once in twelve minutes: too rarely to look for an answer, send it and read it back. */
  readonly isBasic: boolean;
  /** The sections that it says it is not for. */
  readonly lacks: readonly WildberriesSection[];
}

/** The kind of token `acc`. */
const BASIC = 1;
/** Bits of the property mask `s`. */
const READ_ONLY = 1 << 30;
const CATEGORIES: readonly (readonly [WildberriesSection, number])[] = [
  ['reviews', 1 << 7],
  ['chats', 1 << 9],
  ['claims', 1 << 11],
];

/** Reads a token without proving it: only Wildberries can do that. */
export function readToken(token: string): TokenFacts {
  const payload = payloadOf(token);
  const seconds = countOf(payload['exp']);
  const sellerId = textOf(payload['sid']);
  const mask = countOf(payload['s']);
  const lacking = CATEGORIES.filter(([, bit]) => (mask & bit) === 0).map(([section]) => section);
  return {
    ...(seconds > 0 && { expiresAt: new Date(seconds * 1000) }),
    ...(sellerId && { sellerId }),
    ...(typeof payload['t'] === 'boolean' && { isTest: payload['t'] }),
    isBasic: countOf(payload['acc']) === BASIC,
    readOnly: (mask & READ_ONLY) !== 0,
    lacks: mask === 0 ? [] : lacking,
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
