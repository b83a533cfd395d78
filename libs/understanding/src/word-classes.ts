import { Beginnings } from './beginnings.js';
import { ClassSet, noClasses } from './class-set.js';
import { normalise, stemIn, stemmersOf, type Spoken } from './words.js';

/** The words that a pattern may name as `{name}`. */
export type Groups = Readonly<Record<string, readonly string[]>>;

const shortestPrefix = 2;
const longestPrefix = 16;

/** The elements of patterns as numbered classes of words: by form, by stem, by beginning, or any number. */
export class WordClasses {
  private readonly ids = new Map<string, number>();
  private readonly byExact = new Map<string, ClassSet>();
  private readonly byStem: Readonly<Record<Spoken, Map<string, ClassSet>>> = {
    ru: new Map(),
    uk: new Map(),
    en: new Map(),
  };
  private readonly beginnings = new Beginnings();
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

  /** The classes a normalised word belongs to, for as long as no class is added. */
  of(text: string): ClassSet {
    if (this.numbers.length > 0) this.countNumbers();
    let found = noClasses.and(this.byExact.get(text));
    if (beginsWithFigure(text)) found = found.and(this.byExact.get('#'));
    const { classes, stems } = this.beginnings.of(text, found);
    if (stems.length === 0) return classes;
    found = classes;
    for (const language of stemmersOf(text)) {
      if (stems.includes(language)) found = found.and(this.byStem[language].get(stemIn(language, text)));
    }
    return found;
  }

  /** The classes of any number are those of each word that counts as one. */
  private countNumbers(): void {
    for (const number of this.numbers) {
      for (const id of this.byExact.get('#')?.ids ?? []) put(this.byExact, number, id);
    }
    this.numbers = [];
  }

  private addBeginning(prefix: string, id: number): void {
    if (prefix.length >= shortestPrefix && prefix.length <= longestPrefix) this.beginnings.add(prefix, id);
  }

  private addStem(language: Spoken, word: string, id: number): void {
    const stem = stemIn(language, word);
    put(this.byStem[language], stem, id);
    this.beginnings.addStem(language, stem);
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
      if (part.length > 3) this.addStem(language, normalise(part), id);
    }
  }
}

function beginsWithFigure(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

function put(index: Map<string, ClassSet>, key: string, id: number): void {
  const known = index.get(key);
  if (known) return known.add(id);
  const classes = new ClassSet();
  classes.add(id);
  index.set(key, classes);
}
