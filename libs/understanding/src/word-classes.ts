import { normalise, stemIn, stemsOf, type Spoken } from './words.js';

/** The words that a pattern may name as `{name}`. */
export type Groups = Readonly<Record<string, readonly string[]>>;

/** The beginnings of words, letter by letter. */
interface Beginning {
  readonly next: Map<string, Beginning>;
  readonly ids: Set<number>;
}

const shortestPrefix = 2;
const longestPrefix = 16;

/** The elements of patterns as numbered classes of words: by form, by stem, by beginning, or any number. */
export class WordClasses {
  private readonly ids = new Map<string, number>();
  private readonly byExact = new Map<string, Set<number>>();
  private readonly byStem = new Map<string, Set<number>>();
  private readonly beginnings: Beginning = { next: new Map(), ids: new Set() };
  private readonly numbers = new Set<string>();

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
    this.numbers.add(normalise(word));
  }

  /** The classes a normalised word belongs to. */
  of(text: string): readonly number[] {
    const found: number[] = [...(this.byExact.get(text) ?? [])];
    if (/^\d/.test(text) || this.numbers.has(text)) addAll(found, this.byExact.get('#'));
    for (const stem of stemsOf(text)) addAll(found, this.byStem.get(stem));
    let beginning = this.beginnings.next.get(text.charAt(0));
    for (let at = 1; beginning; at += 1) {
      addAll(found, beginning.ids);
      beginning = beginning.next.get(text.charAt(at));
    }
    return found;
  }

  private addBeginning(prefix: string, id: number): void {
    if (prefix.length < shortestPrefix || prefix.length > longestPrefix) return;
    let beginning = this.beginnings;
    for (const unit of prefix.split('')) {
      let next = beginning.next.get(unit);
      if (!next) beginning.next.set(unit, (next = { next: new Map(), ids: new Set() }));
      beginning = next;
    }
    beginning.ids.add(id);
  }

  private register(language: Spoken, part: string, id: number, groups: Groups): void {
    const group = /^\{(\w+)\}$/.exec(part)?.[1];
    if (group !== undefined) {
      const members = groups[group];
      if (!members) throw new Error(`The lexicon ${language} names a group that it does not have: ${group}.`);
      for (const member of members) this.register(language, member, id, groups);
    } else if (part === '#' || part.startsWith('=')) {
      put(this.byExact, part === '#' ? '#' : normalise(part.slice(1)), id);
    } else if (part.endsWith('*')) {
      this.addBeginning(normalise(part.slice(0, -1)), id);
    } else {
      put(this.byExact, normalise(part), id);
      // Stems of very short words collide with everything.
      if (part.length > 3) put(this.byStem, stemIn(language, normalise(part)), id);
    }
  }
}

function addAll(found: number[], ids: ReadonlySet<number> | undefined): void {
  if (ids) for (const id of ids) if (!found.includes(id)) found.push(id);
}

function put(index: Map<string, Set<number>>, key: string, id: number): void {
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}
