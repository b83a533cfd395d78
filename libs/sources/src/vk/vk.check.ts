import { isFault, type Fault } from '@heard/core';
import type { CheckResult } from '../source.js';
import { textOf, wireOf } from '../wire.js';
import type { VkApi } from './vk.api.js';
import { whenReading } from './vk.faults.js';
import type { VkSettings } from './vk.settings.js';

const WHERE = 'in the community, Manage, API usage';
const RIGHT_WALL = `The right "wall" of the community token, to answer: make a new token with it ${WHERE}, Access tokens`;
const RIGHT_MANAGE = `The right "manage" of the community token, to look after the Callback API: make a new token with it ${WHERE}, Access tokens`;
const OTHER_COMMUNITY = 'The token of this community: the community token given belongs to another one';

/** Proves the connection: the wall can be read, the community token is this community's, may answer, and Callback API is confirmed. */
export async function checkVk(api: VkApi, settings: VkSettings, signal: AbortSignal): Promise<CheckResult> {
  const missing = [
    ...(await missingIn(() => readable(api, settings, signal))),
    ...(await missingIn(() => answerable(api, settings, signal))),
  ];
  return missing.length === 0 ? { ok: true } : { ok: false, missing: [...new Set(missing)] };
}

async function missingIn(look: () => Promise<string[]>): Promise<string[]> {
  try {
    return await look();
  } catch (error) {
    if (!isFault(error, 'disconnected', 'missing', 'bug', 'rejected')) throw error;
    return wordsOf(whenReading(error));
  }
}

function wordsOf(fault: Fault): string[] {
  return [...(fault.missing ?? [fault.message])];
}

async function readable(api: VkApi, { groupId }: VkSettings, signal: AbortSignal): Promise<string[]> {
  await api.read('wall.get', { owner_id: `-${groupId}`, count: 1 }, signal);
  return [];
}

async function answerable(api: VkApi, settings: VkSettings, signal: AbortSignal): Promise<string[]> {
  const rights = wireOf(await api.act('groups.getTokenPermissions', {}, signal))['permissions'];
  const held = (Array.isArray(rights) ? rights : []).map((right) => textOf(wireOf(right)['name']));
  const own = wireOf(await api.act('groups.getById', {}, signal))['groups'];
  const ownId = Array.isArray(own) ? textOf(wireOf(own[0])['id']) : undefined;
  const missing = [
    ...(ownId !== undefined && ownId !== settings.groupId ? [OTHER_COMMUNITY] : []),
    ...(held.includes('wall') ? [] : [RIGHT_WALL]),
  ];
  if (missing.length > 0 || settings.callbackSecret === undefined) return missing;
  return held.includes('manage') ? callback(api, settings, signal) : [RIGHT_MANAGE];
}

/** The confirmation string changes when the server's settings do. */
async function callback(api: VkApi, settings: VkSettings, signal: AbortSignal): Promise<string[]> {
  const group = { group_id: settings.groupId };
  const code = await api.confirmation(signal);
  const servers = wireOf(await api.act('groups.getCallbackServers', group, signal))['items'];
  const ours = (Array.isArray(servers) ? servers : [])
    .map(wireOf)
    .find((server) => server['secret_key'] === settings.callbackSecret);
  return [
    ...(code === settings.callbackConfirmation
      ? []
      : [
          `The confirmation string of the Callback API: VK expects another one now; copy it ${WHERE}, Callback API`,
        ]),
    ...(ours === undefined
      ? [`A Callback API server with this secret key: add it ${WHERE}, Callback API`]
      : ours['status'] === 'failed'
        ? [
            `A Callback API server that VK can reach: it stopped calling ours; confirm it again ${WHERE}, Callback API`,
          ]
        : []),
  ];
}
