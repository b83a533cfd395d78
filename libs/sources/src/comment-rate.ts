/** What was learned of how much is said under one post. */
export interface LearnedRate {
  /** Comments seen, those of long ago counting less. */
  readonly seen: number;
  /** The share of a usual post's comments that fell into the time in which these were seen. */
  readonly share: number;
}

const MINUTE_MS = 60_000;
const HALF_LIFE_MS = 3 * 24 * 60 * MINUTE_MS;
/**
 * Comments come soon, or very late: half of them in the first half hour, a tenth after more than a day. The share that
 * came up to an age is that of a Lomax distribution with the exponent a half, whose tail falls slowly enough for a
 * comment after weeks.
 */
const SCALE_MS = 10 * MINUTE_MS;
/** What is believed of a post of which nothing is known: eight comments, with the weight of a quarter of its life. */
const PRIOR: LearnedRate = { seen: 2, share: 0.25 };

/** The share of a usual post's comments that come until it is so old. */
export function shareUntil(ageMs: number): number {
  return 1 - 1 / Math.sqrt(1 + Math.max(0, ageMs) / SCALE_MS);
}

/** The rate after a thread was read again: so many comments came between the two ages. */
export function learnRate(
  known: LearnedRate | undefined,
  found: number,
  { fromAgeMs, toAgeMs }: { readonly fromAgeMs: number; readonly toAgeMs: number },
): LearnedRate {
  const { seen, share } = known ?? { seen: 0, share: 0 };
  const passedMs = Math.max(0, toAgeMs - fromAgeMs);
  const kept = keptAfter(passedMs);
  // A long stretch counts less at its beginning, where most of the share is.
  const pieces = Math.min(8, Math.ceil((4 * passedMs) / HALF_LIFE_MS));
  let fell = 0;
  for (let nth = 0; nth < pieces; nth += 1) {
    const pieceMs = passedMs / pieces;
    const startMs = fromAgeMs + nth * pieceMs;
    const weight = keptAfter(toAgeMs - startMs - pieceMs / 2);
    fell += weight * (shareUntil(startMs + pieceMs) - shareUntil(startMs));
  }
  return { seen: rounded(seen * kept + found), share: rounded(share * kept + fell) };
}

const keptAfter = (ms: number): number => 0.5 ** (ms / HALF_LIFE_MS);

/** Comments to expect between two ages of a post. */
export function expectedComments(
  known: LearnedRate | undefined,
  { fromAgeMs, toAgeMs }: { readonly fromAgeMs: number; readonly toAgeMs: number },
): number {
  const { seen, share } = known ?? { seen: 0, share: 0 };
  const perLife = (PRIOR.seen + seen) / (PRIOR.share + share);
  return perLife * Math.max(0, shareUntil(toAgeMs) - shareUntil(fromAgeMs));
}

/** Cursors hold hundreds of these. */
const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;
