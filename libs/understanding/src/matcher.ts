import { noClasses, type ClassSet } from './class-set.js';
import { Branch, highBitOf, lowBitOf, PatternTrie } from './pattern-trie.js';
import type { Spelling } from './spelling.js';
import { WordClasses, type Groups } from './word-classes.js';
import type { Spoken } from './words.js';

/** What the matcher knows of a word: where patterns go on from it. */
export interface Known {
  /** The nodes of the patterns that begin with this word. */
  readonly openings: readonly number[];
  /** The classes of pattern elements this word belongs to. */
  readonly classes: readonly number[];
  /** A bit for each of the classes by the low digit of its number, and another by the high one, several to a bit. */
  readonly lowBits: number;
  readonly highBits: number;
}

/** A place in the sequence of words: patterns never reach over the end of a sentence. */
export interface Place {
  readonly traits: Known;
  readonly opensSentence: boolean;
}

/** A pattern found over the words `from` to `to`, both inclusive. */
export interface Match<Output> {
  readonly output: Output;
  readonly from: number;
  readonly to: number;
}

const gapWidths: Readonly<Record<string, number>> = { '..': 3, '...': 7 };

/** All patterns of all languages in one trie over classes of words; a text is walked once. */
export class Matcher<Output> {
  /** What all patterns begin at, until the trie is made of it. */
  private root: Branch<Output> | undefined = new Branch<Output>();
  /** Made when first needed. */
  private made: PatternTrie<Output> | undefined;
  private readonly classes = new WordClasses();
  private readonly known = new Map<ClassSet, Known>();

  /** Adds a pattern, before any text is read; the grammar is described at `PatternSource`. */
  add(language: Spoken, source: string, output: Output, groups: Groups): void {
    const [first = '', ...others] = source.trim().split(/\s+/);
    if (!this.root) throw new Error('Patterns are added before the first text is read.');
    let branch = this.root.behind(this.classes.idOf(language, first, groups));
    for (const element of others) {
      const widest = gapWidths[element];
      branch =
        widest === undefined
          ? branch.behind(this.classes.idOf(language, element, groups))
          : branch.behindGap(widest);
    }
    branch.outputs = [...branch.outputs, output];
  }

  /** Makes a word count as a number in patterns. */
  addNumber(word: string): void {
    this.classes.addNumber(word);
  }

  /** The number of a normalised word, by which more may be noted of it: `know` sets it. */
  placeOf(word: string): number {
    return this.classes.placeOf(word);
  }

  /** Looks a word up and sets its number; one object for all words of the same classes. */
  know(word: Spelling): Known {
    const classes = this.classes.of(word);
    if (classes === noClasses) return unknown;
    const before = this.known.get(classes);
    if (before) return before;
    const known = this.knownBy(classes.ids);
    this.known.set(classes, known);
    return known;
  }

  private knownBy(classes: readonly number[]): Known {
    const openings: number[] = [];
    let lowBits = 0;
    let highBits = 0;
    for (const id of classes) {
      const opening = this.trie.opening(id);
      if (opening !== undefined) openings.push(opening);
      lowBits |= lowBitOf(id);
      highBits |= highBitOf(id);
    }
    return { openings, classes, lowBits, highBits };
  }

  private get trie(): PatternTrie<Output> {
    this.made ??= new PatternTrie(this.root ?? new Branch());
    this.root = undefined;
    return this.made;
  }

  /** Finds every pattern; `steps` counts the trie nodes entered, linear in the words. */
  find(places: readonly Place[]): { matches: Match<Output>[]; steps: number } {
    const walk = new Walk(this.trie, places);
    for (let from = 0; from < places.length; from += 1) walk.begin(from);
    return walk;
  }
}

class Walk<Output> {
  readonly matches: Match<Output>[] = [];
  steps = 0;

  constructor(
    private readonly trie: PatternTrie<Output>,
    private readonly places: readonly Place[],
  ) {}

  begin(from: number): void {
    const place = this.places[from];
    if (!place) return;
    for (const opening of place.traits.openings) this.reach(opening, from, from);
  }

  /** Takes the word at `at` as the one that led to the node. */
  private reach(node: number, at: number, from: number): void {
    const { trie } = this;
    this.steps += 1;
    const end = trie.endOfOutputs(node);
    for (let output = trie.firstOutput(node); output < end; output += 1) {
      this.matches.push({ output: trie.output(output), from, to: at });
    }
    if (trie.lowBits(node) !== 0) this.goOn(node, at + 1, from);
    const endOfGaps = trie.endOfGaps(node);
    for (let gap = trie.firstGap(node); gap < endOfGaps; gap += 1) this.leap(gap, at + 1, from);
  }

  private goOn(node: number, at: number, from: number): void {
    if (at >= this.places.length) return;
    const place = this.places[at];
    if (!place || place.opensSentence) return;
    const { trie } = this;
    const { traits } = place;
    if ((traits.lowBits & trie.lowBits(node)) === 0 || (traits.highBits & trie.highBits(node)) === 0) return;
    const end = trie.firstGap(node);
    for (let child = trie.firstChild(node); child < end; child += 1) {
      if (isAmong(traits.classes, trie.key(child))) this.reach(child, at, from);
    }
  }

  /** Goes on behind a gap with each word that it reaches. */
  private leap(gap: number, at: number, from: number): void {
    const last = Math.min(at + this.trie.key(gap), this.places.length - 1);
    for (let next = at; next <= last; next += 1) {
      if (this.places[next]?.opensSentence) return;
      this.steps += 1;
      this.goOn(gap, next, from);
    }
  }
}

/** A look at the few classes of a word: V8's own search costs more to call than they cost to compare. */
function isAmong(classes: readonly number[], id: number): boolean {
  for (let at = 0; at < classes.length; at += 1) if (classes[at] === id) return true;
  return false;
}

const unknown: Known = { openings: [], classes: [], lowBits: 0, highBits: 0 };
