import type { Category, SignalCode } from '@heard/core';

/**
 * A pattern over words, read left to right:
 * `word` any form with the same stem · `word*` whatever begins so · `=word` this very form ·
 * `a|b` either · `{group}` any word of the group · `#` a number · `..` up to three words between.
 */
export type PatternSource = string;

/** Circumstances that decide about intent and urgency without being signals. */
export type Cue =
  | 'own' // the author speaks of what happened to them
  | 'breach' // something definite did not work as it should
  | 'stuck' // stuck or losing time or money right now
  | 'vulnerable' // a child, an ill, old or stranded person
  | 'danger' // talk of safety that is meant now, or of court and police announced
  | 'mild' // taste, a trifle, an old story
  | 'ask' // asks for an answer
  | 'blocked' // the question keeps the customer from going on
  | 'news' // news, adverts, a broadcast
  | 'reply' // a brand's own answer to a customer
  | 'resolved'; // it was put right

/** How a word next to a judging word changes it. */
export type Modifier = 'negator' | 'booster' | 'softener';

/** Everything a native speaker may edit for one language, apart from the signals. */
export interface Lexicon {
  /** Frequent words by which the language is recognised, as written. */
  readonly frequent: readonly string[];
  /** Words that may be named in patterns as `{name}`. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** Number words, as written. */
  readonly numbers: readonly string[];
  readonly modifiers: Readonly<Record<Modifier, readonly string[]>>;
  /** Judging words by strength: 3 is outrage or delight, 1 a hint. */
  readonly negative: Readonly<Record<1 | 2 | 3, readonly PatternSource[]>>;
  readonly positive: Readonly<Record<1 | 2 | 3, readonly PatternSource[]>>;
  readonly categories: Readonly<Record<Exclude<Category, 'other'>, readonly PatternSource[]>>;
  readonly cues: Readonly<Record<Cue, readonly PatternSource[]>>;
}

/** The patterns of each signal in one language. */
export type SignalPatterns = Readonly<Record<SignalCode, readonly PatternSource[]>>;

/** The words of a list written with spaces. */
export function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

/** The patterns of a list written one a line. */
export function lines(list: string): readonly PatternSource[] {
  return list.split('\n').filter((line) => line.trim() !== '');
}
