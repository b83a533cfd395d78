import { LetterTrie } from '@heard/wording/notes';
import { ClassSet, noClasses } from './class-set.js';
import { longestSpelt, type Spelling } from './spelling.js';
import type { Spoken } from './words.js';

/** The English stemmer writes at most this many letters of its own at the end: `abilities` is `abl`. */
const englishEnd = 2;

/** The letters of all endings that a Slavic stemmer cuts off. */
const endings = { ru: lettersIn('авгеийлмностухшщыьюя'), uk: lettersIn('авгеийлмостухчшыьюяіїє') };

/** The languages of stems, by a bit for each. */
const bits: Readonly<Record<Spoken, number>> = { ru: 1, uk: 2, en: 4 };
const languages: readonly (readonly Spoken[])[] = Array.from({ length: 8 }, (_, some) =>
  (['ru', 'uk', 'en'] as const).filter((language) => some & bits[language]),
);
const noStems: readonly Spoken[] = [];

/**
 * The forms and the beginnings of words that patterns name, and the stems of the lexicons, letter by letter: one walk tells
 * them all, and ends soon for a word that begins like none.
 */
export class Forms {
  private readonly trie = new LetterTrie();
  /** By the place in the trie, as all lists here. */
  private readonly ofForm: (ClassSet | undefined)[] = [];
  private readonly ofBeginning: (ClassSet | undefined)[] = [];
  /** The bits of the languages that have this stem. */
  private readonly stemBits: number[] = [];

  /** Adds a class that words of this form belong to. */
  add(form: string, id: number): void {
    (this.ofForm[this.placeOf(form)] ??= new ClassSet()).add(id);
  }

  /** The classes of a form itself. */
  of(form: string): ClassSet | undefined {
    return this.ofForm[this.placeOf(form)];
  }

  /** Adds a class that words with this beginning belong to. */
  addBeginning(beginning: string, id: number): void {
    (this.ofBeginning[this.placeOf(beginning)] ??= new ClassSet()).add(id);
  }

  /** Adds a stem of a language. */
  addStem(language: Spoken, stem: string): void {
    const kept = language === 'en' ? Math.max(1, stem.length - englishEnd) : stem.length;
    const place = this.placeOf(stem.slice(0, kept));
    this.stemBits[place] = (this.stemBits[place] ?? 0) | bits[language];
  }

  /** The number of a form, made where there was none. */
  placeOf(form: string): number {
    if (form.length > longestSpelt) throw new Error(`A pattern names a word that is too long: ${form}.`);
    const place = this.trie.add(form);
    // Every place is filled, so that a look never leaves the lists.
    while (this.stemBits.length <= place) {
      this.stemBits.push(0);
      this.ofForm.push(undefined);
      this.ofBeginning.push(undefined);
    }
    return place;
  }

  /**
   * Tells the classes of a form and of its beginnings, and sets its number and the languages that may have its stem among
   * theirs: none for four words of five. Both Slavic stemmers only cut endings off and write doubled н once, and the English
   * one keeps all but the last letters: a word that begins with none of the stems, or goes on behind them with a letter
   * that no ending has, need not be stemmed, which is slow.
   */
  walk(word: Spelling): ClassSet {
    const { trie } = this;
    const { codes, length } = word;
    let begun = noClasses;
    let last = 0;
    let isDoubled = false;
    let english = 0;
    // How many letters of the word the longest stem has.
    let russian = 0;
    let ukrainian = 0;
    let place: number = LetterTrie.root;
    for (let at = 0; at < length; at += 1) {
      const code = codes[at] ?? 0;
      if (code === doubled && last === doubled) isDoubled = true;
      last = code;
      place = trie.next(place, code);
      if (place === 0) break;
      begun = begun.and(this.ofBeginning[place]);
      const stems = this.stemBits[place] ?? 0;
      if (stems === 0) continue;
      if (stems & bits.ru) russian = at + 1;
      if (stems & bits.uk) ukrainian = at + 1;
      english |= stems & bits.en;
    }
    let some = english;
    if (isDoubled || (russian > 0 && isEnding(word, russian, endings.ru))) some |= bits.ru;
    if (isDoubled || (ukrainian > 0 && mayCut(word, ukrainian))) some |= bits.uk;
    word.place = place;
    word.stems = languages[some] ?? noStems;
    return (this.ofForm[place] ?? noClasses).and(begun);
  }
}

const [doubled, o, s, t] = [...'ност'].map((letter) => letter.charCodeAt(0));

/** The Ukrainian stemmer cuts off whatever stands before "-ость" too. */
function mayCut(word: Spelling, from: number): boolean {
  return isEnding(word, from, endings.uk) || hasOst(word);
}

function hasOst({ codes, length }: Spelling): boolean {
  for (let at = 0; at + 2 < length; at += 1) {
    if (codes[at] === o && codes[at + 1] === s && codes[at + 2] === t) return true;
  }
  return false;
}

function isEnding({ codes, length }: Spelling, from: number, letters: Uint8Array): boolean {
  for (let at = length - 1; at >= from; at -= 1) {
    if (letters[codes[at] ?? 0] !== 1) return false;
  }
  return true;
}

function lettersIn(letters: string): Uint8Array {
  const all = new Uint8Array(0x500);
  for (const letter of letters) all[letter.charCodeAt(0)] = 1;
  return all;
}
