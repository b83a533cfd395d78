import type { SimAnswer } from '../sim-server.js';

/** What a list of the made-up marketplace holds after this entry; undefined when there is no such entry. */
export function entriesAfter<T extends { readonly id: string; readonly removed: boolean }>(
  all: readonly T[],
  after: string,
): T[] | undefined {
  const position = after === '' ? 0 : all.findIndex(({ id }) => id === after) + 1;
  if (after !== '' && position === 0) return undefined;
  // A deleted entry keeps its place among the others: what comes after it stays after it.
  return all.slice(position).filter(({ removed }) => !removed);
}

/** A good answer. */
export function done(json: object): SimAnswer {
  return { status: 200, json };
}

/** An answer in the words of gRPC. */
export function refused(status: number, code: number, message: string): SimAnswer {
  return { status, json: { code, message, details: [] } };
}
