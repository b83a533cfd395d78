import { entries, known, knowledge } from './knowledge.js';
import { cyrillicLetters, lettersOf, type Letters } from './letters.js';
import type { Modifier } from './lexicon/lexicon.js';
import type { Known } from './matcher.js';
import { Spelling } from './spelling.js';
import { transliterationOf, type Transliteration } from './transliterate.js';
import { WordMemory, type Remembering } from './word-memory.js';
import { everyday, normalise, type Spoken } from './words.js';

/** What the lexicons and the letters say of a word; one object for all the words of which they say the same. */
export class Traits implements Known {
  readonly openings: Known['openings'];
  readonly classes: Known['classes'];
  readonly lowBits: number;
  readonly highBits: number;

  constructor(
    { openings, classes, lowBits, highBits }: Known,
    readonly modifier: Modifier | undefined,
    /** How much the word is one of the frequent ones of each language. */
    readonly frequent: Readonly<Record<Spoken, number>>,
    readonly letters: Letters,
    /** Set for a word in plain Latin letters. */
    readonly transliteration: Transliteration | undefined,
    /** Set for a word of two alphabets that look alike: the one that it is meant in. */
    readonly disguise: 'cyrillic' | 'latin' | undefined,
  ) {
    this.openings = openings;
    this.classes = classes;
    this.lowBits = lowBits;
    this.highBits = highBits;
  }
}

const memory = new WordMemory<Traits>(lookUp);

/** Looks the word up that stands from `start` to `end`; remembered, so that the stemmers see each usual spelling once. */
export function lookUpIn(word: Remembering<Traits>, text: string, start: number, end: number): void {
  memory.tell(word, text, start, end);
}

/** Looks a word up as it is written. */
export function lookUpSpelt(word: Remembering<Traits>, raw: string): void {
  memory.tell(word, raw, 0, raw.length);
}

/** What is known of a word before it is looked up. */
export const noTraits = new Traits(
  { openings: [], classes: [], lowBits: 0, highBits: 0 },
  undefined,
  { ru: 0, uk: 0, en: 0 },
  lettersOf(''),
  undefined,
  undefined,
);

const sums = new WeakMap<Traits, Traits>();

/** A number beside the sign of a currency: all that the number is, and a sum. */
export function asSum(traits: Traits): Traits {
  const known = sums.get(traits);
  if (known) return known;
  const aside = knowledge().know(spelling.take('##'));
  const both = {
    openings: [...traits.openings, ...aside.openings],
    classes: [...traits.classes, ...aside.classes],
    lowBits: traits.lowBits | aside.lowBits,
    highBits: traits.highBits | aside.highBits,
  };
  const { modifier, frequent, letters, transliteration, disguise } = traits;
  const sum = new Traits(both, modifier, frequent, letters, transliteration, disguise);
  sums.set(traits, sum);
  return sum;
}

function lookUp(text: string, start: number, end: number): Traits {
  lists ??= listsOf();
  return spelling.read(text, start, end) ? lookUpCyrillic() : lookUpRare(text.slice(start, end));
}

/** Looks up what `spelling` has read: nearly all words come this way. */
function lookUpCyrillic(): Traits {
  const found = knowledge().know(spelling);
  const listed = listedAt(spelling.place);
  const { told } = spelling;
  if (listed === unlisted) {
    return found.classes.length > 0
      ? commonTraits(found, cyrillicLetters(told), undefined)
      : (nothingKnown[told] ??= commonTraits(found, cyrillicLetters(told), undefined));
  }
  return new Traits(found, listed.modifier, listed.frequent, cyrillicLetters(told), undefined, undefined);
}

function lookUpRare(raw: string): Traits {
  const plain = everyday(raw);
  let text = plain ?? normalise(raw);
  let found = knowledge().know(spelling.take(text));
  if (plain === undefined && found.classes.length === 0 && drawn.test(raw)) {
    // "классс" is `класс`, not `клас`.
    text = normalise(raw.replace(drawn, '$1$1'));
    found = knowledge().know(spelling.take(text));
  }
  const { modifier, frequent } = listedAt(spelling.place);
  const letters = lettersOf(text);
  const isEnglish = found.classes.length > 0 || frequent.en > 0;
  const disguise = plain === undefined ? disguiseOf(raw, letters) : undefined;
  const transliteration = transliterationOf(raw, isEnglish, isSlavic);
  const isCommon = modifier === undefined && frequent === unknown && disguise === undefined;
  return isCommon
    ? commonTraits(found, letters, transliteration)
    : new Traits(found, modifier, frequent, letters, transliteration, disguise);
}

/** Of words of which only the letters tell something, by what they tell. */
const nothingKnown: Traits[] = [];

/** Written anew for every word that is looked up. */
const spelling = new Spelling();

const common = new Map<Known, Traits[]>();

/** Nearly all words that are new to a long-running process share one of some thousand objects: they come in many forms. */
function commonTraits(found: Known, letters: Letters, transliteration: Transliteration | undefined): Traits {
  const alike = common.get(found) ?? [];
  for (const traits of alike) {
    if (traits.letters === letters && traits.transliteration === transliteration) return traits;
  }
  const traits = new Traits(found, undefined, unknown, letters, transliteration, undefined);
  common.set(found, [...alike, traits]);
  return traits;
}

/** Whether a spelling in Cyrillic is a word that the lexicons know. */
function isSlavic(word: string): boolean {
  const found = knowledge().know(spelling.take(word));
  return found.classes.length > 0 || listedAt(spelling.place).frequent !== unknown;
}

/** Letters that stand thrice and more. */
const drawn = /(\p{L})\1{2,}/u;

function disguiseOf(raw: string, { script }: Letters): Traits['disguise'] {
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

/** By the numbers of words; made before the first word is looked up. */
let lists: readonly Listed[] | undefined;

function listedAt(place: number): Listed {
  return lists?.[place] ?? unlisted;
}

function listsOf(): readonly Listed[] {
  const all = new Map<number, Listed>();
  const change = (word: string, changed: (listed: Listed) => Listed): void => {
    const place = knowledge().placeOf(normalise(word));
    all.set(place, changed(all.get(place) ?? unlisted));
  };
  for (const [language, lexicon] of known) {
    for (const [modifier, list] of entries(lexicon.modifiers)) {
      for (const word of list) change(word, (listed) => ({ ...listed, modifier }));
    }
    for (const word of lexicon.frequent) {
      change(word, ({ modifier, frequent }) => ({
        modifier,
        frequent: { ...frequent, [language]: frequent[language] + 1 },
      }));
    }
  }
  return Array.from({ length: Math.max(...all.keys()) + 1 }, (_, place) => all.get(place) ?? unlisted);
}
