import { knowledge, type Finding } from './knowledge.js';
import type { Match, Slot } from './matcher.js';
import { tokenize, type Token } from './tokenize.js';
import { toCyrillic, transliterationCues } from './transliterate.js';

/** Longer texts are read at their beginning and their end only, in UTF-16 code units. */
const longestRead = 10_000;
const headRead = 8_000;

/** A text taken apart: its words in order, what was found in them, and the marks around them. */
export interface Reading {
  readonly words: readonly Token[];
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
  shouted: number;
}

/** Reads a text once; every later step works on the reading, never on the text again. */
export function read(text: string): Reading {
  const tokens = tokenizeBounded(text);
  const transliterated = transliterationOf(tokens);
  const matcher = knowledge();
  const marks: Marks = {
    smiles: 0,
    frowns: 0,
    exclamations: 0,
    questions: 0,
    links: 0,
    handles: 0,
    shouted: 0,
  };
  const words: Token[] = [];
  const slots: Slot[] = [];
  let opensSentence = true;
  let opensClause = true;
  for (const token of tokens) {
    if (token.kind === 'word' || token.kind === 'number') {
      const raw = transliterated && token.kind === 'word' ? toCyrillic(token.raw.toLowerCase()) : token.raw;
      words.push(token);
      slots.push({ word: matcher.word(raw), opensSentence, opensClause });
      opensSentence = false;
      opensClause = false;
      if (token.raw.length > 3 && token.raw === token.raw.toUpperCase() && token.kind === 'word')
        marks.shouted += 1;
    } else {
      if (token.kind === 'end') opensSentence = true;
      if (token.kind === 'end' || token.kind === 'mark') opensClause = true;
      count(token, marks);
    }
  }
  return { words, slots, ...matcher.find(slots), marks, transliterated };
}

function tokenizeBounded(text: string): Token[] {
  if (text.length <= longestRead) return tokenize(text);
  const tailAt = text.length - (longestRead - headRead);
  const tail = tokenize(text.slice(tailAt)).map((token) => ({
    ...token,
    start: token.start + tailAt,
    end: token.end + tailAt,
  }));
  return [...tokenize(text.slice(0, headRead)), ...tail];
}

function count(token: Token, marks: Marks): void {
  if (token.kind === 'smile') marks.smiles += 1;
  else if (token.kind === 'frown') marks.frowns += 1;
  else if (token.kind === 'link') marks.links += 1;
  else if (token.kind === 'handle') marks.handles += 1;
  else if (token.kind === 'end') {
    if (token.raw.includes('!')) marks.exclamations += 1;
    if (token.raw.includes('?')) marks.questions += 1;
  }
}

function transliterationOf(tokens: readonly Token[]): 'ru' | 'uk' | undefined {
  let latin = 0;
  const hits = { ru: 0, uk: 0 };
  for (const token of tokens) {
    if (token.kind !== 'word' || !/^[a-z]/i.test(token.raw)) continue;
    latin += 1;
    const word = token.raw.toLowerCase();
    if (transliterationCues.ru.has(word)) hits.ru += 1;
    if (transliterationCues.uk.has(word)) hits.uk += 1;
  }
  const best = hits.uk > hits.ru ? 'uk' : 'ru';
  return hits[best] >= 2 && hits[best] * 6 >= latin ? best : undefined;
}
