import { isFault, type Fault } from '@heard/core';
import type { GraphApi } from '../graph-api.js';
import type { CheckResult } from '../source.js';
import { countOf, listOf, textOf, wireOf } from '../wire.js';
import {
  INSTAGRAM_PERMISSIONS,
  isClosedList,
  NO_HASHTAGS,
  NO_TAGS,
  PRIVATE_PERMISSIONS,
} from './instagram.faults.js';
import type { InstagramSettings } from './instagram.settings.js';

/** Proves the connection: the account answers, its comments may be read, and the token's permissions where they can be seen. */
export async function checkInstagram(
  graph: GraphApi,
  settings: InstagramSettings,
  now: Date,
  signal: AbortSignal,
): Promise<CheckResult> {
  try {
    const described = await describeToken(graph, settings, signal);
    const { missing, ...rest } = described;
    if (described.expiresAt !== undefined && described.expiresAt <= now) {
      missing.push('A living token: this one has expired. Connect the account again.');
    }
    await graph.get(settings.accountId, { fields: 'id,username' }, signal);
    const media = await graph.get(`${settings.accountId}/media`, { fields: 'id', limit: 1 }, signal);
    const newest = textOf(listOf(media.body['data'], 'list of media')[0]?.['id']);
    if (newest !== undefined) await graph.get(`${newest}/comments`, { fields: 'id', limit: 1 }, signal);
    if (!(await showsTags(graph, settings.accountId, signal))) missing.push(NO_TAGS);
    if (!(await showsHashtags(graph, settings, signal))) missing.push(NO_HASHTAGS);
    if (missing.length > 0) return { ok: false, missing };
    return { ok: true, ...rest };
  } catch (error) {
    if (!isFault(error, 'disconnected', 'bug', 'missing')) throw error;
    return { ok: false, missing: wordsFor(error, settings) };
  }
}

/** Only a refusal is told: where Instagram has no such list any more, nobody can mend it. */
async function showsTags(graph: GraphApi, accountId: string, signal: AbortSignal): Promise<boolean> {
  try {
    await graph.get(`${accountId}/tags`, { fields: 'id', limit: 1 }, signal);
    return true;
  } catch (error) {
    if (!isClosedList(error)) throw error;
    return error.code !== 'permission_missing';
  }
}

/** Asked by what was searched before, which uses up nothing. */
async function showsHashtags(
  graph: GraphApi,
  { accountId, hashtags }: InstagramSettings,
  signal: AbortSignal,
): Promise<boolean> {
  if (hashtags.length === 0) return true;
  try {
    await graph.get(`${accountId}/recently_searched_hashtags`, { limit: 30 }, signal);
    return true;
  } catch (error) {
    if (!isFault(error) || error.code !== 'permission_missing') throw error;
    return false;
  }
}

/** Only tokens of the Facebook flavour can be looked into, and only with the app's own id and secret. */
async function describeToken(
  graph: GraphApi,
  { flavour, appId, appSecret, token }: InstagramSettings,
  signal: AbortSignal,
): Promise<{ missing: string[]; expiresAt?: Date; optional?: readonly string[] }> {
  if (flavour !== 'facebook' || appId === undefined || appSecret === undefined) return { missing: [] };
  const answer = await graph.getAs(`${appId}|${appSecret}`, 'debug_token', { input_token: token }, signal);
  const data = wireOf(answer.body['data']);
  if (data['is_valid'] !== true)
    return { missing: ['A living token: this one has expired or was revoked. Connect the account again.'] };
  const scopes = Array.isArray(data['scopes']) ? data['scopes'].map(String) : [];
  const missing = Object.entries(INSTAGRAM_PERMISSIONS.facebook)
    .filter(([name]) => !scopes.includes(name))
    .map(([, words]) => words);
  const ends = countOf(data['expires_at']);
  return {
    missing,
    ...(ends > 0 && { expiresAt: new Date(ends * 1000) }),
    ...(!scopes.includes('instagram_manage_messages') && { optional: [PRIVATE_PERMISSIONS.facebook] }),
  };
}

function wordsFor(fault: Fault, { flavour }: InstagramSettings): string[] {
  if (fault.code === 'permission_missing') return Object.values(INSTAGRAM_PERMISSIONS[flavour]);
  return [
    `${fault.message}. Check the account id, the token and which of the two ways the account was connected by.`,
  ];
}
