import { knowledge, type Finding } from './knowledge.js';
import type { Match } from './matcher.js';
import { tokenize, type MarkKind, type TokenSink } from './tokenize.js';
import { toCyrillic } from './transliterate.js';
import { wordOf, type Word } from './vocabulary.js';

/** Longer texts are read at their beginning and their end only, in UTF-16 code units. */
const longestRead = 10_000;
const headRead = 8_000;

/** A negator works on judging words this many words after it. */
export const negationReach = 3;

/** A word at its place in the text: UTF-16 code units, end exclusive. */
export interface Slot {
  word: Word;
  readonly start: number;
  readonly end: number;
  readonly opensSentence: boolean;
  /** A comma or the like stands before it: a negation does not reach over that. */
  readonly opensClause: boolean;
  /** Whether a negator of the same clause stands shortly before the word. */
  isNegated: boolean;
}

/** A text taken apart: its words in order, what was found in them, and the marks around them. */
export interface Reading {
  readonly slots: readonly Slot[];
  readonly matches: readonly Match<Finding>[];
  readonly marks: Marks;
  /** Set when Latin letters spell Russian or Ukrainian. */
  readonly transliterated: 'ru' | 'uk' | undefined;
  readonly steps: number;
}

/** What is said without words. */
export interface Marks {
  smiles: number;
  frowns: number;
  exclamations: number;
  questions: number;
  links: number;
  handles: number;
}

/** Reads a text once; every later step works on the reading, never on the text again. */
export function read(text: string): Reading {
  const sheet = new Sheet();
  tokenizeBounded(text, sheet);
  const { slots, marks } = sheet;
  const transliterated = transliterationOf(slots);
  if (transliterated) for (const slot of slots) slot.word = wordOf(toCyrillic(slot.word.raw.toLowerCase()));
  markNegated(slots);
  const { matches, steps } = knowledge().find(slots);
  return { slots, matches, marks, transliterated, steps };
}

class Sheet implements TokenSink {
  readonly slots: Slot[] = [];
  readonly marks: Marks = { smiles: 0, frowns: 0, exclamations: 0, questions: 0, links: 0, handles: 0 };
  /** Where the piece of the text that is being read begins. */
  offset = 0;
  private opensSentence = true;
  private opensClause = true;

  word(raw: string, start: number, end: number): void {
    const { offset, opensSentence, opensClause } = this;
    this.slots.push({
      word: wordOf(raw),
      start: start + offset,
      end: end + offset,
      opensSentence,
      opensClause,
      isNegated: false,
    });
    this.opensSentence = false;
    this.opensClause = false;
  }

  mark(kind: MarkKind, raw: string): void {
    if (kind === 'smile') this.marks.smiles += 1;
    else if (kind === 'frown') this.marks.frowns += 1;
    else if (kind === 'link') this.marks.links += 1;
    else if (kind === 'handle') this.marks.handles += 1;
    else if (kind === 'mark') this.opensClause = true;
    else if (kind === 'end') {
      this.opensSentence = true;
      this.opensClause = true;
      if (raw.includes('!')) this.marks.exclamations += 1;
      if (raw.includes('?')) this.marks.questions += 1;
    }
  }
}

function tokenizeBounded(text: string, sheet: Sheet): void {
  if (text.length <= longestRead) return tokenize(text, sheet);
  tokenize(text.slice(0, headRead), sheet);
  sheet.offset = text.length - (longestRead - headRead);
  tokenize(text.slice(sheet.offset), sheet);
}

function transliterationOf(slots: readonly Slot[]): 'ru' | 'uk' | undefined {
  let latin = 0;
  const hits = { ru: 0, uk: 0 };
  for (const { word } of slots) {
    if (!word.transliteration) continue;
    latin += 1;
    if (word.transliteration.ru) hits.ru += 1;
    if (word.transliteration.uk) hits.uk += 1;
  }
  const best = hits.uk > hits.ru ? 'uk' : 'ru';
  return hits[best] >= 2 && hits[best] * 6 >= latin ? best : undefined;
}

function markNegated(slots: readonly Slot[]): void {
  let reach = 0;
  for (const slot of slots) {
    if (slot.opensClause) reach = 0;
    slot.isNegated = reach > 0;
    reach = slot.word.modifier === 'negator' ? negationReach : reach - 1;
  }
}
