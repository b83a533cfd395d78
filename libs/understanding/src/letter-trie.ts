/** Beginnings of words, letter by letter, in one flat table: a step costs a look or two into arrays of numbers. */
export class LetterTrie {
  /** Where every walk begins. */
  static readonly root = 1;

  private keys = new Float64Array(1024);
  private places = new Int32Array(1024);
  private size = LetterTrie.root;

  /** The place behind a letter, or 0 where nothing goes on. */
  next(place: number, code: number): number {
    const key = keyOf(place, code);
    const mask = this.keys.length - 1;
    let at = slotOf(place, code) & mask;
    for (;;) {
      const found = this.keys[at];
      if (found === key) return this.places[at] ?? 0;
      if (found === 0) return 0;
      at = (at + 1) & mask;
    }
  }

  /** The place behind all letters of a text, made where there was none. */
  add(text: string): number {
    let place = LetterTrie.root;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      place = this.next(place, code) || this.grow(place, code);
    }
    return place;
  }

  private grow(place: number, code: number): number {
    if (2 * this.size >= this.keys.length) this.widen();
    this.size += 1;
    this.put(place, code, this.size);
    return this.size;
  }

  private put(place: number, code: number, behind: number): void {
    const mask = this.keys.length - 1;
    let at = slotOf(place, code) & mask;
    while (this.keys[at] !== 0) at = (at + 1) & mask;
    this.keys[at] = keyOf(place, code);
    this.places[at] = behind;
  }

  private widen(): void {
    const { keys, places } = this;
    this.keys = new Float64Array(2 * keys.length);
    this.places = new Int32Array(2 * places.length);
    for (const [at, key] of keys.entries()) {
      if (key !== 0) this.put(Math.floor(key / codes), key % codes, places[at] ?? 0);
    }
  }
}

/** How many codes a UTF-16 unit can have. */
const codes = 0x10000;

/** Never 0: places begin with 1. */
function keyOf(place: number, code: number): number {
  return place * codes + code;
}

function slotOf(place: number, code: number): number {
  const mixed = Math.imul(place, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
