import { createPrivateKey, sign, verify, type KeyObject } from 'node:crypto';
import { parseJson } from '@heard/http';
import { wireOf, type Wire } from './wire.js';

/** The two ways platforms want their assertions signed: with a P-256 key, or with an RSA one. */
export type JwtAlgorithm = 'ES256' | 'RS256';

/** The parts of a token whose signature was found good. */
export interface JwtParts {
  readonly header: Wire;
  readonly claims: Wire;
}

/** Signs claims as a compact JSON Web Token. */
export function signJwt(
  header: { readonly alg: JwtAlgorithm; readonly kid?: string },
  claims: Wire,
  key: KeyObject,
): string {
  const input = `${encode({ ...header, typ: 'JWT' })}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(input), { key, ...signatureForm(header.alg) });
  return `${input}.${signature.toString('base64url')}`;
}

/** Reads a token; undefined unless it is signed by this key in this very way. */
export function readJwt(token: string, alg: JwtAlgorithm, key: KeyObject): JwtParts | undefined {
  const [head, body, signature, ...rest] = token.split('.');
  if (head === undefined || body === undefined || signature === undefined || rest.length > 0)
    return undefined;
  const header = decode(head);
  // The algorithm is ours to choose, never the token's: "none" and mixed-up keys end here.
  if (header?.['alg'] !== alg) return undefined;
  const form = { key, ...signatureForm(alg) };
  const isGood = verify('sha256', Buffer.from(`${head}.${body}`), form, Buffer.from(signature, 'base64url'));
  const claims = isGood ? decode(body) : undefined;
  return claims === undefined ? undefined : { header, claims };
}

/**
 * Reads a private key that a person pasted: a PEM text, also one whose line breaks a form field swallowed, or its
 * base64 alone. Undefined when it is no unencrypted PKCS#8 key.
 */
export function privateKeyOf(text: string): KeyObject | undefined {
  const base64 = text
    .replace(/-----(BEGIN|END) PRIVATE KEY-----/g, '')
    .replace(/\\n/g, '')
    .replace(/\s+/g, '');
  try {
    return createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' });
  } catch {
    return undefined; // The reason may quote the key: it is not kept.
  }
}

/** ES256 wants R and S side by side; Node would give them as DER. */
function signatureForm(alg: JwtAlgorithm): { dsaEncoding?: 'ieee-p1363' } {
  return alg === 'ES256' ? { dsaEncoding: 'ieee-p1363' } : {};
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function decode(part: string): Wire | undefined {
  try {
    return wireOf(parseJson(Buffer.from(part, 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}
