import type { Slot } from './cut.js';
import { spell } from './spelling.js';
import { WordClasses, type Groups } from './word-classes.js';

/** What the phrasebook knows of a word: which phrases begin with it, and which elements it can stand for. */
export interface Known<Meaning> {
  readonly openings: readonly Node<Meaning>[];
  /** For each opening the bits of what may follow, all of them where nothing need follow. */
  readonly following: readonly number[];
  readonly classes: ReadonlySet<number>;
  /** One bit for each of the classes, several of them to a bit. */
  readonly bits: number;
}

/** A phrase found over the slots `from` to `to`, both inclusive. */
export interface Found<Meaning> {
  readonly meaning: Meaning;
  readonly from: number;
  readonly to: number;
}

interface Node<Meaning> {
  /** One empty map for all that lead nowhere: there are thousands of them, and so for the lists. */
  next: ReadonlyMap<number, Node<Meaning>>;
  /** The bits of the classes in `next`: most words are turned away by them without a look into the map. */
  nextBits: number;
  meanings: readonly Meaning[];
  /** What it means only where it begins a clause. */
  meaningsOfOpenings: readonly Meaning[];
  gaps: readonly Gap<Meaning>[];
}

/** What follows after up to so many words of any kind. */
interface Gap<Meaning> {
  readonly width: Width;
  readonly node: Node<Meaning>;
}

interface Width {
  readonly words: number;
  /** Whether it ends with the clause or only with the sentence. */
  readonly inClause: boolean;
}

/** The very next word. */
const next: Width = { words: 0, inClause: false };

const gapWidths: Readonly<Record<string, Width>> = {
  '~': { words: 3, inClause: true },
  '..': { words: 3, inClause: false },
  '...': { words: 7, inClause: false },
};

/** A number that may be the beginning of a telephone number. */
const figure = '<figure>';
const endOfPhrase = 1;
/** From a word to the last that a gap lets follow. */
const widestReach = 8;

const remembered = 20_000;
const longestRemembered = 40;

/** All phrases of all languages in one trie over classes of words; a row of words is walked once. */
export class Phrasebook<Meaning> {
  private readonly root: Node<Meaning> = newNode();
  private readonly classes = new WordClasses();
  private readonly unknown: Known<Meaning> = { openings: [], following: [], classes: new Set(), bits: 0 };
  private readonly words = new Map<string, Known<Meaning>>();

  /** Adds a phrase; the grammar is described at `Phrases`. */
  add(language: string, phrase: string, meaning: Meaning, groups: Groups): void {
    const elements = phrase.trim().split(/\s+/);
    const opens = elements[0] === '^';
    let node = this.root;
    for (const element of opens ? elements.slice(1) : elements) {
      node = this.follow(node, element, () => this.classes.idOf(language, element, groups));
    }
    if (opens) node.meaningsOfOpenings = [...node.meaningsOfOpenings, meaning];
    else node.meanings = [...node.meanings, meaning];
  }

  /** Makes a word count as a number. */
  addNumber(word: string): void {
    this.classes.addNumber(spell(word));
  }

  /** Makes a word known that may be in no phrase. */
  addWord(language: string, word: string): void {
    this.classes.idOf(language, word, {});
  }

  /** Looks a word of a text up by its place; for as long as no phrase is added. */
  knowAt(text: string, start: number, end: number): Known<Meaning> | undefined {
    return worthKeeping(this.recall(text.slice(start, end)));
  }

  /** Looks one of `<number>`, `<phone>` and `<address>` up. */
  shape(name: string): Known<Meaning> | undefined {
    return worthKeeping(this.recall(name));
  }

  /** Finds every phrase; `steps` counts the nodes entered, linear in the words. */
  find(slots: readonly Slot<Known<Meaning>>[]): { found: Found<Meaning>[]; steps: number } {
    const walk = new Walk(slots);
    for (let from = 0; from < slots.length; from += 1) walk.begin(from);
    return walk;
  }

  /** Looks a word up as it is written, without remembering it; a figure may also begin a telephone number. */
  know(raw: string): Known<Meaning> {
    return this.lookUp(/^\d/.test(raw) ? figure : raw);
  }

  private recall(raw: string): Known<Meaning> {
    const recent = this.words.get(raw);
    if (recent) return recent;
    const known = this.lookUp(raw);
    if (raw.length > longestRemembered) return known;
    if (this.words.size >= remembered) this.words.clear();
    // A piece of a text keeps the whole text alive in V8; what is remembered must be a copy.
    this.words.set(` ${raw}`.slice(1), known);
    return known;
  }

  private follow(node: Node<Meaning>, element: string, idOf: () => number): Node<Meaning> {
    const width = gapWidths[element];
    if (width) {
      const known = node.gaps.find((gap) => gap.width === width);
      if (known) return known.node;
      const fresh = newNode<Meaning>();
      node.gaps = [...node.gaps, { width, node: fresh }];
      return fresh;
    }
    const id = idOf();
    return childOf(node, id);
  }

