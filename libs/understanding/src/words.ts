import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import russian from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';
import ukrainian from 'natural/lib/natural/stemmers/porter_stemmer_uk.js';
import { inOneAlphabet } from './alphabets.js';
import { unmask } from './masked-words.js';

/** The languages that have a lexicon. */
export type Spoken = 'ru' | 'uk' | 'en';

/** Longer words carry no sense, and the stemmers' own patterns are not linear on them. */
export const longestStemmed = 32;

/**
 * One spelling for one word: lower case, one alphabet, no masks, ё as е, one apostrophe, neither accents nor invisible
 * characters, `соооочень` as `сочень`.
 */
export function normalise(raw: string): string {
  return everyday(raw) ?? plainly(raw);
}

/** The one spelling of a word that needs nothing but small letters, as nearly all do; `undefined` for any other. */
export function everyday(raw: string): string | undefined {
  // Small letters of Cyrillic are found slowly, and most words have no others.
  if (isPlain(raw)) return raw;
  const word = raw.toLowerCase();
  return word !== raw && isPlain(word) ? word : undefined;
}

function plainly(raw: string): string {
  const visible = raw.replace(/\p{Cf}+/gu, '').normalize('NFKC');
  const oneScript = mixesAlphabets(visible) ? (inOneAlphabet(visible) ?? visible) : visible;
  let word = oneScript.toLowerCase();
  if (/[^a-zа-яіїєґ]/.test(word)) {
    word = word
      .replace(/\p{M}+/gu, '')
      .replace(/ё/g, 'е')
      .replace(/[’ʼ‘`]/g, "'");
    word = unmask(word) ?? word;
  }
  return word.replace(/(\p{L})\1{2,}/gu, '$1');
}

/** Whether a word has Latin letters beside Cyrillic ones. */
function mixesAlphabets(word: string): boolean {
  return /[a-z]/i.test(word) && /[\u0400-\u052f]/.test(word);
}

const latin = 1;
const cyrillic = 2;
const figure = 4;

/**
 * Whether all letters and figures are everyday ones, of one alphabet, none stands thrice in a row, and no figure stands
 * for a letter: nearly all words are so.
 */
function isPlain(word: string): boolean {
  let last = 0;
  let beforeLast = 0;
  let kinds = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    const kind = code < plainEnd ? (plainCodes[code] ?? 0) : 0;
    if (kind === 0 || (code === last && code === beforeLast)) return false;
    // A letter after a figure after a letter.
    if (kind !== figure && kinds > figure && plainCodes[last] === figure) return false;
    kinds |= kind;
    beforeLast = last;
    last = code;
  }
  return (kinds & (latin | cyrillic)) !== (latin | cyrillic);
}

const plainEnd = 0x500;
const plainCodes = new Uint8Array(plainEnd);
for (const char of 'abcdefghijklmnopqrstuvwxyz') plainCodes[char.charCodeAt(0)] = latin;
for (const char of 'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ') plainCodes[char.charCodeAt(0)] = cyrillic;
for (const char of '0123456789') plainCodes[char.charCodeAt(0)] = figure;

/** Whether the word is written in Cyrillic letters, judged by its first letter. */
export function isCyrillic(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x400 && code <= 0x52f;
}

const slavic: readonly Spoken[] = ['ru', 'uk'];
const onlyEnglish: readonly Spoken[] = ['en'];
const noLanguage: readonly Spoken[] = [];

/** The languages whose stemmers know what to do with a normalised word: both Slavic ones, since people mix the two. */
export function stemmersOf(word: string): readonly Spoken[] {
  if (word.length > longestStemmed) return noLanguage;
  if (isCyrillic(word)) return slavic;
  // Figures are their own stem.
  return /^\d+$/.test(word) ? noLanguage : onlyEnglish;
}

const stemmers = { ru: russian, uk: ukrainian, en: english };

/** The stem of a normalised word by the stemmer of a language. */
export function stemIn(language: Spoken, word: string): string {
  return stemmers[language].stem(word);
}
