import { spell } from './spelling.js';

/** The elements that a phrase may name as `{name}`, parted by blanks. */
export type Groups = Readonly<Record<string, string>>;

/** The beginnings of words, letter by letter in UTF-16 units; thousands of them, so what most have none of is left out. */
interface Beginning {
  next: Map<number, Beginning> | undefined;
  ids: Set<number> | undefined;
}

/** The elements of phrases as numbered classes of words: by form, by beginning, or what is told by its shape. */
export class WordClasses {
  private readonly ids = new Map<string, number>();
  private readonly byForm = new Map<string, Set<number>>();
  private readonly beginnings: Beginning = { next: undefined, ids: undefined };
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
    if (word === '<figure>') return joined(this.byForm.get('<number>'), this.byForm.get('<phone>'));
    let found = joined(none, this.byForm.get(word));
    if (this.numbers.has(word)) found = joined(found, this.byForm.get('<number>'));
    let beginning = this.beginnings.next?.get(word.charCodeAt(0));
    for (let at = 1; beginning; at += 1) {
      if (beginning.ids) found = joined(found, beginning.ids);
      beginning = beginning.next?.get(word.charCodeAt(at));
    }
    return found;
  }

  private register(part: string, id: number, groups: Groups): void {
    const group = /^\{(\w+)\}$/.exec(part)?.[1];
    if (group !== undefined) {
      const members = groups[group];
      if (members === undefined)
        throw new Error(`A phrase names a group that its language does not have: ${group}.`);
      for (const member of members.trim().split(/\s+/)) this.register(member, id, groups);
    } else if (part.endsWith('*')) {
      this.addBeginning(spell(part.slice(0, -1)), id);
    } else {
      const form = part.startsWith('<') ? part : spell(part);
      const known = this.byForm.get(form);
      if (known) known.add(id);
      else this.byForm.set(form, new Set([id]));
    }
  }

  private addBeginning(prefix: string, id: number): void {
    let beginning = this.beginnings;
    for (let at = 0; at < prefix.length; at += 1) {
      const letter = prefix.charCodeAt(at);
      const following: Map<number, Beginning> = (beginning.next ??= new Map());
      let next = following.get(letter);
      if (!next) following.set(letter, (next = { next: undefined, ids: undefined }));
      beginning = next;
    }
    (beginning.ids ??= new Set()).add(id);
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
