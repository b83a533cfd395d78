import type { NotedWord } from '@heard/wording/notes';

/** What stands in a row: the hash and count of a word's features, and what they add for each sentiment, in steps. */
const width = 5;

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
  /** Spellings of rows that were not weighed yet: soon asked for, and slow to put together from letters. */
  private readonly fresh: (string | undefined)[] = [];
  private readonly numbers: Int32Array;
  private readonly letters: Uint16Array;
  /** Where the letters of a row end; those of the next begin there. */
  private readonly ends: Int32Array;

  constructor(
    private readonly rows: number,
    letters: number,
  ) {
    this.numbers = new Int32Array(width * rows);
    this.letters = new Uint16Array(letters);
    this.ends = new Int32Array(rows);
  }

  isFullFor(letters: number): boolean {
    return this.size >= this.rows || this.begins(this.size) + letters > this.letters.length;
  }

  /** Writes a word into the next row and returns which that is. */
  add(text: string, start: number, end: number): number {
    const row = this.size;
    let letter = this.begins(row);
    for (let from = start; from < end; from += 1) this.letters[letter++] = text.charCodeAt(from);
    this.ends[row] = letter;
    this.noted.push(undefined);
    this.fresh.push(text.slice(start, end));
    this.size += 1;
    return row;
  }

  isSpelt(row: number, text: string, start: number, end: number): boolean {
    const { letters } = this;
    const first = this.begins(row);
    const length = end - start;
    if ((this.ends[row] ?? 0) - first !== length) return false;
    for (let at = 0; at < length; at += 1) {
      if (letters[first + at] !== text.charCodeAt(start + at)) return false;
    }
    return true;
  }

  spelling(row: number): string {
    return this.fresh[row] ?? String.fromCharCode(...this.letters.subarray(this.begins(row), this.ends[row]));
  }

  hash(row: number): number {
    return this.numbers[width * row] ?? 0;
  }

  count(row: number): number {
    return this.numbers[width * row + 1] ?? 0;
  }

  negative(row: number): number {
    return this.numbers[width * row + 2] ?? 0;
  }

  neutral(row: number): number {
    return this.numbers[width * row + 3] ?? 0;
  }

  positive(row: number): number {
    return this.numbers[width * row + 4] ?? 0;
  }

  put(row: number, hash: number, count: number, negative: number, neutral: number, positive: number): void {
    const { numbers } = this;
    const first = width * row;
    this.fresh[row] = undefined;
    numbers[first] = hash;
    numbers[first + 1] = count;
    numbers[first + 2] = negative;
    numbers[first + 3] = neutral;
    numbers[first + 4] = positive;
  }

  /** Forgets every score: those of other weights mean nothing. */
  forget(by: Int8Array): void {
    this.numbers.fill(0);
    this.by = by;
  }

  /** Takes what other rows know of a word over. */
  take(row: number, from: WordRows, other: number): void {
    this.noted[row] = from.noted[other];
    if (this.by !== from.by) return;
    const numbers = from.numbers.subarray(width * other, width * other + width);
    this.numbers.set(numbers, width * row);
  }

  private begins(row: number): number {
    return row === 0 ? 0 : (this.ends[row - 1] ?? 0);
  }
}
