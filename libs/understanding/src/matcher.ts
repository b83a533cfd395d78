import { noClasses, type ClassSet } from './class-set.js';
import { WordClasses, type Groups } from './word-classes.js';
import type { Spoken } from './words.js';

/** What the matcher knows of a word: where patterns go on from it. */
export interface Known<Output> {
  /** The nodes of the patterns that begin with this word. */
  readonly openings: readonly Node<Output>[];
  /** The classes of pattern elements this word belongs to. */
  readonly classes: readonly number[];
  /** A bit for each of the classes by the low digit of its number, and another by the high one, several to a bit. */
  readonly lowBits: number;
  readonly highBits: number;
}

/** A place in the sequence of words: patterns never reach over the end of a sentence. */
export interface Place<Output> {
  readonly traits: Known<Output>;
  readonly opensSentence: boolean;
}

/** A pattern found over the words `from` to `to`, both inclusive. */
export interface Match<Output> {
  readonly output: Output;
  readonly from: number;
  readonly to: number;
}

class Node<Output> {
  /** The classes that go on from here, and where each leads to; one empty list for all that go nowhere. */
  ids: readonly number[] = nothing;
  children: readonly Node<Output>[] = nothing;
  /** The bits of the classes: most words are turned away by them without a look at the list. */
  lowBits = 0;
  highBits = 0;
  outputs: readonly Output[] = nothing;
  /** What follows after so many words of any kind. */
  gaps: readonly Gap<Output>[] = nothing;

  /** The node behind a class of words, made where there was none. */
  behind(id: number): Node<Output> {
    const known = this.children[this.ids.indexOf(id)];
    if (known) return known;
    const child = new Node<Output>();
    this.ids = [...this.ids, id];
    this.children = [...this.children, child];
    this.lowBits |= lowBitOf(id);
    this.highBits |= highBitOf(id);
    return child;
  }

  /** The node behind a gap, made where there was none. */
  behindGap(widest: number): Node<Output> {
    const known = this.gaps.find((gap) => gap.widest === widest);
    if (known) return known.node;
    const node = new Node<Output>();
    this.gaps = [...this.gaps, { widest, node }];
    return node;
  }
}

/** What follows after up to so many words of any kind. */
interface Gap<Output> {
  readonly widest: number;
  readonly node: Node<Output>;
}

const nothing: readonly never[] = [];

const gapWidths: Readonly<Record<string, number>> = { '..': 3, '...': 7 };

/** All patterns of all languages in one trie over classes of words; a text is walked once. */
export class Matcher<Output> {
  /** The nodes behind the first words of patterns, by their class. */
  private readonly openings = new Map<number, Node<Output>>();
  private readonly classes = new WordClasses();
  private readonly known = new Map<ClassSet, Known<Output>>();

  /** Adds a pattern; the grammar is described at `PatternSource`. */
  add(language: Spoken, source: string, output: Output, groups: Groups): void {
    const [first = '', ...others] = source.trim().split(/\s+/);
    let node = this.opening(this.classes.idOf(language, first, groups));
    for (const element of others) {
      const widest = gapWidths[element];
      node =
        widest === undefined
          ? node.behind(this.classes.idOf(language, element, groups))
          : node.behindGap(widest);
    }
    node.outputs = [...node.outputs, output];
  }

  private opening(id: number): Node<Output> {
    const known = this.openings.get(id);
    if (known) return known;
    const node = new Node<Output>();
    this.openings.set(id, node);
    return node;
  }

  /** Makes a word count as a number in patterns. */
  addNumber(word: string): void {
    this.classes.addNumber(word);
  }

  /** Looks a normalised word up, for as long as no pattern is added; one object for all words of the same classes. */
  know(text: string): Known<Output> {
    const classes = this.classes.of(text);
    if (classes === noClasses) return unknown;
    const before = this.known.get(classes);
    if (before) return before;
    const known = this.knownBy(classes.ids);
    this.known.set(classes, known);
    return known;
  }

  private knownBy(classes: readonly number[]): Known<Output> {
    const openings: Node<Output>[] = [];
    let lowBits = 0;
    let highBits = 0;
    for (const id of classes) {
      const opening = this.openings.get(id);
      if (opening) openings.push(opening);
      lowBits |= lowBitOf(id);
      highBits |= highBitOf(id);
    }
    return { openings, classes, lowBits, highBits };
  }

  /** Finds every pattern; `steps` counts the trie nodes entered, linear in the words. */
  find(places: readonly Place<Output>[]): { matches: Match<Output>[]; steps: number } {
    const walk = new Walk(places);
    for (let from = 0; from < places.length; from += 1) walk.begin(from);
    return walk;
  }
}

class Walk<Output> {
  readonly matches: Match<Output>[] = [];
  steps = 0;

  constructor(private readonly places: readonly Place<Output>[]) {}

  begin(from: number): void {
    const place = this.places[from];
    if (!place) return;
    for (const opening of place.traits.openings) this.reach(opening, from, from);
  }

  /** Takes the word at `at` as the one that led to the node. */
  private reach(node: Node<Output>, at: number, from: number): void {
    this.steps += 1;
    for (const output of node.outputs) this.matches.push({ output, from, to: at });
    if (node.lowBits !== 0) this.goOn(node, at + 1, from);
    for (const { node: behind, widest } of node.gaps) this.leap(behind, at + 1, from, widest);
  }

  private goOn(node: Node<Output>, at: number, from: number): void {
    if (at >= this.places.length) return;
    const place = this.places[at];
    if (!place || place.opensSentence) return;
    const { traits } = place;
    if ((traits.lowBits & node.lowBits) === 0 || (traits.highBits & node.highBits) === 0) return;
    const { ids, children } = node;
    for (let each = 0; each < ids.length; each += 1) {
      const child = children[each];
      if (child && traits.classes.includes(ids[each] ?? none)) this.reach(child, at, from);
    }
  }

  private leap(node: Node<Output>, at: number, from: number, widest: number): void {
    const last = Math.min(at + widest, this.places.length - 1);
    for (let next = at; next <= last; next += 1) {
      if (this.places[next]?.opensSentence) return;
      this.steps += 1;
      this.goOn(node, next, from);
    }
  }
}

const unknown: Known<never> = { openings: nothing, classes: nothing, lowBits: 0, highBits: 0 };
/** No class has this number. */
const none = -1;

function lowBitOf(id: number): number {
  return 1 << (id & 31);
}

function highBitOf(id: number): number {
  return 1 << ((id >>> 5) & 31);
}
