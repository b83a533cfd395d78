import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import russian from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';
import ukrainian from 'natural/lib/natural/stemmers/porter_stemmer_uk.js';
import { common } from './lexicon.js';
import type { Token } from './phrases.js';

/** Longer words carry no sense, and the stemmers' own patterns are not linear on them. */
const longestStemmed = 32;
/** So many letters of a Slavic stem stand for its meaning: прав-ил, прав-лен. */
const slavicLetters = 5;

/** The stems of the words of a text that carry its meaning; numbers of two figures and more are their own. */
export function stemsOf(tokens: readonly Token[]): Set<string> {
  const stems = new Set<string>();
  for (const { word } of tokens) {
    if (common.has(word) || word.length > longestStemmed) continue;
    if (/\d/u.test(word)) {
      if (word.length >= 2) stems.add(word);
    } else if (/^[a-z]/u.test(word)) {
      if (word.length >= 3) stems.add(english.stem(word.replace(/'.*$/u, '')));
    } else if (word.length >= 4) {
      stems.add(russian.stem(word).slice(0, slavicLetters));
      stems.add(ukrainian.stem(word).slice(0, slavicLetters));
    }
  }
  return stems;
}

/** How many words of the second text have a stem among those of the first. */
export function sharedWords(stems: ReadonlySet<string>, tokens: readonly Token[]): number {
  const seen = new Set<string>();
  for (const token of tokens) {
    const own = [...stemsOf([token])];
    const known = own.find((stem) => stems.has(stem));
    if (known !== undefined) seen.add(known);
  }
  return seen.size;
}

/** How alike two texts are, 0 to 1: common shingles of two words (Jaccard; Broder 1997); short texts by words. */
export function alike(a: readonly Token[], b: readonly Token[]): number {
  const [first, second] = [shingles(a), shingles(b)];
  if (first.size === 0 || second.size === 0) return 0;
  const both = shared(first, second);
  return both / (first.size + second.size - both);
}

/** The share of the first text that stands in the second. */
export function contained(part: readonly Token[], whole: readonly Token[]): number {
  const [first, second] = [shingles(part), shingles(whole)];
  return first.size < 4 ? 0 : shared(first, second) / first.size;
}

/** How alike two texts are by their words that carry meaning, whatever the order. */
export function alikeInWords(a: readonly Token[], b: readonly Token[]): number {
  const [first, second] = [stemsOf(a), stemsOf(b)];
  if (first.size < 4 || second.size < 4) return 0;
  const both = shared(first, second);
  return both / (first.size + second.size - both);
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const each of a) if (b.has(each)) count += 1;
  return count;
}

function shingles(tokens: readonly Token[]): Set<string> {
  if (tokens.length < 3) return new Set(tokens.map(({ word }) => word));
  return new Set(tokens.slice(1).map(({ word }, index) => `${tokens[index]?.word ?? ''} ${word}`));
}
