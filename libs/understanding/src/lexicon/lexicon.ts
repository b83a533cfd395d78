import type { Category, SignalCode } from '@heard/core';

/**
 * A pattern over words, read left to right:
 * `word` any form with the same stem · `word*` whatever begins so · `=word` this very form ·
 * `a|b` either · `{group}` any word of the group · `#` a number · `##` a sum with the sign of its currency ·
 * `..` up to three words between, `...` up to seven, within the sentence.
 */
export type PatternSource = string;

/** Circumstances that decide about intent and urgency without being signals. */
export type Cue =
  | 'own' // the author speaks of what happened to them
  | 'breach' // something definite did not work as it should
  | 'stuck' // stuck or losing time or money right now
  | 'vulnerable' // a child, an ill, old or stranded person
  | 'child' // who is affected
  | 'ill'
  | 'elderly'
  | 'stranded'
  | 'violence' // threats or violence, by staff or against anybody
  | 'danger' // talk of safety that is meant now, or of court and police announced
  | 'mild' // taste, a trifle, an old story
  | 'ask' // asks for an answer
  | 'blocked' // the question keeps the customer from going on
  | 'news' // news, adverts, a broadcast
  | 'reply' // a brand's own answer to a customer
  | 'resolved' // it was put right
  | 'trade' // goods, services, or those who sell them
  | 'contrast' // "but": what follows weighs more than what stood before
  | 'solved' // what was complained of is over: what stood before no longer holds
  | 'rival' // another shop or firm does it better
  | 'fellow' // a neighbour, a boss, a former husband
  | 'condolence' // mourns
  | 'advert' // sells, hires, begs for followers
  | 'addressed' // speaks to the brand
  | 'report' // tells news of others
  | 'sanctions' // the same, of governments
  | 'order'; // gives orders to whoever or whatever reads the text

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
  /** Phrases in which a judging word does not judge: greetings, thanks in advance, an ambulance that is called fast. */
  readonly unjudging: readonly PatternSource[];
  readonly categories: Readonly<Record<Exclude<Category, 'other'>, readonly PatternSource[]>>;
  readonly cues: Readonly<Record<Cue, readonly PatternSource[]>>;
}

/** What says a signal, and what only looks like it. */
export interface Patterns {
  readonly says: readonly PatternSource[];
  /** Counter-patterns: no pattern of the signal counts that shares a word with one of them. */
  readonly hides?: readonly PatternSource[];
}

/** The patterns of each signal in one language. */
export type SignalPatterns = Readonly<Record<SignalCode, Patterns>>;

/** The words of a list written with spaces. */
export function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

/** The patterns of a list written one a line. */
export function lines(list: string): readonly PatternSource[] {
  return list.split('\n').filter((line) => line.trim() !== '');
}
