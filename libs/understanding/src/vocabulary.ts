import type { NotedWord } from '@heard/wording/notes';
import { entries, known, knowledge, type Finding } from './knowledge.js';
import { lettersOf, type Letters } from './letters.js';
import type { Modifier } from './lexicon/lexicon.js';
import type { Known } from './matcher.js';
import { ScoredWord } from './model/score.js';
import { transliterationOf, type Transliteration } from './transliterate.js';
import { WordMemory } from './word-memory.js';
import type { WordRows } from './word-rows.js';
import { everyday, normalise, type Spoken } from './words.js';

/** What the lexicons and the letters say of a word; one object for all the words of which they say the same. */
interface Traits extends Known<Finding> {
  readonly modifier: Modifier | undefined;
  /** How much the word is one of the frequent ones of each language. */
  readonly frequent: Readonly<Record<Spoken, number>>;
  readonly letters: Letters;
  /** Set for a word in plain Latin letters. */
  readonly transliteration: Transliteration | undefined;
  /** Set for a word of two alphabets that look alike: the one that it is meant in. */
  readonly disguise: 'cyrillic' | 'latin' | undefined;
}

/** Everything that can be said of a word without the words around it. */
export class Word extends ScoredWord implements Traits {
  constructor(
    private readonly traits: Traits,
    rows: WordRows,
    row: number,
    private readonly text: string,
    private readonly start: number,
    private readonly end: number,
  ) {
    super(rows, row);
  }

  /** As written. */
  get raw(): string {
    return this.text.slice(this.start, this.end);
  }

  /** What the phrases of the notes know of it, once a text with it was asked for notes. */
  get noted(): NotedWord | undefined {
    return this.rows.noted[this.row];
  }

  set noted(noted: NotedWord | undefined) {
    this.rows.noted[this.row] = noted;
  }

  /** The same word, of which something else is known. */
  as(other: (traits: Traits) => Traits): Word {
    const { traits, rows, row, text, start, end } = this;
    return new Word(other(traits), rows, row, text, start, end);
  }

  get openings(): Traits['openings'] {
    return this.traits.openings;
  }

  get classes(): Traits['classes'] {
    return this.traits.classes;
  }

  get classBits(): number {
    return this.traits.classBits;
  }

  get modifier(): Traits['modifier'] {
    return this.traits.modifier;
  }

  get frequent(): Traits['frequent'] {
    return this.traits.frequent;
  }

  get letters(): Letters {
    return this.traits.letters;
  }

  get transliteration(): Traits['transliteration'] {
    return this.traits.transliteration;
  }

  get disguise(): Traits['disguise'] {
    return this.traits.disguise;
  }
}

const memory = new WordMemory<Traits, Word>(
  lookUp,
  (traits, rows, row, text, start, end) => new Word(traits, rows, row, text, start, end),
);

/** Looks a word up at its place in a text; remembered, so that the stemmers see each usual spelling once. */
export function wordIn(text: string, start: number, end: number): Word {
  return memory.at(text, start, end);
}

/** Looks a word up as it is written. */
export function wordOf(raw: string): Word {
  return memory.at(raw, 0, raw.length);
}

/** A number beside the sign of a currency: all that the number is, and a sum. */
export function asSum(word: Word): Word {
  return word.as(sumOf);
}

const sums = new WeakMap<Traits, Traits>();

function sumOf(traits: Traits): Traits {
  const known = sums.get(traits);
  if (known) return known;
  const { openings, classes, classBits } = knowledge().know('##');
  const sum = {
    ...traits,
    openings: [...traits.openings, ...openings],
    classes: [...traits.classes, ...classes],
    classBits: traits.classBits | classBits,
  };
  sums.set(traits, sum);
  return sum;
}

function lookUp(raw: string): Traits {
  const plain = everyday(raw);
  let text = plain ?? normalise(raw);
  let found = knowledge().know(text);
  if (plain === undefined && found.classes.length === 0 && drawn.test(raw)) {
    // "классс" is `класс`, not `клас`.
    text = normalise(raw.replace(drawn, '$1$1'));
    found = knowledge().know(text);
  }
  const { openings, classes, classBits } = found;
  const letters = lettersOf(text);
  const { modifier, frequent } = listedAs(text);
  const isEnglish = classes.length > 0 || frequent.en > 0;
  const traits: Traits = {
    openings,
    classes,
    classBits,
    modifier,
    frequent,
    letters,
    disguise: plain === undefined ? disguiseOf(raw, letters) : undefined,
    transliteration: transliterationOf(raw, isEnglish, isSlavic),
  };
  return isUnremarkable(traits) ? commonTraits(traits) : traits;
}

/** Nearly all words that are new to a long-running process are so: memory is kept for what differs. */
function isUnremarkable({ classes, modifier, frequent, disguise }: Traits): boolean {
  return classes.length === 0 && modifier === undefined && frequent === unknown && disguise === undefined;
}

const common = new Map<Letters, Traits[]>();

/** Letters and transliterations have a few dozen answers in all, each one object. */
function commonTraits(traits: Traits): Traits {
  const alike = common.get(traits.letters) ?? [];
  const found = alike.find(({ transliteration }) => transliteration === traits.transliteration);
  if (found) return found;
  alike.push(traits);
  common.set(traits.letters, alike);
  return traits;
}

/** Whether a spelling in Cyrillic is a word that the lexicons know. */
function isSlavic(spelling: string): boolean {
  return listedAs(spelling).frequent !== unknown || knowledge().know(spelling).classes.length > 0;
}

/** Letters that stand thrice and more. */
const drawn = /(\p{L})\1{2,}/u;

function disguiseOf(raw: string, { script }: Letters): Word['disguise'] {
  if (script === 'cyrillic') return /[a-z]/i.test(raw) ? 'cyrillic' : undefined;
  return script === 'latin' && /[\u0400-\u052f]/.test(raw) ? 'latin' : undefined;
}

/** What the lists of a lexicon say of a word. */
interface Listed {
  readonly modifier: Modifier | undefined;
  readonly frequent: Readonly<Record<Spoken, number>>;
}

const unknown: Readonly<Record<Spoken, number>> = { ru: 0, uk: 0, en: 0 };
const unlisted: Listed = { modifier: undefined, frequent: unknown };

let lists: ReadonlyMap<string, Listed> | undefined;

function listedAs(text: string): Listed {
  return (lists ??= listsOf()).get(text) ?? unlisted;
}

function listsOf(): ReadonlyMap<string, Listed> {
  const all = new Map<string, Listed>();
  const listed = (word: string): Listed => all.get(word) ?? unlisted;
  for (const [language, lexicon] of known) {
    for (const [modifier, list] of entries(lexicon.modifiers)) {
      for (const word of list.map(normalise)) all.set(word, { ...listed(word), modifier });
    }
    for (const word of lexicon.frequent.map(normalise)) {
      const { modifier, frequent } = listed(word);
      all.set(word, { modifier, frequent: { ...frequent, [language]: frequent[language] + 1 } });
    }
  }
  return all;
}
