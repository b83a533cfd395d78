import { ClassSet } from './class-set.js';
import { Forms } from './forms.js';
import type { Spelling } from './spelling.js';
import { longestStemmed, normalise, stemIn, stemmersOf, type Spoken } from './words.js';

/** The words that a pattern may name as `{name}`. */
export type Groups = Readonly<Record<string, readonly string[]>>;

const shortestPrefix = 2;
const longestPrefix = 16;

/** The elements of patterns as numbered classes of words: by form, by stem, by beginning, or any number. */
export class WordClasses {
  private readonly ids = new Map<string, number>();
  private readonly forms = new Forms();
  private readonly byStem: Readonly<Record<Spoken, Map<string, ClassSet>>> = {
    ru: new Map(),
    uk: new Map(),
    en: new Map(),
  };
  /** Words that count as numbers, until they are looked for. */
  private numbers: string[] = [];
  /** Stems by their words, until the first word is looked for: every other word is named more than once. */
  private readonly stems = new Map<string, string>();

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

  /** The number of a normalised word among those that something is known of. */
  placeOf(word: string): number {
    return this.forms.placeOf(word);
  }

  /** The classes a word belongs to, for as long as no class is added; sets the number of the word. */
  of(word: Spelling): ClassSet {
    if (this.numbers.length > 0) this.finish();
    let found = this.forms.walk(word);
    if (beginsWithFigure(word)) found = found.and(this.forms.of('#'));
    if (word.stems.length === 0 || word.length > longestStemmed) return found;
    const text = word.toString();
    for (const language of stemmersOf(text)) {
      if (!word.stems.includes(language)) continue;
      found = found.and(this.byStem[language].get(stemIn(language, text)));
    }
    return found;
  }

  /** The classes of any number are those of each word that counts as one. */
  private finish(): void {
    for (const number of this.numbers) {
      for (const id of this.forms.of('#')?.ids ?? []) this.forms.add(number, id);
    }
    this.numbers = [];
    this.stems.clear();
  }

  private addBeginning(prefix: string, id: number): void {
    if (prefix.length >= shortestPrefix && prefix.length <= longestPrefix)
      this.forms.addBeginning(prefix, id);
  }

  private addStem(language: Spoken, word: string, id: number): void {
    const key = `${language}:${word}`;
    const stem = this.stems.get(key) ?? stemIn(language, word);
    this.stems.set(key, stem);
    put(this.byStem[language], stem, id);
    this.forms.addStem(language, stem);
  }

  private register(language: Spoken, part: string, id: number, groups: Groups): void {
    const group = /^\{(\w+)\}$/.exec(part)?.[1];
    if (group !== undefined) {
      const members = groups[group];
      if (!members) throw new Error(`The lexicon ${language} names a group that it does not have: ${group}.`);
      for (const member of members) this.register(language, member, id, groups);
    } else if (part.startsWith('#') || part.startsWith('=')) {
      this.forms.add(part.startsWith('#') ? part : normalise(part.slice(1)), id);
    } else if (part.endsWith('*')) {
      this.addBeginning(normalise(part.slice(0, -1)), id);
    } else {
      this.forms.add(normalise(part), id);
      // Stems of very short words collide with everything.
      if (part.length > 3) this.addStem(language, normalise(part), id);
    }
  }
}

function beginsWithFigure({ codes, length }: Spelling): boolean {
  const code = length > 0 ? (codes[0] ?? 0) : 0;
  return code >= 0x30 && code <= 0x39;
}

function put(index: Map<string, ClassSet>, key: string, id: number): void {
  const known = index.get(key);
  if (known) return known.add(id);
  const classes = new ClassSet();
  classes.add(id);
  index.set(key, classes);
}
