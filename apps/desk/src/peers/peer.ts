import type { Label } from '@heard/understanding';

/** The languages of the corpora. */
export type PeerLanguage = 'ru' | 'uk' | 'en';

/** What another package makes of a text. */
export interface PeerVerdict {
  readonly given: Label;
  /** The higher, the more negative. */
  readonly negative: number;
}

/** Another package that tells sentiments, to be compared with. */
export interface Peer {
  readonly name: string;
  readonly languages: readonly PeerLanguage[];
  /** It is so slow that only so many posts of a set are put to it; all without a number. */
  readonly mostPerSet?: number;
  /** How it was bounded, for whoever reads the figures. */
  readonly note?: string;
  read(text: string, language: PeerLanguage): PeerVerdict | Promise<PeerVerdict>;
}

/** The verdict of a package that gives a score below 0 for negative and above 0 for positive. */
export function byScore(score: number): PeerVerdict {
  // Texts without a word make some packages divide by nothing.
  const known = Number.isFinite(score) ? score : 0;
  const given = known < 0 ? 0 : known > 0 ? 2 : 1;
  return { given, negative: 0 - known };
}
