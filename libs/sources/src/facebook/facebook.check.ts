import { isFault } from '@heard/core';
import type { GraphApi } from '../graph-api.js';
import type { CheckResult } from '../source.js';
import { countOf, listOf, textOf, wireOf, type Wire } from '../wire.js';
import { FACEBOOK_PERMISSIONS, isClosedList, NO_TAGS, PRIVATE_PERMISSION } from './facebook.faults.js';
import type { FacebookSettings } from './facebook.settings.js';
import { missingSubscription } from './facebook.subscription.js';

/** Proves the connection: the token is alive, is the page's own, and holds every permission. */
export async function checkFacebook(
  graph: GraphApi,
  settings: FacebookSettings,
  now: Date,
  signal: AbortSignal,
): Promise<CheckResult> {
  try {
    const app = `${settings.appId}|${settings.appSecret}`;
    const answer = await graph.getAs(app, 'debug_token', { input_token: settings.pageToken }, signal);
    const result = judgeToken(wireOf(answer.body['data']), settings, now);
    if (!result.ok) return result;
    await graph.get(settings.pageId, { fields: 'id,name' }, signal);
    const missing = (await showsTags(graph, settings.pageId, signal)) ? [] : [NO_TAGS];
    missing.push(...(await missingSubscription(graph, settings, signal)));
    if (missing.length > 0) return { ok: false, missing };
    return (await hasRatings(graph, settings.pageId, signal)) ? { ...result, unheard: [RATINGS] } : result;
  } catch (error) {
    if (!isFault(error, 'disconnected', 'bug', 'missing')) throw error;
    return {
      ok: false,
      missing: [`${error.message}. Check the page id, the app id, the app secret and the page token.`],
    };
  }
}

/** Only a refusal is told: where Facebook has no such list any more, nobody can mend it. */
async function showsTags(graph: GraphApi, pageId: string, signal: AbortSignal): Promise<boolean> {
  try {
    await graph.get(`${pageId}/tagged`, { fields: 'id', limit: 1 }, signal);
    return true;
  } catch (error) {
    if (!isClosedList(error)) throw error;
    return error.code !== 'permission_missing';
  }
}

/**
 * Whether Facebook gives recommendations out again, which it has refused since 2025-09-09
 * (https://developers.facebook.com/docs/graph-api/reference/page/ratings). Only asked: whatever goes wrong means no.
 */
async function hasRatings(graph: GraphApi, pageId: string, signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await graph.get(`${pageId}/ratings`, { fields: 'created_time', limit: 1 }, signal);
    return listOf(answer.body['data'], 'list of ratings').length > 0;
  } catch (error) {
    signal.throwIfAborted();
    if (!isFault(error)) throw error;
    return false;
  }
}

const RATINGS =
  'Facebook gives recommendations of this page out again. Heard does not read them yet: tell its makers.';

/** What a token's own description says is missing. */
export function judgeToken(data: Wire, settings: FacebookSettings, now: Date): CheckResult {
  const missing: string[] = [];
  const ends = [data['expires_at'], data['data_access_expires_at']]
    .map(countOf)
    .filter((seconds) => seconds > 0);
  const expiresAt = ends.length > 0 ? new Date(Math.min(...ends) * 1000) : undefined;
  if (data['is_valid'] !== true || (expiresAt !== undefined && expiresAt <= now)) {
    missing.push(
      'A living token: this one has expired or was revoked. Make a new page token and paste it here.',
    );
    return { ok: false, missing };
  }
  if (textOf(data['type']) !== 'PAGE') {
    const type = textOf(data['type']) ?? 'unknown';
    missing.push(
      `A page token: this is a token of type ${type}. Take the page's own token from /me/accounts.`,
    );
  }
  const profile = textOf(data['profile_id']);
  if (profile !== undefined && profile !== settings.pageId) {
    missing.push('The token of this page: the token given belongs to another page.');
  }
  if (textOf(data['app_id']) !== undefined && textOf(data['app_id']) !== settings.appId) {
    missing.push('A token of this app: the token given was made for another app.');
  }
  const scopes = Array.isArray(data['scopes']) ? data['scopes'].map(String) : [];
  for (const [permission, words] of Object.entries(FACEBOOK_PERMISSIONS)) {
    if (!scopes.includes(permission)) missing.push(words);
  }
  if (missing.length > 0) return { ok: false, missing };
  return {
    ok: true,
    ...(expiresAt !== undefined && { expiresAt }),
    ...(!scopes.includes('pages_messaging') && { optional: [PRIVATE_PERMISSION] }),
  };
}
