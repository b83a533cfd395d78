import { WordClasses, type Groups } from './word-classes.js';
import type { Spoken } from './words.js';

/** What the matcher knows of a word: where patterns go on from it. */
export interface Known<Output> {
  /** The nodes of the patterns that begin with this word. */
  readonly openings: readonly Node<Output>[];
  /** The classes of pattern elements this word belongs to. */
  readonly classes: readonly number[];
  /** One bit for each of the classes, several of them to a bit. */
  readonly classBits: number;
}

/** A place in the sequence of words: patterns never reach over the end of a sentence. */
export interface Place<Output> {
  readonly word: Known<Output>;
  readonly opensSentence: boolean;
}

/** A pattern found over the words `from` to `to`, both inclusive. */
export interface Match<Output> {
  readonly output: Output;
  readonly from: number;
  readonly to: number;
}

interface Node<Output> {
  readonly next: Map<number, Node<Output>>;
  /** The bits of the classes in `next`: most words are turned away by them without a look into the map. */
  nextBits: number;
  readonly outputs: Output[];
  /** What follows after up to `widestGap` words of any kind. */
  gap?: Node<Output>;
}

const widestGap = 3;

/** All patterns of all languages in one trie over classes of words; a text is walked once. */
export class Matcher<Output> {
  private readonly root: Node<Output> = newNode();
  private readonly classes = new WordClasses();

  /** Adds a pattern; the grammar is described at `PatternSource`. */
  add(language: Spoken, source: string, output: Output, groups: Groups): void {
    let node = this.root;
    for (const element of source.trim().split(/\s+/)) {
      if (element === '..') {
        node = node.gap ??= newNode();
        continue;
      }
      const id = this.classes.idOf(language, element, groups);
      let child = node.next.get(id);
      if (!child) node.next.set(id, (child = newNode()));
      node.nextBits |= bitOf(id);
      node = child;
    }
    node.outputs.push(output);
  }

  /** Makes a word count as a number in patterns. */
  addNumber(word: string): void {
    this.classes.addNumber(word);
  }

  /** Looks a normalised word up, for as long as no pattern is added. */
  know(text: string): Known<Output> {
    const classes = this.classes.of(text);
    const openings: Node<Output>[] = [];
    let classBits = 0;
    for (const id of classes) {
      const opening = this.root.next.get(id);
      if (opening) openings.push(opening);
      classBits |= bitOf(id);
    }
    return { openings, classes, classBits };
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
    for (const opening of place.word.openings) this.reach(opening, from, from);
  }

  /** Takes the word at `at` as the one that led to the node. */
  private reach(node: Node<Output>, at: number, from: number): void {
    this.steps += 1;
    for (const output of node.outputs) this.matches.push({ output, from, to: at });
    if (node.nextBits !== 0) this.goOn(node, at + 1, from);
    if (node.gap) this.leap(node.gap, at + 1, from);
  }

  private goOn(node: Node<Output>, at: number, from: number): void {
    if (at >= this.places.length) return;
    const place = this.places[at];
    if (!place || place.opensSentence || (place.word.classBits & node.nextBits) === 0) return;
    for (const id of place.word.classes) {
      const child = node.next.get(id);
      if (child) this.reach(child, at, from);
    }
  }

  private leap(node: Node<Output>, at: number, from: number): void {
    const last = Math.min(at + widestGap, this.places.length - 1);
    for (let next = at; next <= last; next += 1) {
      if (this.places[next]?.opensSentence) return;
      this.steps += 1;
      this.goOn(node, next, from);
    }
  }
}

function newNode<Output>(): Node<Output> {
  return { next: new Map(), nextBits: 0, outputs: [] };
}

function bitOf(id: number): number {
  return 1 << (id & 31);
}