  private lookUp(raw: string): Known<Meaning> {
    const classes = this.classes.of(raw.startsWith('<') ? raw : spell(raw));
    if (classes.size === 0) return this.unknown;
    const openings: Node<Meaning>[] = [];
    let bits = 0;
    for (const id of classes) {
      bits |= bitOf(id);
      const opening = this.root.next.get(id);
      if (opening) openings.push(opening);
    }
    return { openings, following: openings.map(bitsAfter), classes, bits };
  }
}

class Walk<Meaning> {
  readonly found: Found<Meaning>[] = [];
  steps = 0;

  constructor(private readonly slots: readonly Slot<Known<Meaning>>[]) {}

  begin(from: number): void {
    const slot = this.slots[from];
    if (!slot) return;
    const { openings, following } = slot.known;
    if (openings.length === 0) return;
    const ahead = this.bitsAhead(from);
    for (let at = 0; at < following.length; at += 1) {
      const opening = openings[at];
      if (((following[at] ?? 0) & ahead) !== 0 && opening) this.reach(opening, from, from);
    }
  }

  /** The bits of the words that the widest gap reaches; never none. */
  private bitsAhead(from: number): number {
    const here = this.slots[from];
    let bits = endOfPhrase;
    for (let at = from + 1; at < this.slots.length; at += 1) {
      const slot = this.slots[at];
      if (!here || !slot || slot.word - here.word > widestReach || slot.sentence !== here.sentence) break;
      bits |= slot.known.bits;
    }
    return bits;
  }

  /** Takes the word at `at` as the one that led to the node. */
  private reach(node: Node<Meaning>, at: number, from: number): void {
    this.steps += 1;
    for (const meaning of node.meanings) this.keep({ meaning, from, to: at });
    if (node.meaningsOfOpenings.length > 0 && this.slots[from]?.opensClause === true) {
      for (const meaning of node.meaningsOfOpenings) this.keep({ meaning, from, to: at });
    }
    if (node.nextBits !== 0) this.goOn(node, at, from, next);
    for (const { width, node: after } of node.gaps) this.goOn(after, at, from, width);
  }

  /** Of one phrase begun at one word the shortest way counts, so that two told one after the other stay two. */
  private keep(fresh: Found<Meaning>): void {
    const { found } = this;
    for (let at = found.length - 1; at >= 0; at -= 1) {
      const other = found[at];
      if (!other || other.from !== fresh.from) break;
      if (other.meaning !== fresh.meaning) continue;
      if (fresh.to < other.to) found[at] = fresh;
      return;
    }
    found.push(fresh);
  }

  /** Goes on with the known words that follow within the width. */
  private goOn(node: Node<Meaning>, at: number, from: number, width: Width): void {
    const here = this.slots[at];
    if (!here) return;
    for (let after = at + 1; after < this.slots.length; after += 1) {
      const slot = this.slots[after];
      if (!slot || slot.word - here.word > width.words + 1 || slot.sentence !== here.sentence) return;
      if (width.inClause && slot.clause !== here.clause) return;
      this.steps += 1;
      if ((slot.known.bits & node.nextBits) !== 0) this.follow(node, slot.known.classes, after, from);
    }
  }

  private follow(node: Node<Meaning>, classes: ReadonlySet<number>, at: number, from: number): void {
    if (node.next.size <= classes.size) {
      for (const [id, child] of node.next) if (classes.has(id)) this.reach(child, at, from);
      return;
    }
    for (const id of classes) {
      const child = node.next.get(id);
      if (child) this.reach(child, at, from);
    }
  }
}

/** The lowest bit is kept for phrases that end with the word. */
function bitOf(id: number): number {
  return 2 << (id % 31);
}

function worthKeeping<Meaning>(known: Known<Meaning>): Known<Meaning> | undefined {
  return known.bits === 0 ? undefined : known;
}

function bitsAfter<Meaning>(node: Node<Meaning>): number {
  const ends = node.meanings.length > 0 || node.meaningsOfOpenings.length > 0;
  return node.gaps.reduce((bits, gap) => bits | gap.node.nextBits, node.nextBits | (ends ? endOfPhrase : 0));
}

function newNode<Meaning>(): Node<Meaning> {
  return { next: nowhere, nextBits: 0, meanings: nothing, meaningsOfOpenings: nothing, gaps: nothing };
}

const nowhere = new Map<number, never>();
const nothing: readonly never[] = [];

/** The node behind a class of words, made where there was none. */
function childOf<Meaning>(node: Node<Meaning>, id: number): Node<Meaning> {
  const known = node.next.get(id);
  if (known) return known;
  const child = newNode<Meaning>();
  const following =
    node.next.size === 0 ? new Map<number, Node<Meaning>>() : (node.next as Map<number, Node<Meaning>>);
  following.set(id, child);
  node.next = following;
  node.nextBits |= bitOf(id);
  return child;
}
