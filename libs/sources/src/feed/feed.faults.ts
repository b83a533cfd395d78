import { Fault, isFault } from '@heard/core';
import { type HttpResponse, parseRetryAfter } from '@heard/http';

const PAUSE_MS = 60_000;
/** A feed that asks for more than that is asked all the same. */
export const LONGEST_REST_MS = 24 * 3_600_000;
const NEW_ACCESS =
  'Access to the feed: it asks for a name and password, or for others than are stored; fill in the Authorization header';
const CLOSED = 'Access to the feed: whoever runs the site does not let us read it; ask them';
const GONE = 'Another address: the site says that this feed is gone for good';

/** What an answer that is no feed means. */
export function feedFault({ status, headers }: HttpResponse, now: Date): Fault {
  const message = `The feed answered ${status}`;
  if (status === 401)
    return new Fault('disconnected', message, { code: 'token_invalid', missing: [NEW_ACCESS] });
  if (status === 403 || status === 451)
    return new Fault('disconnected', message, { code: 'permission_missing', missing: [CLOSED] });
  if (status === 410) return new Fault('disconnected', message, { code: 'feed_gone', missing: [GONE] });
  const asked = parseRetryAfter(headers['retry-after'], now);
  // A site under repair says with 503 when it will be back.
  if (status === 429 || (status === 503 && asked !== undefined && asked > now)) {
    const longest = now.getTime() + LONGEST_REST_MS;
    const retryAt = new Date(Math.min(longest, asked?.getTime() ?? now.getTime() + PAUSE_MS));
    return new Fault('throttled', message, { retryAt });
  }
  return new Fault('unavailable', message, { ...(status === 404 && { code: 'not_found' }) });
}

/** For so long an older part is tried again. */
const PATIENCE_MS = 3_600_000;

/** An older part of a feed that is not there, or has not come since its round began an hour ago. */
export function leadsNowhere(error: unknown, startedAt: Date, now: Date): boolean {
  if (!isFault(error, 'unavailable', 'disconnected')) return false;
  const isLost = error.code === 'not_found' || error.code === 'feed_gone';
  return isLost || now.getTime() - startedAt.getTime() >= PATIENCE_MS;
}

/** A site that sends us somewhere inside is broken or hostile; the feed is not parked for it. */
export function whenFollowing(error: unknown): unknown {
  if (!isFault(error, 'refused')) return error;
  return new Fault('unavailable', 'The feed sent us to an address that is not followed', {
    code: 'redirect_refused',
    cause: error,
  });
}
