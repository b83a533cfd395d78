import type { ListedReview } from '../review-list.js';

/** The newest reviews. */
export const firstPlace = '1';

/** The first review of a second may stand on the page before, and whether the end belongs to the range is not told. */
const OVERLAP_MS = 1_000;

/**
 * Where the list goes on. Page numbers shift when reviews come and go: the next page is asked for as the first one of what
 * is not newer than the oldest seen, and only what shares its second is counted in pages. An empty page is the end.
 */
export function nextPlace(place: string, reviews: readonly ListedReview[]): string | undefined {
  if (reviews.length === 0) return undefined;
  const [page = firstPlace, until] = place.split(' ');
  const times = reviews.flatMap(({ at }) => (at === undefined ? [] : [at.getTime()]));
  const oldest = times.length === 0 ? undefined : stamp(Math.min(...times) + OVERLAP_MS);
  const moves = oldest !== undefined && (until === undefined || oldest < until);
  if (moves) return `${firstPlace} ${oldest}`;
  return [String(Number(page) + 1), ...(until === undefined ? [] : [until])].join(' ');
}

/** The place as parameters. */
export function queryOf(place: string): { page: string; endDateTime?: string } {
  const [page = firstPlace, until] = place.split(' ');
  return { page, ...(until !== undefined && { endDateTime: until }) };
}

/** Whole seconds, rounded up. */
function stamp(ms: number): string {
  return new Date(Math.ceil(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}
