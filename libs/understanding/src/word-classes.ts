import { LetterTrie } from './letter-trie.js';
import { StemBeginnings } from './stem-beginnings.js';
import { isCyrillic, normalise, stemIn, stemsOf, type Spoken } from './words.js';

/** The words that a pattern may name as `{name}`. */
export type Groups = Readonly<Record<string, readonly string[]>>;

const shortestPrefix = 2;
const longestPrefix = 16;

/** The elements of patterns as numbered classes of words: by form, by stem, by beginning, or any number. */
export class WordClasses {
  private readonly ids = new Map<string, number>();
  private readonly byExact = new Map<string, number[]>();
  private readonly byStem = new Map<string, number[]>();
  private readonly stemBeginnings = new StemBeginnings();
  private readonly beginnings = new LetterTrie();
  /** The classes of words that begin so, by the place in the trie. */
  private readonly byBeginning = new Map<number, number[]>();
  /** Words that count as numbers, until they are looked for. */
  private numbers: string[] = [];

  /** The class of a pattern element, a new one for an element not met before. */
  idOf(language: Spoken, element: string, groups: Groups): number {
    const key = `${language}:${element}`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.ids.size;
    this.ids.set(key, id);
    for (const part of element.split('|')) this.register(language, part, id, groups);
    return id;
  }

  /** Makes a word count as a number. */
  addNumber(word: string): void {
    this.numbers.push(normalise(word));
  }

  /** The classes a normalised word belongs to. */
  of(text: string): readonly number[] {
    if (this.numbers.length > 0) this.countNumbers();
    let found = this.byExact.get(text) ?? none;
    if (beginsWithFigure(text)) found = joined(found, this.byExact.get('#'));
    if (!isCyrillic(text) || this.stemBeginnings.begin(text)) {
      for (const stem of stemsOf(text)) found = joined(found, this.byStem.get(stem));
    }
    let place = this.beginnings.next(LetterTrie.root, text.charCodeAt(0));
    for (let at = 1; place !== 0; at += 1) {
      found = joined(found, this.byBeginning.get(place));
      place = at < text.length ? this.beginnings.next(place, text.charCodeAt(at)) : 0;
    }
    return found;
  }

  /** The classes of any number are those of each word that counts as one. */
  private countNumbers(): void {
    for (const number of this.numbers) {
      for (const id of this.byExact.get('#') ?? none) put(this.byExact, number, id);
    }
    this.numbers = [];
  }

  private addBeginning(prefix: string, id: number): void {
    if (prefix.length < shortestPrefix || prefix.length > longestPrefix) return;
    put(this.byBeginning, this.beginnings.add(prefix), id);
  }

  private addStem(stem: string, id: number): void {
    put(this.byStem, stem, id);
    this.stemBeginnings.add(stem.slice(stem.indexOf(':') + 1));
  }

  private register(language: Spoken, part: string, id: number, groups: Groups): void {
    const group = /^\{(\w+)\}$/.exec(part)?.[1];
    if (group !== undefined) {
      const members = groups[group];
      if (!members) throw new Error(`The lexicon ${language} names a group that it does not have: ${group}.`);
      for (const member of members) this.register(language, member, id, groups);
    } else if (part.startsWith('#') || part.startsWith('=')) {
      put(this.byExact, part.startsWith('#') ? part : normalise(part.slice(1)), id);
    } else if (part.endsWith('*')) {
      this.addBeginning(normalise(part.slice(0, -1)), id);
    } else {
      put(this.byExact, normalise(part), id);
      // Stems of very short words collide with everything.
      if (part.length > 3) this.addStem(stemIn(language, normalise(part)), id);
    }
  }
}

const none: readonly number[] = [];

function beginsWithFigure(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

/** Two lists as one; most words have none or one, which is not copied. */
function joined(all: readonly number[], more: readonly number[] | undefined): readonly number[] {
  if (more === undefined) return all;
  return all.length === 0 ? more : [...all, ...more.filter((id) => !all.includes(id))];
}

function put<K>(index: Map<K, number[]>, key: K, id: number): void {
  const ids = index.get(key);
  if (!ids) index.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}
