/** Letters of the lexicons end here: Latin, Greek and Cyrillic. */
const codes = 0x800;

/** Beginnings of words, letter by letter, in one flat table: a step costs a look or two into an array of numbers. */
export class LetterTrie {
  /** Where every walk begins. */
  static readonly root = 1;

  /** Pairs of numbers side by side: a place with a letter, and the place behind it. */
  private table = new Int32Array(2 * 1024);
  private size = LetterTrie.root;

  /** The place behind a letter, or 0 where nothing goes on. */
  next(place: number, code: number): number {
    if (code >= codes) return 0;
    const { table } = this;
    const key = place * codes + code;
    const mask = table.length - 1;
    let at = slotOf(key) & mask;
    for (;;) {
      const found = table[at];
      if (found === key) return table[at + 1] ?? 0;
      if (found === 0) return 0;
      at = (at + 2) & mask;
    }
  }

  /** The place behind all letters of a text, made where there was none. */
  add(text: string): number {
    let place = LetterTrie.root;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= codes) throw new Error(`A pattern has a letter of another alphabet: ${text}.`);
      place = this.next(place, code) || this.grow(place, code);
    }
    return place;
  }

  private grow(place: number, code: number): number {
    if (4 * this.size >= this.table.length) this.widen();
    this.size += 1;
    this.put(place * codes + code, this.size);
    return this.size;
  }

  private put(key: number, behind: number): void {
    const mask = this.table.length - 1;
    let at = slotOf(key) & mask;
    while (this.table[at] !== 0) at = (at + 2) & mask;
    this.table[at] = key;
    this.table[at + 1] = behind;
  }

  private widen(): void {
    const { table } = this;
    this.table = new Int32Array(2 * table.length);
    for (let at = 0; at < table.length; at += 2) {
      const key = table[at] ?? 0;
      if (key !== 0) this.put(key, table[at + 1] ?? 0);
    }
  }
}

/** An even number: pairs begin there. */
function slotOf(key: number): number {
  const mixed = Math.imul(key, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) << 1;
}
