import { WordRows } from './word-rows.js';

/** A round of words; two rounds are kept, some 8 MB when full. */
const remembered = 50_000;
const longestRemembered = 40;
/** Words have five to six letters; a round with longer ones is full sooner. */
const lettersOfRound = 9 * remembered;
/** A power of two, so large that a round fills it by less than half. */
const tableSize = 131_072;
const mask = tableSize - 1;

/** Words by their spelling, one round: numbers in flat tables, since objects by the ten thousand slow V8 down. */
class Round<T> extends WordRows {
  size = 0;
  readonly known: T[] = [];
  /** The row of a word plus one, or 0. */
  private readonly table = new Int32Array(tableSize);
  private readonly hashes = new Int32Array(remembered);
  private readonly letters = new Uint16Array(lettersOfRound);
  /** Where the letters of a row end; those of the next begin there. */
  private readonly ends = new Int32Array(remembered);

  constructor() {
    super(remembered);
  }

  isFullFor(letters: number): boolean {
    return this.size >= remembered || this.lettersUsed() + letters > lettersOfRound;
  }

  /** The row of the word from `start` to `end`, or -1. */
  find(hash: number, text: string, start: number, end: number): number {
    let at = hash & mask;
    for (;;) {
      const row = (this.table[at] ?? 0) - 1;
      if (row < 0) return -1;
      if (this.hashes[row] === hash && this.isSpelt(row, text, start, end)) return row;
      at = (at + 1) & mask;
    }
  }

  add(hash: number, text: string, start: number, end: number, known: T): number {
    let at = hash & mask;
    while (this.table[at] !== 0) at = (at + 1) & mask;
    const row = this.size;
    let letter = this.lettersUsed();
    for (let from = start; from < end; from += 1) this.letters[letter++] = text.charCodeAt(from);
    this.table[at] = row + 1;
    this.hashes[row] = hash;
    this.ends[row] = letter;
    this.known.push(known);
    this.size += 1;
    return row;
  }

  private lettersUsed(): number {
    return this.size === 0 ? 0 : (this.ends[this.size - 1] ?? 0);
  }

  private isSpelt(row: number, text: string, start: number, end: number): boolean {
    const first = row === 0 ? 0 : (this.ends[row - 1] ?? 0);
    const length = end - start;
    if ((this.ends[row] ?? 0) - first !== length) return false;
    for (let at = 0; at < length; at += 1) {
      if (this.letters[first + at] !== text.charCodeAt(start + at)) return false;
    }
    return true;
  }
}

/** Makes a word at its place in a text of what is known of it and of the row that its numbers stand in. */
type Place<T, Word> = (
  known: T,
  rows: WordRows,
  row: number,
  text: string,
  start: number,
  end: number,
) => Word;

/** Remembers what is known of words, by their place in a text, without cutting the text into pieces. */
export class WordMemory<T, Word> {
  private recent = new Round<T>();
  private older: Round<T> | undefined;

  constructor(
    /** Must not hold on to what it is given, which may hold on to a whole text. */
    private readonly make: (raw: string) => T,
    private readonly place: Place<T, Word>,
  ) {}

  /** The word from `start` to `end`, exclusive; what is known of it is worked out when it is first met. */
  at(text: string, start: number, end: number): Word {
    const hash = hashOf(text, start, end);
    let row = this.recent.find(hash, text, start, end);
    if (row < 0) {
      if (end - start > longestRemembered || isLongFigure(text, start, end)) {
        return this.place(this.make(text.slice(start, end)), new WordRows(1), 0, text, start, end);
      }
      row = this.remember(hash, text, start, end);
    }
    const { recent } = this;
    return this.place(recent.known[row] as T, recent, row, text, start, end);
  }

  /** What was not met since the last full round is forgotten. */
  private remember(hash: number, text: string, start: number, end: number): number {
    const { older } = this;
    const before = older ? older.find(hash, text, start, end) : -1;
    const isKnown = older !== undefined && before >= 0;
    const known = isKnown ? (older.known[before] as T) : this.make(text.slice(start, end));
    if (this.recent.isFullFor(end - start)) {
      this.older = this.recent;
      this.recent = new Round<T>();
    }
    const row = this.recent.add(hash, text, start, end, known);
    if (isKnown) this.recent.take(row, older, before);
    return row;
  }
}

/** Numbers of orders and the like do not come again. */
function isLongFigure(text: string, start: number, end: number): boolean {
  if (end - start <= 4) return false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

/** FNV-1a over UTF-16 units, its high bits mixed into the low ones. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) | 0;
}
