import { entries, known, knowledge, type Finding } from './knowledge.js';
import { lettersOf, type Letters } from './letters.js';
import type { Modifier } from './lexicon/lexicon.js';
import type { Known } from './matcher.js';
import { transliterationOf, type Transliteration } from './transliterate.js';
import { normalise, type Spoken } from './words.js';

/** Everything that can be said of a word without the words around it. */
export interface Word extends Known<Finding> {
  /** As written. */
  readonly raw: string;
  readonly modifier: Modifier | undefined;
  /** How much the word is one of the frequent ones of each language. */
  readonly frequent: Readonly<Record<Spoken, number>>;
  readonly letters: Letters;
  /** Set for a word in plain Latin letters. */
  readonly transliteration: Transliteration | undefined;
}

/** A round of words; two rounds are kept, some 25 MB when full. */
const remembered = 50_000;
const longestRemembered = 40;

let recent = new Map<string, Word>();
let older = new Map<string, Word>();

/** Looks a word up as it is written; remembered, so that the stemmers see each usual spelling once. */
export function wordOf(raw: string): Word {
  const word = recent.get(raw);
  if (word) return word;
  if (raw.length > longestRemembered || isLongFigure(raw)) return lookUp(raw);
  // A piece of a text keeps the whole text alive in V8; what is remembered must be a copy.
  return remember(older.get(raw) ?? lookUp(` ${raw}`.slice(1)));
}

/** What was not met since the last full round is forgotten. */
function remember(word: Word): Word {
  if (recent.size >= remembered) {
    older = recent;
    recent = new Map();
  }
  recent.set(word.raw, word);
  return word;
}

/** Numbers of orders and the like do not come again. */
function isLongFigure(raw: string): boolean {
  return raw.length > 4 && /^\d+$/.test(raw);
}

function lookUp(raw: string): Word {
  const text = normalise(raw);
  const { modifiers, frequent } = (lists ??= listsOf());
  const { openings, classes, classBits } = knowledge().know(text);
  return {
    openings,
    classes,
    classBits,
    raw,
    modifier: modifiers.get(text),
    frequent: frequent.get(text) ?? unknown,
    letters: lettersOf(text),
    transliteration: transliterationOf(raw),
  };
}

interface Lists {
  readonly modifiers: ReadonlyMap<string, Modifier>;
  readonly frequent: ReadonlyMap<string, Readonly<Record<Spoken, number>>>;
}

const unknown: Readonly<Record<Spoken, number>> = { ru: 0, uk: 0, en: 0 };

let lists: Lists | undefined;

function listsOf(): Lists {
  const modifiers = new Map<string, Modifier>();
  const frequent = new Map<string, Record<Spoken, number>>();
  for (const [language, lexicon] of known) {
    for (const [modifier, list] of entries(lexicon.modifiers))
      for (const word of list) modifiers.set(normalise(word), modifier);
    for (const word of lexicon.frequent.map(normalise)) {
      const counts = frequent.get(word) ?? { ...unknown };
      counts[language] += 1;
      frequent.set(word, counts);
    }
  }
  return { modifiers, frequent };
}
