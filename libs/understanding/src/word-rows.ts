import type { NotedWord } from '@heard/wording/notes';
import { lettersFrom, type Spelling } from './spelling.js';

/**
 * Numbers of a row, which fills one line of the processor's cache: the word's own hash and its length, the hash and count of
 * its features, what they add for each sentiment in steps, and its first letters, two to a number.
 */
const width = 16;
const sizeAt = 1;
const scoreAt = 2;
const lettersAt = 7;
const lettersHeld = 2 * (width - lettersAt);

/**
 * Spellings and numbers of words, a row for each, kept together and off V8's heap; a row without a count was not weighed
 * yet.
 */
export class WordRows {
  size = 0;
  /** The weights that all rows were worked out from. */
  by: Int8Array | undefined = undefined;
  /** What the phrases of the notes know of the word of a row, once a text with it was asked for notes. */
  readonly noted: (NotedWord | undefined)[] = [];
  private readonly numbers: Int32Array;
  private readonly letters: Uint16Array;
  /** What the words that are longer than a row go on with. */
  private readonly longer = new Map<number, string>();

  constructor(private readonly rows: number) {
    this.numbers = new Int32Array(width * rows);
    this.letters = new Uint16Array(this.numbers.buffer);
  }

  get isFull(): boolean {
    return this.size >= this.rows;
  }

  /** Writes a word into the next row and returns which that is. */
  add(hash: number, text: string, start: number, end: number): number {
    const row = this.size;
    const length = end - start;
    this.numbers[width * row] = hash;
    this.numbers[width * row + sizeAt] = length;
    const first = 2 * (width * row + lettersAt);
    const held = Math.min(length, lettersHeld);
    for (let at = 0; at < held; at += 1) this.letters[first + at] = text.charCodeAt(start + at);
    if (length > held) this.longer.set(row, text.slice(start + held, end));
    this.noted[row] = undefined;
    this.size += 1;
    return row;
  }

  /** Whether the word of a row has the hash and the letters of another. */
  isSpelt(row: number, hash: number, text: string, start: number, end: number): boolean {
    const { numbers, letters } = this;
    const length = end - start;
    if (numbers[width * row] !== hash || numbers[width * row + sizeAt] !== length) return false;
    const first = 2 * (width * row + lettersAt);
    const held = Math.min(length, lettersHeld);
    for (let at = 0; at < held; at += 1) {
      if (letters[first + at] !== text.charCodeAt(start + at)) return false;
    }
    return length === held || text.startsWith(this.longer.get(row) ?? '', start + held);
  }

  /** The word of a row as it was written. */
  written(row: number): string {
    const length = this.numbers[width * row + sizeAt] ?? 0;
    const first = 2 * (width * row + lettersAt);
    return lettersFrom(this.letters, first, Math.min(length, lettersHeld)) + (this.longer.get(row) ?? '');
  }

  /** Reads the word of a row where it is of everyday Cyrillic letters and not long; false for any other. */
  read(row: number, into: Spelling): boolean {
    const length = this.numbers[width * row + sizeAt] ?? 0;
    return length <= lettersHeld && into.readFrom(this.letters, 2 * (width * row + lettersAt), length);
  }

  hash(row: number): number {
    return this.numbers[width * row + scoreAt] ?? 0;
  }

  count(row: number): number {
    return this.numbers[width * row + scoreAt + 1] ?? 0;
  }

  negative(row: number): number {
    return this.numbers[width * row + scoreAt + 2] ?? 0;
  }

  neutral(row: number): number {
    return this.numbers[width * row + scoreAt + 3] ?? 0;
  }

  positive(row: number): number {
    return this.numbers[width * row + scoreAt + 4] ?? 0;
  }

  put(row: number, hash: number, count: number, negative: number, neutral: number, positive: number): void {
    const { numbers } = this;
    const first = width * row + scoreAt;
    numbers[first] = hash;
    numbers[first + 1] = count;
    numbers[first + 2] = negative;
    numbers[first + 3] = neutral;
    numbers[first + 4] = positive;
  }

  /** Forgets every score: those of other weights mean nothing. */
  forget(by: Int8Array): void {
    for (let row = 0; row < this.size; row += 1)
      this.numbers.fill(0, width * row + scoreAt, width * row + lettersAt);
    this.by = by;
  }

  /** Makes room for other words in place of all these. */
  empty(): void {
    this.numbers.fill(0);
    this.longer.clear();
    this.size = 0;
  }

  /** Takes what other rows know of a word over. */
  take(row: number, from: WordRows, other: number): void {
    this.noted[row] = from.noted[other];
    if (this.by !== from.by) return;
    const first = width * other + scoreAt;
    this.numbers.set(from.numbers.subarray(first, first + lettersAt - scoreAt), width * row + scoreAt);
  }
}
