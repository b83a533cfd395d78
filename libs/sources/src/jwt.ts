import { createPrivateKey, type KeyObject } from 'node:crypto';
import { parseJson } from '@heard/http';
import { compactVerify, errors, SignJWT } from 'jose';
import { wireOf, type Wire } from './wire.js';

/** The two ways platforms want their assertions signed: with a P-256 key, or with an RSA one. */
export type JwtAlgorithm = 'ES256' | 'RS256';

/** The parts of a token whose signature was found good. */
export interface JwtParts {
  readonly header: Wire;
  readonly claims: Wire;
}

/** Signs claims as a compact JSON Web Token. */
export async function signJwt(
  header: { readonly alg: JwtAlgorithm; readonly kid?: string },
  claims: Wire,
  key: KeyObject,
): Promise<string> {
  return await new SignJWT(claims).setProtectedHeader({ ...header, typ: 'JWT' }).sign(key);
}

/** Reads a token, whenever it is good; undefined unless it is signed by this key in this very way. */
export async function readJwt(
  token: string,
  alg: JwtAlgorithm,
  key: KeyObject,
): Promise<JwtParts | undefined> {
  try {
    // The algorithm is ours to choose, never the token's: "none" and mixed-up keys end here.
    const { protectedHeader, payload } = await compactVerify(token, key, { algorithms: [alg] });
    return {
      header: { ...protectedHeader },
      claims: wireOf(parseJson(Buffer.from(payload).toString('utf8'))),
    };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
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
