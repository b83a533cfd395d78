import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import russian from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';
import ukrainian from 'natural/lib/natural/stemmers/porter_stemmer_uk.js';

/** The languages that have a lexicon. */
export type Spoken = 'ru' | 'uk' | 'en';

/** Longer words carry no sense, and the stemmers' own patterns are not linear on them. */
const longestStemmed = 32;

/** One spelling for one word: lower case, ё as е, one apostrophe, no accents, `соооочень` as `сочень`. */
export function normalise(raw: string): string {
  let word = raw.toLowerCase();
  if (/[^a-zа-яіїєґ0-9]/.test(word)) {
    word = word
      .normalize('NFC')
      .replace(/\p{M}+/gu, '')
      .replace(/ё/g, 'е')
      .replace(/[’ʼ‘`]/g, "'");
  }
  return word.replace(/(\p{L})\1{2,}/gu, '$1');
}

/** Whether the word is written in Cyrillic letters, judged by its first letter. */
export function isCyrillic(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x400 && code <= 0x52f;
}

/** The stems under which a normalised word is looked up: both Slavic ones, since people mix the two. */
export function stemsOf(word: string): readonly string[] {
  // Figures are their own stem.
  if (word.length > longestStemmed || /^\d+$/.test(word)) return [];
  if (!isCyrillic(word)) return [`en:${english.stem(word)}`];
  return [`ru:${russian.stem(word)}`, `uk:${ukrainian.stem(word)}`];
}

/** The stem of a word of a lexicon, in the lexicon's own language. */
export function stemIn(language: Spoken, word: string): string {
  const stemmer = { ru: russian, uk: ukrainian, en: english }[language];
  return `${language}:${stemmer.stem(word)}`;
}
