import { toldBy } from './letters.js';
import type { Spoken } from './words.js';

/** Longer words carry no sense: of them only the first letters are looked at. */
export const longestSpelt = 40;

/** Everyday Cyrillic letters, small and capital, as small ones; 0 for all other characters. */
const small = new Uint16Array(0x500);
for (const letter of 'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ') {
  small[letter.charCodeAt(0)] = letter.charCodeAt(0);
  small[letter.toUpperCase().charCodeAt(0)] = letter.charCodeAt(0);
}

/** A string of so many letters from `start` on. */
export function lettersFrom(codes: Uint16Array, start: number, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += 1) text += String.fromCharCode(codes[start + at] ?? 0);
  return text;
}

/** The word that is being looked at, letter by letter in its one spelling; written anew for every word. */
export class Spelling {
  readonly codes = new Uint16Array(longestSpelt);
  /** Of the whole word; `codes` holds no more than the first forty. */
  length = 0;
  /** How many of its letters are capitals. */
  capitals = 0;
  /** What its letters tell of its language, as in `toldBy`. */
  told = 0;
  /** Its number among the forms that something is known of, or 0; set when it is looked up, as the next. */
  place = 0;
  /** The languages that may know its stem. */
  stems: readonly Spoken[] = [];

  /** Reads a word of everyday Cyrillic letters, none of them thrice in a row, as nearly all are; false for any other. */
  read(text: string, start: number, end: number): boolean {
    const length = end - start;
    if (length > longestSpelt) return false;
    for (let at = 0; at < length; at += 1) this.codes[at] = text.charCodeAt(start + at);
    return this.makeSmall(length);
  }

  /** The same for a word whose letters stand in a table. */
  readFrom(letters: Uint16Array, start: number, length: number): boolean {
    if (length > longestSpelt) return false;
    for (let at = 0; at < length; at += 1) this.codes[at] = letters[start + at] ?? 0;
    return this.makeSmall(length);
  }

  /** Takes a word that is spelt so already. */
  take(word: string): this {
    this.length = word.length;
    const held = Math.min(word.length, longestSpelt);
    for (let at = 0; at < held; at += 1) this.codes[at] = word.charCodeAt(at);
    return this;
  }

  /** The word, as long as it is not too long to be looked at. */
  toString(): string {
    return lettersFrom(this.codes, 0, this.length);
  }

  private makeSmall(length: number): boolean {
    const { codes } = this;
    let last = 0;
    let beforeLast = 0;
    let capitals = 0;
    let told = 0;
    for (let at = 0; at < length; at += 1) {
      const code = codes[at] ?? 0;
      const letter = code < small.length ? (small[code] ?? 0) : 0;
      if (letter === 0 || (letter === last && letter === beforeLast)) return false;
      if (letter !== code) {
        codes[at] = letter;
        capitals += 1;
      }
      told |= toldBy(letter);
      beforeLast = last;
      last = letter;
    }
    this.length = length;
    this.capitals = capitals;
    this.told = told;
    return true;
  }
}
