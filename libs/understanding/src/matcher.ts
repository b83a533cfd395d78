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
  /** One empty map for all that lead nowhere: there are thousands of them. */
  next: ReadonlyMap<number, Node<Output>>;
  /** The bits of the classes in `next`: most words are turned away by them without a look into the map. */
  nextBits: number;
  outputs: readonly Output[];
  /** What follows after so many words of any kind. */
  gaps: readonly Gap<Output>[];
}

/** What follows after up to so many words of any kind. */
interface Gap<Output> {
  readonly widest: number;
  readonly node: Node<Output>;
}

const gapWidths: Readonly<Record<string, number>> = { '..': 3, '...': 7 };

/** All patterns of all languages in one trie over classes of words; a text is walked once. */
export class Matcher<Output> {
  private readonly root: Node<Output> = newNode();
  private readonly classes = new WordClasses();

  /** Adds a pattern; the grammar is described at `PatternSource`. */
  add(language: Spoken, source: string, output: Output, groups: Groups): void {
    let node = this.root;
    for (const element of source.trim().split(/\s+/)) {
      const widest = gapWidths[element];
      if (widest !== undefined) {
        node = gapIn(node, widest);
        continue;
      }
      const id = this.classes.idOf(language, element, groups);
      node = childOf(node, id);
    }
    node.outputs = [...node.outputs, output];
  }

  /** Makes a word count as a number in patterns. */
  addNumber(word: string): void {
    this.classes.addNumber(word);
  }

  /** Looks a normalised word up, for as long as no pattern is added. */
  know(text: string): Known<Output> {
    const classes = this.classes.of(text);
    if (classes.length === 0) return unknown;
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
    for (const { node: behind, widest } of node.gaps) this.leap(behind, at + 1, from, widest);
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

  private leap(node: Node<Output>, at: number, from: number, widest: number): void {
    const last = Math.min(at + widest, this.places.length - 1);
    for (let next = at; next <= last; next += 1) {
      if (this.places[next]?.opensSentence) return;
      this.steps += 1;
      this.goOn(node, next, from);
    }
  }
}

const unknown = { openings: [], classes: [], classBits: 0 };

function newNode<Output>(): Node<Output> {
  return { next: nowhere, nextBits: 0, outputs: nothing, gaps: nothing };
}

function gapIn<Output>(node: Node<Output>, widest: number): Node<Output> {
  const known = node.gaps.find((gap) => gap.widest === widest);
  if (known) return known.node;
  const behind = newNode<Output>();
  node.gaps = [...node.gaps, { widest, node: behind }];
  return behind;
}

const nowhere = new Map<number, never>();
const nothing: readonly never[] = [];

/** The node behind a class of words, made where there was none. */
function childOf<Output>(node: Node<Output>, id: number): Node<Output> {
  const known = node.next.get(id);
  if (known) return known;
  const child = newNode<Output>();
  const following =
    node.next.size === 0 ? new Map<number, Node<Output>>() : (node.next as Map<number, Node<Output>>);
  following.set(id, child);
  node.next = following;
  node.nextBits |= bitOf(id);
  return child;
}

function bitOf(id: number): number {
  return 1 << (id & 31);
}
