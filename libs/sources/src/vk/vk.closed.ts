import { isFault, type Fault } from '@heard/core';
import { wireOf, type Wire } from '../wire.js';
import type { VkApi, VkParams } from './vk.api.js';
import type { VkCursor } from './vk.cursor.js';
import { isClosedList, isQuota } from './vk.faults.js';

const HOUR_MS = 3_600_000;
const CLOSED_MS = 24 * HOUR_MS;
/** VK tells no end of a quota of a method, only that it is one of hours. */
const QUOTA_MS = 3 * HOUR_MS;

/** A list, or why it cannot be had while the rest of the community can. */
export async function openList(
  api: VkApi,
  method: string,
  params: VkParams,
  signal: AbortSignal,
): Promise<Wire | Fault> {
  try {
    return wireOf(await api.read(method, params, signal));
  } catch (error) {
    if (isFault(error) && (isClosedList(error) || isQuota(error))) return error;
    throw error;
  }
}

/** True while a list or a method that was set aside is left alone. */
export function isOff(cursor: VkCursor, list: string, now: Date): boolean {
  const until = cursor.offUntil[list];
  return until !== undefined && new Date(until) > now;
}

/** Sets a list or a method aside: for a day where it is closed, for some hours where its quota is spent. */
export function off(cursor: VkCursor, list: string, why: Fault, now: Date): VkCursor {
  const until = new Date(now.getTime() + (isQuota(why) ? QUOTA_MS : CLOSED_MS)).toISOString();
  return { ...cursor, offUntil: { ...cursor.offUntil, [list]: until } };
}
