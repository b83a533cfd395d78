import { ClassSet } from './class-set.js';
import { LetterTrie } from './letter-trie.js';
import type { Spoken } from './words.js';

/** The English stemmer writes at most this many letters of its own at the end: `abilities` is `abl`. */
const englishEnd = 2;

/** What a word begins with. */
export interface Begun {
  readonly classes: ClassSet;
  /** Whether the word may have one of the stems: true for one word of three. */
  readonly mayHaveStem: boolean;
}

/**
 * The beginnings that patterns name, and the stems of the lexicons. Both Slavic stemmers only cut the end of a word off and
 * write doubled н once, and the English one keeps all but the last letters, so a word that begins with none of these stems
 * has none of them, and need not be stemmed, which is slow.
 */
export class Beginnings {
  private readonly trie = new LetterTrie();
  /** By the place in the trie. */
  private readonly classes: (ClassSet | undefined)[] = [];
  private readonly isStem: boolean[] = [];

  /** Adds a beginning of words that belong to a class. */
  add(beginning: string, id: number): void {
    const place = this.placeOf(beginning);
    (this.classes[place] ??= new ClassSet()).add(id);
  }

  /** Adds a stem of a language. */
  addStem(language: Spoken, stem: string): void {
    const kept = language === 'en' ? Math.max(1, stem.length - englishEnd) : stem.length;
    this.isStem[this.placeOf(stem.slice(0, kept))] = true;
  }

  /** Adds the classes of the beginnings of a word to others. */
  of(word: string, others: ClassSet): Begun {
    const { trie, isStem } = this;
    let classes = others;
    let mayHaveStem = false;
    let last = 0;
    let place: number = LetterTrie.root;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      if (code === doubled && last === doubled) mayHaveStem = true;
      last = code;
      place = trie.next(place, code);
      if (place === 0) break;
      classes = classes.and(this.classes[place]);
      if (isStem[place] === true) mayHaveStem = true;
    }
    return { classes, mayHaveStem };
  }

  /** Every place is filled, so that a look never leaves the lists. */
  private placeOf(beginning: string): number {
    const place = this.trie.add(beginning);
    while (this.isStem.length <= place) {
      this.isStem.push(false);
      this.classes.push(undefined);
    }
    return place;
  }
}

const doubled = 'н'.charCodeAt(0);
