import type { NotedWord } from '@heard/wording/notes';

/** What stands in a row: the hash and count of a word's features, and what they add for each sentiment, in steps. */
const width = 5;

/** Numbers of words, a row for each, kept together and off V8's heap; a row without a count was not weighed yet. */
export class WordRows {
  /** The weights that all rows were worked out from. */
  by: Int8Array | undefined = undefined;
  /** What the phrases of the notes know of the word of a row, once a text with it was asked for notes. */
  readonly noted: (NotedWord | undefined)[] = [];
  private readonly numbers: Int32Array;

  constructor(rows: number) {
    this.numbers = new Int32Array(width * rows);
    this.noted.length = rows;
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

  put(row: number, numbers: readonly [number, number, number, number, number]): void {
    for (let at = 0; at < width; at += 1) this.numbers[width * row + at] = numbers[at as 0];
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
    for (let at = 0; at < width; at += 1) {
      this.numbers[width * row + at] = from.numbers[width * other + at] ?? 0;
    }
  }
}
