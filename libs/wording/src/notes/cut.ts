/** A known word of a text at its place: UTF-16 code units, end exclusive. */
export interface Slot<Known> {
  readonly known: Known;
  readonly start: number;
  readonly end: number;
  /** How many words, sentences and clauses began before it or with it. */
  readonly word: number;
  readonly sentence: number;
  readonly clause: number;
  readonly opensClause: boolean;
  /** Somebody else's words, in quotation marks. */
  readonly isQuoted: boolean;
}

/** What is known of words; nothing of most. */
export interface Words<Known> {
  /** Of `<number>`, `<phone>` and `<address>`. */
  shape(name: string): Known | undefined;
  knowAt(text: string, start: number, end: number): Known | undefined;
}

/** Longer texts are read at their beginning and their end only, in UTF-16 code units. */
const longestRead = 10_000;
const headRead = 8_000;

/** A quotation mark that nobody closes ends after so many words. */
const longestQuote = 30;

const letter = 1;
const figure = 2;
/** An accent that belongs to the letter before it. */
const accent = 3;
const apostrophe = 4;
const sentenceEnd = 5;
const clauseEnd = 6;
const quote = 7;
const plus = 8;
const hyphen = 9;

/** Latin and Cyrillic end here; of what lies beyond only some marks are of interest. */
const plainEnd = 0x530;
const classes = Uint8Array.from({ length: plainEnd }, (_, code) => classOf(String.fromCharCode(code)));
const marksBeyond: Readonly<Record<string, number>> = {
  '\u2019': apostrophe,
  '\u2018': apostrophe,
  '\u2026': sentenceEnd,
  '\u2014': clauseEnd,
  '\u2013': clauseEnd,
  '\u201c': quote,
  '\u201d': quote,
  '\u201e': quote,
};

function classOf(char: string): number {
  if (/[\u02bc`']/.test(char)) return apostrophe;
  if (/\p{L}/u.test(char)) return letter;
  if (/[0-9]/.test(char)) return figure;
  if (/\p{M}/u.test(char)) return accent;
  if (/[.!?\n]/.test(char)) return sentenceEnd;
  if (/[,;:()]/.test(char)) return clauseEnd;
  if (/["«»]/.test(char)) return quote;
  if (char === '+') return plus;
  return char === '-' ? hyphen : 0;
}

function classAt(text: string, place: number): number {
  const code = text.charCodeAt(place);
  if (code < plainEnd) return classes[code] ?? 0;
  return marksBeyond[text.charAt(place)] ?? 0;
}

/** Cuts a text into words in linear time, of a very long one its beginning and its end; the known ones in order. */
export function cut<Known>(text: string, words: Words<Known>): Slot<Known>[] {
  const cutter = new Cutter(text, words);
  if (text.length <= longestRead) return cutter.cut(0, text.length);
  cutter.cut(0, headRead);
  return cutter.cut(text.length - (longestRead - headRead), text.length);
}

/** Digits in any usual grouping; nine at least, so that prices and dates are none. */
const phone = /\+?\d(?:[ ().-]{0,2}\d){8,13}(?!\d)/y;
const address = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/iy;
const longestName = 64;

class Cutter<Known> {
  private readonly slots: Slot<Known>[] = [];
  private place = 0;
  private word = 0;
  private sentence = 0;
  private clause = 0;
  private opensSentence = true;
  private opensClause = true;
  /** How many words of a quotation may still come. */
  private quoted = 0;
  /** Where the next sign of an e-mail address stands, beyond the end when there is none. */
  private sign = -1;

  constructor(
    private readonly text: string,
    private readonly words: Words<Known>,
  ) {}

  cut(from: number, end: number): Slot<Known>[] {
    this.place = from;
    this.opensSentence = true;
    this.opensClause = true;
    while (this.place < end) this.step(end);
    return this.slots;
  }

  private step(end: number): void {
    const { place } = this;
    const kind = classAt(this.text, place);
    if (kind === letter) {
      if (!this.takeAddress()) this.takeWord(end);
    } else if (kind === figure || kind === plus) {
      if (!this.takeAddress()) this.takeFigures(end);
    } else {
      if (kind !== 0) this.mark(kind);
      this.place = place + 1;
    }
  }

  private mark(kind: number): void {
    const { text, place } = this;
    if (kind === sentenceEnd) {
      this.opensSentence = true;
      this.opensClause = true;
    } else if (kind === clauseEnd) this.opensClause = true;
    else if (kind === quote) this.quote(text.charAt(place));
    // "no - yes" is parted, "e-mail" is not.
    else if (kind === hyphen && text.charAt(place - 1) === ' ') this.opensClause = true;
  }

  private takeWord(end: number): void {
    const { text, place } = this;
    let next = place + 1;
    for (; next < end; next += 1) {
      const kind = classAt(text, next);
      if (kind === letter || kind === figure || kind === accent) continue;
      if (kind !== apostrophe || classAt(text, next + 1) !== letter) break;
    }
    this.take(this.words.knowAt(text, place, next), next);
  }

  private takeFigures(end: number): void {
    const { text, place } = this;
    phone.lastIndex = place;
    if (phone.test(text) && phone.lastIndex <= end) {
      this.take(this.words.shape('<phone>'), phone.lastIndex);
      return;
    }
    let next = place;
    for (; next < end; next += 1) {
      const kind = classAt(text, next);
      if (kind === figure || kind === letter) continue;
      // "12.5", "10:30"
      if (!'.,:'.includes(text.charAt(next)) || classAt(text, next + 1) !== figure) break;
    }
    if (next > place) this.take(this.words.shape('<number>'), next);
    else this.place += 1;
  }

  /** Takes an e-mail address that begins here, which is looked for only shortly before its sign. */
  private takeAddress(): boolean {
    const { text, place } = this;
    if (this.sign < place) {
      const sign = text.indexOf('@', place);
      this.sign = sign < 0 ? text.length + longestName : sign;
    }
    if (this.sign > place + longestName) return false;
    address.lastIndex = place;
    if (!address.test(text)) return false;
    this.take(this.words.shape('<address>'), address.lastIndex);
    return true;
  }

  private take(known: Known | undefined, end: number): void {
    this.word += 1;
    if (this.opensSentence) this.sentence += 1;
    if (this.opensClause) this.clause += 1;
    if (known !== undefined) this.keep(known, end);
    this.opensSentence = false;
    this.opensClause = false;
    if (this.quoted > 0) this.quoted -= 1;
    this.place = end;
  }

  private keep(known: Known, end: number): void {
    const { place, word, sentence, clause, opensClause } = this;
    const isQuoted = this.quoted > 0;
    this.slots.push({ known, start: place, end, word, sentence, clause, opensClause, isQuoted });
  }

  private quote(mark: string): void {
    const closes = mark === '»' || mark === '\u201d' || (this.quoted > 0 && mark !== '«');
    this.quoted = closes ? 0 : longestQuote;
    // What is said in marks begins a clause.
    if (!closes) this.opensClause = true;
  }
}
