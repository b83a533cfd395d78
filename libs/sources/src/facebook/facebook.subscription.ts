import { isFault } from '@heard/core';
import type { GraphApi } from '../graph-api.js';
import { listOf, textOf, wireOf } from '../wire.js';
import type { FacebookSettings } from './facebook.settings.js';

/** What Heard wants to be told of. */
const WANTED = ['feed', 'mention'];
const NOT_SUBSCRIBED =
  'Webhooks of this page: it is not subscribed to the app, so that Facebook tells nothing by itself. Grant pages_manage_metadata in the Meta app dashboard under App Review and make a new page token, and Heard subscribes the page; or send POST /<page>/subscribed_apps with subscribed_fields=feed,mention yourself';

/** Subscribes the page to the app where webhooks are wanted and it is not; gives what a person has to do where that fails. */
export async function missingSubscription(
  graph: GraphApi,
  { pageId, appId, verifyToken }: FacebookSettings,
  signal: AbortSignal,
): Promise<string[]> {
  if (verifyToken === undefined) return [];
  const path = `${pageId}/subscribed_apps`;
  try {
    const { body } = await graph.get(path, { fields: 'id,subscribed_fields' }, signal);
    const apps = listOf(body['data'], 'list of apps').map(wireOf);
    const fields = fieldsOf(apps.find(({ id }) => textOf(id) === appId)?.['subscribed_fields']);
    if (WANTED.every((field) => fields.includes(field))) return [];
    // What is subscribed replaces what was.
    const all = [...new Set([...fields, ...WANTED])].join(',');
    const answer = await graph.post(path, { subscribed_fields: all }, signal);
    return answer.body['success'] === true ? [] : [NOT_SUBSCRIBED];
  } catch (error) {
    if (!isFault(error) || error.code !== 'permission_missing') throw error;
    return [NOT_SUBSCRIBED];
  }
}

function fieldsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(textOf).filter((field) => field !== undefined) : [];
}
