import { normalise, stemIn, stemsOf } from './words.js';

/** A word of the text as the matcher sees it. */
export interface Word {
  readonly text: string;
  /** The classes of pattern elements this word belongs to. */
  readonly classes: readonly number[];
}

/** A place in the sequence of words: patterns never reach over the end of a sentence. */
export interface Slot {
  readonly word: Word;
  readonly opensSentence: boolean;
  /** A comma or the like stands before it: a negation does not reach over that. */
  readonly opensClause: boolean;
}

/** A pattern found over the words `from` to `to`, both inclusive. */
export interface Match<Output> {
  readonly output: Output;
  readonly from: number;
  readonly to: number;
}

interface Node<Output> {
  readonly next: Map<number, Node<Output>>;
  readonly outputs: Output[];
  /** What follows after up to `widestGap` words of any kind. */
  gap?: Node<Output>;
}

const widestGap = 3;
const shortestPrefix = 2;
const longestPrefix = 16;
const cachedWords = 50_000;
const longestCached = 40;

type SlavicOrEnglish = 'ru' | 'uk' | 'en';

/** All patterns of all languages in one trie over classes of words; a text is walked once. */
export class Matcher<Output> {
  private readonly root: Node<Output> = { next: new Map(), outputs: [] };
  private readonly classIds = new Map<string, number>();
  private readonly byExact = new Map<string, Set<number>>();
  private readonly byStem = new Map<string, Set<number>>();
  private readonly byPrefix = new Map<string, Set<number>>();
  private readonly numbers = new Set<string>();
  private readonly cache = new Map<string, Word>();

  /** Adds a pattern; the grammar is described at `PatternSource`. */
  add(
    language: SlavicOrEnglish,
    source: string,
    output: Output,
    groups: Readonly<Record<string, readonly string[]>>,
  ): void {
    let node = this.root;
    for (const element of source.trim().split(/\s+/)) {
      if (element === '..') {
        node = node.gap ??= { next: new Map(), outputs: [] };
        continue;
      }
      const id = this.classOf(language, element, groups);
      let child = node.next.get(id);
      if (!child) node.next.set(id, (child = { next: new Map(), outputs: [] }));
      node = child;
    }
    node.outputs.push(output);
  }

  /** Makes a word count as a number in patterns. */
  addNumber(word: string): void {
    this.numbers.add(normalise(word));
  }

  /** Looks a raw word up; remembered, so that the stemmers see each spelling once. */
  word(raw: string): Word {
    const known = this.cache.get(raw);
    if (known) return known;
    if (raw.length > longestCached) return this.lookUp(raw);
    // A piece of a text keeps the whole text alive in V8; what is remembered must be a copy.
    const copy = ` ${raw}`.slice(1);
    const word = this.lookUp(copy);
    if (this.cache.size >= cachedWords) this.cache.clear();
    this.cache.set(copy, word);
    return word;
  }

  /** Finds every pattern; `steps` counts the trie nodes entered, linear in the words. */
  find(slots: readonly Slot[]): { matches: Match<Output>[]; steps: number } {
    const matches: Match<Output>[] = [];
    let steps = 0;
    const enter = (node: Node<Output>, at: number, from: number): void => {
      const slot = slots[at];
      if (!slot || (at > from && slot.opensSentence)) return;
      for (const id of slot.word.classes) {
        const child = node.next.get(id);
        if (!child) continue;
        steps += 1;
        for (const output of child.outputs) matches.push({ output, from, to: at });
        if (child.next.size > 0) enter(child, at + 1, from);
        if (child.gap) leap(child.gap, at + 1, from);
      }
    };
    const leap = (node: Node<Output>, at: number, from: number): void => {
      for (let skipped = 0; skipped <= widestGap; skipped += 1) {
        steps += 1;
        enter(node, at + skipped, from);
        if (slots[at + skipped]?.opensSentence) return;
      }
    };
    for (let from = 0; from < slots.length; from += 1) enter(this.root, from, from);
    return { matches, steps };
  }

  private lookUp(raw: string): Word {
    const text = normalise(raw);
    return { text, classes: this.classesOf(text) };
  }

  private classOf(
    language: SlavicOrEnglish,
    element: string,
    groups: Readonly<Record<string, readonly string[]>>,
  ): number {
    const key = `${language}:${element}`;
    const known = this.classIds.get(key);
    if (known !== undefined) return known;
    const id = this.classIds.size;
    this.classIds.set(key, id);
    for (const part of element.split('|')) this.register(language, part, id, groups);
    return id;
  }

  private register(
    language: SlavicOrEnglish,
    part: string,
    id: number,
    groups: Readonly<Record<string, readonly string[]>>,
  ): void {
    const group = /^\{(\w+)\}$/.exec(part)?.[1];
    if (group !== undefined) {
      const members = groups[group];
      if (!members) throw new Error(`The lexicon ${language} names a group that it does not have: ${group}.`);
      for (const member of members) this.register(language, member, id, groups);
    } else if (part === '#' || part.startsWith('=')) {
      put(this.byExact, part === '#' ? '#' : normalise(part.slice(1)), id);
    } else if (part.endsWith('*')) {
      put(this.byPrefix, normalise(part.slice(0, -1)), id);
    } else {
      put(this.byExact, normalise(part), id);
      // Stems of very short words collide with everything.
      if (part.length > 3) put(this.byStem, stemIn(language, normalise(part)), id);
    }
  }

  private classesOf(text: string): readonly number[] {
    const found = new Set<number>(this.byExact.get(text));
    if (/^\d/.test(text) || this.numbers.has(text))
      for (const id of this.byExact.get('#') ?? []) found.add(id);
    for (const stem of stemsOf(text)) for (const id of this.byStem.get(stem) ?? []) found.add(id);
    const longest = Math.min(text.length, longestPrefix);
    for (let length = shortestPrefix; length <= longest; length += 1) {
      for (const id of this.byPrefix.get(text.slice(0, length)) ?? []) found.add(id);
    }
    return [...found];
  }
}

function put(index: Map<string, Set<number>>, key: string, id: number): void {
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}
