import { Fault, isFault } from '@heard/core';
import type { GraphApi } from './graph-api.js';

/**
 * What a refused thread means. Meta says "bad parameter" (100) of objects that are gone too, not always with the subcode that
 * tells them apart: it is asked for the object by itself, with the one field that every object has.
 */
export async function whenRefused(
  graph: GraphApi,
  id: string,
  error: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  if (!isFault(error, 'bug') || error.code !== 'bad_request') return error;
  try {
    await graph.get(id, { fields: 'id' }, signal);
    return error;
  } catch (second) {
    if (!isFault(second)) throw second;
    if (second.kind === 'missing' || second.code === 'bad_request')
      return new Fault('missing', error.message, { cause: error });
    throw second;
  }
}
