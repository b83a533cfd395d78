import { LetterTrie } from './letter-trie.js';
import { spell } from './spelling.js';

/** The elements that a phrase may name as `{name}`, parted by blanks. */
export type Groups = Readonly<Record<string, string>>;

/** The elements of phrases as numbered classes of words: by form, by beginning, or what is told by its shape. */
export class WordClasses {
  private readonly ids = new Map<string, number>();
  private readonly letters = new LetterTrie();
  /** By the place in the trie: the classes of a form, and those of all words that begin so. */
  private readonly byForm: (Set<number> | undefined)[] = [];
  private readonly byBeginning: (Set<number> | undefined)[] = [];
  private readonly numbers = new Set<string>();

  /** The class of an element, a new one for an element not met before. */
  idOf(language: string, element: string, groups: Groups): number {
    const key = `${language}:${element}`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.ids.size;
    this.ids.set(key, id);
    for (const part of element.split('|')) this.register(part, id, groups);
    return id;
  }

  /** Makes a word count as a number. */
  addNumber(word: string): void {
    this.numbers.add(word);
  }

  /** The classes that a word in its one spelling belongs to. */
  of(word: string): ReadonlySet<number> {
    if (word === '<figure>') return joined(this.form('<number>'), this.form('<phone>'));
    let begun = none;
    let place: number = LetterTrie.root;
    for (let at = 0; at < word.length && place !== 0; at += 1) {
      place = this.letters.next(place, word.charCodeAt(at));
      const ids = this.byBeginning[place];
      if (ids) begun = joined(begun, ids);
    }
    let found: ReadonlySet<number> | undefined = this.byForm[place];
    if (this.numbers.has(word)) found = joined(found, this.form('<number>'));
    return joined(found, begun);
  }

  private form(name: string): ReadonlySet<number> | undefined {
    return this.byForm[this.letters.add(name)];
  }

  private register(part: string, id: number, groups: Groups): void {
    const group = /^\{(\w+)\}$/.exec(part)?.[1];
    if (group !== undefined) {
      const members = groups[group];
      if (members === undefined)
        throw new Error(`A phrase names a group that its language does not have: ${group}.`);
      for (const member of members.trim().split(/\s+/)) this.register(member, id, groups);
    } else if (part.endsWith('*')) {
      this.put(this.byBeginning, spell(part.slice(0, -1)), id);
    } else {
      this.put(this.byForm, part.startsWith('<') ? part : spell(part), id);
    }
  }

  private put(lists: (Set<number> | undefined)[], letters: string, id: number): void {
    const place = this.letters.add(letters);
    // Every place is filled, so that a look never leaves the lists.
    for (const list of [this.byForm, this.byBeginning]) while (list.length <= place) list.push(undefined);
    (lists[place] ??= new Set()).add(id);
  }
}

const none: ReadonlySet<number> = new Set();

/** Two sets as one; most words have none or one, which is not copied. */
function joined(
  all: ReadonlySet<number> | undefined,
  more: ReadonlySet<number> | undefined,
): ReadonlySet<number> {
  if (!more || more.size === 0) return all ?? none;
  if (!all || all.size === 0) return more;
  return new Set([...all, ...more]);
}
