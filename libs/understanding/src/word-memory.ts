import { longestSpelt } from './spelling.js';
import { WordRows } from './word-rows.js';

/** A round of words; two rounds are kept, some 10 MB when full. */
const remembered = 64_000;
const longestRemembered = longestSpelt;
/** A power of two, so large that a round fills it by less than half. */
const tableSize = 131_072;
const mask = tableSize - 1;

/** Words by their spelling, one round: numbers in flat tables, since objects by the ten thousand slow V8 down. */
class Round<T> {
  readonly rows = new WordRows(remembered);
  readonly traits: T[] = [];
  /** The row of a word plus one, or 0. */
  private readonly table = new Int32Array(tableSize);

  /** The row of the word from `start` to `end`, or -1. */
  find(hash: number, text: string, start: number, end: number): number {
    const { table, rows } = this;
    let at = hash & mask;
    for (;;) {
      const row = (table[at] ?? 0) - 1;
      if (row < 0) return -1;
      if (rows.isSpelt(row, hash, text, start, end)) return row;
      at = (at + 1) & mask;
    }
  }

  add(hash: number, text: string, start: number, end: number, traits: T): number {
    let at = hash & mask;
    while (this.table[at] !== 0) at = (at + 1) & mask;
    const row = this.rows.add(hash, text, start, end);
    this.table[at] = row + 1;
    this.traits[row] = traits;
    return row;
  }

  /** Forgets all words, and keeps the room they took: memory that is given back comes back late. */
  emptied(): this {
    this.table.fill(0);
    this.rows.empty();
    return this;
  }
}

/** Whatever stands for a word of a text: told what is known of it, and the row that its numbers stand in. */
export interface Remembering<T> {
  traits: T;
  rows: WordRows;
  row: number;
}

/** Remembers what is known of words, by their place in a text, without cutting the text into pieces. */
export class WordMemory<T> {
  private recent = new Round<T>();
  private older: Round<T> | undefined;

  constructor(
    /** Must not hold on to the text. */
    private readonly make: (text: string, start: number, end: number) => T,
  ) {}

  /** Tells what is known of the word from `start` to `end`, exclusive; worked out when it is first met. */
  tell(word: Remembering<T>, text: string, start: number, end: number): void {
    const hash = hashOf(text, start, end);
    let row = this.recent.find(hash, text, start, end);
    if (row < 0) {
      if (end - start > longestRemembered || isLongFigure(text, start, end)) {
        return this.tellOnce(word, text, start, end);
      }
      row = this.remember(hash, text, start, end);
    }
    word.traits = this.recent.traits[row] as T;
    word.rows = this.recent.rows;
    word.row = row;
  }

  private tellOnce(word: Remembering<T>, text: string, start: number, end: number): void {
    word.traits = this.make(text, start, end);
    word.rows = new WordRows(1);
    word.row = word.rows.add(0, text, start, end);
  }

  /** What was not met since the last full round is forgotten. */
  private remember(hash: number, text: string, start: number, end: number): number {
    if (this.recent.rows.isFull) this.turn();
    const { recent, older } = this;
    const before = older ? older.find(hash, text, start, end) : -1;
    if (!older || before < 0) return recent.add(hash, text, start, end, this.make(text, start, end));
    const row = recent.add(hash, text, start, end, older.traits[before] as T);
    recent.rows.take(row, older.rows, before);
    return row;
  }

  /** Begins a round where the older one was; the rows of a text stay good, since none has as many words as a round. */
  private turn(): void {
    [this.older, this.recent] = [this.recent, this.older?.emptied() ?? new Round<T>()];
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
