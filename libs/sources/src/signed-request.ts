import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseJson } from '@heard/http';
import { textOf, wireOf } from './wire.js';

/**
 * The person of Meta's `signed_request` (two parts in base64url: a signature by HMAC-SHA256 with the app's secret, and
 * the payload that it was made over, as text); undefined when it is not genuine.
 * https://developers.facebook.com/docs/development/create-an-app/app-dashboard/data-deletion-callback
 */
export function personOfSignedRequest(signedRequest: string, appSecret: string): string | undefined {
  const [signature = '', payload = '', ...rest] = signedRequest.split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = createHmac('sha256', appSecret).update(payload).digest();
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
    return undefined;
  try {
    const wire = wireOf(parseJson(Buffer.from(payload, 'base64url').toString('utf8')));
    if (String(wire['algorithm']).toUpperCase() !== 'HMAC-SHA256') return undefined;
    return textOf(wire['user_id']);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
