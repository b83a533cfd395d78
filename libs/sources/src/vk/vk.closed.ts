import { wireOf, type Wire } from '../wire.js';
import type { VkApi, VkParams } from './vk.api.js';
import type { VkCursor } from './vk.cursor.js';
import { isClosedList } from './vk.faults.js';

const DAY_MS = 86_400_000;

/** A list, or undefined where it is closed to us. */
export async function openList(
  api: VkApi,
  method: string,
  params: VkParams,
  signal: AbortSignal,
): Promise<Wire | undefined> {
  try {
    return wireOf(await api.read(method, params, signal));
  } catch (error) {
    if (!isClosedList(error)) throw error;
    return undefined;
  }
}

/** True while a list that was closed is left alone. */
export function isOff(cursor: VkCursor, list: string, now: Date): boolean {
  const until = cursor.offUntil[list];
  return until !== undefined && new Date(until) > now;
}

/** Leaves a closed list alone, for a day where nothing else is told. */
export function off(cursor: VkCursor, list: string, now: Date, restsMs = DAY_MS): VkCursor {
  const until = new Date(now.getTime() + restsMs).toISOString();
  return { ...cursor, offUntil: { ...cursor.offUntil, [list]: until } };
}
