import { ClassSet } from './class-set.js';
import { LetterTrie } from './letter-trie.js';
import type { Spoken } from './words.js';

/** The English stemmer writes at most this many letters of its own at the end: `abilities` is `abl`. */
const englishEnd = 2;

/** What a word begins with. */
export interface Begun {
  readonly classes: ClassSet;
  /** The languages that may have the stem of the word among theirs: none for four words of five. */
  readonly stems: readonly Spoken[];
}

/** The letters of all endings that a Slavic stemmer cuts off. */
const endings = { ru: lettersIn('авгеийлмностухшщыьюя'), uk: lettersIn('авгеийлмостухчшыьюяіїє') };

/** The languages of stems, by a bit for each. */
const bits: Readonly<Record<Spoken, number>> = { ru: 1, uk: 2, en: 4 };
const languages: readonly (readonly Spoken[])[] = Array.from({ length: 8 }, (_, some) =>
  (['ru', 'uk', 'en'] as const).filter((language) => some & bits[language]),
);

/**
 * The beginnings that patterns name, and the stems of the lexicons. Both Slavic stemmers only cut endings off and write
 * doubled н once, and the English one keeps all but the last letters: a word that begins with none of these stems, or goes
 * on behind them with a letter that no ending has, need not be stemmed, which is slow.
 */
export class Beginnings {
  private readonly trie = new LetterTrie();
  /** By the place in the trie. */
  private readonly classes: (ClassSet | undefined)[] = [];
  /** The bits of the languages that have this stem. */
  private readonly stems: number[] = [];

  /** Adds a beginning of words that belong to a class. */
  add(beginning: string, id: number): void {
    const place = this.placeOf(beginning);
    (this.classes[place] ??= new ClassSet()).add(id);
  }

  /** Adds a stem of a language. */
  addStem(language: Spoken, stem: string): void {
    const kept = language === 'en' ? Math.max(1, stem.length - englishEnd) : stem.length;
    const place = this.placeOf(stem.slice(0, kept));
    this.stems[place] = (this.stems[place] ?? 0) | bits[language];
  }

  /** Adds the classes of the beginnings of a word to others. */
  of(word: string, others: ClassSet): Begun {
    const { trie } = this;
    let classes = others;
    let last = 0;
    let isDoubled = false;
    let english = 0;
    // How many letters of the word the longest stem has.
    let russian = 0;
    let ukrainian = 0;
    let place: number = LetterTrie.root;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      if (code === doubled && last === doubled) isDoubled = true;
      last = code;
      place = trie.next(place, code);
      if (place === 0) break;
      classes = classes.and(this.classes[place]);
      const stems = this.stems[place] ?? 0;
      if (stems === 0) continue;
      if (stems & bits.ru) russian = at + 1;
      if (stems & bits.uk) ukrainian = at + 1;
      english |= stems & bits.en;
    }
    let some = english;
    if (isDoubled || (russian > 0 && isEnding(word, russian, endings.ru))) some |= bits.ru;
    if (isDoubled || (ukrainian > 0 && mayCut(word, ukrainian))) some |= bits.uk;
    return { classes, stems: languages[some] ?? [] };
  }

  /** Every place is filled, so that a look never leaves the lists. */
  private placeOf(beginning: string): number {
    const place = this.trie.add(beginning);
    while (this.stems.length <= place) {
      this.stems.push(0);
      this.classes.push(undefined);
    }
    return place;
  }
}

const doubled = 'н'.charCodeAt(0);

/** The Ukrainian stemmer cuts off whatever stands before "-ость" too. */
function mayCut(word: string, from: number): boolean {
  return isEnding(word, from, endings.uk) || word.includes('ост');
}

function isEnding(word: string, from: number, letters: Uint8Array): boolean {
  for (let at = word.length - 1; at >= from; at -= 1) {
    const code = word.charCodeAt(at);
    if (code >= letters.length || letters[code] === 0) return false;
  }
  return true;
}

function lettersIn(letters: string): Uint8Array {
  const all = new Uint8Array(0x500);
  for (const letter of letters) all[letter.charCodeAt(0)] = 1;
  return all;
}
